"""The real dialogs, by mouse and keys: each answer is the one that was given, and closing a dialog changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.dialogs import Dialogs, UnsavedChoice, show_until_answered
from tests.gui.dialogs import on_dialog, press_button, press_key, reading

NAME = "Notes 2026-11-24.pdf"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    built = QWidget()
    qtbot.addWidget(built)
    with qtbot.waitExposed(built):
        built.show()
    return built


def file_name(dialog: QFileDialog) -> QLineEdit:
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    return line


def type_path(path: Path) -> Callable[[QFileDialog], None]:
    """Return what types a path into the file dialog and goes on."""

    def type_it(dialog: QFileDialog) -> None:
        line = file_name(dialog)
        line.selectAll()
        QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    return type_it


@pytest.mark.parametrize(
    ("answer", "goes_out"),
    [
        (press_button("Print…"), True),
        (press_button("Go back"), False),
        (press_key(Qt.Key.Key_Return), True),
        (press_key(Qt.Key.Key_Escape), False),
        (QWidget.close, False),
    ],
    ids=["its button", "go back", "return", "escape", "closed"],
)
def test_a_sheet_goes_out_only_where_that_was_said(
    window: QWidget, answer: Callable[[QWidget], None], *, goes_out: bool
) -> None:
    said: list[str] = []
    on_dialog(QMessageBox, reading(said, answer))
    assert Dialogs().confirm_output(window, "Others may see <b>this</b>.", "Print…") is goes_out
    assert said == ["Others may see <b>this</b>."]


def test_nothing_is_left_in_the_window_of_a_question_that_was_answered(window: QWidget, tmp_path: Path) -> None:
    dialogs, printer = Dialogs(), QPrinter()
    on_dialog(QMessageBox, press_key(Qt.Key.Key_Return))
    dialogs.tell(window, "A sentence.")
    on_dialog(QMessageBox, press_key(Qt.Key.Key_Escape))
    dialogs.ask_before_discarding(window, "")
    on_dialog(QFileDialog, type_path(tmp_path / "mine.pdf"))
    dialogs.pdf_path(window, NAME)
    on_dialog(QPrintDialog, press_key(Qt.Key.Key_Escape))
    show_until_answered(QPrintDialog(printer, window))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the loop of the app does
    assert window.children() == []


@pytest.mark.parametrize(
    ("answer", "leaving"),
    [
        (press_button("Keep them…"), UnsavedChoice.KEEP),
        (press_button("Save the page as PDF…"), UnsavedChoice.SAVE),
        (press_button("Let them go"), UnsavedChoice.DISCARD),
        (press_button("Go back"), UnsavedChoice.STAY),
        (press_key(Qt.Key.Key_Return), UnsavedChoice.STAY),
        (press_key(Qt.Key.Key_Escape), UnsavedChoice.STAY),
        (QWidget.close, UnsavedChoice.STAY),
    ],
    ids=["keep", "save", "let go", "go back", "return", "escape", "closed"],
)
def test_answers_are_let_go_only_where_that_was_said(
    window: QWidget, answer: Callable[[QWidget], None], leaving: UnsavedChoice
) -> None:
    said: list[str] = []
    on_dialog(QMessageBox, reading(said, answer))
    assert Dialogs().ask_before_discarding(window, "Others may see this.") is leaving
    assert said[0].startswith("Your answers are not kept on this computer.")
    assert said[0].endswith("Others may see this.")


@pytest.mark.parametrize("answer", ["Go on without it", "Go back"])
def test_a_contact_that_was_begun_is_dropped_only_where_that_was_said(window: QWidget, answer: str) -> None:
    told: list[str] = []
    on_dialog(QMessageBox, reading(told, press_button(answer)))
    assert Dialogs().confirm_discard_contact(window) is (answer == "Go on without it")
    assert "Help lines" in told[0]
    on_dialog(QMessageBox, press_key(Qt.Key.Key_Escape))
    assert not Dialogs().confirm_discard_contact(window)


def test_every_button_of_a_question_can_be_reached_by_tab(window: QWidget) -> None:
    reached: list[str] = []

    def tab_through(box: QMessageBox) -> None:
        for _ in range(4):
            focus = box.focusWidget()
            assert isinstance(focus, QPushButton)
            reached.append(focus.text())
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        box.close()

    on_dialog(QMessageBox, tab_through)
    Dialogs().ask_before_discarding(window, "Others may see this.")
    assert sorted(reached) == ["Go back", "Keep them…", "Let them go", "Save the page as PDF…"]


@pytest.mark.parametrize("points", [10, 20, 30])
def test_no_button_of_a_question_is_cut_at_any_text_size(window: QWidget, qapp: QApplication, points: int) -> None:
    font, larger = qapp.font(), qapp.font()
    larger.setPointSize(points)
    qapp.setFont(larger)
    cut: list[str] = []

    def look(box: QMessageBox) -> None:
        buttons = box.findChildren(QPushButton)
        cut.extend(it.text() for it in buttons if it.width() < it.fontMetrics().horizontalAdvance(it.text()))
        box.close()

    on_dialog(QMessageBox, look)
    Dialogs().ask_before_discarding(window, "Others may see this.")
    qapp.setFont(font)
    assert cut == []


def test_a_sentence_is_told_as_plain_text(window: QWidget) -> None:
    said: list[str] = []
    on_dialog(QMessageBox, reading(said, press_button("OK")))
    Dialogs().tell(window, "A <b>sentence</b>.")
    assert said == ["A <b>sentence</b>."]


def test_a_message_box_shows_tags_as_they_are(window: QWidget) -> None:
    formats: list[Qt.TextFormat] = []

    def look(box: QMessageBox) -> None:
        formats.append(box.textFormat())
        box.close()

    for ask in (
        lambda: Dialogs().tell(window, "<img src='file:///etc/passwd'>"),
        lambda: Dialogs().confirm_output(window, "<img src='file:///etc/passwd'>", "Print…"),
        lambda: Dialogs().ask_before_discarding(window, "<img src='file:///etc/passwd'>"),
        lambda: Dialogs().confirm_restore(window, "<img src='file:///etc/passwd'>", is_replacing=True),
    ):
        on_dialog(QMessageBox, look)
        ask()
    assert formats == [Qt.TextFormat.PlainText] * 4


@pytest.mark.parametrize(("button", "is_restored"), [("Bring it back", True), ("Go back", False)])
@pytest.mark.parametrize(("is_replacing", "then"), [(True, "takes the place of"), (False, "is kept on this computer")])
def test_a_backup_is_restored_only_after_a_yes_that_knows_what_it_replaces(
    window: QWidget, button: str, then: str, *, is_restored: bool, is_replacing: bool
) -> None:
    texts: list[str] = []

    def answer(box: QMessageBox) -> None:
        texts.append(box.text())
        press_button(button)(box)

    on_dialog(QMessageBox, answer)
    assert Dialogs().confirm_restore(window, "Mine.evolve", is_replacing=is_replacing) is is_restored
    assert "Mine.evolve" in texts[0]
    assert then in texts[0]


def test_the_file_dialog_proposes_a_name_in_the_home_folder(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    on_dialog(QFileDialog, lambda dialog: QTest.keyClick(file_name(dialog), Qt.Key.Key_Return))
    assert Dialogs().pdf_path(window, NAME) == tmp_path / NAME


@pytest.mark.parametrize(
    ("typed", "saved"), [("mine.pdf", "mine.pdf"), ("mine", "mine.pdf"), ("24.11", "24.11.pdf"), ("A.PDF", "A.PDF")]
)
def test_a_file_is_called_pdf_whatever_was_typed(window: QWidget, tmp_path: Path, typed: str, saved: str) -> None:
    on_dialog(QFileDialog, type_path(tmp_path / typed))
    assert Dialogs().pdf_path(window, NAME) == tmp_path / saved


@pytest.mark.parametrize("answer", [press_button("Cancel"), press_key(Qt.Key.Key_Escape), QWidget.close])
def test_no_file_is_chosen_where_the_dialog_was_cancelled(window: QWidget, answer: Callable[[QWidget], None]) -> None:
    on_dialog(QFileDialog, answer)
    assert Dialogs().pdf_path(window, NAME) is None


@pytest.mark.parametrize(("button", "is_replaced"), [("&Yes", True), ("&No", False)])
def test_a_file_that_is_there_is_replaced_only_where_that_was_said(
    window: QWidget, tmp_path: Path, button: str, *, is_replaced: bool
) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"from before")

    def choose(dialog: QFileDialog) -> None:
        on_dialog(QMessageBox, press_button(button))
        type_path(path)(dialog)
        dialog.close()

    on_dialog(QFileDialog, choose)
    assert Dialogs().pdf_path(window, NAME) == (path if is_replaced else None)


def test_a_name_that_only_becomes_the_name_of_a_file_that_is_there_is_asked_about_too(
    window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"from before")
    proposed: list[str] = []

    def second(dialog: QFileDialog) -> None:
        proposed.append(file_name(dialog).text())
        dialog.close()

    def first(dialog: QFileDialog) -> None:
        type_path(tmp_path / "mine")(dialog)
        on_dialog(QFileDialog, second)

    on_dialog(QFileDialog, first)
    assert Dialogs().pdf_path(window, NAME) is None
    assert proposed == ["mine.pdf"]


def test_a_window_under_the_privacy_screen_is_closed_after_a_neutral_question(window: QWidget) -> None:
    dialogs = Dialogs()
    told: list[str] = []
    dialogs.set_neutral_title("Notes")
    for ask in (dialogs.ask_before_discarding, dialogs.ask_after_failed_save):
        on_dialog(QMessageBox, reading(told, press_button("Close it")))
        assert ask(window, "Others may see this.") is UnsavedChoice.DISCARD
        on_dialog(QMessageBox, reading(told, press_key(Qt.Key.Key_Return)))
        assert ask(window, "Others may see this.") is UnsavedChoice.STAY
    on_dialog(QMessageBox, reading(told, press_button("Close it")))
    assert dialogs.confirm_discard_contact(window)
    assert set(told) == {"This is not saved. If you close it, it is gone."}


def test_what_is_to_be_told_waits_for_the_end_of_the_privacy_screen(window: QWidget) -> None:
    dialogs = Dialogs()
    told: list[str] = []
    dialogs.set_neutral_title("Notes")
    dialogs.tell(window, "The page was not saved.")
    dialogs.tell(window, "The printer did not answer.")
    assert QApplication.activeModalWidget() is None

    def show_privacy_screen_again(box: QMessageBox) -> None:
        dialogs.set_neutral_title("Notes")
        box.reject()

    on_dialog(QMessageBox, reading(told, show_privacy_screen_again))
    dialogs.set_neutral_title("")
    dialogs.tell_held()
    assert told == ["The page was not saved."]
    on_dialog(QMessageBox, reading(told, QMessageBox.reject))
    dialogs.set_neutral_title("")
    dialogs.tell_held()
    assert told[1:] == ["The printer did not answer."]
