"""The open check-in: one writer, undo a step at a time, listeners that hear of changes only."""

import pytest

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.errors import PickLimitError


def type_topic(session: Session, text: str) -> None:
    plan = session.check_in.plan
    session.write("main-topic", plan.main_topic, plan.with_main_topic(text), text)


def test_a_session_starts_with_nothing_to_undo(session: Session, empty: CheckIn) -> None:
    assert session.check_in == empty
    assert not session.can_undo
    assert not session.can_redo
    session.undo()
    session.redo()
    assert session.check_in == empty


def test_each_kind_of_answer_reaches_the_check_in(session: Session, empty: CheckIn) -> None:
    session.reply("C01", Reply.YES)
    session.note("C01", "well")
    session.bring("C01", on=True)
    session.helping("C01", on=True)
    session.flag("R03", FlagReply.NOT_SURE)
    session.unsafe(UnsafeMeaning.THERAPIST)
    session.plan(session.check_in.plan.with_note("C01", on=True))
    type_topic(session, "sleep")
    expected = empty.with_reply("C01", Reply.YES).with_note("C01", "well").with_flag("R03", FlagReply.NOT_SURE)
    expected = expected.with_unsafe(UnsafeMeaning.THERAPIST)
    plan = PagePlan(main_topic="sleep", bring=("C01",), helping=("C01",), notes=("C01",))
    assert session.check_in == expected.with_plan(plan)


def test_a_listener_hears_of_every_change_once_and_reads_the_new_state(session: Session) -> None:
    seen: list[Reply | None] = []
    session.subscribe(lambda: seen.append(session.check_in.answer("C01").reply))
    session.reply("C01", Reply.YES)
    session.reply("C01", None)
    session.undo()
    session.redo()
    assert seen == [Reply.YES, None, Reply.YES, None]


def test_a_repeat_tells_nobody_and_adds_nothing_to_undo(session: Session) -> None:
    session.reply("C01", Reply.YES)
    heard: list[None] = []
    session.subscribe(lambda: heard.append(None))
    session.reply("C01", Reply.YES)
    session.note("C01", "")
    session.flag("R01", None)
    session.unsafe(None)
    session.plan(session.check_in.plan)
    type_topic(session, "")
    assert heard == []
    session.undo()
    assert not session.can_undo


def test_a_listener_that_went_away_hears_nothing(session: Session) -> None:
    heard: list[str] = []
    leave = session.subscribe(lambda: heard.append("first"))
    session.subscribe(lambda: heard.append("second"))
    leave()
    session.reply("C01", Reply.YES)
    assert heard == ["second"]


def test_a_listener_may_go_away_while_it_is_told(session: Session) -> None:
    heard: list[str] = []

    def once() -> None:
        heard.append("once")
        leave()

    leave = session.subscribe(once)
    session.subscribe(lambda: heard.append("always"))
    session.reply("C01", Reply.YES)
    session.reply("C02", Reply.YES)
    assert heard == ["once", "always", "always"]


def test_a_refused_pick_changes_nothing(session: Session) -> None:
    for item_id in ("C01", "C02", "C03", "C04"):
        session.reply(item_id, Reply.YES)
    for item_id in ("C01", "C02", "C03"):
        session.bring(item_id, on=True)
    before = session.check_in
    with pytest.raises(PickLimitError):
        session.bring("C04", on=True)
    assert session.check_in == before
    session.undo()
    assert session.check_in.plan.bring == ("C01", "C02")


def test_a_new_answer_after_undo_ends_redo(session: Session) -> None:
    session.reply("C01", Reply.YES)
    session.undo()
    session.reply("C02", Reply.YES)
    assert not session.can_redo
    assert session.check_in.answer("C01").reply is None


def test_a_new_check_in_carries_nothing_over(session: Session, empty: CheckIn) -> None:
    session.reply("C01", Reply.YES)
    session.bring("C01", on=True)
    session.flag("X01", FlagReply.YES)
    type_topic(session, "old")
    old = session.check_in
    new = CheckIn(id="two", started=empty.started)
    session.start_new(new)
    assert session.check_in == new
    assert session.check_in.is_empty
    assert session.check_in.answer("C01").reply is None
    assert not session.check_in.is_raised("X01")
    session.reply("C02", Reply.NOT_YET)
    assert session.check_in.answers.keys() == {"C02"}
    session.undo()
    session.undo()
    assert session.check_in == old
