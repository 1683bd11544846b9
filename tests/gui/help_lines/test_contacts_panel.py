"""The person's own contacts: added, changed, removed and brought back, whether anything is kept or not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.checkin.contacts import MAX_NAME, Contact
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.help_lines.contacts_panel import ContactsPanel
from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView
from evolve_desktop.gui.services import actions
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.theme import ThemeStyler
from evolve_desktop.settings import Preferences, Settings
from tests.gui.fits import cuts
from tests.gui.person import Person, focused
from tests.gui.services.memory_vault import MemoryVault
from tests.launch import NOW

ADDRESS = "out.of.hours.team@clinic.example.org"
ANN, BO = Contact.written("Ann & Co", "555 0100"), Contact.written("Bo", "bo@example.org")


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def autosave(qapp: QApplication, session: Session, vault: MemoryVault) -> Iterator[Autosave]:
    assert qapp is not None
    built = Autosave(session, lambda: NOW)
    built.start(vault, Diary(contacts=(ANN, BO)))
    yield built
    vault.problem = ""
    built.flush()


@pytest.fixture
def person(pack: Pack, autosave: Autosave, meet: Callable[[QWidget], Person]) -> Person:
    return meet(ContactsPanel(pack.help_lines, autosave))


def shown(person: Person) -> list[str]:
    """Return the numbers and addresses to be seen, from the top."""
    labels = [label for label in person.window.findChildren(QLabel) if label.property("role") == "number"]
    seen = sorted(
        (label for label in labels if label.isVisible()), key=lambda label: label.mapTo(person.window, label.pos()).y()
    )
    return [label.text() for label in seen]


def line(person: Person, name: str) -> QLineEdit:
    found = person.find(name)
    assert isinstance(found, QLineEdit)
    return found


def test_while_nothing_is_kept_a_contact_is_written_too_without_a_word_about_keeping(
    pack: Pack, session: Session, meet: Callable[[QWidget], Person]
) -> None:
    autosave = Autosave(session, lambda: NOW)
    person = meet(ContactsPanel(pack.help_lines, autosave))
    assert pack.help_lines.own_empty in person.reads()
    assert not any(word in person.reads().lower() for word in ("kept", "keep", "passphrase"))
    person.click("own-add")
    person.type("own-name", "Ann")
    person.type("own-reach", "555 0100")
    person.click("own-save")
    assert shown(person) == ["555 0100"]
    assert autosave.contacts == (Contact.written("Ann", "555 0100"),)
    assert autosave.state is SaveState.OFF


def test_what_can_be_added_is_said_while_there_is_nothing(person: Person, autosave: Autosave, pack: Pack) -> None:
    assert pack.help_lines.own_empty not in person.reads()
    autosave.set_contacts(())
    assert pack.help_lines.own_empty in person.reads()
    assert person.sees("own-add")


def test_a_contact_is_written_by_keys_kept_and_ready_to_be_copied(
    person: Person, autosave: Autosave, vault: MemoryVault, qtbot: QtBot
) -> None:
    person.click("own-add")
    assert line(person, "own-name").hasFocus()
    QTest.keyClicks(focused(), "Dr Example")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), " 555  0101 ")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert shown(person) == ["555 0100", "bo@example.org", "555 0101"]
    assert focused().accessibleName() == "Dr Example: 555 0101"
    assert not person.sees("own-name")
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    assert vault.contacts[-1] == (ANN, BO, Contact.written("Dr Example", "555 0101"))
    actions.copy()
    assert QGuiApplication.clipboard().text() == "555 0101"


def test_what_is_missing_is_said_and_the_line_waits_for_it(person: Person, autosave: Autosave) -> None:
    person.click("own-add")
    person.type("own-name", "Cy")
    person.click("own-save")
    assert "write a name, and a number" in person.reads()
    assert line(person, "own-reach").hasFocus()
    assert autosave.contacts == (ANN, BO)


def test_more_than_a_line_holds_is_never_left_out_in_silence(person: Person) -> None:
    person.click("own-add")
    QGuiApplication.clipboard().setText("x" * (MAX_NAME + 1))
    line(person, "own-name").paste()
    assert f"holds {MAX_NAME} characters" in person.reads()


def test_a_changed_contact_stays_in_its_place(person: Person, autosave: Autosave) -> None:
    person.click("own-1-change")
    assert line(person, "own-name").text() == "Ann & Co"
    line(person, "own-reach").selectAll()
    person.type("own-reach", "555 0199")
    person.click("own-save")
    assert shown(person) == ["555 0199", "bo@example.org"]
    assert autosave.contacts == (Contact.written("Ann & Co", "555 0199"), BO)


def test_cancel_and_escape_change_nothing_and_escape_loses_nothing(person: Person, autosave: Autosave) -> None:
    person.click("own-2-change")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not person.sees("own-name")
    assert focused().accessibleName() == "Bo: bo@example.org"
    person.click("own-add")
    person.type("own-name", "C")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert line(person, "own-name").text() == "C"
    person.click("own-cancel")
    assert person.find("own-add").hasFocus()
    person.click("own-add")
    assert line(person, "own-name").text() == ""
    assert autosave.contacts == (ANN, BO)


def test_one_that_was_removed_comes_back_with_undo_in_its_old_place(person: Person, autosave: Autosave) -> None:
    person.click("own-1-remove")
    assert shown(person) == ["bo@example.org"]
    assert "Removed: Ann & Co." in person.reads()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert shown(person) == ["555 0100", "bo@example.org"]
    assert focused().accessibleName() == "Ann & Co: 555 0100"
    assert not person.sees("own-undo")
    assert autosave.contacts == (ANN, BO)


def test_undo_brings_back_nothing_of_a_contact_that_was_left(person: Person) -> None:
    person.click("own-add")
    person.type("own-name", "Zebra")
    field = person.find("own-name")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    person.click("own-cancel")
    person.click("own-add")
    assert not field.isUndoAvailable()


def test_what_could_not_be_kept_stays_on_the_screen(
    person: Person, autosave: Autosave, vault: MemoryVault, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    vault.problem = "The disk is full."
    assert not person.sees("own-not-kept")
    person.click("own-2-remove")
    qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED)
    assert "Not kept: The disk is full." in person.reads()
    person.click("own-undo")
    person.click("own-add")
    person.type("own-name", "Cy")
    person.type("own-reach", "555 0102")
    person.click("own-save")
    qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED)
    assert shown(person) == ["555 0100", "bo@example.org", "555 0102"]
    assert person.sees("own-not-kept")
    vault.problem = ""
    assert autosave.flush()
    assert vault.contacts[-1] == autosave.contacts
    assert not person.sees("own-not-kept")


def test_letting_go_leaves_no_word_of_any_contact(person: Person, autosave: Autosave, qtbot: QtBot) -> None:
    person.click("own-1-remove")
    person.click("own-2-change")
    autosave.stop()
    qtbot.wait(1)  # what was deleted goes with the next events
    words = [label.text() for label in person.window.findChildren(QLabel)]
    words += [line.text() for line in person.window.findChildren(QLineEdit)]
    assert [word for word in words if "Ann" in word or "Bo" in word or "555" in word] == []


def test_the_groups_of_a_number_keep_their_order_among_words_that_run_the_other_way(
    person: Person, autosave: Autosave
) -> None:
    autosave.set_contacts((Contact.written("אמא", "אחרי שש 555 0100"),))
    assert shown(person) == ["אחרי שש 555\N{NO-BREAK SPACE}0100"]
    reach = person.find("own-3-reach")
    reach.setFocus(Qt.FocusReason.TabFocusReason)
    actions.copy()
    assert QGuiApplication.clipboard().text() == "אחרי שש 555 0100"


def add(person: Person, name: str, reach: str) -> None:
    """Add a contact without a key for each of its letters."""
    person.click("own-add")
    line(person, "own-name").setText(name)
    line(person, "own-reach").setText(reach)
    person.click("own-save")


@dataclass
class Page:
    """The page of the help lines in a window of its own, in the looks of the app."""

    app: QApplication
    view: HelpLinesView
    preferences: Preferences

    def apply(self, percent: int) -> None:
        """Set the text size."""
        self.preferences.change(self.preferences.settings.with_text(percent))
        self.settle()

    def resize(self, width: int, height: int) -> None:
        """Make the window this large."""
        self.view.resize(width, height)
        self.settle()
        assert self.view.width() == width

    def settle(self) -> None:
        """Let everything find its place."""
        for _ in range(6):
            self.app.processEvents()


@pytest.fixture
def page(qapp: QApplication, pack: Pack, autosave: Autosave, meet: Callable[[QWidget], Person]) -> Iterator[Page]:
    font, preferences = qapp.font(), Preferences(Settings(country="nz"))
    view = HelpLinesView(pack.help_lines, preferences, autosave, NOW.date())
    styler = ThemeStyler(qapp, view, preferences, resource_paths.resources(), views=list)
    styler.apply()
    meet(view)
    yield Page(qapp, view, preferences)
    styler.stop()
    qapp.setFont(font)


def test_nothing_of_them_is_cut_in_large_text_and_a_long_address_is_copied_whole(page: Page) -> None:
    person = Person(page.view)
    page.apply(percent=200)
    add(person, "Dr Example, the clinic after hours", "+44 161 496 0000")
    add(person, "Zebra" * 16, ADDRESS)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        page.app.setLayoutDirection(direction)
        found = cuts_while_one_is_changed(page, person)
        page.app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        assert found == [], direction
    a_long_address_is_smaller_where_it_has_no_room_and_is_copied_whole(page, person)


def cuts_while_one_is_changed(page: Page, person: Person) -> list[str]:
    page.resize(1024, 768)
    person.click("own-3-change")
    page.settle()
    found = cuts(page.view)
    person.click("own-cancel")
    return found


def a_long_address_is_smaller_where_it_has_no_room_and_is_copied_whole(page: Page, person: Person) -> None:
    page.resize(720, 800)
    assert cuts(page.view) == []
    heights = [person.find(f"own-{number}-reach").fontMetrics().height() for number in (1, 4)]
    assert heights[0] > heights[1]
    page.apply(percent=100)
    assert person.find("own-4-reach").fontMetrics().height() == person.find("own-1-reach").fontMetrics().height()
    person.find("own-4-reach").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keySequence(person.find("own-4-reach"), QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == ADDRESS
