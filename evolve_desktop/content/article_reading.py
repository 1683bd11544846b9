"""The article's Markdown becomes sections: headings, paragraphs, bullets and numbered steps, and nothing else."""

import re
from dataclasses import dataclass, field

from evolve_desktop.content.article import Article, Block, BlockKind, Section

_HEADING = re.compile(r"(#{1,3}) (.+)")
_BULLET = re.compile(r"- (?:\*\*(.+?)\*\* )?(.+)")
_STEP = re.compile(r"(\d+)\. \*\*(.+?)\*\* (.+)")
_FOREIGN = re.compile(r"!?\[[^\]]*\]\([^)]*\)|<[a-zA-Z/!][^>]*>|`|\*\*")


@dataclass(slots=True)
class _Draft:
    """A section while its lines are still being read."""

    level: int
    title: str
    number: int | None = None
    blocks: list[Block] = field(default_factory=list)

    def finished(self) -> Section:
        return Section(
            id=slug(self.title),
            level=self.level,
            title=self.title,
            number=self.number,
            blocks=tuple(self.blocks),
        )


def slug(title: str) -> str:
    """Return the section id made from a heading: small letters and hyphens, apostrophes dropped."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[’']", "", title.lower())).strip("-")


def read_article(text: str) -> Article:
    """Read a small part of Markdown: `#` headings, paragraphs of one line, `- ` bullets, `1. **Step** text`.

    ValueError names the line that holds anything else (HTML, links, pictures, code), since it would not be shown.
    """
    drafts: list[_Draft] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            _take(line.strip(), drafts)
        except ValueError as error:
            msg = f"line {number}: {error}"
            raise ValueError(msg) from None
    if not drafts:
        msg = "holds no article"
        raise ValueError(msg)
    return Article(sections=tuple(draft.finished() for draft in drafts))


def _take(line: str, drafts: list[_Draft]) -> None:
    if heading := _HEADING.fullmatch(line):
        _check_plain(heading[2])
        if (len(heading[1]) == 1) != (not drafts):
            msg = "the article has one title, marked `#`, and it comes first"
            raise ValueError(msg)
        drafts.append(_Draft(level=len(heading[1]), title=heading[2]))
        return
    if not drafts:
        msg = "the article begins with its title, marked `#`"
        raise ValueError(msg)
    if step := _STEP.fullmatch(line):
        _check_plain(step[2], step[3])
        paragraph = Block(kind=BlockKind.PARAGRAPH, text=step[3])
        drafts.append(_Draft(level=3, title=step[2], number=int(step[1]), blocks=[paragraph]))
        return
    bullet = _BULLET.fullmatch(line)
    lead, words = (bullet[1] or "", bullet[2]) if bullet else ("", line)
    _check_plain(lead, words)
    kind = BlockKind.BULLET if bullet else BlockKind.PARAGRAPH
    drafts[-1].blocks.append(Block(kind=kind, text=words, lead=lead))


def _check_plain(*texts: str) -> None:
    for text in texts:
        if foreign := _FOREIGN.search(text):
            msg = f"only headings, paragraphs, bullets and numbered steps are shown, not `{foreign[0][:40]}`"
            raise ValueError(msg)
