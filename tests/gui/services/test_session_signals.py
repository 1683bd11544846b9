"""Work is done only for what is seen: a hidden view catches up when it is shown, and says nothing then."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.announcements import announce
from tests.gui.person import Person

Meet = Callable[[QWidget], Person]


class View(QWidget):
    """Counts how often it was refreshed, and announces each time."""

    def __init__(self, signals: SessionSignals) -> None:
        super().__init__()
        self.label = QLabel("", self)
        self.times = 0
        signals.refresh_when_seen(self, self._refresh)

    def _refresh(self) -> None:
        self.times += 1
        announce(self.label, "changed")


@pytest.fixture
def view(signals: SessionSignals) -> View:
    return View(signals)


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    said: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    return said


def test_a_view_that_is_seen_follows_each_change_at_once(view: View, session: Session, meet: Meet) -> None:
    meet(view)
    session.reply("C01", Reply.YES)
    session.reply("C02", Reply.YES)
    assert view.times == 2


def test_a_hidden_view_catches_up_once_when_it_is_shown(view: View, session: Session, meet: Meet) -> None:
    session.reply("C01", Reply.YES)
    session.reply("C02", Reply.YES)
    assert view.times == 0
    meet(view)
    assert view.times == 1
    view.hide()
    view.show()
    assert view.times == 1


def test_a_view_in_a_tab_behind_waits_until_the_tab_is_in_front(view: View, session: Session, meet: Meet) -> None:
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "one")
    tabs.addTab(view, "two")
    meet(tabs)
    session.reply("C01", Reply.YES)
    assert view.times == 0
    tabs.setCurrentWidget(view)
    assert view.times == 1
    session.reply("C02", Reply.YES)
    assert view.times == 2


def test_catching_up_is_not_announced(view: View, session: Session, meet: Meet, announced: list[object]) -> None:
    session.reply("C01", Reply.YES)
    meet(view)
    assert announced == []
    session.reply("C02", Reply.YES)
    assert len(announced) == 1


def test_after_a_check_in_was_closed_even_a_hidden_view_lets_its_words_go(view: View, session: Session) -> None:
    session.note("C01", "zebra")
    assert view.times == 0
    session.close(CheckIn(id="b", started=session.check_in.started))
    assert view.times == 1


def test_a_view_that_is_gone_is_not_called(signals: SessionSignals, session: Session, qtbot: QtBot) -> None:
    view = View(signals)
    view.deleteLater()
    qtbot.wait(1)
    session.reply("C01", Reply.YES)
    assert session.check_in.answered_count == 1


def test_after_an_answer_to_a_red_flag_even_a_hidden_view_catches_up_at_once(
    view: View, session: Session, announced: list[object]
) -> None:
    session.flag("X01", FlagReply.YES)
    assert view.times == 1
    session.unsafe(UnsafeMeaning.DANGER)
    session.undo()
    assert view.times == 3
    session.reply("C01", Reply.YES)
    assert view.times == 3
    assert announced == []
