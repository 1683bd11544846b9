import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.text_cleaning import MAX_TEXT
from evolve_desktop.gui.widgets.text_field import MAX_CHARACTERS, TextField


def test_more_than_the_field_holds_is_not_taken_and_said(qtbot: QtBot) -> None:
    field = TextField("note", "Private note")
    qtbot.addWidget(field)
    field.show_text("x" * MAX_CHARACTERS)
    with qtbot.waitSignal(field.limit_reached):
        QTest.keyClicks(field, "y")
    pasted = QMimeData()
    pasted.setText("more")
    with qtbot.waitSignal(field.limit_reached):
        field.insertFromMimeData(pasted)
    assert field.text == "x" * MAX_CHARACTERS


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_lines_of_a_field_begin_where_those_of_the_window_do(
    qapp: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    field = TextField("note", "Private note")
    qtbot.addWidget(field)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.show_text("\u0646\u0639\u0645")
    field.show_text("")  # what is cleared keeps its side
    field.resize(400, 60)
    field.show()
    is_at_the_right = field.cursorRect().x() > field.width() / 2
    assert is_at_the_right is (direction is Qt.LayoutDirection.RightToLeft)


def test_the_bound_of_a_field_is_that_of_every_text() -> None:
    assert MAX_CHARACTERS == MAX_TEXT


@pytest.mark.parametrize("character", ["x", "é", "😀", "\n"])
def test_of_a_paste_the_part_that_has_room_is_taken(qtbot: QtBot, character: str) -> None:
    field = TextField("note", "Private note")
    qtbot.addWidget(field)
    field.show_text("12345")
    field.selectAll()
    pasted = QMimeData()
    pasted.setText(character * 64_000)
    with qtbot.waitSignal(field.limit_reached):
        field.insertFromMimeData(pasted)
    assert field.text == character * MAX_CHARACTERS


def test_a_paste_that_has_room_is_taken_whole(qtbot: QtBot) -> None:
    field = TextField("note", "Private note")
    qtbot.addWidget(field)
    pasted = QMimeData()
    pasted.setText("a\r\n" * (MAX_CHARACTERS // 2))
    with qtbot.assertNotEmitted(field.limit_reached):
        field.insertFromMimeData(pasted)
    assert field.text == "a\n" * (MAX_CHARACTERS // 2)


def test_neither_a_new_line_nor_a_composed_word_passes_the_bound(qtbot: QtBot) -> None:
    field = TextField("note", "Private note")
    qtbot.addWidget(field)
    field.show_text("x" * (MAX_CHARACTERS - 2))
    with qtbot.assertNotEmitted(field.limit_reached):
        compose(field, "é")
    with qtbot.waitSignal(field.limit_reached):
        compose(field, "日本語")
    assert field.text.endswith("xé日")
    assert len(field.text) == MAX_CHARACTERS
    with qtbot.waitSignal(field.limit_reached):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert len(field.text) == MAX_CHARACTERS - 1


def compose(field: TextField, word: str) -> None:
    """Commit a word, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(word)
    QApplication.sendEvent(field, event)


def test_the_line_that_is_written_on_comes_into_view(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 900, 0, 900)
    field = TextField("note", "Private note")
    layout.addWidget(field)
    area.setWidget(page)
    area.resize(300, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    assert field.visibleRegion().isEmpty()
    field.setFocus()
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_tab_leaves_the_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fields = [TextField("first", "First"), TextField("second", "Second")]
    layout = QVBoxLayout(window)
    for field in fields:
        layout.addWidget(field)
    with qtbot.waitExposed(window):
        window.show()
    fields[0].setFocus()
    QTest.keyClick(fields[0], Qt.Key.Key_Tab)
    assert fields[0].text == ""
    assert fields[1].hasFocus()


def test_a_narrower_field_grows_with_the_lines_its_text_needs(qtbot: QtBot) -> None:
    window, field = QWidget(), TextField("note", "Private note")
    QVBoxLayout(window).addWidget(field)
    field.show_text("a word and another " * 8)
    qtbot.addWidget(window)
    window.resize(1200, 300)
    with qtbot.waitExposed(window):
        window.show()
    before = field.height()
    window.resize(300, 300)
    qtbot.waitUntil(lambda: field.height() > before and field.height() >= field.sizeHint().height())
    assert not field.verticalScrollBar().isVisible()
