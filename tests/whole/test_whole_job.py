"""The whole job in the real window, by clicks and keys only: answer, pick, write, save the PDF."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import assets
from evolve_desktop.app import Desktop, build_window
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.settings import Settings

NOTE = "Zebra: I did not ask about the homework."


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot) -> Desktop:
    built = build_window(qapp, assets.content_pack(), lambda: date(2026, 11, 24), Prompts(), Settings())
    qtbot.addWidget(built.window, before_close_func=lambda _window: _empty(built))
    with qtbot.waitExposed(built.window):
        built.window.show()
    return built


def _empty(built: Desktop) -> None:
    while built.session.can_undo:
        built.session.undo()


def _named(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def _click(window: QWidget, name: str) -> None:
    widget = _named(window, name)
    assert widget.isVisible(), name
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(12, widget.height() // 2))


def _type(window: QWidget, name: str, text: str) -> None:
    field = _named(window, name)
    field.setFocus()
    QTest.keyClicks(field, text)


def _fill_in(window: QWidget) -> None:
    tabs = _named(window, "tabs")
    for name in (
        "C16-yes",
        "C01-a-little",
        "C10-mostly",
        "C02-yes",
        "C03-not-yet",
        "C11-yes",
        "C12-not-yet",
        "C15-yes",
    ):
        _click(window, name)
    _click(window, "C03-add-note")
    _type(window, "C03-note", NOTE)
    for name in ("C03-bring", "C12-bring", "C16-bring"):
        _click(window, name)
    QTest.keyClick(tabs, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    _click(window, "R06-yes")
    _click(window, "show-part-2")
    _click(window, "S07-not-sure")
    QTest.keyClick(tabs, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    _type(window, "main-topic", "How we work together")


def _answer_file_dialog(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    assert line.text() == "Notes 2026-11-24.pdf"
    line.selectAll()
    QTest.keyClicks(line, str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_whole_job_ends_in_a_pdf_of_the_chosen_lines_only(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    window = desktop.window
    _fill_in(window)
    path = tmp_path / "mine.pdf"
    QTimer.singleShot(300, lambda: _answer_file_dialog(path))
    _click(window, "save-pdf")
    qtbot.waitUntil(path.exists)
    text = " ".join(subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split())  # noqa: S607
    for chosen in (
        "How we work together",
        "I ask when I don't understand something we do or say.",
        "I know what stays private, and when my therapist might have to tell someone.",
        "I can be myself in the room.",
    ):
        assert chosen in text
    for private in ("Zebra", "often late", "take care of my therapist", "nervous", "pace I can handle"):
        assert private not in text
    assert "\f" not in text.strip("\f")


def test_undo_takes_back_an_answer(desktop: Desktop) -> None:
    _click(desktop.window, "C01-yes")
    assert desktop.session.check_in.looked_at == 1
    QTest.keyClick(desktop.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desktop.session.check_in.is_empty


def test_closing_with_answers_asks_and_can_go_back(desktop: Desktop) -> None:
    _click(desktop.window, "C01-yes")

    def go_back() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        back = next(button for button in box.findChildren(QPushButton) if button.text() == "Go back")
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)

    QTimer.singleShot(200, go_back)
    desktop.window.close()
    assert desktop.window.isVisible()
    assert desktop.session.check_in.looked_at == 1
