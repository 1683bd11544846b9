"""The header names the open check-in by its day, and its time where a day has several, and leads back to today."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn, Reply
from tests.gui.app_runs import menu_line
from tests.gui.person import Person, focused
from tests.gui.vault_steps import create_vault

pytestmark = pytest.mark.one_window

TODAY, BEFORE = date(2026, 11, 24), date(2026, 11, 10)


@pytest.fixture
def person(desktop: RunningApp, qtbot: QtBot) -> Person:
    """Return a person who has kept a check-in of today and has an earlier one open."""
    person = Person(desktop.window)
    create_vault(person, qtbot)
    person.click("C16-yes")
    desktop.session.start_new(CheckIn(id="before", started=BEFORE).with_reply("C01", Reply.MOSTLY))
    return person


def test_an_earlier_check_in_names_its_day_and_leads_back_to_today_from_every_page(
    desktop: RunningApp, person: Person, qtbot: QtBot
) -> None:
    today = desktop.autosave.check_ins[0]
    assert "10 November 2026" in person.find("change-day").property("text")
    person.click("back-to-today")
    assert desktop.session.whole == today
    assert not person.sees("back-to-today")
    assert "Back to Tuesday, 24 November 2026. Undo leads to the earlier one." in person.reads()
    assert focused().objectName() == "C01-not-yet"
    QTest.keyClick(person.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desktop.session.whole.id == "before"
    assert person.sees("back-to-today")
    menu_line(desktop.window, "Earlier").trigger()
    person.click("back-to-today")
    assert person.sees("row-C16")
    begins_at_its_top_and_says_so(desktop, person, qtbot)


def begins_at_its_top_and_says_so(desktop: RunningApp, person: Person, qtbot: QtBot) -> None:
    """Begin a new check-in from a line far down."""
    menu_line(desktop.window, "Undo").trigger()
    assert desktop.session.whole.id == "before"
    person.find("C09-yes").setFocus()
    menu_line(desktop.window, "New check-in").trigger()
    assert focused().objectName() == "C16-not-yet"
    assert "A new check-in: Tuesday, 24 November 2026" in person.reads()
    qtbot.waitUntil(lambda: person.find("row-C16").visibleRegion().boundingRect().height() > 0)


def test_where_today_has_none_a_new_one_begins(desktop: RunningApp, person: Person) -> None:
    desktop.autosave.delete(desktop.autosave.check_ins[0].id)
    person.click("back-to-today")
    assert desktop.session.check_in.is_empty
    assert desktop.session.check_in.started == TODAY
    assert "A new check-in: Tuesday, 24 November 2026. Undo leads back." in person.reads()
    menu_line(desktop.window, "Undo").trigger()
    assert desktop.session.whole.id == "before"


def test_check_ins_of_one_day_are_told_apart(desktop: RunningApp, person: Person) -> None:
    desktop.session.start_new(CheckIn(id="another", started=BEFORE).with_reply("C01", Reply.YES))
    assert person.find("change-day").property("text") == "Tuesday, 10 November 2026, number 2"
    assert "number 2. Change the day" in person.find("change-day").accessibleName()
