"""The article as sections of plain text, in reading order."""

from enum import Enum

from evolve_desktop.content.record import Record


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
