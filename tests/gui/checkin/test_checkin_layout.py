"""Where the lines of the check-in stand, measured: how many are seen at once, and that no answer moves another line."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.checkin_view import CheckinView
from evolve_desktop.gui.checkin.item_row import ItemRow
from evolve_desktop.settings import Theme
from tools.window_tour import Tour

WIDE, LOW = 1280, 800


@pytest.fixture(scope="module")
def desktop(shared_desktop: RunningApp) -> RunningApp:
    return shared_desktop


@pytest.fixture
def tour(qapp: QApplication, desktop: RunningApp) -> Iterator[Tour]:
    """Return the tour, the window at its usual size, with nothing answered."""
    tour = Tour(qapp, desktop)
    desktop.window.resize(WIDE, LOW)
    tour.apply()
    tour.settle()
    yield tour
    while desktop.session.can_undo:
        desktop.session.undo()


def view(desktop: RunningApp) -> CheckinView:
    found = desktop.window.findChild(CheckinView)
    assert isinstance(found, CheckinView)
    return found


def rows(desktop: RunningApp) -> dict[str, QWidget]:
    """Return each line's row by the id of its item, in the order of the page."""
    found = {row.objectName().removeprefix("row-"): row for row in view(desktop).findChildren(ItemRow)}
    return dict(sorted(found.items(), key=lambda pair: place(desktop, pair[1])))


def place(desktop: RunningApp, row: QWidget) -> int:
    """Return where a row begins on the whole page, in pixels."""
    page = area(desktop).widget()
    assert page is not None
    return row.mapTo(page, QPoint()).y()


def area(desktop: RunningApp) -> QScrollArea:
    (found,) = view(desktop).findChildren(QScrollArea)
    return found


def screens(desktop: RunningApp) -> float:
    """Return how many screens the lines take, from the top of the page to the end of the last line."""
    last = list(rows(desktop).values())[-1]
    return (place(desktop, last) + last.height()) / area(desktop).viewport().height()


def test_five_whole_lines_stand_on_the_first_screen(desktop: RunningApp, tour: Tour) -> None:
    assert tour
    height = area(desktop).viewport().height()
    whole = [name for name, row in rows(desktop).items() if place(desktop, row) + row.height() <= height]
    assert len(whole) >= 5


@pytest.mark.parametrize("reply", [None, Reply.NOT_YET, Reply.YES])
@pytest.mark.parametrize(("percent", "most"), [(100, 3.4), (200, 8)])
def test_all_lines_take_few_screens_whatever_is_answered(
    desktop: RunningApp, tour: Tour, reply: Reply | None, percent: int, most: float
) -> None:
    tour.apply(Theme.LIGHT, percent)
    for name in rows(desktop):
        desktop.session.reply(name, reply)
    tour.settle()
    assert screens(desktop) <= most


@pytest.mark.parametrize(("theme", "percent"), list(product(Theme, (100, 150, 200))))
def test_no_answer_moves_a_line_by_a_pixel(
    desktop: RunningApp, tour: Tour, pack: Pack, theme: Theme, percent: int
) -> None:
    """Every line with every reply; what follows it on the page is on the last line's account too."""
    tour.apply(theme, percent)
    tour.settle()
    at_first = {name: place(desktop, row) for name, row in rows(desktop).items()}
    assert len(at_first) == len(pack.checklist.items)
    moved = []
    for reply in Reply:
        for name in at_first:
            desktop.session.reply(name, reply)
        tour.settle()
        moved += [(name, reply) for name, row in rows(desktop).items() if place(desktop, row) != at_first[name]]
    assert moved == []
