"""A document as plain text, for copying and for screen readers, and the small texts that builders share."""

from datetime import date

from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.content.page_text import PageText
from evolve_desktop.document.model import Block, Document, Line, Look

_BYTE_ORDER_MARK = "\ufeff"  # arrives with pasted text, shows nothing, and has no place in PDF/A
_SHOWN_AS_SPACE = str.maketrans(
    {"\t": "    ", "\u115f": " ", "\u1160": " ", "\u3164": " ", "\uffa0": " "}
)  # wide and blank on the screen, no width on paper: a tab, and the fillers of Hangul
_RULED = "_" * 40


def document_text(document: Document) -> str:
    """Return every text of the document in reading order, with an empty line before each heading."""
    head = " · ".join(part for part in (document.title, document.name, document.dated) if part)
    parts = [head, *(_block(block) for block in document.blocks), document.footer]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    lines = (_line(line, block) for line in block.lines)
    return "\n".join(part for part in (block.heading, *lines, *[_RULED] * block.ruled) if part)


def _line(line: Line, block: Block) -> str:
    """Return the line with its mark; notes, sources and boxes under it are indented."""
    if block.look in {Look.FIRST, Look.TEXT} or (block.look is Look.BAND and len(block.lines) == 1):
        return "\n".join(part for part in (line.text, line.source) if part)
    mark = "[ ] " if block.look is Look.BOXES else "- "
    boxes = "  ".join(f"[ ] {choice}" for choice in block.choices)
    parts = (line.lead.replace("\n", ", "), line.text, line.note, line.source, boxes)
    return mark + "\n".join(part for part in parts if part).replace("\n", "\n  ")


def typed(text: str) -> str:
    """Return the person's text, stripped and cleaned again: the file may come from another program.

    What keeps words apart on the screen keeps them apart on paper and in copied text.
    """
    return clean(text).replace(_BYTE_ORDER_MARK, "").translate(_SHOWN_AS_SPACE).strip()


def written_date(text: PageText, day: date) -> str:
    """Return a date in the pack's own form and month names."""
    written = text.date
    fields = {"{day}": str(day.day), "{month}": text.months[day.month - 1], "{year}": str(day.year)}
    for field, value in fields.items():
        written = written.replace(field, value)
    return written
