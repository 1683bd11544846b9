"""An answer that opens nothing moves no line of the red flags, and a link to other next steps has its room kept."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint

from evolve_desktop.checkin.check_in import CheckIn, FlagReply
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.gui.red_flags.flag_row import FlagRow
from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.settings import Theme
from tests.gui.person import Person
from tools.window_tour import Tour

SIZES = ((1280, 800, 100), (720, 800, 100), (1280, 800, 150), (720, 800, 200))


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)), scope="module")
def sized_tour(request: pytest.FixtureRequest, shared_tour: Tour) -> Tour:
    width, height, percent = request.param
    shared_tour.apply(Theme.LIGHT, percent)
    shared_tour.resize(width, height)
    return shared_tour


@pytest.fixture
def view(sized_tour: Tour) -> RedFlagsView:
    """Return the red flags in a window of each size, with every part open and nothing answered."""
    sized_tour.desktop.session.start_new(CheckIn(id="none", started=date(2026, 11, 24)))
    tabs = sized_tour.desktop.window.findChild(MainTabs)
    assert isinstance(tabs, MainTabs)
    tabs.show_tab(Tab.RED_FLAGS)
    found = tabs.findChild(RedFlagsView)
    assert isinstance(found, RedFlagsView)
    for tier in Tier:
        found.show_part(tier)
    sized_tour.settle()
    return found


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


@pytest.mark.parametrize(("first", "second"), [("R01", "R09"), ("S01", "S02"), ("S01", "S12"), ("X04", "X11")])
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
