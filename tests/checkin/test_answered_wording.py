"""An answer is shown under the words it was given to, and never as the answer to another line."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.checkin.answered_wording import answered_text, answers_in, other_lines, seen_under, warns_apart
from evolve_desktop.checkin.check_in import Answer, CheckIn, FlagReply, OtherAnswer, Reply
from evolve_desktop.checkin.red_flag_guidance import decide_guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import UNSAFE, Wording, is_same_line, wording_of
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from tests.checkin.test_session_properties import STEPS, Edit
from tests.wordings import reworded, translated

FIRST = wording_of(load_pack(resource_paths.content_pack()))
SECOND = reworded(FIRST, C03="I ask for water.", C04="", R03="I feel unsafe.", X01="Something else.")
WORDINGS = (FIRST, SECOND, translated(FIRST))
EMPTY = CheckIn(id="one", started=date(2026, 11, 24))


@pytest.fixture
def answered(empty: CheckIn, wording: Wording) -> CheckIn:
    """Return a check-in answered under the built-in words."""
    session = Session(empty, wording)
    session.reply("C01", Reply.YES)
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", "I nodded.")
    session.bring("C03", on=True)
    session.flag("R03", FlagReply.YES)
    session.unsafe(UnsafeMeaning.DANGER)
    session.plan(msgspec.structs.replace(session.check_in.plan, flags=("R03",), notes=("C03",), would_help=("H1",)))
    return session.whole


def test_an_answer_keeps_the_words_it_was_given_to(answered: CheckIn, wording: Wording) -> None:
    assert answered.wording == wording
    assert answered.other_wordings == {}
    assert answered_text(answered, "C03") == wording.words.lines["C03"]
    assert answered_text(answered, "Z99") == ""


def test_while_nothing_is_answered_there_are_no_words(empty: CheckIn, wording: Wording) -> None:
    session = Session(empty, wording)
    assert session.whole.wording is None
    session.reply("C01", Reply.YES)
    session.reply("C01", None)
    assert session.whole == empty
    assert answered_text(empty, "C01") == ""


def test_under_changed_words_the_row_is_unanswered_and_the_answer_stands_apart(
    answered: CheckIn, wording: Wording, changed: Wording
) -> None:
    seen = Session(answered, changed).check_in
    assert seen.answers == {"C01": Answer(reply=Reply.YES)}
    assert seen.flags == {}
    assert seen.unsafe is None
    assert (seen.plan.bring, seen.plan.notes, seen.plan.flags) == ((), (), ())
    assert seen.plan.would_help == ("H1",)
    assert seen.older == (
        OtherAnswer(line="C03", wording=wording, reply=Reply.NOT_YET, note="I nodded."),
        OtherAnswer(line="R03", wording=wording, flag=FlagReply.YES),
        OtherAnswer(line=UNSAFE, wording=wording, unsafe=UnsafeMeaning.DANGER),
    )
    assert seen.answered_count == 1


def test_looking_at_it_under_other_words_changes_nothing(answered: CheckIn, changed: Wording, wording: Wording) -> None:
    session = Session(answered, changed)
    assert session.whole is answered
    assert Session(session.whole, wording).check_in == answered


def test_answering_the_line_anew_keeps_the_older_answer_beside_it(
    answered: CheckIn, wording: Wording, changed: Wording
) -> None:
    session = Session(answered, changed)
    session.reply("C03", Reply.YES)
    old = OtherAnswer(line="C03", wording=wording, reply=Reply.NOT_YET, note="I nodded.")
    assert session.whole.answer("C03") == Answer(reply=Reply.YES)
    assert session.whole.other_wordings == {"C03": changed}
    assert session.whole.older == (old,)
    assert (session.whole.plan.bring, session.whole.plan.notes) == ((), ())
    assert session.whole.flags == answered.flags
    change = session.undo()
    assert change is not None
    assert change.name == "C03"
    assert session.whole == answered


def test_a_repeat_of_what_is_seen_changes_nothing(answered: CheckIn, changed: Wording) -> None:
    session = Session(answered, changed)
    session.reply("C03", None)
    session.note("C03", "")
    session.flag("R03", None)
    session.unsafe(None)
    session.reply("C01", Reply.YES)
    assert session.whole is answered
    assert not session.can_undo


def test_a_line_answered_under_the_present_words_says_so_and_the_others_keep_theirs(
    answered: CheckIn, changed: Wording, wording: Wording
) -> None:
    session = Session(answered, changed)
    session.reply("C02", Reply.MOSTLY)
    assert session.whole.other_wordings == {"C02": changed}
    assert session.whole.wording_of("C01") == wording
    session.reply("C02", None)
    assert session.whole == answered


def test_what_unsafe_means_stands_apart_if_only_its_label_has_changed(answered: CheckIn, wording: Wording) -> None:
    seen = seen_under(answered, reworded(wording, **{"unsafe-danger": "Something else."}))
    assert seen.unsafe is None
    assert seen.older[-1].unsafe is UnsafeMeaning.DANGER


def test_another_language_of_the_same_version_shows_the_answers(answered: CheckIn, spanish: Wording) -> None:
    session = Session(answered, spanish)
    assert session.check_in is answered
    session.reply("C03", Reply.YES)
    assert session.whole.answer("C03") == Answer(reply=Reply.YES, note="I nodded.")
    assert session.whole.older == ()
    assert answered_text(session.whole, "C03").startswith("[es] ")
    assert not answered_text(session.whole, "C01").startswith("[es] ")


def test_picks_of_other_lines_stay_on_the_page_while_the_page_is_planned(answered: CheckIn, changed: Wording) -> None:
    other = reworded(changed, H1="something else")
    session = Session(answered, other)
    assert session.check_in.plan.would_help == ()
    session.plan(msgspec.structs.replace(session.check_in.plan, main_topic="Sleep", would_help=("H2",)))
    plan = session.whole.plan
    assert (plan.bring, plan.notes, plan.flags, plan.would_help) == (("C03",), ("C03",), ("R03",), ("H1", "H2"))
    assert session.whole.other_wordings == {"H2": other}
    session.plan(msgspec.structs.replace(session.check_in.plan, would_help=("H1",)))
    assert session.whole.plan.would_help == ("H1",)
    assert session.whole.other_wordings == {"H1": other}


def test_the_page_can_be_planned_as_it_is_saved(answered: CheckIn, changed: Wording) -> None:
    session = Session(answered, changed)
    session.plan_whole(session.whole.plan.with_flag("R03", on=False).with_note("C03", on=False))
    assert (session.whole.plan.bring, session.whole.plan.notes, session.whole.plan.flags) == (("C03",), (), ())
    change = session.undo()
    assert change is not None
    assert session.whole == answered


def test_without_words_nothing_stands_apart(empty: CheckIn, wording: Wording) -> None:
    unknown = empty.with_reply("C03", Reply.YES)
    assert other_lines(unknown, wording) == ()
    assert seen_under(unknown, wording) is unknown
    assert Session(unknown).whole.wording is None


def test_every_answer_is_told_with_its_words(answered: CheckIn, wording: Wording, changed: Wording) -> None:
    session = Session(answered, changed)
    session.reply("C03", Reply.YES)
    told = [(answer.line, answer.wording) for answer in answers_in(session.whole, changed)]
    assert sorted(told, key=str) == sorted(
        [("C03", wording), ("C01", wording), ("C03", changed), ("R03", wording), (UNSAFE, wording)], key=str
    )
    unknown = CheckIn(id="a", started=date(2026, 11, 24)).with_note("C01", "a note")
    assert answers_in(unknown, changed) == (OtherAnswer(line="C01", wording=changed, note="a note"),)


@pytest.mark.parametrize("reply", FlagReply)
def test_a_line_of_part_three_goes_on_warning_under_whatever_words(
    empty: CheckIn, wording: Wording, pack: Pack, reply: FlagReply
) -> None:
    session = Session(empty, wording)
    session.flag("X01", reply)
    seen = seen_under(session.whole, reworded(wording, X01="Something else."))
    assert seen.flags == {}
    assert warns_apart(seen) is reply.is_raised
    assert warns_apart(session.whole) is reply.is_raised
    assert decide_guidance(pack.red_flags, seen).may_suggest_therapist is not reply.is_raised


@pytest.mark.parametrize("meaning", UnsafeMeaning)
@pytest.mark.parametrize("reworded_line", ["R03", "unsafe"])
def test_danger_goes_on_warning_when_one_half_of_it_has_other_words(
    empty: CheckIn, wording: Wording, pack: Pack, meaning: UnsafeMeaning, reworded_line: str
) -> None:
    session = Session(empty, wording)
    session.flag("R03", FlagReply.YES)
    session.unsafe(meaning)
    seen = seen_under(session.whole, reworded(wording, **{reworded_line: "Something else."}))
    is_danger = meaning is UnsafeMeaning.DANGER
    assert warns_apart(seen) is is_danger
    if is_danger:
        assert not decide_guidance(pack.red_flags, seen).may_suggest_therapist


def test_a_red_flag_of_another_part_or_unknown_words_warn_of_nothing(empty: CheckIn, wording: Wording) -> None:
    session = Session(empty, wording)
    session.flag("R01", FlagReply.YES)
    assert not warns_apart(seen_under(session.whole, reworded(wording, R01="Something else.")))
    assert not warns_apart(empty.with_flag("X01", FlagReply.YES))
    session.flag("R01", FlagReply.NO)
    session.unsafe(UnsafeMeaning.DANGER)
    assert not warns_apart(seen_under(session.whole, reworded(wording, unsafe="Something else?")))


@given(st.lists(st.tuples(st.sampled_from(WORDINGS), st.lists(STEPS, max_size=6)), max_size=5))
def test_whatever_is_answered_under_whatever_words_no_row_shows_an_answer_to_other_words(
    sittings: list[tuple[Wording, list[Edit]]],
) -> None:
    whole = EMPTY
    for wording, edits in sittings:
        session = Session(whole, wording)
        for edit in edits:
            before = {(answer.line, answer.wording) for answer in seen_under(session.whole, wording).older}
            edit(session)
            seen = session.check_in
            if session.whole.id == EMPTY.id and session.whole.started == EMPTY.started:
                assert before <= {(answer.line, answer.wording) for answer in seen.older}
            for line in (*seen.answers, *seen.flags):
                assert line not in wording.words.lines or is_same_line(line, seen.wording_of(line), wording)
            assert session.whole == session.whole.tidied()
        whole = session.whole
