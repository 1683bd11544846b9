"""Finds the characters of a pack that no typeface here can show, so that a reader of a PDF would miss them."""

from collections.abc import Iterable

from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.document.model import Block, Document, Line, Look
from evolve_desktop.document.renderer import Typesetter


def find_missing_glyphs(texts: Iterable[str], typesetter: Typesetter) -> str:
    """Return each such character once; the PDF's standards refuse what no typeface can show."""
    characters = sorted({character for text in texts for character in text if not character.isspace()})
    return _refused("".join(characters), typesetter)


def _refused(characters: str, typesetter: Typesetter) -> str:
    if not characters or typesetter.pdf(_sheet(characters)).is_standard:
        return ""
    if len(characters) == 1:
        return characters
    middle = len(characters) // 2
    return _refused(characters[:middle], typesetter) + _refused(characters[middle:], typesetter)


def _sheet(characters: str) -> Document:
    block = Block(lines=(Line(text=" ".join(characters)),), look=Look.TEXT)
    return Document(language="en", title="Characters", blocks=(block,), paper=Paper.A4, large_print=False)
