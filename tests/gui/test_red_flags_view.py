from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.answers import CheckIn, FlagReply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.bridge import Bridge
from evolve_desktop.gui.red_flags_view import RedFlagsView


def test_once_part_three_is_raised_no_advice_suggests_the_therapist(qtbot: QtBot, pack: Pack) -> None:
    session = Session(CheckIn(id="a", started=date(2026, 11, 24)))
    bridge = Bridge(session)
    view = RedFlagsView(pack, session, bridge)
    qtbot.addWidget(view)
    advice = view.findChild(QWidget, "next-1")
    stop = view.findChild(QWidget, "next-3")
    assert advice is not None
    assert stop is not None
    session.flag("R01", FlagReply.NOT_SURE)
    assert not advice.isHidden()
    session.flag("X01", FlagReply.YES)
    assert advice.isHidden()
    assert not stop.isHidden()
