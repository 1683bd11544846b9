"""The day of a check-in can be changed: kept, undone, told if it is still to come, and the order follows it."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn, Reply
from tests.gui.app_runs import AppRuns
from tests.gui.help.test_help_view import choose
from tests.gui.person import Person
from tests.gui.vault_steps import create_vault

pytestmark = pytest.mark.one_window

TODAY = date(2026, 11, 24)
CONTROL = Qt.KeyboardModifier.ControlModifier


def field(person: Person) -> QDateEdit:
    found = person.find("day-field")
    assert isinstance(found, QDateEdit)
    return found


def change_day(person: Person, by: int, part: QDateEdit.Section = QDateEdit.Section.DaySection) -> None:
    """Open the field and step through the days, months or years with the arrow keys."""
    if not person.sees("day-field"):
        person.click("change-day")
    line = field(person)
    assert QApplication.focusWidget() is line
    line.setCurrentSection(part)
    for _ in range(abs(by)):
        QTest.keyClick(line, Qt.Key.Key_Up if by > 0 else Qt.Key.Key_Down)


def days(person: Person) -> list[str]:
    """Return the days of the earlier check-ins, from the top of their page."""
    buttons = [button for button in person.window.findChildren(QAbstractButton) if button.isVisible()]
    opening = [button for button in buttons if button.accessibleName().startswith("Open: ")]
    opening.sort(key=lambda button: button.mapTo(person.window, QPoint()).y())
    return [button.accessibleName().removeprefix("Open: ") for button in opening]


def test_undo_gives_the_day_back_while_the_focus_is_in_the_field(desktop: RunningApp, person: Person) -> None:
    change_day(person, -1)
    QTest.keyClick(QApplication.focusWidget() or person.window, Qt.Key.Key_Z, CONTROL)
    assert desktop.session.check_in.started == TODAY
    assert field(person).date() == QDate(2026, 11, 24)
    assert "Undone on Check-in: Day of this check-in" in person.reads()


def test_a_day_still_to_come_is_told_and_taken_all_the_same(desktop: RunningApp, person: Person) -> None:
    assert not person.sees("day-to-come")
    change_day(person, 1, QDateEdit.Section.YearSection)
    assert desktop.session.check_in.started == date(2027, 11, 24)
    assert person.sees("day-to-come")
    change_day(person, -1, QDateEdit.Section.YearSection)
    assert not person.sees("day-to-come")


def test_another_day_is_kept_and_there_at_the_next_start_and_the_order_of_the_earlier_ones_follows(
    runs: AppRuns, qtbot: QtBot
) -> None:
    person = runs.open()
    person.click("start")
    qtbot.waitUntil(lambda: person.sees("change-day") and person.sees("C01-yes"))
    create_vault(person, qtbot)
    person.click("C01-yes")
    change_day(person, -1)
    assert runs.now.session.check_in.started == date(2026, 11, 23)
    assert field(person).date() == QDate(2026, 11, 23)
    qtbot.waitUntil(lambda: any(line.startswith("Kept ") for line in person.reads().splitlines()))
    person = runs.again()
    qtbot.waitUntil(lambda: person.sees("tabs") and runs.now.autosave.check_ins != ())
    QTest.keyClick(person.window, Qt.Key.Key_5, CONTROL)
    qtbot.waitUntil(lambda: "Monday, 23 November 2026" in person.reads())
    before = CheckIn(id="before", started=date(2026, 11, 10)).with_reply("C01", Reply.MOSTLY)
    runs.now.session.start_new(before)
    runs.now.session.start_new(CheckIn(id="after", started=TODAY).with_reply("C01", Reply.YES))
    qtbot.waitUntil(lambda: person.sees("open-after") and person.sees("open-before"))
    assert days(person) == ["Tuesday, 24 November 2026", "Monday, 23 November 2026", "Tuesday, 10 November 2026"]
    QTest.keyClick(person.window, Qt.Key.Key_2, CONTROL)
    qtbot.waitUntil(lambda: person.sees("change-day"))
    change_day(person, -21)
    QTest.keyClick(person.window, Qt.Key.Key_5, CONTROL)
    assert days(person) == ["Monday, 23 November 2026", "Tuesday, 10 November 2026", "Tuesday, 3 November 2026"]
    assert person.find("open-after").accessibleName() == "Open: Tuesday, 3 November 2026"


def test_the_field_is_left_with_its_check_in(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    person.click("change-day")
    choose(desktop, "New check-in")
    assert not person.sees("day-field")
    assert person.sees("change-day")
