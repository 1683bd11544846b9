"""The guide: its parts, its keys, which are those of the menus, and room for every word."""

from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMenuBar, QMessageBox, QScrollArea

from evolve_desktop import __version__
from evolve_desktop.app import RunningApp
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.sources import list_sources
from evolve_desktop.gui.services.actions import Menu, Shortcut, shortcuts_of
from evolve_desktop.gui.widgets.labels import breakable
from tests.gui.dialogs import on_dialog, reading
from tests.gui.fits import cuts
from tests.gui.person import Person, focused, press_key
from tools.window_tour import Tour

pytestmark = pytest.mark.one_window

HIDDEN_MARKS = str.maketrans("", "", "&")


@pytest.fixture(scope="module")
def desktop(shared_desktop: RunningApp) -> RunningApp:
    """One window serves all: each test opens the guide anew."""
    return shared_desktop


@pytest.fixture
def person(desktop: RunningApp) -> Person:
    return Person(desktop.window)


def bar(desktop: RunningApp) -> QMenuBar:
    found = desktop.window.findChild(QMenuBar)
    assert isinstance(found, QMenuBar)
    return found


def lines(desktop: RunningApp) -> list[QAction]:
    """Return every line of every menu that can be chosen."""
    menus = bar(desktop).findChildren(QMenu)
    found = chain.from_iterable(menu.actions() for menu in menus)
    return [action for action in found if not action.isSeparator() and action.menu() is None]


def choose(desktop: RunningApp, text: str) -> None:
    (line,) = [action for action in lines(desktop) if action.text().translate(HIDDEN_MARKS) == text]
    line.trigger()


def open_guide(desktop: RunningApp) -> None:
    choose(desktop, "Guide and keys")


def is_at_the_top(person: Person, name: str) -> bool:
    """Whether this stands in the upper half of the guide as it is scrolled."""
    column = person.find("guide")
    assert isinstance(column, QScrollArea)
    y = person.find(name).mapTo(column, person.find(name).rect().topLeft()).y()
    return 0 <= y < column.viewport().height() // 2


def test_escape_leads_back_from_every_place_of_the_guide(desktop: RunningApp, person: Person) -> None:
    for name in ("guide-to-keys", "report-text", "report-copy", "to-help-lines"):
        open_guide(desktop)
        person.find(name).setFocus()
        press_key(Qt.Key.Key_Escape)
        assert not person.sees("guide"), name


def test_the_links_at_the_top_lead_to_each_part_with_the_focus(desktop: RunningApp, person: Person) -> None:
    open_guide(desktop)
    for name in ("steps", "kept", "keys", "ease", "report", "sources"):
        person.find(f"guide-to-{name}").setFocus()
        press_key(Qt.Key.Key_Space)
        assert focused().objectName() == f"guide-{name}"
        assert is_at_the_top(person, f"guide-{name}")


def test_the_sources_of_each_page_are_listed_when_asked_for(desktop: RunningApp, person: Person, pack: Pack) -> None:
    open_guide(desktop)
    for number, group in enumerate(list_sources(pack), start=1):
        lines = breakable("\n".join(group.sources))
        assert lines not in person.reads()
        button = person.find(f"guide-sources-{number}")
        button.setFocus()
        press_key(Qt.Key.Key_Space)
        assert lines in person.reads()
        assert button.accessibleName() == f"Hide: {group.title}"
        assert button.hasFocus()


def test_the_keys_scroll_the_guide(desktop: RunningApp, person: Person) -> None:
    open_guide(desktop)
    column = person.find("guide")
    assert isinstance(column, QScrollArea)
    for place in ("guide-back", "guide-kept"):
        person.find(place).setFocus()
        before = column.verticalScrollBar().value()
        press_key(Qt.Key.Key_PageDown)
        assert column.verticalScrollBar().value() > before


def test_the_headings_have_their_levels(desktop: RunningApp, person: Person) -> None:
    open_guide(desktop)
    levels = [label.property("level") for label in person.find("guide").findChildren(QLabel)]
    headings = [level for level in levels if level]
    assert headings == [1, 2, 2, 2, *([3] * 5), 2, 2, 2, 2]
    title = QAccessible.queryAccessibleInterface(person.find("guide-keys"))
    assert title is not None
    assert title.role() is QAccessible.Role.Heading


def test_every_key_of_the_menus_stands_in_the_guide(desktop: RunningApp, person: Person) -> None:
    open_guide(desktop)
    said = [label.text() for label in person.find("guide-key-list").findChildren(QLabel)]
    keyed = [action for action in lines(desktop) if not action.shortcut().isEmpty()]
    assert len(keyed) > 20
    for action in keyed:
        does = action.text().translate(HIDDEN_MARKS)
        places = [index for index, words in enumerate(said) if words == does]
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert key in [said[place + 1] for place in places], does
    assert said[said.index("Help lines") + 1] == "F1"
    assert "F6" in said
    assert "Shift three times" in said


def test_a_line_without_a_key_and_a_menu_of_such_lines_are_left_out(qapp: QApplication) -> None:
    def line(text: str, key: QKeySequence.StandardKey | str | None = None) -> QAction:
        action = QAction(text, qapp)
        action.setShortcut(QKeySequence(key) if key is not None else QKeySequence())
        return action

    inner = Menu("&Inner", [line("&Deep", QKeySequence.StandardKey.Copy)])
    first = Menu("&One", [line("Bread && &butter…", "Ctrl+B"), None, line("No key"), inner])
    second = Menu("T&wo", [line("Nothing")])
    assert shortcuts_of([first, second]) == [
        ("One", [Shortcut("Bread & butter…", "Ctrl+B"), Shortcut("Deep", "Ctrl+C")])
    ]


def test_a_screen_reader_finds_every_line_of_every_menu_by_its_name(desktop: RunningApp) -> None:
    for menu in bar(desktop).findChildren(QMenu):
        heard = QAccessible.queryAccessibleInterface(menu)
        assert heard is not None
        children = [heard.child(index) for index in range(heard.childCount())]
        names = [child.text(QAccessible.Text.Name) for child in children if child is not None]
        actions = menu.actions()
        assert len(names) == len(actions)
        for name, action in zip(names, actions, strict=True):
            assert action.isSeparator() or (name and name == action.text().translate(HIDDEN_MARKS)), action.text()


def test_about_says_the_versions_the_publisher_and_the_licences(
    desktop: RunningApp, person: Person, pack: Pack
) -> None:
    choose(desktop, "About")
    assert focused().objectName() == "guide-about"
    assert is_at_the_top(person, "guide-about")
    said = person.reads()
    for words in (f"Evolve Desktop {__version__}", "Python 3.", "Qt 6.", "PySide6 6.", "PyNaCl 1."):
        assert words in said
    for words in (pack.about.title, pack.about.publisher, pack.about.disclaimer, pack.about.adults, "LGPL", "NOTICE"):
        assert words in said


def test_about_qt_can_be_read_from_the_guide(desktop: RunningApp, person: Person) -> None:
    choose(desktop, "About")
    said: list[str] = []
    on_dialog(QMessageBox, reading(said, QMessageBox.close))
    person.find("about-qt").setFocus()
    press_key(Qt.Key.Key_Space)
    assert "About Qt" in said[0]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("width", "percent"), [(1280, 100), (1280, 200), (720, 150)])
def test_nothing_of_the_guide_is_cut(
    qapp: QApplication, shared_tour: Tour, direction: Qt.LayoutDirection, width: int, percent: int
) -> None:
    qapp.setLayoutDirection(direction)
    shared_tour.apply(percent=percent)
    shared_tour.resize(width, 800)
    open_guide(shared_tour.desktop)
    shared_tour.settle()
    found = cuts(shared_tour.desktop.window)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert found == []
