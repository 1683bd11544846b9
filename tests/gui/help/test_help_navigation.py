"""The guide is opened from Help, left with the focus where it was, and ends no privacy screen."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QScrollArea
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.help.help_view import HelpView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.settings import Preferences, Settings
from tests.gui.help.test_help_view import choose, is_at_the_top, open_guide
from tests.gui.person import Person, focused, press_key
from tests.gui.vault_steps import PASSPHRASE, create_vault

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


def test_help_opens_the_guide_and_f1_stays_with_the_help_lines(desktop: RunningApp, person: Person, pack: Pack) -> None:
    open_guide(desktop)
    assert focused().objectName() == "guide-back"
    assert focused().accessibleDescription() == pack.guide.title
    guide = pack.guide
    said = person.reads()
    for part in (guide.steps, guide.kept, guide.keys, guide.ease, guide.report, guide.about):
        for words in (part.title, *part.lines):
            assert words in said
    for words in (guide.kept.before, pack.keeping.hide, pack.keeping.shared, pack.keeping.watched):
        assert words in said
    assert f"1. {guide.steps.lines[0]}" in said
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.HelpContents))
    assert not person.sees("guide")
    assert person.find("help-to-choice").hasFocus()


@pytest.mark.parametrize("leave", ["Escape", "Back"])
def test_the_guide_gives_the_focus_back(desktop: RunningApp, person: Person, leave: str) -> None:
    person.click("C03-yes")
    assert focused().objectName() == "C03-yes"
    open_guide(desktop)
    assert not person.sees("C03-yes")
    if leave == "Back":
        person.click("guide-back")
    else:
        press_key(Qt.Key.Key_Escape)
    assert not person.sees("guide")
    assert focused().objectName() == "C03-yes"


def test_the_guide_opens_at_its_start_whatever_was_read_in_it_before(
    desktop: RunningApp, person: Person, qtbot: QtBot
) -> None:
    choose(desktop, "Report a problem…")
    guide = person.find("guide")
    assert isinstance(guide, QScrollArea)
    qtbot.waitUntil(lambda: guide.verticalScrollBar().value() > 0)
    person.click("to-help-lines")
    choose(desktop, "Dark")
    QTest.qWait(50)
    open_guide(desktop)
    QTest.qWait(50)
    assert is_at_the_top(person, "guide-back")


def test_the_guide_leads_back_to_the_page_it_was_opened_on(desktop: RunningApp, person: Person) -> None:
    person.click("keeping-more")
    person.find("keep-passphrase-first").setFocus()
    open_guide(desktop)
    choose(desktop, "About")
    press_key(Qt.Key.Key_Escape)
    assert person.find("keep-passphrase-first").hasFocus()


def test_what_had_the_focus_may_be_gone_meanwhile(desktop: RunningApp, person: Person, qtbot: QtBot) -> None:
    person.click("C03-yes")
    person.click("C03-add-note")
    assert person.find("C03-note").hasFocus()
    open_guide(desktop)
    for _ in range(2):
        choose(desktop, "Undo")
    qtbot.wait(1)
    press_key(Qt.Key.Key_Escape)
    assert person.sees("C03-yes")
    assert not person.sees("guide")


def test_a_tab_of_the_menu_leads_out_of_the_guide(desktop: RunningApp, person: Person) -> None:
    open_guide(desktop)
    choose(desktop, "Earlier")
    assert not person.sees("guide")
    assert person.sees("earlier-keep")


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_the_letters_of_menus_are_told_only_where_they_open_one(
    pack: Pack, autosave: Autosave, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    window = QMainWindow()
    qtbot.addWidget(window)
    guide = HelpView(
        pack, window, shortcuts=[], preferences=Preferences(Settings()), autosave=autosave, has_vault=lambda: False
    )
    window.setCentralWidget(guide)
    told = [label for label in guide.findChildren(QLabel) if label.text() == pack.guide.keys.menus]
    assert [label.isVisibleTo(guide) for label in told] == ([] if system == "darwin" else [True])


@pytest.fixture
def keep(person: Person, qtbot: QtBot) -> Callable[[], None]:
    """Keep with a passphrase."""
    return lambda: create_vault(person, qtbot, PASSPHRASE)


def test_no_guide_is_shown_over_the_privacy_screen_or_a_lock(
    desktop: RunningApp, person: Person, keep: Callable[[], None], qtbot: QtBot
) -> None:
    person.click("C01-yes")
    keep()
    pages = desktop.window.findChild(PageStack)
    assert isinstance(pages, PageStack)
    person.click("hide")
    for place in HelpTopic:
        pages.show_help(place)
        assert person.sees("privacy-screen")
        assert not person.sees("guide")
    person.come_back()
    for text in ("Guide and keys", "Report a problem…", "About"):
        choose(desktop, text)
        assert person.sees("unlock-secret")
        assert not person.sees("guide")
    person.type("unlock-secret", PASSPHRASE)
    person.click("unlock-open")
    qtbot.waitUntil(lambda: person.sees("C01-yes"))
    assert person.is_ticked("C01-yes")


def test_hide_shows_the_privacy_screen_over_the_guide_and_locks(
    desktop: RunningApp, person: Person, keep: Callable[[], None]
) -> None:
    person.click("C01-yes")
    keep()
    open_guide(desktop)
    person.click("hide")
    assert person.sees("privacy-screen")
    assert not person.sees("guide")
    person.come_back()
    assert person.sees("unlock-secret")
    assert desktop.session.check_in.is_empty


def test_hiding_without_a_passphrase_comes_back_to_the_guide(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    open_guide(desktop)
    person.click("hide")
    assert person.sees("privacy-screen")
    person.come_back()
    assert person.sees("guide")
    person.click("guide-back")
    assert person.is_ticked("C01-yes")


def test_an_idle_window_locks_from_the_guide_too(
    desktop: RunningApp, person: Person, keep: Callable[[], None], qtbot: QtBot
) -> None:
    person.click("C01-yes")
    keep()
    open_guide(desktop)
    desktop.idle_monitor.idle.emit()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    assert not person.sees("guide")
