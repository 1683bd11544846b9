"""Columns of equal width: as many as there is room for, row by row, and what is hidden takes no place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.columns_layout import ColumnsLayout
from evolve_desktop.gui.widgets.labels import label
from tests.gui.person import Person

LONG = "A line that is so long that it has to be broken where it stands beside others."


@pytest.fixture
def page(meet: Callable[[QWidget], Person]) -> QWidget:
    """Return a page of five lines in up to three columns, each 100 pixels wide or wider."""
    whole = QWidget()
    layout = ColumnsLayout(whole, 3, lambda: 100)
    for number, text in enumerate(("one", LONG, "three", "four", "five"), start=1):
        line = label(text)
        line.setObjectName(f"line-{number}")
        layout.addWidget(line)
    meet(whole)
    return whole


def places(page: QWidget) -> list[tuple[int, int]]:
    """Return the left and top of every line to be seen, by its number."""
    found = (page.findChild(QWidget, f"line-{number}") for number in range(1, 6))
    return [(line.x(), line.y()) for line in found if isinstance(line, QWidget) and line.isVisible()]


@pytest.mark.parametrize(("width", "columns"), [(600, 3), (300, 2), (150, 1), (60, 1)])
def test_there_are_as_many_columns_as_have_room(page: QWidget, qtbot: QtBot, width: int, columns: int) -> None:
    page.resize(width, 900)
    qtbot.waitUntil(lambda: len({x for x, _ in places(page)}) == columns)
    tops = [y for _, y in places(page)]
    assert tops == sorted(tops)
    assert len(set(tops)) == -(-5 // columns)


def test_no_line_is_cut(page: QWidget, qtbot: QtBot) -> None:
    page.resize(330, 900)
    long, below = page.findChild(QWidget, "line-2"), page.findChild(QWidget, "line-4")
    assert isinstance(long, QWidget)
    assert isinstance(below, QWidget)
    qtbot.waitUntil(lambda: long.width() < 200)
    assert long.height() >= long.heightForWidth(long.width())
    assert below.y() >= long.height()


def test_what_is_hidden_takes_no_place(page: QWidget, qtbot: QtBot) -> None:
    page.resize(600, 900)
    qtbot.waitUntil(lambda: len({x for x, _ in places(page)}) == 3)
    before = places(page)
    first = page.findChild(QWidget, "line-1")
    assert isinstance(first, QWidget)
    first.hide()
    qtbot.waitUntil(lambda: places(page)[0] == before[0])
    assert len({y for _, y in places(page)}) == 2


def test_from_right_to_left_the_first_column_is_at_the_right(page: QWidget, qtbot: QtBot) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(600, 900)
    qtbot.waitUntil(lambda: len({x for x, _ in places(page)}) == 3)
    lefts = [x for x, _ in places(page)][:3]
    assert lefts == sorted(lefts, reverse=True)
