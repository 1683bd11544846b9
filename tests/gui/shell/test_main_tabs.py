"""The rooms beside each other and in a narrow window: how one comes from one to another, and what the Tab key finds."""

from collections.abc import Callable
from functools import partial
from itertools import groupby, pairwise, product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QScrollArea, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.shell.main_tabs import Tab
from tests.gui.person import Person, focused, press_key

CTRL = Qt.KeyboardModifier.ControlModifier
NOTE = "Half a sent"
TITLES = {
    "CHECK_IN": "Check-in",
    "RED_FLAGS": "Red flags",
    "MY_PAGE": "My page",
    "EARLIER": "Earlier",
    "HELP_LINES": "Help lines",
}
ROOMS = {TITLES[room.name]: Qt.Key(Qt.Key.Key_1 + room) for room in Tab if room is not Tab.ARTICLE}
WIDE = list(ROOMS)
NARROW = ["Article", *WIDE]


@pytest.fixture
def resize(desktop: RunningApp, qtbot: QtBot) -> Callable[[int], None]:
    """Make the window so wide, and wait until the tabs are those that this asks for."""

    def to(width: int) -> None:
        desktop.window.resize(width, 800)
        qtbot.waitUntil(lambda: desktop.window.width() == width)

    return to


def tabs(person: Person) -> QTabWidget:
    found = person.find("tabs")
    assert isinstance(found, QTabWidget)
    return found


def titles(person: Person) -> list[str]:
    return [tabs(person).tabText(index) for index in range(tabs(person).count())]


def current(person: Person) -> str:
    return tabs(person).tabText(tabs(person).currentIndex())


def click_tab(person: Person, title: str) -> None:
    bar = tabs(person).tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(titles(person).index(title)).center())


def scrolled(person: Person) -> int:
    area = person.find("article")
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().value()


def is_on_screen(person: Person, name: str) -> bool:
    return person.sees(name) and not person.find(name).visibleRegion().isEmpty()


def test_the_article_stands_beside_the_check_in(person: Person) -> None:
    assert titles(person) == WIDE
    assert current(person) == "Check-in"
    article, card = person.find("article"), person.find("C01-not-yet")
    assert article.mapTo(person.window, article.rect().topRight()).x() < card.mapTo(person.window, QPoint()).x()


def test_a_room_is_reached_by_its_tab_and_by_its_key(person: Person) -> None:
    for title in reversed(WIDE):
        click_tab(person, title)
        assert current(person) == title
    for title, key in ROOMS.items():
        press_key(key, CTRL)
        assert current(person) == title


def test_my_page_has_the_whole_width_and_the_article_comes_back(person: Person) -> None:
    click_tab(person, "My page")
    assert not person.sees("article")
    click_tab(person, "Help lines")
    assert person.sees("article")
    click_tab(person, "My page")
    press_key(Qt.Key.Key_1, CTRL)
    assert person.sees("article")
    assert current(person) == "Check-in"


def test_a_room_that_comes_in_view_by_its_key_takes_the_focus_from_the_one_before(person: Person) -> None:
    for name in ("C01-not-yet", "article", "hide"):
        person.find(name).setFocus()
        for title, key in (*ROOMS.items(), ("Check-in", Qt.Key.Key_2)):
            press_key(key, CTRL)
            assert tabs(person).currentWidget().isAncestorOf(focused()), title


def test_going_to_the_room_where_one_is_leaves_the_focus_there(person: Person) -> None:
    person.find("C10-not-yet").setFocus()
    press_key(Qt.Key.Key_2, CTRL)
    assert focused() is person.find("C10-not-yet")


def test_f6_goes_around_the_panes_and_comes_back_to_where_the_focus_was(person: Person) -> None:
    person.find("hide").setFocus()
    press_key(Qt.Key.Key_F6)
    assert person.find("contents").hasFocus()
    person.find("article").setFocus()
    press_key(Qt.Key.Key_F6)
    assert person.find("read-the-role-of-trust-in-mental-health").hasFocus()
    person.find("C10-not-yet").setFocus()
    for name in ("keeping-more", "article", "C10-not-yet"):
        press_key(Qt.Key.Key_F6)
        assert person.find(name).hasFocus(), name
    for name in ("article", "keeping-more"):
        press_key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert person.find(name).hasFocus(), name


def test_f6_leaves_out_a_pane_that_is_not_seen(person: Person, resize: Callable[[int], None]) -> None:
    click_tab(person, "My page")
    person.find("main-topic").setFocus()
    for name in ("keeping-more", "main-topic"):
        press_key(Qt.Key.Key_F6)
        assert person.find(name).hasFocus(), name
    resize(720)
    click_tab(person, "Article")
    person.find("article").setFocus()
    for name in ("keeping-more", "article"):
        press_key(Qt.Key.Key_F6)
        assert person.find(name).hasFocus(), name


def test_f6_changes_nothing_while_no_pane_is_seen(person: Person) -> None:
    person.click("keeping-more")
    before = focused()
    press_key(Qt.Key.Key_F6)
    assert focused() is before


def test_read_this_part_shows_and_marks_the_section_in_the_article(person: Person) -> None:
    for section_id in ("ask-questions", "the-takeaway"):
        person.click(f"read-{section_id}")
        marked = [frame.objectName() for frame in person.window.findChildren(QFrame) if frame.property("marked")]
        assert sorted(marked) == ["", f"section-{section_id}"]  # in the check-in, and in the article
    assert is_on_screen(person, "section-the-takeaway")
    assert is_on_screen(person, "read-the-takeaway")


def test_the_group_of_the_section_being_read_comes_into_sight(person: Person, qtbot: QtBot) -> None:
    person.find("article").setFocus()
    assert not is_on_screen(person, "read-tips-if-youre-feeling-stuck")
    press_key(Qt.Key.Key_End, CTRL)
    while not person.find("section-the-takeaway").property("marked"):
        before = scrolled(person)
        press_key(Qt.Key.Key_PageDown)
        assert scrolled(person) > before
    qtbot.waitUntil(lambda: is_on_screen(person, "read-the-takeaway"))


def test_the_check_in_stays_where_it_is_while_the_person_writes_in_it(person: Person) -> None:
    person.click("C16-add-note")
    article = person.find("article")
    for _ in range(40):
        QTest.keyClick(article, Qt.Key.Key_PageDown)
    assert person.find("section-the-takeaway").property("marked")
    assert is_on_screen(person, "C16-note")
    assert not is_on_screen(person, "read-the-takeaway")


def test_the_quiet_links_lead_to_the_red_flags(person: Person) -> None:
    person.click("C10-not-yet")
    person.click("C10-red-flags")
    assert current(person) == "Red flags"
    assert person.sees("urgent-help")


def test_urgent_help_leads_to_the_help_lines(person: Person) -> None:
    click_tab(person, "Red flags")
    person.click("urgent-help")
    assert current(person) == "Help lines"
    assert person.find("country").hasFocus()


def test_a_search_gives_the_focus_back_to_where_the_person_was(person: Person) -> None:
    person.click("C01-add-note")
    press_key(Qt.Key.Key_F, CTRL)
    assert person.find("find-words").hasFocus()
    press_key(Qt.Key.Key_Escape)
    assert person.find("C01-note").hasFocus()


def test_a_search_shows_the_article_from_any_room(person: Person, resize: Callable[[int], None]) -> None:
    keys = ((Qt.Key.Key_F, CTRL), (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier))
    for width, title, (key, modifier) in product((1280, 720), WIDE, keys):
        resize(width)
        click_tab(person, title)
        press_key(key, modifier)
        assert person.find("find-words").hasFocus()
        QTest.keyClicks(person.find("find-words"), "grace")
        assert is_on_screen(person, "section-the-takeaway")
        press_key(Qt.Key.Key_Escape)


def test_a_search_leads_back_from_a_page_in_front_of_the_rooms(person: Person, resize: Callable[[int], None]) -> None:
    for width in (1280, 720):
        resize(width)
        click_tab(person, "Help lines")
        person.click("keeping-more")
        press_key(Qt.Key.Key_F, CTRL)
        assert person.find("find-words").hasFocus()
        assert current(person) == ("Help lines" if width == 1280 else "Article")


def test_a_narrow_window_has_the_article_as_its_first_tab(person: Person, resize: Callable[[int], None]) -> None:
    resize(720)
    assert titles(person) == NARROW
    assert current(person) == "Check-in"
    assert not person.sees("article")
    click_tab(person, "Article")
    assert person.sees("article")
    resize(1280)
    assert titles(person) == WIDE
    assert current(person) == "Check-in"
    assert person.sees("article")


def test_the_room_stays_when_the_window_becomes_narrow_and_wide_again(
    person: Person, resize: Callable[[int], None]
) -> None:
    for title in WIDE:
        click_tab(person, title)
        for width in (720, 1280):
            resize(width)
            assert current(person) == title
            assert person.sees("article") is (width == 1280 and title != "My page")


def test_nothing_is_lost_when_the_window_becomes_narrow_and_wide_again(
    person: Person, desktop: RunningApp, resize: Callable[[int], None], qtbot: QtBot
) -> None:
    person.click("C01-a-little")
    person.click("C01-add-note")
    person.type("C01-note", NOTE)
    before = desktop.session.check_in
    for width in (720, 1280):
        resize(width)
        assert person.find("C01-note").hasFocus()
        qtbot.waitUntil(lambda: is_on_screen(person, "C01-note"))
        assert person.is_ticked("C01-a-little")
    QTest.keyClicks(person.find("C01-note"), "ence")
    assert before.answer("C01").note == NOTE
    assert desktop.session.check_in.answer("C01").note == "Half a sentence"


def test_in_a_narrow_window_reading_a_part_goes_to_the_article(person: Person, resize: Callable[[int], None]) -> None:
    resize(720)
    person.click("read-the-takeaway")
    assert current(person) == "Article"
    assert person.find("section-the-takeaway").property("marked")
    press_key(Qt.Key.Key_2, CTRL)
    assert current(person) == "Check-in"


def test_text_twice_as_large_makes_the_window_narrow_and_smaller_text_wide_again(person: Person, qtbot: QtBot) -> None:
    person.click("C01-add-note")
    for _ in range(5):
        press_key(Qt.Key.Key_Plus, CTRL)
    qtbot.waitUntil(lambda: titles(person) == NARROW)
    assert current(person) == "Check-in"
    assert person.find("C01-note").hasFocus()
    for title in NARROW:
        click_tab(person, title)
        assert current(person) == title
        assert person.window.width() == 1280
    click_tab(person, "Check-in")
    press_key(Qt.Key.Key_0, CTRL)
    qtbot.waitUntil(lambda: titles(person) == WIDE)
    assert person.sees("article")
    assert person.sees("C01-add-note")


def stops(window: QWidget) -> list[QWidget]:
    """Return where the Tab key must stop: everything to be seen that takes it."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not widget.focusProxy()
    ]


def walk(key: Qt.Key, most: int = 200) -> list[QWidget]:
    """Return what holds the focus at each press of Tab, until it is where it began."""
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) and focus not in found and len(found) < most:
        found.append(focus)
        QTest.keyClick(focus, key)
    assert QApplication.focusWidget() is found[0], "the Tab key is trapped"
    return found


def page_of(widget: QWidget) -> QWidget | None:
    """Return the page that scrolls, or the bar, on which a control stands."""
    parent = widget.parentWidget()
    while parent and not isinstance(parent, QScrollArea | QMainWindow) and not parent.property("bar"):
        parent = parent.parentWidget()
    return parent


def is_before(first: QWidget, second: QWidget) -> bool:
    """Whether one reads the first before the second: it is higher, or in the same row and further left."""
    window = first.window()
    a, b = (widget.rect().translated(widget.mapTo(window, QPoint())) for widget in (first, second))
    return a.bottom() <= b.center().y() or (a.top() < b.bottom() and a.left() < b.left())


def fill_in(desktop: RunningApp, person: Person) -> None:
    """Answer here and there, so that all that can come up does."""
    session = desktop.session
    for item_id, reply in (("C01", Reply.YES), ("C03", Reply.NOT_YET), ("C04", Reply.NOT_YET), ("C10", Reply.A_LITTLE)):
        session.reply(item_id, reply)
    session.note("C03", NOTE)
    session.bring("C03", on=True)
    for flag_id in ("R03", "R05", "S03"):
        session.flag(flag_id, FlagReply.YES)
    press_key(Qt.Key.Key_3, CTRL)
    for name in ("show-part-2", "show-part-3", "unsafe-hard-feelings"):
        person.click(name)
    press_key(Qt.Key.Key_4, CTRL)
    person.click("use-first-point")


def is_in_reading_order(widgets: list[QWidget]) -> bool:
    """Whether all that stand on a page that scrolls follow each other as they stand there."""
    pages = [(page, list(there)) for page, there in groupby(widgets, page_of) if isinstance(page, QScrollArea)]
    is_in_one_go = len(pages) == len({id(page) for page, _ in pages})
    return is_in_one_go and all(is_before(*pair) for _, there in pages for pair in pairwise(there))


@pytest.mark.parametrize("title", WIDE)
def test_tab_reaches_every_control_of_a_room_once_in_reading_order_and_back(
    desktop: RunningApp, person: Person, resize: Callable[[int], None], qtbot: QtBot, title: str
) -> None:
    for is_filled_in, width in ((False, 1280), (True, 1280), (True, 720)):
        if is_filled_in and width == 1280:
            fill_in(desktop, person)
        resize(width)
        click_tab(person, title)
        tabs(person).tabBar().setFocus()
        there = walk(Qt.Key.Key_Tab)
        assert sorted(map(id, there)) == sorted(map(id, stops(person.window)))
        qtbot.waitUntil(partial(is_in_reading_order, there), timeout=1000)
    assert walk(Qt.Key.Key_Backtab) == [there[0], *reversed(there[1:])]


def test_tab_goes_from_the_top_through_the_article_to_the_room(person: Person) -> None:
    for title in WIDE:
        click_tab(person, title)
        person.find("to-help-lines").setFocus()
        names = [widget.objectName() for widget in walk(Qt.Key.Key_Tab)]
        bar = tabs(person).tabBar().objectName()
        article = ["contents", "find", "smaller-text", "larger-text", "article"] if person.sees("article") else []
        assert names[: len(article) + 3] == ["to-help-lines", "hide", *article, bar]
        assert names[-1] == "keeping-more"


def test_the_article_keeps_its_place_in_the_order_of_tab_after_it_was_a_tab(
    person: Person, resize: Callable[[int], None]
) -> None:
    resize(720)
    click_tab(person, "Article")
    resize(1280)
    person.find("to-help-lines").setFocus()
    names = [widget.objectName() for widget in walk(Qt.Key.Key_Tab)]
    order = ["article", tabs(person).tabBar().objectName(), "C16-not-yet", "keeping-more"]
    assert [name for name in names if name in order] == order
    beside, article = tabs(person).parentWidget(), person.find("article").parentWidget()
    assert beside
    assert article
    assert beside.children().index(article) < beside.children().index(tabs(person)), "a screen reader reads it so"


def test_every_control_has_a_name_for_screen_readers_and_one_for_tests(
    desktop: RunningApp, person: Person, pack: Pack
) -> None:
    fill_in(desktop, person)
    assert pack.checklist.items
    for key in ROOMS.values():
        press_key(key, CTRL)
        for widget in stops(person.window):
            text = str(widget.property("text") or "")
            assert widget.objectName(), widget
            is_bar = widget is tabs(person).tabBar()
            assert widget.accessibleName() or text or is_bar, widget.objectName()


def test_the_article_scrolls_by_keys_once_it_is_gone_to(desktop: RunningApp, person: Person) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    article = person.find("article")
    assert isinstance(article, QScrollArea)
    assert article.hasFocus()
    QTest.keyClick(article, Qt.Key.Key_PageDown)
    assert article.verticalScrollBar().value() > 0
