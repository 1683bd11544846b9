"""The window with a check-in of today that was begun under other words: nothing is tinted, and nothing is lost."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from tests.gui.person import Person
from tests.gui.vault_steps import LIMIT_MS, create_vault
from tests.short_pack import short_pack
from tests.wordings import reworded

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="session")
def content(packs: Path) -> Path:
    """Return a pack with the lines that are answered here."""
    return short_pack(packs / "reworded", ("C16", "C01", "C03", "C05"))


@pytest.fixture(scope="session")
def pack(content: Path) -> Pack:
    return load_pack(content)


@pytest.fixture
def old(desktop: RunningApp, pack: Pack) -> Session:
    """Return the window's session, with a check-in of which three answers were given to other words."""
    words = reworded(wording_of(pack), C03="I ask for water.", C05="I stay for tea.", R02="I feel odd.")
    before = Session(desktop.session.whole, words)
    before.reply("C01", Reply.YES)
    before.reply("C03", Reply.NOT_YET)
    before.note("C03", "from the tap")
    before.bring("C03", on=True)
    before.reply("C05", Reply.YES)
    before.helping("C05", on=True)
    before.flag("R02", FlagReply.YES)
    before.plan(before.check_in.plan.with_flag("R02", on=True))
    desktop.session.start_new(before.whole)
    return desktop.session


def show(desktop: RunningApp, tab: Tab) -> None:
    tabs = desktop.window.findChild(MainTabs)
    assert isinstance(tabs, MainTabs)
    tabs.show_tab(tab)


def reads_on_paper(person: Person, words: str) -> bool:
    return words in person.find("preview").accessibleDescription()


def is_on(person: Person, name: str) -> bool:
    button = person.find(name)
    assert isinstance(button, QAbstractButton)
    return button.isChecked()


def test_the_rows_are_unanswered_and_it_says_where_the_answers_stand(
    old: Session, person: Person, desktop: RunningApp, qtbot: QtBot
) -> None:
    create_vault(person, qtbot)
    assert is_on(person, "C01-yes")
    assert not is_on(person, "C03-not-yet")
    assert not is_on(person, "C03-bring")
    assert "Some answers were given to lines in other words." in person.reads()
    person.click("answers-apart")
    person.click(f"show-apart-{old.whole.id}")
    assert "I ask for water.\n    Not yet\n    from the tap" in person.reads()
    assert next(iter(desktop.autosave.check_ins)) == old.whole


def test_the_red_flags_say_so_too_and_open_nothing(
    old: Session, desktop: RunningApp, person: Person, qtbot: QtBot
) -> None:
    create_vault(person, qtbot)
    show(desktop, Tab.RED_FLAGS)
    assert not is_on(person, "R02-yes")
    person.click("flags-apart")
    person.click(f"show-apart-{old.whole.id}")
    assert "I feel odd.\n    Yes" in person.reads()


def test_without_other_words_nothing_is_said(desktop: RunningApp, person: Person) -> None:
    desktop.session.reply("C01", Reply.YES)
    assert not person.sees("answers-apart")
    show(desktop, Tab.RED_FLAGS)
    assert not person.sees("flags-apart")
    show(desktop, Tab.MY_PAGE)
    assert "Lines in other words" not in person.reads()


def test_the_page_offers_and_prints_them_under_their_own_words(
    old: Session, person: Person, desktop: RunningApp, qtbot: QtBot
) -> None:
    show(desktop, Tab.MY_PAGE)
    for words in ("I ask for water.", "I stay for tea.", "I feel odd.", "From “Why Trust Matters in Therapy”, "):
        qtbot.waitUntil(partial(reads_on_paper, person, words), timeout=LIMIT_MS)
    person.click("C03-apart")
    assert old.whole.plan.bring == ()
    person.click("C03-apart")
    person.click("C03-print-note-apart")
    assert old.whole.plan.notes == ("C03",)
    qtbot.waitUntil(partial(reads_on_paper, person, "from the tap"), timeout=LIMIT_MS)
    person.click("C05-apart")
    assert old.whole.plan.helping == ()
    person.click("R02-raise-apart")
    assert old.whole.plan.flags == ()
    assert not person.sees("R02-raise-apart")
    assert old.whole.answer("C03").reply is Reply.NOT_YET


def test_a_line_answered_anew_is_answered_and_the_older_answer_stays(
    old: Session, person: Person, desktop: RunningApp
) -> None:
    person.click("C03-yes")
    assert is_on(person, "C03-yes")
    assert old.whole.older[0].note == "from the tap"
    show(desktop, Tab.MY_PAGE)
    assert not person.sees("C03-apart")
    assert person.sees("C05-apart")
    old.undo()
    assert not old.whole.older
