"""The search of thousands of check-ins: the newest at once, the others a moment later, for the last words only."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.gui.history.check_in_finder import CheckInFinder

NOTES = ("herons", *["tea"] * 998, "herons and rain")
NEWEST, *_, OLDEST = KEPT = tuple(
    CheckIn(id=f"n{number}", started=date(2026, 11, 1)).with_note("C01", note) for number, note in enumerate(NOTES)
)


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def finder() -> Iterator[CheckInFinder]:
    parent = QObject()
    built = CheckInFinder(parent)
    yield built
    built.forget()


def test_the_newest_are_found_at_once_and_the_rest_in_a_moment(finder: CheckInFinder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(finder.changed):
        finder.look(KEPT, "heron")
        assert (finder.found, finder.is_complete) == ((NEWEST,), False)
    assert (finder.found, finder.is_complete) == ((NEWEST, OLDEST), True)


def test_without_words_all_are_found_at_once(finder: CheckInFinder) -> None:
    finder.look(KEPT, "")
    assert (finder.found, finder.is_complete) == (KEPT, True)


def test_the_words_typed_last_win(finder: CheckInFinder, qtbot: QtBot) -> None:
    changes: list[tuple[CheckIn, ...]] = []
    finder.changed.connect(lambda: changes.append(finder.found))
    for words in ("t", "te", "tea", "rain"):
        finder.look(KEPT, words)
    qtbot.waitUntil(lambda: finder.is_complete)
    assert changes == [(OLDEST,)]


def test_nothing_is_found_any_more_once_it_is_forgotten(finder: CheckInFinder, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(finder.changed, wait=50):
        finder.look(KEPT, "heron")
        finder.forget()
    assert finder.found == ()
