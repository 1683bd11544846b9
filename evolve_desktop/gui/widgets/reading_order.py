"""Marks that keep numbers, addresses and names in order where words run from right to left.

They follow the Unicode Bidirectional Algorithm (https://www.unicode.org/reports/tr9/).
"""

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_BEFORE_A_NAME = re.compile(r"(?<!\w)(?=\d+[A-Za-z])|^(?=\d[\d/]* [A-Za-z])")
_RIGHT_TO_LEFT = {"R", "AL"}


def numbers_in_order(text: str) -> str:
    """Bind the groups of a number among right-to-left words, which would otherwise show the last group first.

    A copied text has ordinary spaces again.
    """
    return _bound(text) if _is_mixed(text) else text


def in_order(text: str) -> str:
    """Return a text whose lines with right-to-left words read so in a window that does, as on paper.

    Qt lays a line out after its first letter, which may be that of a Latin name. A name or an address that begins with
    digits would be torn from them.
    """
    if QGuiApplication.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return numbers_in_order(text)
    return "\n".join(_in_order(line) if _is_mixed(line) else line for line in text.split("\n"))


def _in_order(line: str) -> str:
    marked = _BEFORE_A_NAME.sub("\N{LEFT-TO-RIGHT MARK}", _bound(line))
    kinds = map(unicodedata.bidirectional, marked)
    first = next(kind for kind in kinds if kind == "L" or kind in _RIGHT_TO_LEFT)
    return f"\N{RIGHT-TO-LEFT MARK}{marked}" if first == "L" else marked


def _bound(text: str) -> str:
    return _BETWEEN_DIGITS.sub("\N{NO-BREAK SPACE}", text)


def _is_mixed(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
