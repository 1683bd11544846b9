"""In Arabic, from right to left, everything stands the other way round, and nothing is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.labels import label
from tests.gui.conftest import shown_window
from tests.gui.fits import cuts
from tests.gui.person import Answers, Person
from tools.window_tour import Tour, answer_some


@pytest.fixture(scope="module")
def tour(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    with shown_window(qapp, Answers(), tmp_path_factory.mktemp("window"), "ar") as desktop:
        answer_some(desktop.session)
        yield Tour(qapp, desktop)


def test_from_right_to_left_everything_stands_the_other_way_round(tour: Tour) -> None:
    person = Person(tour.desktop.window)
    tour.settle()

    def left(name: str) -> int:
        return person.find(name).mapTo(tour.desktop.window, QPoint(0, 0)).x()

    for first, second in (
        ("article", "about-list"),
        ("tab-bar", "change-day"),
        ("change-day", "keeping-more"),
        ("to-reflection", "to-my-page"),
        ("contents", "find"),
        ("smaller-text", "larger-text"),
        ("to-help-lines", "hide"),
        ("C16-not-yet", "C16-a-little"),
        ("C16-add-note", "C16-bring"),
    ):
        assert left(first) > left(second), (first, second)


def test_latin_words_begin_at_the_right_too_where_they_can_be_copied_and_where_not(tour: Tour, qtbot: QtBot) -> None:
    for selectable in (True, False):
        shown = label("PDF", selectable=selectable)
        qtbot.addWidget(shown)
        shown.resize(300, 40)
        picture = shown.grab().toImage()
        ground = picture.pixelColor(0, 0)
        drawn = [x for x in range(300) if any(picture.pixelColor(x, y) != ground for y in range(5, 35))]
        assert drawn, selectable
        assert min(drawn) > 200, selectable
    assert tour.desktop.window.isRightToLeft()


def test_from_right_to_left_nothing_is_cut_in_a_narrow_window_with_large_text(tour: Tour) -> None:
    tour.apply(percent=150)
    tour.resize(720, 800)
    assert [f"{place}: {cut}" for place in tour.places() for cut in cuts(tour.desktop.window)] == []
