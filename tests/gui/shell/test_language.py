"""Another language, chosen in View: every answer and place stays, and the window is another one in its stead."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenuBar, QPlainTextEdit
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.errors import ContentError
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.widgets.focus import scroll_area_around
from tests.gui.person import Answers, Person, focused
from tests.translated_pack import translated_pack

Switch = Callable[[str], Person]


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


@pytest.fixture(scope="module")
def translated(packs: Path, content: Path) -> Callable[[str], Path]:
    """Write a pack in this language, once, and return its folder."""
    return cache(lambda language: translated_pack(packs / f"translated-{language}", language, content))


@pytest.fixture
def switch(desktop: RunningApp, qtbot: QtBot, translated: Callable[[str], Path]) -> Switch:
    def show(language: str) -> Person:
        former = desktop.window
        desktop.show_pack(translated(language))
        assert desktop.window is not former
        qtbot.waitUntil(lambda: Person(desktop.window).window.isVisible() and desktop.window.isVisible())
        QTest.qWait(0)
        return Person(desktop.window)

    return show


def test_answers_notes_undo_and_place_stay(desktop: RunningApp, person: Person, switch: Switch, qtbot: QtBot) -> None:
    person.click("C03-not-yet")
    person.click("C16-yes")
    person.click("C16-add-note")
    person.type("C16-note", "Zebra")
    person.find("C16-note").setFocus()
    person = switch("es")
    qtbot.waitUntil(lambda: person.sees("C16-note") and focused().objectName() == "C16-note")
    assert person.is_ticked("C03-not-yet")
    check_in = desktop.session.check_in
    assert (check_in.answer("C16").note, check_in.answer("C03").reply) == ("Zebra", Reply.NOT_YET)
    assert check_in.older == ()
    bar = desktop.window.findChild(QMenuBar)
    assert isinstance(bar, QMenuBar)
    assert all(menu.text().startswith("[") for menu in bar.actions())
    desktop.session.undo()
    assert desktop.session.check_in.answer("C16").note == ""
    note = person.find("C16-note")
    assert isinstance(note, QPlainTextEdit)
    qtbot.waitUntil(lambda: note.toPlainText() == "")


def test_what_was_open_and_scrolled_is_so_again(
    desktop: RunningApp, person: Person, switch: Switch, qtbot: QtBot
) -> None:
    person.tabs.setCurrentIndex(1)
    person.click("show-part-2")
    qtbot.waitUntil(lambda: person.sees("S07-yes"))
    line = person.find("S07-yes")
    line.setFocus()
    area = scroll_area_around(line)
    assert area is not None

    def comes_into_view() -> bool:
        area.ensureWidgetVisible(line)  # the page grows with the next event
        return is_in_view(person, "S07-yes")

    qtbot.waitUntil(comes_into_view)
    person = switch("ar")
    assert person.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: person.sees("S07-yes") and focused().objectName() == "S07-yes")
    qtbot.waitUntil(lambda: is_in_view(person, "S07-yes"))
    person = switch("es")
    assert person.window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    qtbot.waitUntil(lambda: person.sees("S07-yes") and is_in_view(person, "S07-yes"))
    assert desktop.session.check_in.is_empty


def is_in_view(person: Person, name: str) -> bool:
    return not person.find(name).visibleRegion().isEmpty()


def test_the_welcome_is_said_again_in_the_other_language(desktop: RunningApp, switch: Switch, qtbot: QtBot) -> None:
    desktop.window.start()
    person = switch("es")
    qtbot.waitUntil(lambda: person.sees("welcome") and focused().objectName() == "start")


def test_words_that_no_answer_holds_stay(person: Person, switch: Switch, qtbot: QtBot) -> None:
    person.click("to-help-lines")
    person.click("own-add")
    person.type("own-name", "My sister")
    person = switch("es")
    qtbot.waitUntil(lambda: person.sees("own-name"))
    name = person.find("own-name")
    assert isinstance(name, QLineEdit)
    assert name.text() == "My sister"


def test_what_is_open_or_half_changed_is_so_on_every_page_also_out_of_sight(
    desktop: RunningApp, person: Person, switch: Switch, qtbot: QtBot
) -> None:
    for name in ("C03-add-note", "about-list", "sources-ask-questions", "find"):
        person.click(name)
    person.tabs.setCurrentIndex(1)
    person.click("show-part-2")
    qtbot.waitUntil(lambda: person.sees("S07-yes"))
    person.click("sources-2")
    person.click("to-help-lines")
    person.click("own-add")
    person.type("own-name", "My sister")
    person.type("own-reach", "555 0100")
    person.click("own-save")
    person.click("own-1-change")
    person.type("own-reach", ", ext. 9")
    person.click("help-back")
    person.tabs.setCurrentIndex(0)
    person = switch("ar")
    assert all(map(person.sees, ("C03-note", "about-list-lines", "sources-ask-questions-lines", "find-bar")))
    person.tabs.setCurrentIndex(1)
    assert person.sees("S07-yes")
    assert person.sees("sources-2-lines")
    person.click("to-help-lines")
    person.click("own-save")
    assert [(contact.name, contact.reach) for contact in desktop.autosave.contacts] == [
        ("My sister", "555 0100, ext. 9")
    ]


def test_what_is_kept_stays_kept_and_locks(
    desktop: RunningApp, person: Person, switch: Switch, qtbot: QtBot, answers: Answers
) -> None:
    person.click("C03-yes")
    person.click("keeping-more")
    for name in ("keep-passphrase-first", "keep-passphrase-second"):
        person.type(name, "three green herons")
    person.click("keep-locked")
    qtbot.waitUntil(lambda: desktop.autosave.state is SaveState.SAVED and person.sees("erase"))
    person.click("keeping-back")
    person = switch("es")
    assert desktop.autosave.state is SaveState.SAVED
    person.click("C16-yes")
    qtbot.waitUntil(lambda: desktop.autosave.state is SaveState.SAVED)
    QTest.keyClick(desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    person.type("unlock-secret", "three green herons")
    person.click("unlock-open")
    qtbot.waitUntil(lambda: person.sees("C16-yes"))
    assert person.is_ticked("C03-yes")
    assert person.is_ticked("C16-yes")
    assert answers.told == []


def test_a_pack_with_faults_changes_nothing_nor_the_language_that_is_chosen(
    desktop: RunningApp, person: Person, tmp_path: Path
) -> None:
    (english,) = [line for line in desktop.window.findChildren(QAction) if line.text().startswith("English")]
    assert english.isChecked()
    person.click("C03-yes")
    window = desktop.window
    with pytest.raises(ContentError):
        desktop.show_pack(tmp_path)
    assert desktop.window is window
    assert person.is_ticked("C03-yes")
    assert english.isChecked()
