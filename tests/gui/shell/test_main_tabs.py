"""The tabs beside the article and in a narrow window: how to get from one to another, and what the Tab key finds."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QTabBar, QWidget

from evolve_desktop.app import RunningApp
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.focus import scroll_area_around
from tests.gui.person import Person, focused, press_key
from tests.short_pack import short_pack

pytestmark = pytest.mark.one_window

CTRL = Qt.KeyboardModifier.ControlModifier
NOTE = "Half a sent"
TITLES = {
    "CHECK_IN": "Check-in",
    "RED_FLAGS": "Red flags",
    "MY_PAGE": "My page",
    "EARLIER": "Earlier",
}
TABS = {TITLES[tab.name]: Qt.Key(Qt.Key.Key_1 + tab) for tab in Tab if tab is not Tab.ARTICLE}
WAYS_ON = {
    "Check-in": "to-my-page",
    "Red flags": "flags-to-my-page",
    "My page": "print",
    "Earlier": "earlier-to-check-in",
}
WIDE = list(TABS)
NARROW = ["Article", *WIDE]


@pytest.fixture(scope="session")
def content(packs: Path) -> Path:
    """Return a pack with a few lines of the first and the last part of the check-in."""
    return short_pack(packs / "first-and-last", ("C16", "C01", "C10", "C03", "C06", "C09"))


@pytest.fixture(scope="module")
def desktop(shared_desktop: RunningApp) -> RunningApp:
    """One window serves all: nothing is answered here."""
    return shared_desktop


@pytest.fixture
def person(desktop: RunningApp, resize: Callable[[int], None]) -> Person:
    """Return the person before the tabs as they are at the start."""
    person = Person(desktop.window)
    if person.sees("help-back"):
        person.click("help-back")
    if person.sees("keeping-back"):
        person.click("keeping-back")
    if person.sees("find-words"):
        QTest.keyClick(person.find("find-words"), Qt.Key.Key_Escape)
    resize(1280)
    click_tab(person, "Check-in")
    for area in person.window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    person.find("C16-not-yet").setFocus()
    return person


def splitter(person: Person) -> QSplitter:
    found = person.find("tabs").findChild(QSplitter)
    assert isinstance(found, QSplitter)
    return found


def pages(person: Person) -> QWidget:
    """Return the pane beside the reading pane, or the only one in a narrow window."""
    found = splitter(person).widget(splitter(person).count() - 1)
    assert found is not None
    return found


def titles(person: Person) -> list[str]:
    return texts(person.tabs)


def texts(bar: QTabBar) -> list[str]:
    return [bar.tabText(index) for index in range(bar.count())]


def click_tab(person: Person, title: str) -> None:
    bar = person.tabs
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(texts(bar).index(title)).center())


def scrolled(person: Person) -> int:
    area = person.find("article")
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().value()


def is_on_screen(person: Person, name: str) -> bool:
    return person.sees(name) and not person.find(name).visibleRegion().isEmpty()


def test_the_article_stands_beside_the_check_in(person: Person) -> None:
    assert titles(person) == WIDE
    assert person.tab == "Check-in"
    article, card = person.find("article"), person.find("C01-not-yet")
    assert article.mapTo(person.window, article.rect().topRight()).x() < card.mapTo(person.window, QPoint()).x()


def test_a_tab_is_reached_by_a_click_and_by_its_key(person: Person) -> None:
    for title in reversed(WIDE):
        click_tab(person, title)
        assert person.tab == title
    for title, key in TABS.items():
        press_key(key, CTRL)
        assert person.tab == title


def test_beside_my_page_stands_the_paper_and_a_switch_brings_the_article(person: Person) -> None:
    click_tab(person, "My page")
    assert person.sees("preview")
    assert not person.sees("article")
    assert not person.sees("see-paper"), "it stands beside"
    person.click("reading-switch-article")
    assert person.sees("article")
    click_tab(person, "Earlier")
    assert person.sees("article")
    assert not person.sees("reading-switch")
    click_tab(person, "My page")
    assert person.sees("article"), "as it was left"
    person.click("reading-switch-paper")
    assert person.sees("preview")
    press_key(Qt.Key.Key_1, CTRL)
    assert person.find("article").hasFocus()
    assert person.is_ticked("reading-switch-article")
    assert person.tab == "My page"
    person.click("reading-switch-paper")


def test_a_tab_that_comes_in_view_by_its_key_takes_the_focus_from_the_one_before(person: Person) -> None:
    for name in ("C01-not-yet", "article", "hide"):
        person.find(name).setFocus()
        for title, key in (*TABS.items(), ("Check-in", Qt.Key.Key_2)):
            press_key(key, CTRL)
            assert pages(person).isAncestorOf(focused()), title


def test_going_to_the_tab_where_one_is_leaves_the_focus_there(person: Person) -> None:
    person.find("C10-not-yet").setFocus()
    press_key(Qt.Key.Key_2, CTRL)
    assert focused() is person.find("C10-not-yet")


def test_f6_leaves_out_a_pane_that_is_not_seen(person: Person, resize: Callable[[int], None]) -> None:
    click_tab(person, "My page")
    for name in ("keeping-more", "preview", "main-topic", "save-pdf"):
        person.find(name).setFocus()
    for name in ("keeping-more", "preview", "main-topic", "save-pdf", "keeping-more"):
        press_key(Qt.Key.Key_F6)
        assert person.find(name).hasFocus(), name
    resize(720)
    click_tab(person, "Article")
    person.find("article").setFocus()
    for name in ("article-back", "keeping-more", "article"):
        press_key(Qt.Key.Key_F6)
        assert person.find(name).hasFocus(), name


def test_f6_changes_nothing_while_no_pane_is_seen(person: Person) -> None:
    person.click("keeping-more")
    before = focused()
    press_key(Qt.Key.Key_F6)
    assert focused() is before


def test_read_this_part_shows_and_marks_the_section_in_the_article(person: Person) -> None:
    for section_id in ("ask-questions", "the-takeaway"):
        read = person.find(f"read-{section_id}")
        area = scroll_area_around(read)
        assert area
        area.ensureWidgetVisible(read)
        place = read.mapTo(person.window, QPoint())
        person.click(f"read-{section_id}")
        assert read.mapTo(person.window, QPoint()) == place
        marked = [frame.objectName() for frame in person.window.findChildren(QFrame) if frame.property("marked")]
        assert sorted(marked) == ["", f"section-{section_id}"]  # in the check-in, and in the article
    assert is_on_screen(person, "section-the-takeaway")
    assert is_on_screen(person, "read-the-takeaway")


def test_urgent_help_leads_to_the_help_lines(person: Person) -> None:
    click_tab(person, "Red flags")
    person.click("urgent-help")
    assert focused().objectName() == "help-to-choice"
    person.click("help-back")
    assert person.tab == "Red flags"
    assert focused().objectName() == "urgent-help"


def test_a_search_shows_the_article_from_any_tab(person: Person, resize: Callable[[int], None]) -> None:
    keys = ((Qt.Key.Key_F, CTRL), (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier))
    for width, title, (key, modifier) in product((1280, 720), WIDE, keys):
        resize(width)
        click_tab(person, title)
        press_key(key, modifier)
        assert person.find("find-words").hasFocus()
        QTest.keyClicks(person.find("find-words"), "grace")
        assert is_on_screen(person, "section-the-takeaway")
        press_key(Qt.Key.Key_Escape)


def test_a_search_leads_back_from_a_page_in_front_of_the_tabs(person: Person, resize: Callable[[int], None]) -> None:
    for width, page in product((1280, 720), ("to-help-lines", "keeping-more")):
        resize(width)
        click_tab(person, "Earlier")
        person.click(page)
        press_key(Qt.Key.Key_F, CTRL)
        assert person.find("find-words").hasFocus()
        assert person.tab == ("Earlier" if width == 1280 else "Article")


def test_a_narrow_window_has_the_article_as_its_first_tab(person: Person, resize: Callable[[int], None]) -> None:
    resize(720)
    assert titles(person) == NARROW
    assert person.tab == "Check-in"
    assert not person.sees("article")
    click_tab(person, "Article")
    assert person.sees("article")
    resize(1280)
    assert titles(person) == WIDE
    assert person.tab == "Check-in"
    assert person.sees("article")


def test_the_tab_stays_when_the_window_becomes_narrow_and_wide_again(
    person: Person, resize: Callable[[int], None]
) -> None:
    for title in WIDE:
        click_tab(person, title)
        for width in (720, 1280):
            resize(width)
            assert person.tab == title
            assert person.sees("article") is (width == 1280 and title != "My page")
            assert person.sees("preview") is (width == 1280 and title == "My page")


def test_in_a_narrow_window_the_article_leads_back_to_the_page_before(
    person: Person, resize: Callable[[int], None]
) -> None:
    resize(720)
    for title in WIDE:
        click_tab(person, title)
        press_key(Qt.Key.Key_1, CTRL)
        assert person.find("article-back").property("text") == f"Back to: {title}"
        person.click("article-back")
        assert person.tab == title
        assert pages(person).isAncestorOf(focused())


def test_in_a_narrow_window_reading_a_part_goes_to_the_article(person: Person, resize: Callable[[int], None]) -> None:
    resize(720)
    person.click("read-the-takeaway")
    assert person.tab == "Article"
    assert person.find("section-the-takeaway").property("marked")
    press_key(Qt.Key.Key_2, CTRL)
    assert person.tab == "Check-in"


def walk(key: Qt.Key, most: int = 200) -> list[QWidget]:
    """Return what holds the focus at each press of Tab, until it is where it began."""
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) and focus not in found and len(found) < most:
        found.append(focus)
        QTest.keyClick(focus, key)
    assert QApplication.focusWidget() is found[0], "the Tab key is trapped"
    return found


def test_tab_goes_from_the_top_through_the_article_to_the_page(person: Person) -> None:
    for title in WIDE:
        click_tab(person, title)
        person.find("to-help-lines").setFocus()
        names = [widget.objectName() for widget in walk(Qt.Key.Key_Tab)]
        top = ["to-help-lines", "hide", "tab-bar", "change-day", "keeping-more"]
        article = ["contents", "find", "smaller-text", "larger-text", "article"]
        read = ["reading-switch-paper", "paper", "large-print", "preview"] if title == "My page" else article
        assert names[: len(top) + len(read)] == [*top, *read]
        assert names[-1] == WAYS_ON[title]


def test_the_article_keeps_its_place_in_the_order_of_tab_after_it_was_a_tab(
    person: Person, resize: Callable[[int], None]
) -> None:
    resize(720)
    click_tab(person, "Article")
    resize(1280)
    person.find("to-help-lines").setFocus()
    names = [widget.objectName() for widget in walk(Qt.Key.Key_Tab)]
    order = ["tab-bar", "article", "C16-not-yet", "to-my-page"]
    assert [name for name in names if name in order] == order
    children = splitter(person).children()
    reading = person.find("reading")
    assert children.index(reading) < children.index(pages(person)), "a screen reader reads it so"


def test_the_article_scrolls_by_keys_once_it_is_gone_to(desktop: RunningApp, person: Person) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    article = person.find("article")
    assert isinstance(article, QScrollArea)
    assert article.hasFocus()
    QTest.keyClick(article, Qt.Key.Key_PageDown)
    assert article.verticalScrollBar().value() > 0
