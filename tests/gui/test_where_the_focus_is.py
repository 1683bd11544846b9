"""The focus never goes where nobody sees it: what is typed next would be written there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault
from tests.gui.app_runs import AppRuns
from tests.gui.passphrase_window import PassphraseWindow
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import LIMIT_MS, PASSPHRASE
from tests.launch import CHEAP, NOW
from tools.window_tour import Tour


@pytest.fixture
def rests(qtbot: QtBot) -> Callable[[Person, str], None]:
    """Wait until something can be seen and used."""

    def wait(person: Person, name: str) -> None:
        qtbot.waitUntil(lambda: person.sees(name) and person.find(name).isEnabled(), timeout=LIMIT_MS)

    return wait


@pytest.fixture
def own_vault(tmp_path: Path) -> None:
    """Have a vault before the window opens, which is locked then."""
    Vault(tmp_path / "check-ins", lambda: NOW, cost=CHEAP).create(Diary(), PASSPHRASE)


@pytest.fixture
def person(passphrase_window: PassphraseWindow, rests: Callable[[Person, str], None]) -> Person:
    """Return the person before the page about keeping."""
    passphrase_window.clear()
    passphrase_window.runs.line("Keep my check-ins…").trigger()
    rests(passphrase_window.person, "new-passphrase-more")
    return passphrase_window.person


def lock(runs: AppRuns) -> None:
    QTest.keyClick(runs.now.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def line(person: Person, name: str) -> QLineEdit:
    found = person.find(name)
    assert isinstance(found, QLineEdit)
    return found


def try_until_it_waits(person: Person, rests: Callable[[Person, str], None]) -> QAbstractButton:
    """Try wrong passphrases until the button has to be waited for."""
    button = person.find("unlock-open")
    assert isinstance(button, QAbstractButton)
    while "again in" not in button.text():
        rests(person, "unlock-open")
        line(person, "unlock-secret").setText("wrong")
        person.click("unlock-open")
        rests(person, "unlock-secret")
    return button


def end_wait(button: QAbstractButton) -> None:
    """Let the time pass until the next passphrase may be tried."""
    form = button.parentWidget()
    assert form is not None
    (timer,) = (timer for timer in form.findChildren(QTimer) if timer.isActive())
    timer.stop()
    timer.timeout.emit()
    assert button.text() == "Open"


@pytest.mark.usefixtures("own_vault")
def test_the_end_of_the_wait_calls_nobody_back_to_the_passphrase(
    runs: AppRuns, rests: Callable[[Person, str], None]
) -> None:
    person = runs.open()
    rests(person, "unlock-open")
    for name in ("locked-go-on", "unlock-is-code", "locked-copies"):
        button = try_until_it_waits(person, rests)
        person.find(name).setFocus()
        end_wait(button)
        assert QApplication.focusWidget() is person.find(name), name
    button = try_until_it_waits(person, rests)
    who_went_on_is_not_called_back_to_a_lock_out_of_sight(runs, person, button)


def who_went_on_is_not_called_back_to_a_lock_out_of_sight(
    runs: AppRuns, person: Person, button: QAbstractButton
) -> None:
    person.click("locked-go-on")
    runs.line("My page").trigger()
    person.find("main-topic").setFocus()
    end_wait(button)
    assert QApplication.focusWidget() is person.find("main-topic")


@pytest.mark.usefixtures("own_vault")
def test_a_locked_backup_asks_where_it_was_chosen(
    runs: AppRuns, answers: Answers, rests: Callable[[Person, str], None]
) -> None:
    person = runs.open()
    unlock(person, rests, "tabs")
    runs.line("Keep my check-ins…").trigger()
    answers.path = answers.opens = runs.folder / "backup.evolve"
    rests(person, "back-up")
    person.click("back-up")
    rests(person, "new-passphrase-more")
    person.click("new-passphrase-more")
    person.type("new-passphrase-first", "other words")
    person.type("new-passphrase-second", "other words")
    person.click("change-passphrase")
    rests(person, "have-code")
    person.click("have-code")
    lock(runs)
    rests(person, "unlock-secret")
    person.type("unlock-secret", "other words")
    person.click("unlock-open")
    rests(person, "tabs")
    runs.line("Keep my check-ins…").trigger()
    person.click("restore-backup")
    rests(person, "backup-secret")
    QTest.qWait(50)
    assert QApplication.focusWidget() is person.find("backup-secret")


def focused() -> str:
    """Return the object name of the control in focus, or its text if it has none."""
    focus = QApplication.focusWidget()
    assert focus is not None, "the focus is nowhere"
    return focus.objectName() or str(focus.property("text"))


def unlock(person: Person, rests: Callable[[Person, str], None], shown: str) -> None:
    rests(person, "unlock-secret")
    person.type("unlock-secret", PASSPHRASE)
    QTest.keyClick(person.find("unlock-secret"), Qt.Key.Key_Return)
    rests(person, shown)


def test_who_begins_to_keep_without_a_passphrase_is_at_the_way_back_which_says_so(runs: AppRuns, qtbot: QtBot) -> None:
    person = runs.open()
    person.click("start")
    person.click("keeping-more")
    person.find("keep-open").setFocus()
    QTest.keyClick(person.find("keep-open"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: person.sees("keeping-told"), timeout=LIMIT_MS)
    assert focused() == "keeping-back"
    focus = QApplication.focusWidget()
    assert focus is not None
    told = "From now on your check-ins are kept on this computer."
    qtbot.waitUntil(lambda: focus.accessibleDescription() == told)
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert focus.accessibleDescription() == ""


def test_on_the_page_about_keeping_the_focus_is_where_one_goes_on(
    passphrase_window: PassphraseWindow, person: Person, rests: Callable[[Person, str], None]
) -> None:
    a_button_whose_work_is_done_has_the_focus_again(passphrase_window.runs, person, rests)
    the_second_question_before_everything_is_erased_is_said_on_the_way_back(person)
    the_page_is_opened_at_its_top_with_its_title_said(passphrase_window.runs, person)


def a_button_whose_work_is_done_has_the_focus_again(
    runs: AppRuns, person: Person, rests: Callable[[Person, str], None]
) -> None:
    runs.answers.path = runs.folder / "backup.evolve"
    person.find("back-up").setFocus()
    QTest.keyClick(person.find("back-up"), Qt.Key.Key_Space)
    rests(person, "back-up")
    assert runs.answers.path.exists()
    assert focused() == "back-up"


def the_second_question_before_everything_is_erased_is_said_on_the_way_back(person: Person) -> None:
    person.find("erase").setFocus()
    QTest.keyClick(person.find("erase"), Qt.Key.Key_Space)
    assert focused() == "erase-back"
    assert "It cannot be undone." in person.find("erase-back").accessibleDescription()
    QTest.keyClick(person.find("erase-back"), Qt.Key.Key_Space)
    assert focused() == "erase"


def the_page_is_opened_at_its_top_with_its_title_said(runs: AppRuns, person: Person) -> None:
    runs.now.window.resize(1000, 500)
    QTest.qWait(50)
    (column,) = [area for area in runs.now.window.findChildren(QScrollArea) if area.isVisible()]
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum())
    runs.line("Check-in").trigger()
    runs.line("Keep my check-ins…").trigger()
    QTest.qWait(50)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "keeping-back"
    assert focus.accessibleDescription() == "Keep my check-ins"
    assert not focus.visibleRegion().isEmpty()
    assert person.sees("erase")


@pytest.mark.usefixtures("own_vault")
def test_after_a_start_the_focus_is_on_the_page_that_is_shown(
    runs: AppRuns, rests: Callable[[Person, str], None]
) -> None:
    person = runs.open()
    usual = person.window.size()
    person.window.resize(1280, 800)
    unlock(person, rests, "tabs")
    assert focused() == "article"
    person.window.resize(usual)
    runs.line("Keep my check-ins…").trigger()
    rests(person, "remove-passphrase")
    person.click("remove-passphrase")
    rests(person, "new-passphrase-more")
    person = runs.again()
    rests(person, "tabs")
    assert focused() == "tab-bar"  # in this narrow window; a wide one has the article


def test_unlocking_goes_back_to_where_one_was(
    passphrase_window: PassphraseWindow, person: Person, rests: Callable[[Person, str], None]
) -> None:
    for page, place in (("Check-in", "C03-not-yet"), ("My page", "main-topic")):
        passphrase_window.runs.line(page).trigger()
        person.find(place).setFocus()
        lock(passphrase_window.runs)
        assert focused() == "unlock-secret", page
        unlock(person, rests, place)
        assert focused() == place, page


def test_unlocking_leaves_the_focus_in_sight_if_its_place_is_gone(
    passphrase_window: PassphraseWindow, person: Person, rests: Callable[[Person, str], None], qtbot: QtBot
) -> None:
    passphrase_window.runs.line("Earlier").trigger()
    qtbot.waitUntil(lambda: person.sees("history"), timeout=LIMIT_MS)
    (button,) = (
        found
        for found in person.window.findChildren(QAbstractButton)
        if found.objectName().startswith("delete-") and found.isVisible()
    )
    button.setFocus()
    lock(passphrase_window.runs)
    unlock(person, rests, "tabs")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert focus.isEnabled()


def test_after_undo_the_focus_is_at_what_came_back(
    passphrase_window: PassphraseWindow, person: Person, qtbot: QtBot
) -> None:
    the_undo_key_brings_a_deleted_check_in_back_before_it_undoes_an_answer(passphrase_window.runs, person, qtbot)
    undo_leaves_the_focus_at_a_note_that_can_be_printed(passphrase_window.runs, person, qtbot)


def the_undo_key_brings_a_deleted_check_in_back_before_it_undoes_an_answer(
    runs: AppRuns, person: Person, qtbot: QtBot
) -> None:
    session = runs.now.session
    session.reply("C05", Reply.NOT_YET)
    runs.line("Earlier").trigger()
    qtbot.waitUntil(lambda: person.sees("history"), timeout=LIMIT_MS)
    (name,) = {found.objectName() for found in person.window.findChildren(QAbstractButton) if _deletes(found)}
    person.find(name).setFocus()
    QTest.keyClick(person.find(name), Qt.Key.Key_Space)
    assert not person.sees(name)
    QTest.keyClick(person.find("undo-delete"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.sees(name)
    assert focused() == name


def undo_leaves_the_focus_at_a_note_that_can_be_printed(runs: AppRuns, person: Person, qtbot: QtBot) -> None:
    session = runs.now.session
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", "the forms")
    session.bring("C03", on=True)
    session.note("C03", "the forms, and the bill")
    runs.line("My page").trigger()
    qtbot.waitUntil(lambda: person.sees("C03-print-note"))
    person.find("C03-print-note").setFocus()
    runs.line("Undo").trigger()
    assert "“the forms”" in person.reads()
    assert QApplication.focusWidget() is person.find("C03-print-note")


def _deletes(button: QAbstractButton) -> bool:
    return button.objectName().startswith("delete-") and button.isVisible()


def test_no_page_is_opened_with_the_focus_on_its_heading(
    qapp: QApplication, passphrase_window: PassphraseWindow
) -> None:
    passphrase_window.clear()
    for place in Tour(qapp, passphrase_window.runs.now).places():
        focus = QApplication.focusWidget()
        assert not isinstance(focus, QLabel), place
