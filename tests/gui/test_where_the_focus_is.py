"""The focus never goes where nobody sees it: what is typed next would be written there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from tests.gui.app_runs import AppRuns
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import LIMIT_MS, create_vault
from tools.window_tour import Tour

PASSPHRASE = "three green herons walking"  # noqa: S105  (a test's own)


@pytest.fixture
def rests(runs: AppRuns, qtbot: QtBot) -> Callable[[Person, str], None]:
    """Wait until something can be seen and used."""

    def wait(person: Person, name: str) -> None:
        qtbot.waitUntil(lambda: person.sees(name) and person.find(name).isEnabled(), timeout=LIMIT_MS)

    assert runs
    return wait


@pytest.fixture
def person(runs: AppRuns, qtbot: QtBot, rests: Callable[[Person, str], None]) -> Person:
    """Return somebody who keeps, with a passphrase, before the page about it."""
    person = runs.open()
    person.click("start")
    create_vault(person, qtbot, PASSPHRASE)
    runs.line("Keep my check-ins…").trigger()
    rests(person, "new-passphrase-more")
    return person


def lock(runs: AppRuns) -> None:
    QTest.keyClick(runs.now.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def line(person: Person, name: str) -> QLineEdit:
    found = person.find(name)
    assert isinstance(found, QLineEdit)
    return found


@pytest.fixture
def waiting(runs: AppRuns, person: Person, rests: Callable[[Person, str], None]) -> Callable[[], QAbstractButton]:
    """Lock if that is not done, and try wrong passphrases until the button has to be waited for."""

    def try_until_it_waits() -> QAbstractButton:
        if not person.sees("unlock-open"):
            lock(runs)
        button = person.find("unlock-open")
        assert isinstance(button, QAbstractButton)
        while "again in" not in button.text():
            rests(person, "unlock-open")
            line(person, "unlock-secret").setText("wrong")
            person.click("unlock-open")
            rests(person, "unlock-secret")
        return button

    return try_until_it_waits


def end_wait(button: QAbstractButton) -> None:
    """Let the time pass until the next passphrase may be tried."""
    form = button.parentWidget()
    assert form is not None
    (timer,) = (timer for timer in form.findChildren(QTimer) if timer.isActive())
    timer.stop()
    timer.timeout.emit()
    assert button.text() == "Open"


def test_who_went_on_after_wrong_passphrases_is_not_called_back_to_a_lock_out_of_sight(
    runs: AppRuns, person: Person, waiting: Callable[[], QAbstractButton]
) -> None:
    button = waiting()
    person.click("locked-go-on")
    runs.line("My page").trigger()
    person.find("main-topic").setFocus()
    end_wait(button)
    assert QApplication.focusWidget() is person.find("main-topic")


def test_the_end_of_the_wait_calls_nobody_back_to_the_passphrase(
    person: Person, waiting: Callable[[], QAbstractButton]
) -> None:
    for name in ("locked-go-on", "unlock-is-code", "locked-copies"):
        button = waiting()
        person.find(name).setFocus()
        end_wait(button)
        assert QApplication.focusWidget() is person.find(name), name


def test_a_locked_backup_asks_where_it_was_chosen(
    runs: AppRuns, person: Person, answers: Answers, rests: Callable[[Person, str], None]
) -> None:
    answers.path = answers.opens = runs.folder / "backup.evolve"
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
    runs: AppRuns, person: Person, answers: Answers, rests: Callable[[Person, str], None]
) -> None:
    a_button_whose_work_is_done_has_the_focus_again(runs, person, answers, rests)
    the_second_question_before_everything_is_erased_is_said_on_the_way_back(person)
    the_page_is_opened_at_its_top_with_its_title_said(runs, person)


def a_button_whose_work_is_done_has_the_focus_again(
    runs: AppRuns, person: Person, answers: Answers, rests: Callable[[Person, str], None]
) -> None:
    answers.path = runs.folder / "backup.evolve"
    person.find("back-up").setFocus()
    QTest.keyClick(person.find("back-up"), Qt.Key.Key_Space)
    rests(person, "back-up")
    assert answers.path.exists()
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


def test_after_a_start_without_a_passphrase_the_focus_is_on_the_page_that_is_shown(
    runs: AppRuns, person: Person, rests: Callable[[Person, str], None]
) -> None:
    person.click("remove-passphrase")
    rests(person, "new-passphrase-more")
    person = runs.again()
    rests(person, "tabs")
    assert focused() == "tab-bar"  # in this narrow window; a wide one has the article


def test_after_unlocking_at_the_start_the_focus_is_on_the_article(
    runs: AppRuns, person: Person, rests: Callable[[Person, str], None]
) -> None:
    assert person
    person = runs.again()
    person.window.resize(1280, 800)
    unlock(person, rests, "tabs")
    assert focused() == "article"


def test_unlocking_goes_back_to_where_one_was(
    runs: AppRuns, person: Person, rests: Callable[[Person, str], None]
) -> None:
    for page, place in (("Check-in", "C03-not-yet"), ("My page", "main-topic")):
        runs.line(page).trigger()
        person.find(place).setFocus()
        lock(runs)
        assert focused() == "unlock-secret", page
        unlock(person, rests, place)
        assert focused() == place, page


def test_unlocking_leaves_the_focus_in_sight_if_its_place_is_gone(
    runs: AppRuns, person: Person, rests: Callable[[Person, str], None], qtbot: QtBot
) -> None:
    runs.now.session.reply("C03", Reply.NOT_YET)
    runs.line("Earlier").trigger()
    qtbot.waitUntil(lambda: person.sees("history"), timeout=LIMIT_MS)
    (button,) = (
        found
        for found in runs.now.window.findChildren(QAbstractButton)
        if found.objectName().startswith("delete-") and found.isVisible()
    )
    button.setFocus()
    lock(runs)
    unlock(person, rests, "tabs")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert focus.isEnabled()


def test_after_undo_the_focus_is_at_what_came_back(runs: AppRuns, person: Person, qtbot: QtBot) -> None:
    the_undo_key_brings_a_deleted_check_in_back_before_it_undoes_an_answer(runs, person, qtbot)
    undo_leaves_the_focus_at_a_note_that_can_be_printed(runs, person, qtbot)


def the_undo_key_brings_a_deleted_check_in_back_before_it_undoes_an_answer(
    runs: AppRuns, person: Person, qtbot: QtBot
) -> None:
    session = runs.now.session
    session.reply("C03", Reply.NOT_YET)
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


def test_no_page_is_opened_with_the_focus_on_its_heading(shared_tour: Tour) -> None:
    for place in shared_tour.places():
        focus = QApplication.focusWidget()
        assert not isinstance(focus, QLabel), place
