"""The welcome: once, for whoever is new, beside the check-in, and gone by an answer, the button, Enter or Escape."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.content.pack import Pack
from evolve_desktop.vault.vault import Vault
from tests.gui.app_runs import AppRuns
from tests.gui.help.test_help_view import choose
from tests.gui.person import Person, focused, press_key
from tests.gui.vault_steps import PASSPHRASE
from tests.launch import CHEAP, NOW

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


@pytest.fixture
def person(desktop: RunningApp) -> Person:
    """Return somebody new before a window that is started."""
    desktop.window.start()
    return Person(desktop.window)


def test_a_first_start_says_what_this_is_and_what_is_kept(person: Person, pack: Pack) -> None:
    assert focused().objectName() == "start"
    said = person.reads()
    for words in (pack.welcome.what, pack.welcome.not_this, pack.welcome.kept, pack.keeping.hide, pack.keeping.shared):
        assert words in said
    assert not person.sees("article")
    assert person.sees("to-help-lines")
    assert person.sees("hide")


def test_its_words_can_be_selected_and_its_title_is_a_heading(person: Person) -> None:
    labels = person.find("welcome").findChildren(QLabel)
    assert all(label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse for label in labels)
    assert [label.property("level") for label in labels if label.property("level")] == [1, 2, 2, 2, 2, 2]


def test_the_button_leads_to_the_article_with_the_focus(person: Person, qtbot: QtBot) -> None:
    person.click("start")
    assert not person.sees("welcome")
    assert person.sees("article")
    assert focused().objectName() == "article"
    qtbot.waitUntil(lambda: person.sees("C01"))


def test_the_check_in_beside_it_can_be_used_at_once(desktop: RunningApp, person: Person, qtbot: QtBot) -> None:
    person.window.resize(1280, 800)
    qtbot.waitUntil(lambda: person.sees("C01-yes"))
    press_key(Qt.Key.Key_F6)
    assert person.sees("welcome")  # only looked at
    person.click("C01-yes")
    assert desktop.session.check_in.answered_count == 1
    assert not person.sees("welcome")
    assert person.sees("article")
    assert focused().objectName() == "C01-yes"


def test_in_a_narrow_window_it_is_the_page(person: Person, qtbot: QtBot) -> None:
    person.window.resize(720, 800)
    qtbot.waitUntil(lambda: not person.sees("C01-yes"))
    assert focused().objectName() == "start"
    assert not person.sees("article-back")  # it has its own ways on
    person.click("start")
    qtbot.waitUntil(lambda: person.sees("C01-yes"))
    assert not person.sees("welcome")


def test_another_tab_leaves_it(desktop: RunningApp, person: Person) -> None:
    person.window.resize(1280, 800)
    choose(desktop, "Earlier")
    assert person.sees("article")
    assert not person.sees("welcome")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_a_key_leaves_it(person: Person, key: Qt.Key) -> None:
    press_key(key)
    assert not person.sees("welcome")
    assert person.sees("article")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_key_leaves_it_from_its_text_too(person: Person, key: Qt.Key) -> None:
    press_key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused().objectName() == "welcome"
    press_key(Qt.Key.Key_Down)
    assert person.sees("welcome")
    press_key(key)
    assert not person.sees("welcome")


def test_a_way_to_a_tab_leaves_it(person: Person) -> None:
    person.click("to-help-lines")
    assert person.sees("country")
    assert not person.sees("welcome")


def test_help_shows_it_again(desktop: RunningApp, person: Person) -> None:
    person.click("start")
    choose(desktop, "Welcome")
    assert focused().objectName() == "start"
    person.click("start")
    assert person.sees("article")


def test_after_hiding_it_is_there_again_until_it_is_left(person: Person) -> None:
    person.click("hide")
    assert not person.sees("welcome")
    person.come_back()
    assert focused().objectName() == "start"


def test_nothing_is_written_by_having_been_welcomed(desktop: RunningApp, person: Person, data_folder: Path) -> None:
    person.click("start")
    desktop.window.close()
    assert list(data_folder.parent.iterdir()) == []


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_whoever_keeps_something_is_not_welcomed(
    desktop: RunningApp, data_folder: Path, qtbot: QtBot, passphrase: str
) -> None:
    Vault(data_folder, lambda: NOW, cost=CHEAP).create(Diary(), passphrase)
    person = Person(desktop.window)
    desktop.window.start()
    assert not person.sees("welcome")
    qtbot.waitUntil(lambda: person.sees("unlock-secret" if passphrase else "article"))
    assert not person.sees("welcome")


def test_whoever_was_welcomed_is_again_but_not_whoever_had_the_window_remember(runs: AppRuns) -> None:
    runs.open().click("start")
    person = runs.again()
    assert person.sees("welcome")
    person.click("start")
    runs.line("Remember how the window looks").trigger()
    person = runs.again()
    assert not person.sees("welcome")
    assert person.sees("tabs")
