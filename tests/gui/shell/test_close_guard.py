"""Closing the window while something could not be kept: nothing goes unasked, and another place is offered."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.dialogs import UnsavedChoice
from tests.gui.person import Answers, Person, press_key
from tests.gui.vault_steps import PASSPHRASE, create_vault

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


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


@pytest.mark.own_window
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
    desktop: RunningApp, answers: Answers, leave: str, qtbot: QtBot, data_folder: Path
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
    assert any(b"not kept yet" in path.read_bytes() for path in data_folder.iterdir())


@pytest.fixture
def writing(desktop: RunningApp, qtbot: QtBot) -> Callable[..., Person]:
    """Keep, with a passphrase if there is one, and begin a contact."""

    def begin(name: str, reach: str, passphrase: str = "") -> Person:
        person = Person(desktop.window)
        create_vault(person, qtbot, passphrase)
        person.click("to-help-lines")
        person.click("own-add")
        person.type("own-name", name)
        person.type("own-reach", reach)
        return person

    return begin


def test_a_contact_that_is_half_written_is_asked_about(
    desktop: RunningApp, answers: Answers, writing: Callable[..., Person]
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
    desktop: RunningApp, answers: Answers, writing: Callable[..., Person], data_folder: Path
) -> None:
    writing("Ann", "555 0100")
    desktop.window.close()
    assert answers.asked == []
    assert not desktop.window.isVisible()
    assert any(b"555 0100" in path.read_bytes() for path in data_folder.iterdir())


@pytest.fixture
def changing(writing: Callable[..., Person], qtbot: QtBot) -> Person:
    """Keep a contact, and begin to change it."""
    person = writing("Ann", "555 0100")
    person.click("own-save")
    qtbot.waitUntil(lambda: person.names_like("own-[0-9]+-change") != [])
    (change,) = person.names_like("own-[0-9]+-change")
    qtbot.waitUntil(lambda: person.find(change).width() > 0)
    person.click(change)
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
    desktop: RunningApp, answers: Answers, writing: Callable[..., Person], qtbot: QtBot
) -> None:
    person = writing("Ann", "", PASSPHRASE)
    answers.leaves = UnsavedChoice.STAY
    press_key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert answers.asked == ["dropping"]
    assert person.find("own-name").property("text") == "Ann"
    desktop.idle_monitor.idle.emit()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    assert answers.asked == ["dropping"]
