"""Tests of the layout for wrapped texts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.labels import label
from evolve_desktop.gui.widgets.text_layout import TextLayout

LONG = "a rather long sentence that needs some lines in a narrow window " * 3


class CountingLabel(QLabel):
    """Counts how often it is asked for its height."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.asked = 0

    def heightForWidth(self, width: int) -> int:
        self.asked += 1
        return super().heightForWidth(width)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    TextLayout(widget, spacing=10).setContentsMargins(14, 4, 8, 4)
    return widget


def layout_of(page: QWidget) -> TextLayout:
    layout = page.layout()
    assert isinstance(layout, TextLayout)
    return layout


def show(page: QWidget, *texts: QWidget) -> None:
    for text in texts:
        layout_of(page).addWidget(text)
    page.resize(300, layout_of(page).heightForWidth(300))
    page.show()


def test_texts_stand_under_each_other_as_high_as_they_are(page: QWidget) -> None:
    first, second = label(LONG), label(LONG)
    show(page, first, second)
    assert first.geometry().getRect() == (14, 4, 278, first.heightForWidth(278))
    assert second.y() == first.geometry().bottom() + 1 + 10
    assert page.height() == second.geometry().bottom() + 1 + 4


def test_a_hidden_text_takes_no_room(page: QWidget) -> None:
    hidden, shown = label(LONG), label(LONG)
    hidden.hide()
    show(page, hidden, shown)
    assert shown.y() == 4
    assert page.height() == shown.height() + 8


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_mark_stands_where_the_line_begins(page: QWidget, direction: Qt.LayoutDirection) -> None:
    page.setLayoutDirection(direction)
    mark, text, after = label("•"), label(LONG), label(LONG)
    layout_of(page).add_marked(mark, text)
    show(page, after)
    assert mark.y() == text.y()
    assert text.width() == after.width() - mark.width() - 8
    if direction is Qt.LayoutDirection.LeftToRight:
        assert (mark.x(), text.x()) == (14, 14 + mark.width() + 8)
        assert text.geometry().right() == after.geometry().right()
    else:
        assert mark.geometry().right() == after.geometry().right()
        assert text.x() == after.x()


def test_a_text_is_asked_for_its_height_once_a_width(page: QWidget) -> None:
    text = CountingLabel(LONG)
    show(page, text)
    asked = text.asked
    assert layout_of(page).heightForWidth(300) == page.height()
    assert text.asked == asked == 1


def test_a_text_is_not_asked_for_its_height_where_it_has_no_room(page: QWidget) -> None:
    text = CountingLabel(LONG)
    layout_of(page).addWidget(text)
    assert layout_of(page).totalSizeHint().height() == 8  # the margins: as narrow as the layout can be
    assert text.asked == 0


def test_a_longer_text_is_asked_anew(page: QWidget) -> None:
    text = label("short")
    show(page, text)
    before = layout_of(page).heightForWidth(300)
    text.setText(LONG)
    assert layout_of(page).heightForWidth(300) > before


def test_items_can_be_taken_out(page: QWidget) -> None:
    show(page, label(LONG))
    layout = layout_of(page)
    assert layout.count() == 1
    item = layout.takeAt(0)
    assert item is not None
    assert layout.count() == 0
    assert layout.itemAt(0) is layout.takeAt(0) is None
    assert layout.heightForWidth(300) == 8
