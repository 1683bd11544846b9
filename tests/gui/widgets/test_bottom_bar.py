"""The bar below a page: its words, the ways on, and what an action has done, which is shown and said."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from evolve_desktop.gui.widgets import announcements
from evolve_desktop.gui.widgets.bottom_bar import BottomBar
from tests.gui.person import Person


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def bar(pressed: list[str]) -> BottomBar:
    made = BottomBar()
    made.add_ways(
        [("Another way", "another", lambda: pressed.append("another"))],
        [("A way", "one", lambda: pressed.append("one")), ("The usual way", "usual", lambda: pressed.append("usual"))],
    )
    return made


@pytest.fixture
def person(bar: BottomBar, meet: Callable[[QWidget], Person]) -> Person:
    return meet(bar)


def test_each_way_is_gone_by_a_click(person: Person, pressed: list[str]) -> None:
    for name in ("another", "one", "usual"):
        person.click(name)
    assert pressed == ["another", "one", "usual"]


def test_only_the_last_way_is_the_usual_one(person: Person) -> None:
    ways = person.window.findChildren(QPushButton)
    assert [way.objectName() for way in ways] == ["another", "one", "usual"]
    assert [way.property("role") for way in ways] == ["quiet", None, "primary"]


def test_what_was_done_is_told_in_the_place_of_the_words_until_they_change(bar: BottomBar, person: Person) -> None:
    bar.show_words("2 of 17 answered")
    assert person.reads() == "2 of 17 answered"
    bar.tell("Copied.")
    assert person.reads() == "Copied."
    bar.show_words("3 of 17 answered")
    assert person.reads() == "3 of 17 answered"
    bar.tell("Copied.")
    bar.tell("")
    assert person.reads() == "3 of 17 answered"


def test_without_words_nothing_stands_there_once_what_was_told_is_gone(bar: BottomBar, person: Person) -> None:
    bar.tell("Copied.")
    bar.tell("")
    assert person.reads() == ""


def test_what_was_done_is_said(bar: BottomBar, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(announcements, "announce", lambda _, sentence: said.append(sentence))
    monkeypatch.setattr(announcements, "describe_for_now", lambda _, sentence: said.append(sentence))
    bar.tell("Copied.")
    assert person.sees("told")
    assert said == ["Copied."]


def test_the_ways_stand_below_the_words_where_there_is_no_room_beside_them(bar: BottomBar, person: Person) -> None:
    bar.show_words("2 of 17 answered")

    def top_of_ways() -> int:
        bar.resize(bar.width(), bar.heightForWidth(bar.width()))
        QTest.qWait(0)
        return person.find("another").mapTo(bar, QPoint()).y()

    beside = top_of_ways()
    bar.resize(300, 200)
    assert top_of_ways() > beside
    for name in ("another", "one", "usual"):
        way = person.find(name)
        assert bar.rect().contains(way.rect().translated(way.mapTo(bar, QPoint())))
