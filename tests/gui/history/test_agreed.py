"""What was agreed after a session: typed in under Earlier or on top of the next check-in, saved, undone, and locked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.gui.widgets.text_field import MAX_CHARACTERS
from tests.gui.app_runs import AppRuns, menu_line
from tests.gui.person import Person, focused, press_key
from tests.gui.private_words import private_words
from tests.gui.vault_steps import LIMIT_MS, PASSPHRASE, create_vault

pytestmark = pytest.mark.one_window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


def kept(desktop: RunningApp, qtbot: QtBot, passphrase: str = "") -> tuple[Person, str]:
    """Return a person whose first check-in is kept, and its id."""
    person = Person(desktop.window)
    create_vault(person, qtbot, passphrase)
    person.click("C01-yes")
    choose(desktop, "Earlier")
    return person, desktop.session.whole.id


def choose(desktop: RunningApp, text: str) -> None:
    menu_line(desktop.window, text).trigger()


def field(person: Person, name: str) -> QPlainTextEdit:
    found = person.find(name)
    assert isinstance(found, QPlainTextEdit)
    return found


def test_it_is_typed_in_under_earlier_and_stands_on_top_of_the_next_check_in(
    desktop: RunningApp, runs: AppRuns, data_folder: Path, qtbot: QtBot
) -> None:
    person, first = kept(desktop, qtbot)
    assert not person.sees(f"agreed-{first}")
    person.click(f"write-agreed-{first}")
    assert focused() is person.find(f"agreed-{first}")
    assert "Type it in after the session, if you like." in person.reads()
    person.type(f"agreed-{first}", "We go slower.")
    choose(desktop, "New check-in")
    assert "Last time we agreed · " in person.reads()
    assert field(person, f"agreed-{first}").toPlainText() == "We go slower."
    assert desktop.session.whole.agreed == ""
    assert desktop.session.whole.is_empty
    qtbot.waitUntil(lambda: "Kept " in person.reads(), timeout=LIMIT_MS)
    runs.folder = data_folder.parent
    person = runs.open()
    qtbot.waitUntil(lambda: person.sees(f"agreed-{first}"), timeout=LIMIT_MS)
    assert field(person, f"agreed-{first}").toPlainText() == "We go slower."


def test_before_anything_is_kept_there_is_no_last_time(person: Person) -> None:
    person.click("C01-yes")
    assert not person.sees("last-time")


def test_its_field_is_named_by_its_label_says_when_it_is_full_and_is_found_by_the_search(
    desktop: RunningApp, qtbot: QtBot
) -> None:
    person, first = kept(desktop, qtbot)
    person.click(f"write-agreed-{first}")
    buddies = [label for label in person.window.findChildren(QLabel) if label.buddy() is person.find(f"agreed-{first}")]
    assert [label.text() for label in buddies] == ["What we agreed"]
    assert person.find(f"agreed-{first}").accessibleName().startswith("What we agreed: ")
    field(person, f"agreed-{first}").setPlainText("x" * MAX_CHARACTERS)
    person.type(f"agreed-{first}", "y")
    assert "This field is full" in person.reads()
    assert len(desktop.autosave.check_ins[0].agreed) == MAX_CHARACTERS
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert "This field is full" not in person.reads()
    field(person, f"agreed-{first}").clear()
    person.type(f"agreed-{first}", "We go slower.")
    person.type("earlier-search", "slower")
    assert person.sees(f"open-{first}")
    person.type("earlier-search", " zebra")
    assert not person.sees(f"open-{first}")


def test_after_a_lock_no_widget_holds_it(desktop: RunningApp, qtbot: QtBot) -> None:
    person, first = kept(desktop, qtbot, PASSPHRASE)
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "the zebra")
    choose(desktop, "New check-in")
    assert private_words(person.window, "zebra") != []
    choose(desktop, "Lock")
    qtbot.waitUntil(lambda: private_words(person.window, "zebra") == [])
    assert desktop.session.agreed == {}


def test_on_top_of_the_next_check_in_it_is_typed_in_and_undone_a_word_at_a_time(
    desktop: RunningApp, qtbot: QtBot
) -> None:
    person, first = kept(desktop, qtbot)
    choose(desktop, "New check-in")
    assert desktop.autosave.check_ins[0].agreed == ""
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "We rest")
    press_key(Qt.Key.Key_Z, CONTROL)
    assert field(person, f"agreed-{first}").toPlainText() == "We"
    assert focused() is person.find(f"agreed-{first}")
    assert "Undone on Check-in: " in person.reads()
    press_key(Qt.Key.Key_Z, CONTROL)
    assert desktop.autosave.check_ins[0].agreed == ""
    person.type(f"agreed-{first}", "We go slower.")
    assert desktop.autosave.check_ins[0].agreed == "We go slower."
    person.click("C02-yes")
    assert [check_in.agreed for check_in in desktop.autosave.check_ins] == ["We go slower.", ""]


def test_undo_from_another_page_goes_to_it(desktop: RunningApp, qtbot: QtBot) -> None:
    person, first = kept(desktop, qtbot)
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "We rest")
    choose(desktop, "Red flags")
    choose(desktop, "Undo")
    assert focused() is person.find(f"agreed-{first}")
    assert "Undone on Earlier: What we agreed: " in person.reads()
    choose(desktop, "Red flags")
    choose(desktop, "Undo")
    assert focused() is person.find(f"write-agreed-{first}")


def test_the_page_offers_it_once_there_is_one_and_has_it_only_when_that_is_ticked(
    desktop: RunningApp, qtbot: QtBot
) -> None:
    person, first = kept(desktop, qtbot)
    choose(desktop, "New check-in")
    choose(desktop, "My page")
    assert person.sees("since")
    assert not person.sees("last-agreed")
    choose(desktop, "Earlier")
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "We go slower.")
    choose(desktop, "My page")
    preview = person.find("preview")
    qtbot.waitUntil(lambda: "What we agreed" in preview.accessibleDescription(), timeout=LIMIT_MS)
    assert "We go slower." not in preview.accessibleDescription()
    assert not person.is_ticked("last-agreed")
    person.click("last-agreed")
    qtbot.waitUntil(lambda: "We go slower." in preview.accessibleDescription(), timeout=LIMIT_MS)
    choose(desktop, "Undo")
    assert not person.is_ticked("last-agreed")
