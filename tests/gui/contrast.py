"""Contrast as WCAG 2 computes it, and the pairs of colours that the style sheet really puts on each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor

TEXTS = ("color", "selection-color", "placeholder-text-color")
_OWN_GROUND = {"color": "background", "selection-color": "selection-background-color"}
_WORDLESS = re.compile(r"::(handle|separator|indicator|add-page|sub-page|add-line|sub-line|drop-down|down-arrow)")


def ratio(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # sRGB
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the style sheet: its selectors as written, and its values by property."""

    selectors: str
    values: dict[str, str]

    @property
    def holds_words(self) -> bool:
        """Whether text can stand on what the rule paints."""
        return not _WORDLESS.search(self.selectors)

    @property
    def ground(self) -> str:
        """The name of the rule's own ground; empty where what is behind shines through."""
        return _name(self.values.get("background", ""))

    @property
    def is_double(self) -> bool:
        """Whether the border is two lines with the ground between them."""
        return "double" in self.values.get("border", "")

    def lines(self) -> Iterator[str]:
        """Yield the colours of its borders by name."""
        names = (_name(value) for key, value in self.values.items() if key.startswith("border"))
        yield from (name for name in names if name)


def rules(style_sheet: Path) -> list[Rule]:
    """Return the rules of the template; colours are still names."""
    text = re.sub(r"/\*.*?\*/", "", style_sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    return [Rule(" ".join(selectors.split()), _values(body)) for selectors, body in found]


def open_grounds(sheet: list[Rule]) -> set[str]:
    """Return the grounds that say no text colour of their own: any text may come to stand on each."""
    return {rule.ground for rule in sheet if rule.ground and rule.holds_words and "color" not in rule.values}


def text_pairs(sheet: list[Rule]) -> set[tuple[str, str]]:
    """Return every text colour with every ground it can stand on: its rule's own, or else each of the open ones."""
    pairs: set[tuple[str, str]] = set()
    for rule in sheet:
        for key in TEXTS:
            text = _name(rule.values.get(key, ""))
            own = _name(rule.values.get(_OWN_GROUND.get(key, "background"), ""))
            if text:
                pairs |= {(text, ground) for ground in ({own} if own else open_grounds(sheet))}
    return pairs


def line_pairs(sheet: list[Rule]) -> set[tuple[str, str]]:
    """Return each border that tells something with each ground around it; `line` only parts what is apart anyway.

    A double border lies on the rule's own ground, which shows as a line between its two.
    """
    lines = {rule.ground if rule.is_double else name for rule in sheet for name in rule.lines()} - {"line", ""}
    return {(line, ground) for line in lines for ground in open_grounds(sheet)}


def _values(body: str) -> dict[str, str]:
    parts = (part.split(":", 1) for part in body.split(";") if part.strip())
    return {key.strip(): value.strip() for key, value in parts}


def _name(value: str) -> str:
    found = re.findall(r"\$([a-z_]+)(?![a-z0-9_])", value)
    return found[0] if found else ""
