"""What a grave answer opens is in view after the click, wherever on the screen the click was, and in large text."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.settings import Theme
from tests.gui.person import Person, focused
from tools.window_tour import Tour

GRAVE = ("R03", *(f"X{number:02}" for number in range(1, 12)))
SIZES = ((1280, 800, 100), (1280, 800, 150), (720, 800, 200))


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)), scope="module")
def size(request: pytest.FixtureRequest, shared_tour: Tour) -> tuple[int, int, int]:
    width, height, percent = request.param
    shared_tour.apply(Theme.LIGHT, percent)
    shared_tour.resize(width, height)
    tabs = shared_tour.desktop.window.findChild(MainTabs)
    assert isinstance(tabs, MainTabs)
    tabs.show_tab(Tab.RED_FLAGS)
    return width, height, percent


@pytest.fixture
def page(shared_tour: Tour, size: tuple[int, int, int]) -> ScrollPage:
    """Return the red flags page with every part open and nothing answered."""
    assert size
    shared_tour.desktop.session.start_new(CheckIn(id="none", started=date(2026, 11, 24)))
    person = Person(shared_tour.desktop.window)
    view = shared_tour.desktop.window.findChild(RedFlagsView)
    assert isinstance(view, RedFlagsView)
    for tier, flag_id in ((Tier.SECOND_OPINION, "S01"), (Tier.STOP, "X01")):
        if not person.sees(flag_id):
            view.show_part(tier)
    shared_tour.settle()
    assert person.sees("X11")
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


@pytest.mark.parametrize("at", [0.2, 0.9], ids=["clicked-high", "clicked-low"])
@pytest.mark.parametrize("flag_id", GRAVE)
def test_what_a_grave_answer_opens_is_in_view(  # noqa: PLR0913, PLR0917  (fixtures)
    flag_id: str, at: float, page: ScrollPage, size: tuple[int, int, int], shared_tour: Tour, pack: Pack
) -> None:
    person = Person(shared_tour.desktop.window)
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
    if size[2] == 200:
        first_sentence = min(first.height(), 3 * first.fontMetrics().lineSpacing())
        assert top_of(first, page) + first_sentence <= height
    else:
        assert top_of(whole, page) + whole.height() <= height


def test_what_danger_opens_begins_in_view(page: ScrollPage, shared_tour: Tour, pack: Pack) -> None:
    person = Person(shared_tour.desktop.window)
    for name in ("R03-yes", "unsafe-danger"):
        person.click(name)
        shared_tour.settle()
    help_lines = person.find("danger-help")
    for widget in (says(page, "Please reach out now."), help_lines):
        assert 0 <= top_of(widget, page) <= page.viewport().height() - widget.height()
    assert person.reads().index(pack.help_lines.anywhere.no_emergency) < person.reads().index("If this is happening")
