"""After a start or an unlock: what is kept is named on top of the check-in, and one click goes on with it."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.checkin.item_row import ItemRow
from evolve_desktop.gui.services.localization import format_day
from tests.gui.app_runs import AppRuns
from tests.gui.person import Person, focused, press_key
from tests.gui.vault_steps import create_vault
from tests.short_pack import short_pack

PASSPHRASE = "three green herons"  # noqa: S105  (a test's own)


def today() -> str:
    """Return the day of the tests as the window writes it."""
    return format_day(date(2026, 11, 24))


@pytest.fixture(scope="session")
def content(packs: Path) -> Path:
    """Return a pack with six lines, which are enough to answer two and go on with another."""
    return short_pack(packs / "six-lines", ("C16", "C01", "C10", "C02", "C03", "C11"))


@pytest.fixture(scope="module")
def kept(new_runs: Callable[[], AppRuns]) -> Callable[[str], Path]:
    """Keep two answers, with a passphrase if there is one, and return the folder of that run of the app."""

    def keep(passphrase: str) -> Path:
        runs = new_runs()
        person = runs.open()
        runs.now.session.reply("C16", Reply.YES)
        runs.now.session.reply("C01", Reply.MOSTLY)
        create_vault(person, runs.qtbot, passphrase)
        runs.close()
        return runs.folder

    return cache(keep)


@pytest.fixture
def start_again(runs: AppRuns, kept: Callable[[str], Path], qtbot: QtBot) -> Callable[[str], Person]:
    """Start the app again where two answers are kept, and unlock it if there is a passphrase."""

    def start(passphrase: str = "") -> Person:
        copytree(kept(passphrase), runs.folder, dirs_exist_ok=True)
        person = runs.open()
        if passphrase:
            qtbot.waitUntil(lambda: person.sees("unlock-secret"), timeout=4000)
            person.type("unlock-secret", passphrase)
            press_key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: person.sees("go-on") and focused().objectName() == "go-on", timeout=4000)
        return person

    return start


def place(person: Person, name: str) -> QPoint:
    return person.find(name).mapTo(person.window, QPoint())


def whole_lines(person: Person) -> list[ItemRow]:
    """Return the lines of the check-in that can be seen whole."""
    rows = person.window.findChildren(ItemRow)
    return [row for row in rows if row.isVisible() and row.visibleRegion().boundingRect() == row.rect()]


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_the_day_and_the_number_answered_are_seen_one_click_goes_on_and_undo_leads_back(
    runs: AppRuns, start_again: Callable[[str], Person], passphrase: str
) -> None:
    person = start_again(passphrase)
    assert f"{today()}: 2 of 6 answered" in person.reads()
    assert focused().accessibleDescription() == f"{today()}: 2 of 6 answered"
    person.click("go-on")
    assert runs.now.session.check_in.answered_count == 2
    assert not person.sees("go-on")
    assert focused().objectName() == "C10-not-yet"  # the first line without an answer
    assert f"Open now: {today()}" in person.reads()
    runs.line("Undo").trigger()
    assert runs.now.session.check_in.is_empty


def test_an_answer_is_a_choice_too_and_moves_no_line(
    runs: AppRuns, start_again: Callable[[str], Person], qtbot: QtBot
) -> None:
    person = start_again("")
    qtbot.waitUntil(lambda: person.sees("row-C16"))
    before = place(person, "row-C16")
    person.click("C16-a-little")
    qtbot.wait(0)
    assert place(person, "row-C16") == before
    assert not person.sees("go-on")
    assert f"{today()} is kept under Earlier." in person.reads()
    runs.line("Red flags").trigger()
    runs.line("Check-in").trigger()
    assert "is kept under Earlier." not in person.reads()


def test_what_was_agreed_stands_with_it(runs: AppRuns, start_again: Callable[[str], Person], qtbot: QtBot) -> None:
    person = start_again("")
    kept = runs.now.autosave.check_ins[0].id
    runs.line("Earlier").trigger()
    person.click(f"write-agreed-{kept}")
    person.type(f"agreed-{kept}", "We go slower.")
    qtbot.waitUntil(lambda: "Kept " in person.reads(), timeout=4000)
    person = runs.again()
    qtbot.waitUntil(lambda: person.sees("tabs") and runs.now.autosave.check_ins != ())
    runs.line("Check-in").trigger()
    qtbot.waitUntil(lambda: person.sees("go-on") and person.sees(f"agreed-{kept}"))
    person.window.resize(1280, 800)
    qtbot.waitUntil(lambda: len(whole_lines(person)) >= 5)


def test_it_stands_in_the_bar_where_the_usual_ways_on_are_once_a_new_one_is_begun(
    runs: AppRuns, start_again: Callable[[str], Person], qtbot: QtBot
) -> None:
    person = start_again("")
    person.window.resize(1280, 800)
    qtbot.waitUntil(lambda: place(person, "go-on").y() > 700)
    ways = ("to-my-page", "to-red-flags", "to-reflection")
    assert not any(person.sees(way) for way in ways)
    assert person.find("go-on").property("role") == "primary"
    bar = place(person, "go-on")
    person.click("start-new")
    begins_at_its_top_and_says_so(runs, person)
    assert all(person.sees(way) for way in ways)
    assert person.find("to-my-page").property("role") == "primary"
    qtbot.waitUntil(lambda: place(person, "to-my-page").y() == bar.y())


def begins_at_its_top_and_says_so(runs: AppRuns, person: Person) -> None:
    """Look at the new check-in."""
    assert not person.sees("go-on")
    assert runs.now.session.check_in.is_empty
    assert focused().objectName() == "C16-not-yet"
    assert "A new check-in: " in person.reads()
    runs.qtbot.waitUntil(lambda: focused().accessibleDescription().startswith("A new check-in: "))
    assert f"{today()}, number 2" in person.find("change-day").property("text")


def test_it_is_on_top_of_one_line_at_a_time(runs: AppRuns, start_again: Callable[[str], Person], qtbot: QtBot) -> None:
    start_again("")
    runs.line("One line at a time").trigger()
    assert focused().objectName() == "go-on"
    person = runs.again()
    qtbot.waitUntil(lambda: person.sees("go-on") and focused().objectName() == "go-on")
    assert person.sees("one-line-next")
    press_key(Qt.Key.Key_Return)
    assert focused().objectName() == "C10-not-yet"
    assert f"Open now: {today()}" in person.reads()
    qtbot.waitUntil(lambda: focused().accessibleDescription() == f"Line 3 of 6 Open now: {today()}")


def test_where_nothing_is_kept_nothing_is_offered(runs: AppRuns, qtbot: QtBot) -> None:
    person = runs.open()
    person.click("start")
    qtbot.waitUntil(lambda: person.sees("C16"))
    assert not person.sees("last-time")
    widget = person.find("article")
    assert isinstance(widget, QWidget)
    assert focused() is widget
