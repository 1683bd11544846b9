"""What was agreed after a session: typed in under Earlier or on top of the next check-in, saved, undone, and locked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.text_field import MAX_CHARACTERS
from tests.gui.app_runs import AppRuns
from tests.gui.person import Person, focused, press_key
from tests.gui.private_words import private_words
from tests.gui.vault_steps import LIMIT_MS, create_vault

CONTROL = Qt.KeyboardModifier.ControlModifier


def kept(runs: AppRuns, qtbot: QtBot, passphrase: str = "") -> tuple[Person, str]:
    """Return a person whose first check-in is kept, and its id."""
    person = runs.open()
    person.click("start")
    create_vault(person, qtbot, passphrase)
    person.click("C01-yes")
    runs.line("Earlier").trigger()
    return person, runs.now.session.whole.id


def field(person: Person, name: str) -> QPlainTextEdit:
    found = person.find(name)
    assert isinstance(found, QPlainTextEdit)
    return found


def test_it_is_typed_in_under_earlier_and_stands_on_top_of_the_next_check_in(runs: AppRuns, qtbot: QtBot) -> None:
    person, first = kept(runs, qtbot)
    assert not person.sees(f"agreed-{first}")
    person.click(f"write-agreed-{first}")
    assert focused() is person.find(f"agreed-{first}")
    assert "Type it in after the session, if you like." in person.reads()
    person.type(f"agreed-{first}", "We go slower.")
    runs.line("New check-in").trigger()
    assert "Last time we agreed · " in person.reads()
    assert field(person, f"agreed-{first}").toPlainText() == "We go slower."
    assert runs.now.session.whole.agreed == ""
    assert runs.now.session.whole.is_empty
    qtbot.waitUntil(lambda: "Kept " in person.reads(), timeout=LIMIT_MS)
    person = runs.again()
    qtbot.waitUntil(lambda: person.sees(f"agreed-{first}"), timeout=LIMIT_MS)
    assert field(person, f"agreed-{first}").toPlainText() == "We go slower."


def test_it_is_typed_in_on_top_of_the_next_check_in(runs: AppRuns, qtbot: QtBot) -> None:
    person, first = kept(runs, qtbot)
    assert runs.now.autosave.check_ins[0].agreed == ""
    runs.line("New check-in").trigger()
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "We go slower.")
    assert runs.now.autosave.check_ins[0].agreed == "We go slower."
    person.click("C02-yes")
    assert [check_in.agreed for check_in in runs.now.autosave.check_ins] == ["We go slower.", ""]


def test_before_anything_is_kept_there_is_no_last_time(person: Person) -> None:
    person.click("C01-yes")
    assert not person.sees("last-time")


def test_it_is_undone_where_it_was_typed_a_word_at_a_time(runs: AppRuns, qtbot: QtBot) -> None:
    person, first = kept(runs, qtbot)
    runs.line("New check-in").trigger()
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "We rest")
    press_key(Qt.Key.Key_Z, CONTROL)
    assert field(person, f"agreed-{first}").toPlainText() == "We"
    assert focused() is person.find(f"agreed-{first}")
    assert "Undone on Check-in: " in person.reads()
    press_key(Qt.Key.Key_Z, CONTROL)
    assert runs.now.autosave.check_ins[0].agreed == ""


def test_undo_from_another_page_goes_to_it(runs: AppRuns, qtbot: QtBot) -> None:
    person, first = kept(runs, qtbot)
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "We rest")
    runs.line("Red flags").trigger()
    runs.line("Undo").trigger()
    assert focused() is person.find(f"agreed-{first}")
    assert "Undone on Earlier: What we agreed: " in person.reads()
    runs.line("Red flags").trigger()
    runs.line("Undo").trigger()
    assert focused() is person.find(f"write-agreed-{first}")


def test_its_field_is_named_by_its_label_says_when_it_is_full_and_is_found_by_the_search(
    runs: AppRuns, qtbot: QtBot
) -> None:
    person, first = kept(runs, qtbot)
    person.click(f"write-agreed-{first}")
    buddies = [label for label in person.window.findChildren(QLabel) if label.buddy() is person.find(f"agreed-{first}")]
    assert [label.text() for label in buddies] == ["What we agreed"]
    assert person.find(f"agreed-{first}").accessibleName().startswith("What we agreed: ")
    field(person, f"agreed-{first}").setPlainText("x" * MAX_CHARACTERS)
    person.type(f"agreed-{first}", "y")
    assert "This field is full" in person.reads()
    assert len(runs.now.autosave.check_ins[0].agreed) == MAX_CHARACTERS
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert "This field is full" not in person.reads()
    field(person, f"agreed-{first}").clear()
    person.type(f"agreed-{first}", "We go slower.")
    person.type("earlier-search", "slower")
    assert person.sees(f"open-{first}")
    person.type("earlier-search", " zebra")
    assert not person.sees(f"open-{first}")


def test_after_a_lock_no_widget_holds_it(runs: AppRuns, qtbot: QtBot) -> None:
    person, first = kept(runs, qtbot, "three green herons")
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "the zebra")
    runs.line("New check-in").trigger()
    assert private_words(person.window, "zebra") != []
    runs.line("Lock").trigger()
    qtbot.waitUntil(lambda: private_words(person.window, "zebra") == [])
    assert runs.now.session.agreed == {}


def test_it_goes_on_the_page_only_when_that_is_ticked(runs: AppRuns, qtbot: QtBot) -> None:
    person, first = kept(runs, qtbot)
    person.click(f"write-agreed-{first}")
    person.type(f"agreed-{first}", "We go slower.")
    runs.line("New check-in").trigger()
    runs.line("My page").trigger()
    preview = person.find("preview")
    qtbot.waitUntil(lambda: "What we agreed" in preview.accessibleDescription(), timeout=LIMIT_MS)
    assert "We go slower." not in preview.accessibleDescription()
    assert not person.is_ticked("last-agreed")
    person.click("last-agreed")
    qtbot.waitUntil(lambda: "We go slower." in preview.accessibleDescription(), timeout=LIMIT_MS)
    runs.line("Undo").trigger()
    assert not person.is_ticked("last-agreed")


def test_without_an_agreement_the_page_offers_none(runs: AppRuns, qtbot: QtBot) -> None:
    person, _ = kept(runs, qtbot)
    runs.line("New check-in").trigger()
    runs.line("My page").trigger()
    assert person.sees("since")
    assert not person.sees("last-agreed")
