"""The article as sections of plain text, in reading order."""

import re
from enum import Enum

import msgspec

from evolve_desktop.content.schema import Record


class BlockKind(Enum):
    """How a block of text stands on the page."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"


class Block(Record, frozen=True):
    """A paragraph or a bullet; `lead` is the bold opening of a bullet ("Safe Space:"), or empty."""

    kind: BlockKind
    text: str
    lead: str = ""


class Section(Record, frozen=True):
    """A heading and what stands under it; `level` is 1 to 3, `number` the step's number or None."""

    id: str
    level: int
    title: str
    number: int | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def heading(self) -> str:
        """The title as it is shown, a numbered step with its number."""
        return self.title if self.number is None else f"{self.number}. {self.title}"


class Article(Record, frozen=True):
    """The whole article; the first section carries its title and opening paragraph."""

    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The article's own title."""
        return self.sections[0].title

    def section(self, section_id: str) -> Section:
        """Return the section with this id; KeyError where there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


_HEADING = re.compile(r"(#{1,3}) (.+)")
_BULLET = re.compile(r"- (?:\*\*(.+?)\*\* )?(.+)")
_STEP = re.compile(r"([0-9]{1,2})\. \*\*(.+?)\*\* (.+)")
_FOREIGN = re.compile(r"!\[|\]\(|<(?=[a-zA-Z/!?])|`|\*\*|^#|^[0-9]{1,9}[.)] ")


class _Draft(msgspec.Struct):
    """A section while its lines are still being read."""

    level: int
    title: str
    number: int | None = None
    blocks: list[Block] = msgspec.field(default_factory=list)

    def finished(self) -> Section:
        return Section(
            id=slug(self.title),
            level=self.level,
            title=self.title,
            number=self.number,
            blocks=tuple(self.blocks),
        )


def slug(title: str) -> str:
    """Return the section id made from a heading: small letters, digits and hyphens, apostrophes dropped."""
    return re.sub(r"[\W_]+", "-", re.sub("['\u2019]", "", title.lower())).strip("-")


def read_article(text: str, faults: list[str]) -> Article:
    """Read a small part of Markdown: `#` headings, paragraphs of one line, `- ` bullets, `1. **Step** text`.

    A line that holds anything else (HTML, links, pictures, code) has its fault added to the list.
    """
    lines = [line.strip(" \r") for line in text.split("\n")]
    drafts: list[_Draft] = []
    if not next(filter(None, lines), "").startswith("# "):
        faults.append("line 1: the article begins with its title, marked `#`")
        return Article(sections=())
    for number, line in enumerate(lines, start=1):
        try:
            _take(line, drafts)
        except ValueError as error:
            faults.append(f"line {number}: {error}")
    return Article(sections=tuple(draft.finished() for draft in drafts))


def _take(line: str, drafts: list[_Draft]) -> None:
    if not line:
        return
    if heading := _HEADING.fullmatch(line):
        drafts.append(_Draft(level=len(heading[1]), title=heading[2]))
        _check_title(drafts)
    elif step := _STEP.fullmatch(line):
        paragraph = Block(kind=BlockKind.PARAGRAPH, text=step[3])
        drafts.append(_Draft(level=3, title=step[2], number=int(step[1]), blocks=[paragraph]))
        _check_title(drafts)
        _check_plain(step[3])
    else:
        bullet = _BULLET.fullmatch(line)
        kind = BlockKind.BULLET if bullet else BlockKind.PARAGRAPH
        lead, words = (bullet[1] or "", bullet[2]) if bullet else ("", line)
        _check_plain(lead, words)
        drafts[-1].blocks.append(Block(kind=kind, text=words, lead=lead))


def _check_title(drafts: list[_Draft]) -> None:
    draft = drafts[-1]
    _check_plain(draft.title)
    if draft.level == 1 and len(drafts) > 1:
        raise ValueError("the article has only one title, marked `#`")
    if not slug(draft.title):
        raise ValueError("a heading needs a letter or a digit")


def _check_plain(*texts: str) -> None:
    for text in texts:
        if foreign := _FOREIGN.search(text):
            raise ValueError(f"only headings, paragraphs, bullets and numbered steps are shown, not `{foreign[0]}`")
