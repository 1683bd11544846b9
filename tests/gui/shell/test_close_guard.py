"""Closing the window while something could not be kept: nothing goes unasked, and another place is offered."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.dialogs import Dialogs, UnsavedChoice
from tests.gui.app_runs import AppRuns, close_window
from tests.gui.dialogs import on_dialog, press_button, reading
from tests.gui.person import Answers, Person
from tests.gui.shell.privacy_screen_steps import assert_says_nothing
from tests.gui.vault_steps import create_vault
from tests.launch import launch_options
from tools.window_tour import answer_some


@pytest.fixture
def unkept(desktop: RunningApp, qtbot: QtBot, tmp_path: Path) -> Callable[[], None]:
    """Keep, then have the folder vanish, and say one thing more."""

    def vanish() -> None:
        person = Person(desktop.window)
        desktop.session.note("C03", "kept")
        create_vault(person, qtbot)
        (tmp_path / "check-ins").rename(tmp_path / "gone")
        (tmp_path / "check-ins").write_text("in the way", encoding="utf-8")
        desktop.session.note("C03", "kept, and not yet")
        qtbot.waitUntil(lambda: person.find("keeping-state").property("text").startswith("Not kept: "))

    return vanish


def test_going_back_keeps_all_a_place_that_refuses_too_is_told_and_another_place_takes_it(
    desktop: RunningApp, answers: Answers, unkept: Callable[[], None], tmp_path: Path
) -> None:
    unkept()
    answers.leaves = UnsavedChoice.STAY
    desktop.window.close()
    assert desktop.window.isVisible()
    assert desktop.session.check_in.answer("C03").note == "kept, and not yet"
    answers.leaves = UnsavedChoice.SAVE
    answers.path = tmp_path / "check-ins" / "elsewhere.json"
    assert not answers.told
    desktop.window.close()
    assert desktop.window.isVisible()
    assert answers.told
    answers.path = None
    desktop.window.close()
    assert desktop.window.isVisible()
    answers.path = tmp_path / "elsewhere.json"
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert json.loads(answers.path.read_bytes())["check_ins"][0]["answers"]["C03"]["note"] == "kept, and not yet"


@pytest.mark.parametrize("leave", ["close", "new"])
def test_who_would_rather_keep_is_led_to_the_page_for_it_and_nothing_is_lost(
    desktop: RunningApp, answers: Answers, leave: str, qtbot: QtBot, tmp_path: Path
) -> None:
    person = Person(desktop.window)
    desktop.session.note("C03", "not kept yet")
    before = desktop.session.whole
    answers.leaves = UnsavedChoice.KEEP
    if leave == "close":
        desktop.window.close()
    else:
        QTest.keyClick(desktop.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desktop.window.isVisible()
    assert person.sees("keep-locked")
    assert desktop.session.whole == before
    person.click("keep-open")
    qtbot.waitUntil(lambda: desktop.autosave.state is SaveState.SAVED)
    answers.asked.clear()
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert answers.asked == []
    assert any(b"not kept yet" in path.read_bytes() for path in (tmp_path / "check-ins").iterdir())


@pytest.fixture
def writing(desktop: RunningApp, qtbot: QtBot) -> Callable[[str, str], Person]:
    """Keep, and begin a contact."""

    def begin(name: str, reach: str) -> Person:
        person = Person(desktop.window)
        create_vault(person, qtbot)
        person.click("to-help-lines")
        person.click("own-add")
        person.type("own-name", name)
        person.type("own-reach", reach)
        return person

    return begin


def test_a_contact_that_is_half_written_is_asked_about(
    desktop: RunningApp, answers: Answers, writing: Callable[[str, str], Person]
) -> None:
    person = writing("Ann", "")
    answers.leaves = UnsavedChoice.STAY
    desktop.window.close()
    assert answers.asked == ["dropping"]
    assert desktop.window.isVisible()
    assert person.find("own-name").property("text") == "Ann"
    answers.leaves = UnsavedChoice.DISCARD
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert desktop.autosave.contacts == ()


def test_a_new_contact_that_is_whole_is_kept_without_a_question(
    desktop: RunningApp, answers: Answers, writing: Callable[[str, str], Person], tmp_path: Path
) -> None:
    writing("Ann", "555 0100")
    desktop.window.close()
    assert answers.asked == []
    assert not desktop.window.isVisible()
    assert any(b"555 0100" in path.read_bytes() for path in (tmp_path / "check-ins").iterdir())


@pytest.fixture
def changing(writing: Callable[[str, str], Person], qtbot: QtBot) -> Person:
    """Keep a contact, and begin to change it."""
    person = writing("Ann", "555 0100")
    person.click("own-save")
    qtbot.waitUntil(lambda: person.find("own-1-change").width() > 0)
    person.click("own-1-change")
    return person


def test_a_contact_that_is_being_changed_stays_as_it_was_and_is_asked_about(
    desktop: RunningApp, answers: Answers, changing: Person
) -> None:
    changing.type("own-reach", "555")
    answers.leaves = UnsavedChoice.STAY
    desktop.window.close()
    assert answers.asked == ["dropping"]
    assert [contact.reach for contact in desktop.autosave.contacts] == ["555 0100"]
    assert changing.find("own-reach").property("text") != "555 0100"


def test_a_contact_that_is_being_changed_is_saved_beside_the_old_one_where_nobody_can_be_asked(
    desktop: RunningApp, answers: Answers, changing: Person
) -> None:
    changing.type("own-reach", "9")
    assert desktop.window.save_for_end() == ""
    assert answers.asked == []
    assert {contact.reach for contact in desktop.autosave.contacts} == {"555 0100", "555 01009"}


def test_a_lock_that_was_asked_for_asks_about_a_half_written_contact_and_an_idle_one_does_not_wait(
    runs: AppRuns, answers: Answers, qtbot: QtBot
) -> None:
    person = runs.open()
    person.click("start")
    create_vault(person, qtbot, "three green herons walking")
    person.click("to-help-lines")
    person.click("own-add")
    person.type("own-name", "Ann")
    answers.leaves = UnsavedChoice.STAY
    runs.line("Lock").trigger()
    assert answers.asked == ["dropping"]
    assert person.find("own-name").property("text") == "Ann"
    runs.now.idle_monitor.idle.emit()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    assert answers.asked == ["dropping"]


@pytest.fixture
def asking(qapp: QApplication, answers: Answers, tmp_path: Path) -> Iterator[RunningApp]:
    """Show a window with the real dialogs and some answers, none of them kept."""
    font = qapp.font()
    built = build_window(qapp, launch_options(tmp_path, Dialogs()))
    built.window.show()
    assert QTest.qWaitForWindowExposed(built.window)
    answer_some(built.session)
    yield built
    on_dialog(QMessageBox, press_button("Let them go"))
    close_window(qapp, built, answers, font)


def test_closing_the_window_under_the_privacy_screen_asks_in_neutral_words(asking: RunningApp) -> None:
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
