"""The privacy screen over every page, dialog and menu: no random key and no random click takes it away."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.gui.services.dialogs import Dialogs
from tests.conftest import LONG
from tests.gui.conftest import shown_window
from tests.gui.person import Answers, Person
from tests.gui.private_words import private_words
from tests.gui.shell.privacy_screen_steps import (
    TIMES,
    anything,
    assert_says_nothing,
    handle_of,
    press_at_random,
    press_shift,
    quiet_of,
    told_key,
)
from tests.gui.vault_steps import PASSPHRASE, create_vault
from tools.window_tour import PLACES, Tour, answer_some

OPEN = pytest.mark.parametrize("shared_writer", [""], ids=["open"], indirect=True)
LOCKED = pytest.mark.parametrize("shared_writer", [PASSPHRASE], ids=["locked"], indirect=True)

Step = Callable[[RunningApp], None]


@dataclass(frozen=True)
class Writer:
    """Somebody with answers in a window, who opens it again after each test: with a passphrase if there is one."""

    desktop: RunningApp
    tour: Tour
    quiet: QTimer
    passphrase: str
    times: int

    def hides(self, window: QWidget | None = None) -> None:
        """Press Shift three times before this window, and fall on the keyboard."""
        press_shift(self.desktop, window)
        press_at_random(self.desktop.window, self.times, with_clicks=True, but=anything)

    def comes_back(self) -> None:
        """Wait for the two seconds and press the key that the welcome tells."""
        self.quiet.timeout.emit()
        QTest.keyClick(handle_of(self.desktop.window), Qt.Key.Key_F9)

    def goes_on(self) -> None:
        """Show the tabs with the answers again."""
        person = Person(self.desktop.window)
        if person.sees("privacy-screen"):
            self.comes_back()
        if self.passphrase and person.sees("unlock-secret"):
            person.type("unlock-secret", self.passphrase)
            person.click("unlock-open")
            self.tour.wait(lambda: not person.sees("unlock-secret"))
        self.tour.settle()
        assert "Zebra" in self.desktop.session.check_in.answers["C03"].note


@pytest.fixture(scope="module")
def shared_writer(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Writer]:
    times = TIMES[request.config.getoption("--faults")]
    with shown_window(qapp, Answers(), tmp_path_factory.mktemp("shared")) as desktop:
        writer = Writer(desktop, Tour(qapp, desktop), quiet_of(desktop), request.param, times)
        writer.tour.show("check-in")
        answer_some(desktop.session)
        desktop.session.note("C03", "Zebra: nobody else may read this.")
        if writer.passphrase:
            create_vault(Person(desktop.window), QtBot(request), writer.passphrase)
        yield writer


def name_of(case: str | Step) -> str:
    return case if isinstance(case, str) else case.__name__


def few_of(cases: Iterable[str | Step], *in_short_form: str) -> list[object]:
    """Return all cases; the short form of the tests takes a few of them."""
    return [pytest.param(case, marks=[] if name_of(case) in in_short_form else [LONG]) for case in cases]


@pytest.fixture
def writer(shared_writer: Writer) -> Iterator[Writer]:
    yield shared_writer
    shared_writer.goes_on()


def message(desktop: RunningApp) -> None:
    Dialogs().tell(desktop.window, "Your answers about therapy")


def question(desktop: RunningApp) -> None:
    Dialogs().confirm_output(desktop.window, "A private note goes out.", "Print…")


def question_before_closing(desktop: RunningApp) -> None:
    Dialogs().ask_before_discarding(desktop.window, "Others may see this.")


def question_after_failed_save(desktop: RunningApp) -> None:
    Dialogs().ask_after_failed_save(desktop.window, "The disk is full.")


def question_about_contact(desktop: RunningApp) -> None:
    Dialogs().confirm_discard_contact(desktop.window)


def file_to_save(desktop: RunningApp) -> None:
    Dialogs().pdf_path(desktop.window, "Notes for my session.pdf")


def file_to_open(desktop: RunningApp) -> None:
    Dialogs().open_path(desktop.window, "Restore from a backup")


def print_dialog(desktop: RunningApp) -> None:
    printer = QPrinter()
    QPrintDialog(printer, desktop.window).exec()


def about_qt(desktop: RunningApp) -> None:
    QMessageBox.aboutQt(desktop.window)


def two_dialogs(desktop: RunningApp) -> None:
    QTimer.singleShot(0, lambda: message(desktop))
    question(desktop)


DIALOGS = [
    message,
    question,
    question_before_closing,
    question_after_failed_save,
    question_about_contact,
    file_to_save,
    file_to_open,
    print_dialog,
    about_qt,
    two_dialogs,
]


@pytest.fixture
def no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")


def assert_is_closed(writer: Writer, dialog: Step) -> None:
    told: list[str] = []

    def hide_from_it() -> None:
        front = QApplication.activeModalWidget()
        if front is None or (dialog is two_dialogs and front.windowTitle() != "Please note"):
            QTimer.singleShot(10, writer.desktop.window, hide_from_it)
            return
        told.append(front.windowTitle())
        writer.hides(front)

    writer.tour.show("check-in")
    QTimer.singleShot(0, writer.desktop.window, hide_from_it)
    dialog(writer.desktop)
    assert len(told) == 1
    assert told != ["Notes"]
    assert_says_nothing(writer.desktop.window)


def open_file_menu(desktop: RunningApp) -> None:
    QTest.keyClick(handle_of(desktop.window), Qt.Key.Key_F10)


def open_countries(desktop: RunningApp) -> None:
    Person(desktop.window).click("to-help-lines")
    (combo,) = [found for found in desktop.window.findChildren(QComboBox) if found.isVisible()][:1]
    combo.showPopup()


def open_context_menu(desktop: RunningApp) -> None:
    desktop.window.activateWindow()
    QTest.keyClick(handle_of(desktop.window), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = Person(desktop.window).find("find-words")
    assert isinstance(line, QLineEdit)
    line.setText("Zebra")
    line.createStandardContextMenu().popup(line.mapToGlobal(QPoint(0, 0)))


def show_tool_tip(desktop: RunningApp) -> None:
    QToolTip.showText(desktop.window.mapToGlobal(QPoint(50, 50)), "Zebra", desktop.window)


POPUPS = [open_file_menu, open_countries, open_context_menu, show_tool_tip]


def assert_goes_too(writer: Writer, popup: Step) -> None:
    writer.tour.show("check-in")
    popup(writer.desktop)
    writer.desktop.idle_monitor.privacy_screen_requested.emit()
    assert_says_nothing(writer.desktop.window)


IN_FRONT = [*(place for place in PLACES if place not in {"privacy-screen", "my-page"}), "my-page"]
"""My page comes last: once it was laid out, that is forgotten at each lock."""


def assert_nothing_ends_it(writer: Writer, place: str) -> None:
    window, person = writer.desktop.window, Person(writer.desktop.window)
    writer.tour.show(place)
    writer.hides()
    assert_says_nothing(window)
    writer.tour.settle()
    assert_says_nothing(window)
    writer.quiet.timeout.emit()
    press_at_random(window, writer.times, with_clicks=False, but=told_key)
    assert_says_nothing(window)
    writer.comes_back()
    assert not person.sees("privacy-screen")
    assert person.sees("unlock-secret") is bool(writer.passphrase) or place == "lock"
    assert window.windowTitle() == "Evolve"
    if writer.passphrase:
        assert private_words(window, "zebra") == []


@OPEN
@pytest.mark.parametrize("popup", POPUPS, ids=name_of)
def test_what_stands_above_the_window_goes_too(writer: Writer, popup: Step) -> None:
    assert_goes_too(writer, popup)


@OPEN
@pytest.mark.usefixtures("no_printers")
@pytest.mark.parametrize("dialog", DIALOGS, ids=name_of)
def test_every_dialog_is_closed_and_none_comes_back(writer: Writer, dialog: Step) -> None:
    assert_is_closed(writer, dialog)


@OPEN
@pytest.mark.parametrize("place", IN_FRONT)
def test_nothing_pressed_within_two_seconds_ends_the_privacy_screen(writer: Writer, place: str) -> None:
    assert_nothing_ends_it(writer, place)


@LOCKED
@pytest.mark.parametrize("popup", few_of(POPUPS, "open_context_menu"), ids=name_of)
def test_what_stands_above_the_window_goes_when_it_locks(writer: Writer, popup: Step) -> None:
    assert_goes_too(writer, popup)


@LOCKED
@pytest.mark.usefixtures("no_printers")
@pytest.mark.parametrize(
    "dialog", few_of(DIALOGS, "question_before_closing", "file_to_save", "two_dialogs"), ids=name_of
)
def test_every_dialog_is_closed_when_the_window_locks(writer: Writer, dialog: Step) -> None:
    assert_is_closed(writer, dialog)


@LOCKED
@pytest.mark.parametrize("place", few_of(IN_FRONT, "red-flags", "my-page"))
def test_nothing_pressed_within_two_seconds_ends_the_privacy_screen_that_locks(writer: Writer, place: str) -> None:
    assert_nothing_ends_it(writer, place)
