"""The bar below the check-in: the number answered, seen and heard, and the ways on."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.checkin import checkin_bar
from evolve_desktop.gui.checkin.checkin_bar import CheckinBar
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.session_signals import SessionSignals
from tests.gui.person import Person


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of what is announced."""
    heard: list[str] = []
    monkeypatch.setattr(checkin_bar, "announce", lambda _, sentence: heard.append(sentence))
    return heard


@pytest.fixture
def person(session: Session, signals: SessionSignals, autosave: Autosave, meet: Callable[[QWidget], Person]) -> Person:
    return meet(CheckinBar(17, session, signals, autosave))


def test_the_number_answered_follows_the_replies_and_undo(person: Person, session: Session) -> None:
    assert person.reads() == "0 of 17 answered"
    session.reply("C16", Reply.YES)
    session.reply("C01", Reply.NOT_FOR_ME)
    assert person.reads() == "2 of 17 answered"
    session.reply("C01", None)
    assert person.reads() == "1 of 17 answered"
    for _ in range(3):
        session.undo()
    assert person.reads() == "0 of 17 answered"


def test_a_number_that_has_changed_is_announced_once(person: Person, session: Session, said: list[str]) -> None:
    assert person
    session.reply("C16", Reply.YES)
    session.reply("C16", Reply.MOSTLY)
    session.note("C16", "mine")
    assert said == ["1 of 17 answered"]


def test_a_new_check_in_begins_at_none(person: Person, session: Session) -> None:
    session.reply("C16", Reply.YES)
    session.start_new(CheckIn(id="b", started=session.check_in.started))
    assert person.reads() == "0 of 17 answered"


def test_every_way_on_is_one_click(person: Person, qtbot: QtBot) -> None:
    bar = person.window
    assert isinstance(bar, CheckinBar)
    ways = {
        "to-reflection": bar.reflection_requested,
        "to-red-flags": bar.red_flags_requested,
        "to-my-page": bar.page_requested,
    }
    for name, signal in ways.items():
        with qtbot.waitSignal(signal):
            person.click(name)
