from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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
