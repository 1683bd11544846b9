"""Numbers, addresses and names stand in order among right-to-left words, as Qt lays them out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from evolve_desktop.gui.widgets.reading_order import in_order, numbers_in_order


@pytest.fixture(autouse=True)
def _from_right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def places(text: str, *parts: str) -> list[float]:
    """Return how far from the left the second letter of each part stands when Qt lays a text out."""
    layout = QTextLayout(text)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    found = [line.cursorToX(text.index(part) + 1) for part in parts]
    return [place[0] for place in found if isinstance(place, tuple)]  # which the stub does not know


def test_the_groups_of_a_number_stand_from_left_to_right() -> None:
    first, second = places(in_order("الاتصال بالرقم 116 123"), "116", "123")
    assert first < second
    first, second = places("الاتصال بالرقم 116 123", "116", "123")
    assert first > second, "Qt needs no help any more"


def test_a_latin_name_at_the_beginning_is_read_first() -> None:
    name, words = places(in_order("Samaritans · الاتصال"), "Samaritans", "الاتصال")
    assert name > words


def test_an_address_keeps_the_digits_that_it_begins_with() -> None:
    for begin, text in (("247", "على الإنترنت: 247sexual.org"), ("24/7", "24/7 Rape Line · الاتصال")):
        digits, rest = places(in_order(text), begin, text.partition(begin)[2].strip()[:4])
        assert digits < rest, text


def test_other_texts_stay_as_they_are(qapp: QApplication) -> None:
    for text in ("", "0800 111 0 111", "Call 116 123", "الطوارئ 999", "سطر\nLine 2 3"):
        assert in_order(text) == text
    assert numbers_in_order("0800 111") == "0800 111"
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert in_order("Salam سلام 1 2") == "Salam سلام 1\N{NO-BREAK SPACE}2"
