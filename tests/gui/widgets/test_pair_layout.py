"""Two things beside each other while there is room for both, below each other where there is none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from evolve_desktop.gui.widgets.labels import label
from evolve_desktop.gui.widgets.pair_layout import LabelledLayout, PairLayout, title_line
from tests.gui.person import Person
from tests.gui.places import fit, place

Build = Callable[[int], QWidget]
LEAST = 200
TITLE = "A title with so many words that they take more than one line where there is little room"


@pytest.fixture
def build(meet: Callable[[QWidget], Person]) -> Build:
    """Show a long title and a button beside it, in a window of this width and as high as the layout asks for."""

    def show(width: int) -> QWidget:
        pair = QWidget()
        layout = PairLayout(pair, lambda: LEAST)
        for name, widget in (("title", label(TITLE)), ("way", QPushButton("What can be done"))):
            widget.setObjectName(name)
            layout.addWidget(widget)
        meet(pair)
        fit(pair, width)
        return pair

    return show


@pytest.mark.parametrize("width", [900, 500, 350])
def test_the_second_stands_at_the_end_of_the_line_while_the_first_has_room(build: Build, width: int) -> None:
    pair = build(width)
    title, way = place(pair, "title"), place(pair, "way")
    assert (title.left(), way.right()) == (0, width - 1)
    assert title.width() >= LEAST
    assert title.right() < way.left()
    assert max(title.bottom(), way.bottom()) < pair.height()


@pytest.mark.parametrize("width", [300, 150])
def test_it_stands_below_where_the_first_has_no_room(build: Build, width: int) -> None:
    pair = build(width)
    title, way = place(pair, "title"), place(pair, "way")
    assert (title.left(), title.width(), way.left()) == (0, width, 0)
    assert title.bottom() < way.top()
    assert way.bottom() < pair.height()


@pytest.mark.parametrize("width", [900, 300])
def test_no_line_of_the_first_is_lost(build: Build, width: int) -> None:
    pair = build(width)
    title = pair.findChild(QLabel, "title")
    assert isinstance(title, QLabel)
    assert title.height() >= title.heightForWidth(title.width())


@pytest.mark.parametrize("width", [900, 300])
def test_it_is_mirrored_where_lines_begin_at_the_right(build: Build, width: int) -> None:
    pair = build(width)
    before = [place(pair, name) for name in ("title", "way")]
    pair.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.qWait(0)
    after = [place(pair, name) for name in ("title", "way")]
    mirrored = [QRect(width - 1 - one.right(), one.top(), one.width(), one.height()) for one in before]
    assert after == mirrored


def test_a_title_has_its_ways_beside_it_in_their_order_and_below_it_in_a_narrow_page(
    meet: Callable[[QWidget], Person],
) -> None:
    title, one, other = label("A title"), QPushButton("One"), QPushButton("Other")
    person = meet(title_line(title, one, other))
    line = person.window

    def corner(widget: QWidget) -> tuple[int, int]:
        QTest.qWait(0)
        return widget.mapTo(line, QPoint()).toTuple()

    assert corner(title)[0] == 0 < corner(one)[0] < corner(other)[0]
    assert corner(one)[1] == corner(other)[1]
    line.resize(other.width() + one.width() + 60, 200)
    assert corner(one)[1] >= title.height()
    assert corner(one)[0] == 0


def test_a_field_takes_the_rest_of_the_line_beside_its_label_and_stands_below_it_where_there_is_no_room(
    meet: Callable[[QWidget], Person],
) -> None:
    row, words, field = QWidget(), label("Last time"), QPushButton("field")
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    layout = LabelledLayout(row, lambda: 200)
    layout.addWidget(words)
    layout.addWidget(field)
    meet(row)
    row.resize(600, 60)
    QTest.qWait(0)
    assert words.width() < 200
    assert field.geometry().right() == 599
    assert abs(words.geometry().center().y() - field.geometry().center().y()) <= 1
    row.resize(220, 120)
    QTest.qWait(0)
    assert field.geometry().top() > words.geometry().bottom()
    assert field.width() == 220
