"""The article as sections of plain text in reading order, and its parser for a small part of Markdown."""

import re
from enum import Enum

import msgspec

from evolve_desktop.content.schema import Record
from evolve_desktop.errors import Sentence

_ID = r"(?: \{#([a-z0-9-]+)\})?"
_HEADING = re.compile(rf"(#{{1,3}}) (.+?){_ID}")
_BULLET = re.compile(r"- (?:\*\*(.+?)\*\* )?(.+)")
_STEP = re.compile(rf"([0-9]{{1,2}})\. \*\*(.+?)\*\*{_ID} (.+)")
_UNSUPPORTED = re.compile(r"!\[|\]\(|<(?=[a-zA-Z/!?])|`|\*\*|^#|^[0-9]{1,9}[.)] ")


class BlockKind(Enum):
    """How a block of text is laid out."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"


class ArticleBlock(Record, frozen=True):
    """A paragraph or a bullet; `lead` is the bold start of a bullet ("Safe Space:") and may be empty."""

    kind: BlockKind
    text: str
    lead: str = ""


class Section(Record, frozen=True):
    """A heading and the blocks under it; `level` is 1 to 3, `number` counts the numbered steps."""

    id: str
    level: int
    title: str
    number: int | None = None
    blocks: tuple[ArticleBlock, ...] = ()

    @property
    def heading(self) -> str:
        """The title as the window shows it, with the number of a numbered step."""
        return self.title if self.number is None else f"{self.number}. {self.title}"


class Article(Record, frozen=True):
    """The whole article; its first section holds the title and the opening paragraph."""

    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The article's own title."""
        return self.sections[0].title

    @property
    def foot(self) -> tuple[ArticleBlock, ...]:
        """The last paragraphs, if they end without a full stop: they say where the article was posted."""
        blocks = self.sections[-1].blocks
        start = len(blocks)
        while start and blocks[start - 1].kind is BlockKind.PARAGRAPH and blocks[start - 1].text[-1].isalnum():
            start -= 1
        return blocks[start:]

    def section(self, section_id: str) -> Section:
        """Return the section with this id; raise KeyError if there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


class _Draft(msgspec.Struct):
    """A section under construction, while its lines are being read."""

    level: int
    title: str
    id: str | None = None
    number: int | None = None
    blocks: list[ArticleBlock] = msgspec.field(default_factory=list)

    def to_section(self) -> Section:
        section_id, blocks = self.id or slug(self.title), tuple(self.blocks)
        return Section(id=section_id, level=self.level, title=self.title, number=self.number, blocks=blocks)


def slug(title: str) -> str:
    """Return the section id of a heading: lower-case letters, digits and hyphens; apostrophes are dropped."""
    return re.sub(r"[\W_]+", "-", re.sub("['\u2019]", "", title.lower())).strip("-")


def read_article(text: str, faults: list[str]) -> Article:
    """Parse a small part of Markdown: `#` headings, paragraphs of one line, `- ` bullets, `1. **Step** text`.

    `{#id}` after a heading or the title of a step gives the section this id: a translation keeps those of the original.
    A line with anything else (HTML, links, pictures, code) adds a fault to the list.
    """
    lines = [line.strip(" \r") for line in text.split("\n")]
    drafts: list[_Draft] = []
    if not next(filter(None, lines), "").startswith("# "):
        faults.append(Sentence("line 1: the article begins with its title, marked `#`"))
        return Article(sections=())
    for number, line in enumerate(lines, start=1):
        try:
            _read_line(line, drafts)
        except ValueError as error:
            faults.append(Sentence("line {number}: {reason}", number=number, reason=error.args[0]))
    return Article(sections=tuple(draft.to_section() for draft in drafts))


def _read_line(line: str, drafts: list[_Draft]) -> None:
    if not line:
        return
    if heading := _HEADING.fullmatch(line):
        drafts.append(_Draft(level=len(heading[1]), title=heading[2], id=heading[3]))
        _check_title(drafts)
    elif step := _STEP.fullmatch(line):
        paragraph = ArticleBlock(kind=BlockKind.PARAGRAPH, text=step[4])
        drafts.append(_Draft(level=3, title=step[2], id=step[3], number=int(step[1]), blocks=[paragraph]))
        _check_title(drafts)
        _check_plain(step[4])
    else:
        bullet = _BULLET.fullmatch(line)
        kind = BlockKind.BULLET if bullet else BlockKind.PARAGRAPH
        lead, words = (bullet[1] or "", bullet[2]) if bullet else ("", line)
        _check_plain(lead, words)
        drafts[-1].blocks.append(ArticleBlock(kind=kind, text=words, lead=lead))


def _check_title(drafts: list[_Draft]) -> None:
    draft = drafts[-1]
    _check_plain(draft.title)
    if draft.level == 1 and len(drafts) > 1:
        raise ValueError(Sentence("the article has only one title, marked `#`"))
    if not slug(draft.title):
        raise ValueError(Sentence("a heading needs a letter or a digit"))


def _check_plain(*texts: str) -> None:
    for text in texts:
        if mark := _UNSUPPORTED.search(text):
            raise ValueError(
                Sentence("only headings, paragraphs, bullets and numbered steps are shown, not `{mark}`", mark=mark[0])
            )
