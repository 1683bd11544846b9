"""Where the lines of the check-in stand, measured: how many are seen at once, and that no answer moves another line."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.checkin_view import CheckinView
from evolve_desktop.gui.checkin.item_row import ItemRow
from evolve_desktop.settings import Theme
from tests.conftest import LONG
from tools.window_tour import Tour

WIDE, LOW = 1280, 800
MOST_SCREENS = {100: 3.4, 150: 6.5, 200: 8}
"""The most that the lines may take, at each size of the text."""
NOTHING = CheckIn(id="measured", started=date(2026, 11, 24))


class Lines:
    """The lines of the check-in on their page, which are found once."""

    def __init__(self, view: CheckinView) -> None:
        (self._area,) = view.findChildren(QScrollArea)
        page = self._area.widget()
        assert page is not None
        self._page = page
        rows = {row.objectName().removeprefix("row-"): row for row in view.findChildren(ItemRow)}
        self._rows = dict(sorted(rows.items(), key=lambda pair: self._top(pair[1])))

    @property
    def screen(self) -> int:
        """The height of what is seen at once."""
        return self._area.viewport().height()

    def tops(self) -> dict[str, int]:
        """Return where each line begins on the whole page, in its order."""
        return {name: self._top(row) for name, row in self._rows.items()}

    def ends(self) -> list[int]:
        """Return where each line ends."""
        return [self._top(row) + row.height() for row in self._rows.values()]

    def _top(self, row: QWidget) -> int:
        return row.mapTo(self._page, QPoint()).y()


@pytest.fixture(scope="module")
def session(shared_tour: Tour) -> Session:
    return shared_tour.desktop.session


@pytest.fixture
def tour(shared_tour: Tour, session: Session) -> Iterator[Tour]:
    """Return the tour, the window at its usual size, with nothing answered; each test dresses it."""
    shared_tour.desktop.window.resize(WIDE, LOW)
    yield shared_tour
    session.start_new(NOTHING)


@pytest.fixture
def lines(tour: Tour) -> Lines:
    view = tour.desktop.window.findChild(CheckinView)
    assert isinstance(view, CheckinView)
    return Lines(view)


def answered(pack: Pack, reply: Reply | None) -> CheckIn:
    """Return a check-in in which every line has this reply."""
    check_in = NOTHING
    for item in pack.checklist.items:
        check_in = check_in.with_reply(item.id, reply)
    return check_in


def test_five_whole_lines_stand_on_the_first_screen(lines: Lines, tour: Tour) -> None:
    tour.apply()
    assert len([end for end in lines.ends() if end <= lines.screen]) >= 5


def test_lines_answered_one_after_the_other_move_none(lines: Lines, tour: Tour, session: Session) -> None:
    tour.apply()
    at_first = lines.tops()
    for name, reply in zip(at_first, cycle(Reply), strict=False):
        session.reply(name, reply)
        tour.settle()
        assert lines.tops() == at_first, (name, reply)


@pytest.mark.parametrize(
    ("percent", "theme"),
    [
        (100, Theme.LIGHT),
        (100, Theme.HIGH_CONTRAST),
        pytest.param(100, Theme.DARK, marks=LONG),
        pytest.param(100, Theme.SYSTEM, marks=LONG),
        *(pytest.param(150, theme, marks=LONG) for theme in Theme),
        (200, Theme.LIGHT),
        *(pytest.param(200, theme, marks=LONG) for theme in Theme if theme is not Theme.LIGHT),
    ],
)
def test_all_lines_take_few_screens_and_no_answer_moves_one_by_a_pixel(  # noqa: PLR0913, PLR0917  (fixtures)
    lines: Lines, tour: Tour, session: Session, pack: Pack, percent: int, theme: Theme
) -> None:
    """Every line with every reply; what follows it on the page is on the last line's account too."""
    tour.apply(theme, percent)
    at_first, ends = lines.tops(), lines.ends()
    assert len(at_first) == len(pack.checklist.items)
    assert ends[-1] / lines.screen <= MOST_SCREENS[percent]
    for reply in Reply:
        session.start_new(answered(pack, reply))
        tour.settle()
        assert (lines.tops(), lines.ends()) == (at_first, ends), reply
        assert ends[-1] / lines.screen <= MOST_SCREENS[percent], reply
