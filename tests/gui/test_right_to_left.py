"""In Arabic, from right to left, everything stands the other way round, and nothing is cut."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.gui.widgets.labels import label
from evolve_desktop.gui.widgets.line_fields import LineEdit
from tests.gui.conftest import shown_window
from tests.gui.fits import cuts
from tests.gui.person import Answers, Person
from tools.window_tour import Tour, answer_some

_ARABIC = re.compile(r"[\u0600-\u06ff]")


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
    line = LineEdit()
    qtbot.addWidget(line)
    line.resize(300, 40)
    for text in ("", "PDF"):
        line.setText(text)
        line.grab()  # the caret has its place once it is painted
        assert line.cursorRect().left() > 200, text
    assert tour.desktop.window.isRightToLeft()


def test_from_right_to_left_nothing_is_cut_in_a_narrow_window_with_large_text(tour: Tour) -> None:
    tour.apply(percent=150)
    tour.resize(720, 800)
    assert [f"{place}: {cut}" for place in tour.places() for cut in cuts(tour.desktop.window)] == []


def test_among_arabic_words_no_group_of_a_number_changes_its_place(tour: Tour) -> None:
    """An ordinary space between the groups would show the last of them first: nobody would reach that help line."""
    window, preferences, session = tour.desktop.window, tour.desktop.preferences, tour.desktop.session
    tour.keep(lambda session: session.note("C01", "اتصل 555 0100"))
    shown: set[str] = set()
    for country in ("de", "gb", "au"):
        preferences.change(preferences.settings.with_country(country))
        session.flag("R03", FlagReply.YES)
        session.unsafe(UnsafeMeaning.DANGER)
        for _place in chain(tour.places(), tour.more_places()):
            labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
            shown.update(text for text in labels if _ARABIC.search(text))
    for number in ("116 123", "1300 419 495", "555 0100"):  # with danger named, of a regulator, in a note
        assert any(number.replace(" ", "\N{NO-BREAK SPACE}") in text for text in shown), number
    assert [text for text in shown if re.search(r"\d \d", text)] == []
