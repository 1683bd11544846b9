"""Where the red flags stand: what a grave answer opens is in view, and an answer that opens nothing moves no line.

A link to other next steps has its room kept.
"""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from evolve_desktop.checkin.check_in import CheckIn, FlagReply
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.gui.red_flags.flag_row import FlagRow
from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.settings import Theme
from tests.conftest import LONG
from tests.gui.person import Person, focused
from tools.window_tour import Tour

Size = tuple[int, int, int]

USUAL, LARGE, LARGEST, NARROW = (1280, 800, 100), (1280, 800, 150), (720, 800, 200), (720, 800, 100)
MOST_SIZES = [pytest.param(USUAL, marks=LONG), pytest.param(LARGE, marks=LONG), LARGEST]
ALL_SIZES = [*MOST_SIZES, pytest.param(NARROW, marks=LONG)]
GRAVE = [
    "R03",  # asks what is meant
    "X09",  # opens words of its own before the next steps
    "X11",  # is the last one of the page
    *(pytest.param(f"X{number:02}", marks=LONG) for number in range(1, 12) if number not in {9, 11}),
]


def called(size: Size) -> str:
    return "x".join(map(str, size))


@pytest.fixture(scope="module")
def size(request: pytest.FixtureRequest, shared_tour: Tour) -> Size:
    """Return the width and height of the window and the size of its text, in which all parts of the page stand open."""
    found: Size = request.param
    width, height, percent = found
    shared_tour.resize(width, height)
    shared_tour.apply(Theme.LIGHT, percent)
    shared_tour.resize(width, height)
    tabs = shared_tour.desktop.window.findChild(MainTabs)
    assert isinstance(tabs, MainTabs)
    tabs.show_tab(Tab.RED_FLAGS)
    return found


@pytest.fixture
def view(shared_tour: Tour, size: Size) -> RedFlagsView:
    """Return the red flags in a window of this size, with every part open and nothing answered."""
    assert size
    shared_tour.desktop.session.start_new(CheckIn(id="none", started=date(2026, 11, 24)))
    found = shared_tour.desktop.window.findChild(RedFlagsView)
    assert isinstance(found, RedFlagsView)
    person = Person(found)
    for tier, flag_id in ((Tier.SECOND_OPINION, "S01"), (Tier.STOP, "X01")):
        if not person.sees(flag_id):
            found.show_part(tier)
    shared_tour.settle()
    assert person.sees("X11")
    return found


@pytest.fixture
def page(view: RedFlagsView) -> ScrollPage:
    found = view.findChild(ScrollPage)
    assert isinstance(found, ScrollPage)
    return found


def top_of(widget: QWidget, page: ScrollPage) -> int:
    return widget.mapTo(page.viewport(), QPoint(0, 0)).y()


def says(page: ScrollPage, words: str) -> QLabel:
    """Return the one visible label that begins with these words."""
    found = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text().startswith(words)]
    assert len(found) == 1, words
    return found[0]


def rows(view: RedFlagsView) -> dict[str, FlagRow]:
    """Return the row of each red flag, in the order of the page."""
    found = {}
    for row in view.findChildren(FlagRow):
        replies = row.findChild(ChoiceRow)  # the first one made is the flag's own
        assert isinstance(replies, ChoiceRow)
        found[replies.objectName()] = row
    return found


def places(view: RedFlagsView) -> list[tuple[int, int]]:
    """Return where each row begins, from the first one, and its height."""
    first, *_ = lines = list(rows(view).values())
    return [(row.mapTo(view, QPoint()).y() - first.mapTo(view, QPoint()).y(), row.height()) for row in lines]


@pytest.mark.parametrize("size", MOST_SIZES, indirect=True, ids=called)
@pytest.mark.parametrize("at", [0.2, 0.9], ids=["clicked-high", "clicked-low"])
@pytest.mark.parametrize("flag_id", GRAVE)
def test_what_a_grave_answer_opens_is_in_view_wherever_the_click_was(  # noqa: PLR0913, PLR0917  (fixtures)
    flag_id: str, at: float, page: ScrollPage, size: Size, shared_tour: Tour, pack: Pack
) -> None:
    person = Person(page)
    reply = person.find(f"{flag_id}-yes")
    height = page.viewport().height()
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() + top_of(reply, page) - round(at * height))
    person.click(f"{flag_id}-yes")
    shared_tour.settle()
    assert focused() is reply
    check = pack.red_flags
    if flag_id == "R03":
        first, whole = says(page, check.unsafe.intro), person.find("unsafe-box")
    else:
        begins = check.flag(flag_id).first or check.part(Tier.STOP).what_next.intro
        first, whole = says(page, begins), person.find("next-3")
    assert top_of(first, page) >= 0
    if size is LARGEST:
        first_sentence = min(first.height(), 3 * first.fontMetrics().lineSpacing())
        assert top_of(first, page) + first_sentence <= height
    else:
        assert top_of(whole, page) + whole.height() <= height


@pytest.mark.parametrize("size", MOST_SIZES, indirect=True, ids=called)
def test_what_danger_opens_begins_in_view(page: ScrollPage, shared_tour: Tour, pack: Pack) -> None:
    person = Person(page)
    for name in ("R03-yes", "unsafe-danger"):
        person.click(name)
        shared_tour.settle()
    help_lines = person.find("danger-help")
    for widget in (says(page, "Please reach out now."), help_lines):
        assert 0 <= top_of(widget, page) <= page.viewport().height() - widget.height()
    assert person.reads().index(pack.help_lines.anywhere.no_emergency) < person.reads().index("If this is happening")


@pytest.mark.parametrize("size", ALL_SIZES, indirect=True, ids=called)
def test_no_and_skip_move_no_line_and_clearing_them_does_not_either(
    view: RedFlagsView, shared_tour: Tour, pack: Pack
) -> None:
    session, before = shared_tour.desktop.session, places(view)
    assert len(before) == sum(len(part.flags) for part in pack.red_flags.parts)
    for reply in (FlagReply.NO, FlagReply.SKIP, None):
        check_in = session.check_in
        for flag_id in rows(view):
            check_in = check_in.with_flag(flag_id, reply)
        session.start_new(check_in)
        assert set(session.check_in.flags.values()) == ({reply} if reply else set())
        shared_tour.settle()
        assert places(view) == before, reply


@pytest.mark.parametrize("size", ALL_SIZES, indirect=True, ids=called)
@pytest.mark.parametrize(
    ("first", "second"), [("R01", "R09"), pytest.param("S01", "S02", marks=LONG), ("S01", "S12"), ("X04", "X11")]
)
def test_a_link_to_next_steps_in_another_row_has_its_room_kept(
    first: str, second: str, view: RedFlagsView, shared_tour: Tour
) -> None:
    session, row = shared_tour.desktop.session, rows(view)[second]
    height, person = row.height(), Person(row)
    titles = []
    for raised in (first, second, "X01"):
        session.flag(raised, FlagReply.YES)
        shared_tour.settle()
        if person.sees(f"{second}-next"):
            titles.append(person.find(f"{second}-next").property("text"))
            assert row.height() == height, titles
    assert titles
