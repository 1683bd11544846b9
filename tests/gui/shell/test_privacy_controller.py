"""Hide and lock in the whole window: a privacy screen at once, no word left anywhere, and back to the same place."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault
from tests.gui.passphrase_window import PassphraseWindow
from tests.gui.person import Person
from tests.gui.private_words import private_words
from tests.gui.vault_steps import PASSPHRASE, create_vault

pytestmark = pytest.mark.one_window

NOTE = "Zebra: nobody else may read this."


@pytest.fixture
def kept(passphrase_window: PassphraseWindow) -> PassphraseWindow:
    """Return the window of somebody who keeps, with a passphrase, and has written a private note."""
    passphrase_window.clear()
    passphrase_window.runs.now.session.note("C03", NOTE)
    return passphrase_window


@pytest.fixture
def keep(person: Person, qtbot: QtBot) -> Callable[[str], None]:
    """Keep with a passphrase, or without one where it is empty, and go back to the tabs."""

    def keep_with(passphrase: str) -> None:
        create_vault(person, qtbot, passphrase)
        qtbot.waitUntil(lambda: person.find("keeping-state").property("text").startswith("Kept "))

    return keep_with


def write(person: Person, desktop: RunningApp, qtbot: QtBot) -> None:
    """Leave private words in every place that takes them, and look at each tab."""
    session = desktop.session
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", NOTE)
    session.flag("R06", FlagReply.YES)
    session.plan(session.check_in.plan.with_main_topic(NOTE).with_name("Zebra Z.").with_question(0, "Zebra?"))
    for index in reversed(range(person.tabs.count())):
        person.tabs.setCurrentIndex(index)
        if person.sees("preview"):
            qtbot.waitUntil(lambda: "Zebra" in person.find("preview").accessibleDescription())
            person.click("copy-text")
        if person.sees("earlier-search"):
            person.type("earlier-search", "zebra")
    person.click("to-help-lines")
    if person.sees("own-add"):
        add_contacts(person)
    QTest.keyClick(desktop.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    person.type("find-words", "zebra")


def add_contacts(person: Person) -> None:
    """Add two contacts, remove the second, begin a third, and search; or go on with what was begun."""
    for number in ("555 0100", "zebra@example.org"):
        person.click("own-add")
        person.type("own-name", f"Zebra {number}")
        person.type("own-reach", number)
        person.click("own-save")
    person.click("own-2-remove")
    person.click("own-add")
    person.type("own-name", "Zebra, begun")
    person.type("help-search", "zebra")


def hide_by_keys(desktop: RunningApp, window: QWidget | None = None) -> None:
    handle = (window or desktop.window).windowHandle()
    assert handle is not None
    handle.installEventFilter(desktop.idle_monitor)  # the offscreen platform gives no window the focus by itself
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Shift)


def test_hide_shows_the_privacy_screen_and_all_notes_leads_back(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    person.click("hide")
    assert person.sees("privacy-screen")
    assert not person.sees("C01-yes")
    assert not person.sees("to-help-lines")
    person.come_back()
    assert person.is_ticked("C01-yes")
    assert person.sees("to-help-lines")
    assert desktop.session.check_in.answered_count == 1


def test_shift_three_times_hides(desktop: RunningApp, person: Person) -> None:
    hide_by_keys(desktop)
    assert person.sees("privacy-screen")


@pytest.mark.own_window
def test_after_locking_no_word_is_left_anywhere(
    desktop: RunningApp, person: Person, keep: Callable[[str], None], qtbot: QtBot, qapp: QApplication
) -> None:
    write(person, desktop, qtbot)
    keep(PASSPHRASE)
    write(person, desktop, qtbot)
    assert private_words(desktop.window, "zebra")
    person.click("hide")
    qtbot.wait(1)  # what was deleted goes with the next events
    assert private_words(desktop.window, "zebra") == []
    assert private_words(desktop.window, "heron") == []
    assert "zebra" not in qapp.clipboard().text().lower()
    person.come_back()
    assert not person.sees("privacy-screen")
    person.type("unlock-secret", PASSPHRASE)
    person.click("unlock-open")
    qtbot.waitUntil(lambda: person.sees("C03-note"))
    note = person.find("C03-note")
    assert isinstance(note, QPlainTextEdit)
    assert note.toPlainText() == NOTE
    person.click("to-help-lines")
    assert "Zebra 555 0100" in person.reads()
    assert "zebra@example.org" not in person.reads()
    who_goes_on_without_opening_comes_back_to_the_tabs(person)


def who_goes_on_without_opening_comes_back_to_the_tabs(person: Person) -> None:
    person.click("hide")
    person.come_back()
    person.click("locked-go-on")
    person.click("C01-yes")
    person.click("hide")
    person.come_back()
    assert person.is_ticked("C01-yes")
    assert person.sees("to-help-lines")


def test_what_opens_while_the_window_is_hidden_stays_hidden_and_is_locked_again(
    kept: PassphraseWindow, qtbot: QtBot
) -> None:
    desktop, person = kept.runs.now, kept.person
    person.click("hide")
    person.come_back()
    person.type("unlock-secret", PASSPHRASE)
    person.click("unlock-open")
    hide_by_keys(desktop)
    qtbot.wait(300)
    assert person.sees("privacy-screen")
    assert private_words(desktop.window, "zebra") == []
    person.come_back()
    assert person.sees("unlock-secret")


def test_what_is_brought_back_at_the_lock_leads_into_the_window(
    kept: PassphraseWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    person, answers = kept.person, kept.runs.answers
    person.click("keeping-more")
    answers.path = answers.opens = tmp_path / "backup"
    person.click("back-up")
    qtbot.waitUntil(lambda: "Written: backup" in person.reads())
    person.click("hide")
    person.come_back()
    person.click("locked-restore")
    qtbot.waitUntil(lambda: person.sees("backup-secret") and person.find("backup-open").isEnabled())
    person.type("backup-secret", PASSPHRASE)
    person.click("backup-open")
    qtbot.waitUntil(lambda: person.sees("keeping-back"))
    qtbot.waitUntil(lambda: "Restored: 1 check-in" in person.reads())
    assert person.sees("to-help-lines")


def test_without_a_passphrase_hiding_keeps_everything_where_it_was(
    desktop: RunningApp, person: Person, keep: Callable[[str], None], qtbot: QtBot
) -> None:
    desktop.session.note("C03", NOTE)
    keep("")
    person.click("hide")
    person.come_back()
    qtbot.waitUntil(lambda: person.sees("C03-note"))


def test_a_dialog_that_is_open_is_closed_by_hiding(desktop: RunningApp, person: Person, qtbot: QtBot) -> None:
    dialog = QDialog(desktop.window)
    dialog.open()
    with qtbot.waitSignal(dialog.rejected):
        hide_by_keys(desktop, dialog)
    assert person.sees("privacy-screen")


def test_an_idle_window_warns_and_then_locks(kept: PassphraseWindow, qtbot: QtBot) -> None:
    desktop, person = kept.runs.now, kept.person
    desktop.idle_monitor.warning_due.emit()
    warning = person.find("idle-warning")
    assert isinstance(warning, QLabel)
    assert "20 seconds" in warning.text()
    desktop.idle_monitor.warning_cancelled.emit()
    assert not person.sees("idle-warning")
    desktop.idle_monitor.idle.emit()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    assert desktop.session.check_in.is_empty


def test_an_open_window_is_not_locked_where_there_is_no_passphrase(desktop: RunningApp, person: Person) -> None:
    desktop.idle_monitor.warning_due.emit()
    assert not person.sees("idle-warning")
    desktop.idle_monitor.idle.emit()
    assert person.sees("tabs")


class Paints(QObject):
    """Remembers whether a widget of this name was painted while a save did not answer yet, and has it answer then."""

    def __init__(self, name: str, answer: Event) -> None:
        super().__init__()
        self._name, self._answer = name, answer
        self.in_time = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched.objectName() == self._name and not self._answer.is_set():
            self.in_time = True
            self._answer.set()
        return False


@pytest.mark.parametrize(("how", "shown"), [("Lock", "locked-go-on"), ("Hide", "privacy-screen-back")])
def test_words_are_out_of_sight_before_a_save_that_does_not_answer(
    kept: PassphraseWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, how: str, shown: str
) -> None:
    save, answer, saved = Vault.save, Event(), Event()

    def save_late(vault: Vault, diary: Diary) -> None:
        answer.wait()
        save(vault, diary)
        saved.set()

    monkeypatch.setattr(Vault, "save", save_late)
    kept.runs.now.session.note("C05", NOTE)
    paints = Paints(shown, answer)
    qapp.installEventFilter(paints)
    late = Timer(0.5, answer.set)
    late.start()
    kept.runs.line(how).trigger()
    late.cancel()
    assert answer.is_set()
    assert saved.is_set()  # the lock has waited for it
    assert paints.in_time
    qapp.removeEventFilter(paints)
