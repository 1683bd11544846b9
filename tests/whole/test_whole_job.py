"""The whole job in the real window, by clicks and keys only: answer, pick, write, save the PDF."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pikepdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.gui.services.dialogs import Dialogs
from tests.gui.person import Person
from tests.launch import launch_options
from tests.pdf import words_of

NOTE = "Zebra: I did not ask about the homework."
PRINTED_NOTE = "Heron: the form I signed."
EIGHT = (
    "C16-yes",
    "C01-a-little",
    "C10-mostly",
    "C02-yes",
    "C03-not-yet",
    "C11-yes",
    "C12-not-yet",
    "C15-not-for-me",
)
CHOSEN = (
    "How we work together",
    "I ask when I don't understand something we do or say.",
    "I know what stays private, and when my therapist might have to tell someone.",
    "I can be myself in the room.",
    "I know, in plain words, how my therapist works.",
    "My therapist is often late or does not seem to listen.",
    "just listen first",
    "Please read it.",
    PRINTED_NOTE,
)
PRIVATE = (
    "Zebra",
    "take care of my therapist",
    "loans or money",
    "nervous",
    "pace I can handle",
    "give trust time",
    "If trust is hard",
    "brushed off",
)

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[RunningApp]:
    built = build_window(qapp, launch_options(tmp_path, Dialogs()))
    with qtbot.waitExposed(built.window):
        built.window.show()
    qtbot.waitUntil(lambda: built.window.findChild(QWidget, "C01") is not None)
    yield built
    while built.session.can_undo:
        built.session.undo()
    built.window.close()


@pytest.fixture
def person(desktop: RunningApp) -> Person:
    return Person(desktop.window)


def press_key(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def on_dialog(kind: type[Dialog], answer: Callable[[Dialog], None]) -> None:
    """Answer a dialog of this kind as soon as one is there."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind) and dialog.isVisible():
        QTimer.singleShot(200, lambda: answer(dialog))  # as quick as a person would be at best
        return
    QTimer.singleShot(20, lambda: on_dialog(kind, answer))


def press_button(text: str) -> Callable[[QMessageBox], None]:
    """Return what presses the button that says this."""

    def press(box: QMessageBox) -> None:
        button = next(button for button in box.findChildren(QPushButton) if button.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press


def choose(path: Path) -> Callable[[QFileDialog], None]:
    """Return what types a path into the file dialog."""

    def type_path(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        assert line.text() == "Notes 2026-11-24.pdf"
        line.selectAll()
        QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    return type_path


def answer(person: Person) -> None:
    """Answer eight lines, write two notes, tick three to bring, and look at the red flags."""
    for name in EIGHT:
        person.click(name)
    for item_id, note in (("C03", NOTE), ("C12", PRINTED_NOTE)):
        person.click(f"{item_id}-add-note")
        person.type(f"{item_id}-note", note)
    for item_id in ("C03", "C12", "C16"):
        person.click(f"{item_id}-bring")
    press_key(person.window, Qt.Key.Key_3)
    for name in ("R02-no", "R06-yes", "show-part-2", "S07-not-sure"):
        person.click(name)


def fill_in_page(person: Person) -> None:
    """Write the main topic and tick what shall be on the page."""
    press_key(person.window, Qt.Key.Key_4)
    person.type("main-topic", "How we work together")
    for name in ("R06-raise", "C11-helps", "C12-print-note", "would-help-H7", "use-please-read"):
        person.click(name)


def test_the_whole_job_ends_in_a_pdf_of_the_chosen_lines_only(
    desktop: RunningApp, person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    answer(person)
    assert desktop.session.check_in.answered_count == 8
    fill_in_page(person)
    path = tmp_path / "mine.pdf"
    on_dialog(QMessageBox, press_button("Save…"))
    on_dialog(QFileDialog, choose(path))
    person.click("save-pdf")
    qtbot.waitUntil(path.exists)
    text = words_of(path)
    assert [line for line in CHOSEN if line not in text] == []
    assert [line for line in PRIVATE if line in text] == []
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1


def test_once_part_three_is_raised_the_page_still_holds_none_of_it(
    person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    press_key(person.window, Qt.Key.Key_3)
    for name in ("show-part-3", "X08-yes"):
        person.click(name)
    press_key(person.window, Qt.Key.Key_4)
    path = tmp_path / "mine.pdf"
    on_dialog(QFileDialog, choose(path))
    person.click("save-pdf")
    qtbot.waitUntil(path.exists)
    assert "money" not in words_of(path)


def test_undo_takes_back_an_answer(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    assert desktop.session.check_in.answered_count == 1
    press_key(desktop.window, Qt.Key.Key_Z)
    assert desktop.session.check_in.is_empty


def test_closing_with_answers_asks_and_can_go_back(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    on_dialog(QMessageBox, press_button("Go back"))
    desktop.window.close()
    assert desktop.window.isVisible()
    assert desktop.session.check_in.answered_count == 1


def test_closing_can_save_the_page_first(desktop: RunningApp, person: Person, tmp_path: Path) -> None:
    person.click("C16-yes")
    person.click("C16-bring")
    path = tmp_path / "before leaving.pdf"
    on_dialog(QMessageBox, press_button("Save the page as PDF…"))
    on_dialog(QFileDialog, choose(path))
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert "I can be myself in the room." in words_of(path)


def test_closing_stays_where_the_page_was_not_saved_after_all(desktop: RunningApp, person: Person) -> None:
    person.click("C16-yes")
    on_dialog(QMessageBox, press_button("Save the page as PDF…"))
    on_dialog(QFileDialog, QFileDialog.reject)
    desktop.window.close()
    assert desktop.window.isVisible()
    assert desktop.session.check_in.answered_count == 1
