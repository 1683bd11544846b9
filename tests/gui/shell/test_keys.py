"""Enter presses the focused button everywhere but where that would show what is hidden, and F10 opens the menus."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from evolve_desktop.app import RunningApp
from evolve_desktop.gui.widgets.buttons import ToolButton
from tests.gui.person import Person

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


@pytest.fixture
def person(desktop: RunningApp) -> Person:
    return Person(desktop.window)


def enter(person: Person, name: str) -> None:
    button = person.find(name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "shown"), [("to-help-lines", "help-back"), ("keeping-more", "keep-open"), ("C03-add-note", "C03-note")]
)
def test_enter_presses_the_focused_button(person: Person, name: str, shown: str) -> None:
    assert not person.sees(shown)
    enter(person, name)
    assert person.sees(shown)


def test_enter_presses_a_starter_of_my_page(desktop: RunningApp, person: Person) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    before = desktop.session.check_in
    person.click("first-words")
    (first, *_) = [widget.objectName() for widget in desktop.window.findChildren(ToolButton) if is_starter(widget)]
    enter(person, first)
    assert desktop.session.check_in != before


def test_enter_does_not_bring_back_what_is_hidden(person: Person) -> None:
    person.click("hide")
    enter(person, "privacy-screen-back")
    assert person.sees("privacy-screen")


def test_f10_opens_the_first_menu(desktop: RunningApp) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "&File"
    menu.close()


def test_a_starter_is_called_by_its_sentence_alone(desktop: RunningApp, person: Person) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    person.click("first-words")
    starters = [widget for widget in desktop.window.findChildren(ToolButton) if is_starter(widget)]
    assert starters
    assert not [starter for starter in starters if starter.accessibleName().startswith("Use")]


def is_starter(widget: ToolButton) -> bool:
    return widget.isVisible() and widget.text() == "+"
