"""A line to answer: its replies beside it or below it, room kept for its hints, and what opens below all of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from evolve_desktop.gui.widgets.labels import keep_place, label
from evolve_desktop.gui.widgets.row_layout import RowLayout
from tests.gui.person import Person
from tests.gui.places import fit, part, place

WIDTHS = (1000, 600, 320)
SENTENCE = "A sentence to answer, which is long enough for two lines in a narrow row."
HINTS = ("", "A short hint.", "A hint that is so long that it takes two lines in most rows, and in narrow ones more.")
STEADY = ("sentence", "replies", "tools")
OPENED = ("first", "second")


@pytest.fixture
def row(meet: Callable[[QWidget], Person]) -> QWidget:
    """Show a row with nothing but its sentence, its replies and its tools; what may open is hidden."""
    row = QWidget()
    layout = RowLayout(row, lambda: HINTS)
    parts = {"sentence": label(SENTENCE), "replies": QPushButton("The replies"), "hint": label()}
    parts |= {"tools": QPushButton("Tools"), "first": label("Opened first"), "second": label("Opened second")}
    for name, widget in parts.items():
        widget.setObjectName(name)
        layout.addWidget(widget)
    for name in OPENED:
        parts[name].hide()
    meet(row)
    return row


def hint(row: QWidget) -> QLabel:
    found = part(row, "hint")
    assert isinstance(found, QLabel)
    return found


def test_the_replies_stand_at_the_end_of_the_line_and_below_the_sentence_in_a_narrow_row(row: QWidget) -> None:
    fit(row, 1000)
    assert place(row, "sentence").right() < place(row, "replies").left()
    assert place(row, "replies").right() == place(row, "tools").right()
    assert place(row, "tools").top() > place(row, "replies").bottom()
    fit(row, 260)
    assert place(row, "replies").top() > place(row, "sentence").bottom()
    assert place(row, "replies").left() == place(row, "sentence").left()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_hint_moves_anything(row: QWidget, width: int) -> None:
    height = fit(row, width)
    before = [place(row, name) for name in STEADY]
    for text in HINTS:
        hint(row).setText(text)
        assert fit(row, width) == height
        assert [place(row, name) for name in STEADY] == before
        assert hint(row).height() >= hint(row).heightForWidth(hint(row).width())


@pytest.mark.parametrize("width", WIDTHS)
def test_what_opens_stands_below_all_in_its_order_and_moves_nothing_above(row: QWidget, width: int) -> None:
    height = fit(row, width)
    before = [place(row, name) for name in (*STEADY, "hint")]
    tops = []
    for name in OPENED:
        part(row, name).show()
        assert fit(row, width) > height
        height = row.height()
        tops.append(place(row, name).top())
        assert [place(row, other) for other in (*STEADY, "hint")] == before
        assert place(row, name).top() > max(one.bottom() for one in before)
        assert place(row, name).bottom() < height
    assert tops == sorted(tops)


def test_a_tool_that_keeps_its_place_moves_nothing_when_it_comes(row: QWidget) -> None:
    keep_place(part(row, "tools"))
    part(row, "tools").hide()
    height = fit(row, 600)
    before = place(row, "hint")
    part(row, "tools").show()
    assert (fit(row, 600), place(row, "hint")) == (height, before)


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_mirrored_where_lines_begin_at_the_right(row: QWidget, width: int) -> None:
    part(row, "first").show()
    names = (*STEADY, "hint", "first")
    fit(row, width)
    before = [place(row, name) for name in names]
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    fit(row, width)
    after = [place(row, name) for name in names]
    assert after == [QRect(width - 1 - one.right(), one.top(), one.width(), one.height()) for one in before]
