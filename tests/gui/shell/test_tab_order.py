"""Answers and notes while the window changes, and what the Tab key finds in a tab that is filled in."""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.settings import TEXT_SIZES
from tests.gui.person import Person, press_key
from tests.gui.services.memory_vault import MemoryVault
from tests.gui.shell.test_main_tabs import (
    CTRL,
    NARROW,
    WIDE,
    click_tab,
    is_on_screen,
    scrolled,
    titles,
    walk,
)

pytestmark = pytest.mark.one_window

NOTE = "Half a sent"
KEPT = tuple(CheckIn(id=f"k{day}", started=date(2026, 10, day)).with_reply("C01", Reply.YES) for day in (1, 2))
KEPT = (KEPT[0].with_agreed("We go slower."), KEPT[1])


def test_f6_goes_around_the_panes_and_comes_back_to_where_the_focus_was(person: Person) -> None:
    person.find("hide").setFocus()
    for name in ("tab-bar", "contents", "about-list", "to-reflection"):
        press_key(Qt.Key.Key_F6)
        assert person.find(name).hasFocus(), name
    for name in ("article", "C10-not-yet", "keeping-more"):
        person.find(name).setFocus()
    for name in ("article", "C10-not-yet", "to-reflection", "keeping-more", "article", "C10-not-yet"):
        press_key(Qt.Key.Key_F6)
        assert person.find(name).hasFocus(), name
    for name in ("article", "keeping-more", "to-reflection"):
        press_key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert person.find(name).hasFocus(), name


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
    assert person.tab == "Red flags"
    assert person.sees("urgent-help")


def test_a_search_gives_the_focus_back_to_where_the_person_was(person: Person) -> None:
    person.click("C01-add-note")
    press_key(Qt.Key.Key_F, CTRL)
    assert person.find("find-words").hasFocus()
    press_key(Qt.Key.Key_Escape)
    assert person.find("C01-note").hasFocus()


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


def test_text_twice_as_large_makes_the_window_narrow_and_smaller_text_wide_again(
    person: Person, desktop: RunningApp, qtbot: QtBot
) -> None:
    person.click("C01-add-note")
    desktop.preferences.change(desktop.preferences.settings.with_text(TEXT_SIZES[-2]))
    press_key(Qt.Key.Key_Plus, CTRL)
    qtbot.waitUntil(lambda: titles(person) == NARROW)
    assert person.tab == "Check-in"
    assert person.find("C01-note").hasFocus()
    for title in NARROW:
        click_tab(person, title)
        assert person.tab == title
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


def page_of(widget: QWidget) -> QWidget | None:
    """Return the page that scrolls, or the bar, on which a control stands."""
    parent = widget.parentWidget()
    while parent and not isinstance(parent, QScrollArea | QMainWindow) and parent.property("role") != "bar":
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


def is_named(widget: QWidget) -> bool:
    """Whether a control has a name for screen readers, and one for tests; the tabs say their own."""
    is_said = widget.accessibleName() or widget.property("text") or widget.objectName() == "tab-bar"
    return bool(widget.objectName() and is_said)


def test_tab_reaches_every_control_of_a_page_once_in_reading_order_and_back_and_each_has_a_name(
    desktop: RunningApp, person: Person, resize: Callable[[int], None], qtbot: QtBot
) -> None:
    for is_filled_in, width in ((False, 1280), (True, 1280), (True, 720)):
        if is_filled_in and width == 1280:
            fill_in(desktop, person)
            desktop.autosave.start(MemoryVault(), Diary(check_ins=KEPT))
        resize(width)
        for title in WIDE:
            click_tab(person, title)
            person.tabs.setFocus()
            there = walk(Qt.Key.Key_Tab)
            assert sorted(map(id, there)) == sorted(map(id, stops(person.window))), (title, width)
            assert [stop for stop in there if not is_named(stop)] == [], (title, width)
            if is_filled_in and title == "Earlier":
                assert {"agreed-k1", "open-k1", "comparison"} <= {stop.objectName() for stop in there}
            qtbot.waitUntil(partial(is_in_reading_order, there), timeout=1000)
            if width == 720:
                assert walk(Qt.Key.Key_Backtab) == [there[0], *reversed(there[1:])], title
