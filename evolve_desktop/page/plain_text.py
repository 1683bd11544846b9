"""A sheet as plain text: for copying, and for a screen reader beside the picture of it."""

from evolve_desktop.page.summary import Block, Line, Look, Summary

_RULED = "_" * 40


def as_text(summary: Summary) -> str:
    """Return all words of the sheet in reading order, an empty line before each heading."""
    head = " · ".join(part for part in (summary.title, summary.name, summary.dated) if part)
    parts = [head, *(_block(block) for block in summary.blocks), summary.footer]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    lines = (_line(line, block.look) for line in block.lines)
    return "\n".join(part for part in (block.heading, *lines, *[_RULED] * block.ruled) if part)


def _line(line: Line, look: Look) -> str:
    """Return the line with its mark, and what stands under it set in."""
    if look in {Look.FIRST, Look.TEXT}:
        return line.text
    mark = "[ ] " if look is Look.BOXES else "- "
    parts = (line.lead.replace("\n", ", "), line.text, line.note, line.source)
    return mark + "\n".join(part for part in parts if part).replace("\n", "\n  ")
