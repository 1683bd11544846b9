"""The cover: an empty page of notes that no random key and no random click takes away, and that says nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.dialogs import Dialogs
from tests.gui.accessible_words import accessible_words
from tests.gui.dialogs import on_dialog, press_button, reading
from tests.gui.fits import shown
from tests.gui.person import Person, end_quiet, focused
from tests.gui.private_words import private_words
from tests.gui.vault_steps import create_vault
from tests.launch import launch_options
from tools.window_tour import PLACES, Tour, answer_some

PASSPHRASE = "three green herons walking"  # noqa: S105  (a test's own)
TIMES = 200
LONG_MS = 600_000
COVER = {"Notes", "All notes", "Tuesday, 24 November 2026", "An empty page. F9 goes back to all notes."}
KEYS = [Qt.Key(number) for number in range(Qt.Key.Key_Space, Qt.Key.Key_Z)] + [
    *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift),
    *(Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Menu, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace),
]
MODIFIERS = [
    *[Qt.KeyboardModifier.NoModifier] * 4,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
]


@pytest.fixture(autouse=True)
def _same_name_afterwards(qapp: QApplication) -> Iterator[None]:
    name = qapp.applicationName()
    yield
    qapp.setApplicationName(name)


@pytest.fixture
def quiet(desktop: RunningApp) -> QTimer:
    """Return the clock of the two seconds, which goes on only when a test says so."""
    found = desktop.window.findChild(QTimer, "cover-quiet")
    assert isinstance(found, QTimer)
    found.setInterval(LONG_MS)
    return found


def handle_of(window: QWidget) -> QWindow:
    handle = window.windowHandle()
    assert handle is not None
    return handle


def press_shift(desktop: RunningApp, window: QWidget | None = None) -> None:
    handle = handle_of(window or desktop.window)
    handle.installEventFilter(desktop.idle_monitor)  # the offscreen platform gives no window the focus by itself
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Shift)


def press_at_random(window: QWidget, *, with_clicks: bool, but: Callable[[Qt.Key, Qt.KeyboardModifier], bool]) -> None:
    """Press keys and click, by chance, as if somebody fell on the keyboard; every tenth click is on *All notes*."""
    chance, handle = Random(29), handle_of(window)  # noqa: S311  (nothing is secret here)
    back = window.findChild(QPushButton, "cover-back")
    assert isinstance(back, QPushButton)
    for _ in range(TIMES):
        if with_clicks and chance.random() < 0.5:
            point = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
            if chance.random() < 0.1:
                point = back.mapTo(window, back.rect().center())
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=point)
        else:
            key, modifier = chance.choice(KEYS), chance.choice(MODIFIERS)
            if not but(key, modifier):
                QTest.keyClick(handle, key, modifier)


def anything(_key: Qt.Key, _modifier: Qt.KeyboardModifier) -> bool:
    return False


def told_key(key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
    return key == Qt.Key.Key_F9 and modifier == Qt.KeyboardModifier.NoModifier


def assert_says_nothing(window: QWidget) -> None:
    """Check that the cover is all there is: on the screen, in the title, and for a screen reader."""
    others = [other for other in QApplication.topLevelWidgets() if other.isVisible() and other is not window]
    assert [other for other in others if other.objectName() != "qt_tooltip_label"] == []
    assert others == []
    assert window.windowTitle() == "Notes"
    seen = {part.text() for part in shown(window) if isinstance(part, QLabel | QPushButton)}
    assert seen <= COVER
    assert accessible_words(window) == COVER
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "cover"


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["open", "locked"])
@pytest.mark.parametrize("place", [place for place in PLACES if place != "cover"])
def test_nothing_pressed_within_two_seconds_uncovers_anything(  # noqa: PLR0913, PLR0917  (fixtures)
    desktop: RunningApp, person: Person, tour: Tour, quiet: QTimer, qtbot: QtBot, place: str, passphrase: str
) -> None:
    answer_some(desktop.session)
    desktop.session.note("C03", "Zebra: nobody else may read this.")
    if passphrase:
        create_vault(person, qtbot, passphrase)
    assert next(shown for shown in tour.places() if shown == place)
    press_shift(desktop)
    press_at_random(desktop.window, with_clicks=True, but=anything)
    assert_says_nothing(desktop.window)
    tour.settle()
    assert_says_nothing(desktop.window)
    quiet.timeout.emit()
    press_at_random(desktop.window, with_clicks=False, but=told_key)
    assert_says_nothing(desktop.window)
    QTest.keyClick(handle_of(desktop.window), Qt.Key.Key_F9)
    assert not person.sees("cover")
    assert person.sees("unlock-secret") is bool(passphrase) or place == "lock"
    assert desktop.window.windowTitle() == "Evolve"
    if passphrase:
        assert private_words(desktop.window, "zebra") == []


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


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["open", "locked"])
@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.__name__)
def test_every_dialog_is_closed_and_none_comes_back(  # noqa: PLR0913, PLR0917  (fixtures)
    desktop: RunningApp,
    person: Person,
    quiet: QTimer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    dialog: Callable[[RunningApp], None],
    passphrase: str,
) -> None:
    assert quiet.isSingleShot()
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    answer_some(desktop.session)
    if passphrase:
        create_vault(person, qtbot, passphrase)
    told: list[str] = []

    def hide_from_it() -> None:
        front = QApplication.activeModalWidget()
        if front is None or (dialog is two_dialogs and front.windowTitle() != "Please note"):
            QTimer.singleShot(10, desktop.window, hide_from_it)
            return
        told.append(front.windowTitle())
        press_shift(desktop, front)
        press_at_random(desktop.window, with_clicks=True, but=anything)

    QTimer.singleShot(0, desktop.window, hide_from_it)
    dialog(desktop)
    assert told != ["Notes"]
    assert_says_nothing(desktop.window)


def open_file_menu(desktop: RunningApp) -> None:
    QTest.keyClick(handle_of(desktop.window), Qt.Key.Key_F10)


def open_countries(desktop: RunningApp) -> None:
    Person(desktop.window).click("to-help-lines")
    (combo,) = [found for found in desktop.window.findChildren(QComboBox) if found.isVisible()][:1]
    combo.showPopup()


def open_context_menu(desktop: RunningApp) -> None:
    QTest.keyClick(handle_of(desktop.window), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = Person(desktop.window).find("find-words")
    assert isinstance(line, QLineEdit)
    line.setText("Zebra")
    line.createStandardContextMenu().popup(line.mapToGlobal(QPoint(0, 0)))


def show_tool_tip(desktop: RunningApp) -> None:
    QToolTip.showText(desktop.window.mapToGlobal(QPoint(50, 50)), "Zebra", desktop.window)


@pytest.mark.parametrize(
    "popup", [open_file_menu, open_countries, open_context_menu, show_tool_tip], ids=lambda popup: popup.__name__
)
def test_what_stands_above_the_window_goes_too(
    desktop: RunningApp, quiet: QTimer, popup: Callable[[RunningApp], None]
) -> None:
    assert quiet.isSingleShot()
    popup(desktop)
    desktop.idle_monitor.hide_requested.emit()
    assert_says_nothing(desktop.window)


def test_a_held_key_does_nothing_and_the_told_one_only_when_it_is_pressed_anew(
    desktop: RunningApp, person: Person
) -> None:
    person.click("hide")
    end_quiet(desktop.window)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(focused(), held)
        assert person.sees("cover")
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):  # as X has it, which does not say that it is held
        held = QKeyEvent(kind, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
        held.setTimestamp(9000)
        QApplication.sendEvent(focused(), held)
        assert person.sees("cover")
    QTest.keyClick(focused(), Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert person.sees("cover")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    assert not person.sees("cover")


def test_a_click_that_began_within_the_two_seconds_is_none(desktop: RunningApp, person: Person, quiet: QTimer) -> None:
    person.click("hide")
    back, handle = person.find("cover-back"), handle_of(desktop.window)
    QTest.qWait(0)  # it has its place with the next events
    point = back.mapTo(desktop.window, back.rect().center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=point)
    quiet.timeout.emit()
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=point)
    assert person.sees("cover")
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=point)
    assert not person.sees("cover")


def test_the_two_seconds_begin_anew_each_time(person: Person, quiet: QTimer, qtbot: QtBot) -> None:
    for _ in range(2):
        person.click("hide")
        QTest.keyClick(focused(), Qt.Key.Key_F9)
        assert person.sees("cover")
        qtbot.waitUntil(quiet.isActive)
        quiet.setInterval(0)  # they pass at once
        qtbot.waitUntil(lambda: not quiet.isActive())
        QTest.keyClick(focused(), Qt.Key.Key_F9)
        assert not person.sees("cover")
        quiet.setInterval(LONG_MS)


def test_a_window_that_was_minimized_does_not_make_anyone_wait_again(desktop: RunningApp, person: Person) -> None:
    person.click("hide")
    end_quiet(desktop.window)
    desktop.window.showMinimized()
    desktop.window.showNormal()
    QTest.keyClick(person.find("cover"), Qt.Key.Key_F9)
    assert not person.sees("cover")


def test_title_icon_and_the_name_of_the_app_are_neutral_only_while_it_is_covered(
    desktop: RunningApp, person: Person, qapp: QApplication
) -> None:
    qapp.setApplicationName("Evolve")
    own = desktop.window.windowIcon().cacheKey()
    person.click("hide")
    assert (desktop.window.windowTitle(), qapp.applicationName()) == ("Notes", "Notes")
    assert not desktop.window.windowIcon().isNull()
    assert desktop.window.windowIcon().cacheKey() != own
    person.come_back()
    assert (desktop.window.windowTitle(), qapp.applicationName()) == ("Evolve", "Evolve")
    assert desktop.window.windowIcon().cacheKey() == own
    assert "Not yet" in accessible_words(desktop.window)


@pytest.fixture
def asking(qapp: QApplication, tmp_path: Path) -> Iterator[RunningApp]:
    """Show a window with the real dialogs and some answers, none of them kept."""
    font = qapp.font()
    built = build_window(qapp, launch_options(tmp_path, Dialogs()))
    built.window.show()
    assert QTest.qWaitForWindowExposed(built.window)
    answer_some(built.session)
    yield built
    on_dialog(QMessageBox, press_button("Let them go"))
    built.window.close()
    Shiboken.delete(built.window)
    qapp.setFont(font)


def test_closing_the_covered_window_asks_in_neutral_words(asking: RunningApp) -> None:
    told: list[str] = []
    person = Person(asking.window)
    person.click("hide")
    on_dialog(QMessageBox, reading(told, press_button("Go back")))
    assert not asking.window.close()
    assert told == ["This is not saved. If you close it, it is gone."]
    assert_says_nothing(asking.window)
    person.come_back()
    on_dialog(QMessageBox, reading(told, press_button("Go back")))
    assert not asking.window.close()
    assert told[1].startswith("Your answers are not kept on this computer.")


def test_what_is_covered_says_how_to_come_back_and_so_do_welcome_and_guide(pack: Pack) -> None:
    assert "F9" in pack.keeping.way_back
    for words in ("F9", "“All notes”", "Notes", "two seconds", "passphrase"):
        assert words in pack.keeping.hide
    assert "F9" in {other.press for other in pack.guide.keys.others}
    for word in ("evolve", "therap", "hide", "app"):
        assert word not in pack.keeping.way_back.lower()
