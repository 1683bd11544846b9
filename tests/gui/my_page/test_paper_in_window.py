"""The paper of My page in the whole window: beside the page, or behind a button where there is no room."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from tests.gui.person import Person

pytestmark = pytest.mark.one_window


def test_the_paper_stands_beside_the_page_and_where_there_is_no_room_a_button_leads_to_it(
    desktop: RunningApp, qtbot: QtBot
) -> None:
    person, window = Person(desktop.window), desktop.window

    def place(name: str) -> QRect:
        widget = person.find(name)
        return QRect(widget.mapTo(window, QPoint()), widget.size())

    window.resize(1280, 800)
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: person.sees("preview") and place("preview").right() < place("main-topic").left())
    assert not person.sees("see-paper")
    assert place("reading-switch").right() < place("paper").left() < place("large-print").left()
    assert place("large-print").bottom() < place("preview").top()
    assert place("large-print").right() <= place("preview").right() < place("main-topic").left()
    window.resize(720, 800)
    qtbot.waitUntil(lambda: person.sees("see-paper"))
    assert not person.sees("preview")
    person.click("see-paper")
    assert person.sees("preview")
    assert person.sees("paper")
    assert not person.sees("main-topic")


def test_undo_of_the_large_print_goes_to_the_paper(desktop: RunningApp) -> None:
    person, window = Person(desktop.window), desktop.window
    window.resize(1280, 800)
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    person.click("large-print")
    person.click("reading-switch-article")
    for key in (Qt.Key.Key_3, Qt.Key.Key_Z):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert not desktop.session.check_in.plan.large_print
    assert person.find("large-print").hasFocus()
    assert person.sees("preview")
    assert "Undone on My page: Large print" in person.reads()
