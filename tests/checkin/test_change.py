"""What differs between two states of a check-in: the first and foremost part, by the name of its control."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.checkin.change import Change, ChangePlace, find_change
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.red_flags import UnsafeMeaning
from tests.checkin.test_session_properties import EMPTY, STEPS, Edit
from tests.wordings import reworded

FIRST = wording_of(load_pack(resource_paths.content_pack()))

ANSWERED = EMPTY.with_reply("C01", Reply.YES).with_reply("C02", Reply.NOT_YET).with_note("C02", "n")
RAISED = ANSWERED.with_flag("R01", FlagReply.YES)


def planned(**changes: object) -> CheckIn:
    return RAISED.with_plan(msgspec.structs.replace(PagePlan(), **changes))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (msgspec.structs.replace(RAISED, id="two"), Change(ChangePlace.CHECK_IN)),
        (msgspec.structs.replace(RAISED, started=date(2026, 11, 23)), Change(ChangePlace.CHECK_IN, "day")),
        (RAISED.with_reply("C01", Reply.MOSTLY), Change(ChangePlace.CHECK_IN, "C01")),
        (RAISED.with_reply("C05", Reply.NOT_FOR_ME), Change(ChangePlace.CHECK_IN, "C05")),
        (RAISED.with_note("C01", "a note"), Change(ChangePlace.CHECK_IN, "C01-note")),
        (RAISED.with_flag("R01", None), Change(ChangePlace.RED_FLAGS, "R01")),
        (RAISED.with_unsafe(UnsafeMeaning.THERAPIST), Change(ChangePlace.RED_FLAGS, "unsafe")),
        (planned(main_topic="a topic"), Change(ChangePlace.MY_PAGE, "main-topic")),
        (planned(name="A."), Change(ChangePlace.MY_PAGE, "name")),
        (planned(also=("", "b")), Change(ChangePlace.MY_PAGE, "also-2")),
        (planned(questions=("q", "", "")), Change(ChangePlace.MY_PAGE, "question-1")),
        (planned(bring=("C02",)), Change(ChangePlace.CHECK_IN, "C02-bring")),
        (planned(helping=("C01",)), Change(ChangePlace.MY_PAGE, "C01-helps")),
        (planned(notes=("C02",)), Change(ChangePlace.MY_PAGE, "C02-print-note")),
        (planned(flags=("R01",)), Change(ChangePlace.MY_PAGE, "R01-raise")),
        (planned(would_help=("slow",)), Change(ChangePlace.MY_PAGE, "would-help-slow")),
        (planned(use=PageUse.READ_ALOUD), Change(ChangePlace.MY_PAGE, "use")),
        (planned(last_agreed=True), Change(ChangePlace.MY_PAGE, "last-agreed")),
        (planned(paper=Paper.LETTER), Change(ChangePlace.MY_PAGE, "paper")),
        (planned(large_print=True), Change(ChangePlace.MY_PAGE, "large-print")),
        (RAISED, None),
    ],
)
def test_a_part_that_changed_is_found_both_ways(after: CheckIn, expected: Change | None) -> None:
    assert find_change(RAISED, after) == expected
    assert find_change(after, RAISED) == expected


def test_an_answer_comes_before_the_picks_that_leave_the_page_with_it() -> None:
    brought = RAISED.with_bring("C02", on=True)
    assert find_change(brought, brought.with_reply("C02", None)) == Change(ChangePlace.CHECK_IN, "C02")


def test_another_order_of_the_same_picks_is_found() -> None:
    assert find_change(planned(bring=("C01", "C02")), planned(bring=("C02", "C01"))) is not None


@given(st.lists(STEPS, max_size=20))
def test_undo_and_redo_always_say_what_they_changed(steps: list[Edit]) -> None:
    session = Session(EMPTY)
    for step in steps:
        step(session)
    ways: list[tuple[Callable[[], bool], Callable[[], Change | None]]] = [
        (lambda: session.can_undo, session.undo),
        (lambda: session.can_redo, session.redo),
    ]
    for may_go, go in ways:
        while may_go():
            assert go() is not None
        assert go() is None


@given(st.lists(STEPS, max_size=8), st.lists(STEPS, max_size=12))
def test_undo_says_what_it_changed_under_other_words_too(before: list[Edit], steps: list[Edit]) -> None:
    session = Session(EMPTY, FIRST)
    for step in before:
        step(session)
    session = Session(session.whole, reworded(FIRST, C01="Other.", C02="", R01="Other.", unsafe="Other?"))
    for step in steps:
        step(session)
    while session.can_undo:
        assert session.undo() is not None
