"""One check-in: answers, notes, flags, and the picks for the page that they allow."""

import msgspec
import pytest

from evolve_desktop.checkin.check_in import Answer, CheckIn, FlagReply, OtherAnswer, Reply
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.checkin.wording import Wording
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.errors import PickLimitError


def test_an_item_is_unanswered_until_it_is_answered(empty: CheckIn) -> None:
    assert empty.answer("C01") == Answer(reply=None, note="")
    assert empty.with_reply("C01", Reply.NOT_YET).answer("C01").reply is Reply.NOT_YET


def test_a_cleared_reply_is_unanswered_again(empty: CheckIn) -> None:
    assert empty.with_reply("C01", Reply.YES).with_reply("C01", None) == empty


def test_not_for_me_is_a_reply_and_not_a_skipped_line(empty: CheckIn) -> None:
    check_in = empty.with_reply("C01", Reply.NOT_FOR_ME)
    assert check_in.answered_count == 1
    assert check_in != empty


def test_a_note_outlives_a_cleared_reply(empty: CheckIn) -> None:
    check_in = empty.with_note("C01", "not today").with_reply("C01", Reply.YES).with_reply("C01", None)
    assert check_in.answer("C01") == Answer(note="not today")
    assert check_in.answered_count == 0


def test_looked_at_counts_replies_of_every_kind_and_no_notes(empty: CheckIn) -> None:
    check_in = empty.with_note("C16", "hm")
    for number, reply in enumerate(Reply):
        check_in = check_in.with_reply(f"C0{number}", reply)
    assert check_in.answered_count == len(Reply)


def test_a_note_is_cleaned_and_an_empty_one_is_gone(empty: CheckIn) -> None:
    assert empty.with_note("C01", "a\x00\r\nb").answer("C01").note == "a\nb"
    assert empty.with_note("C01", "a").with_note("C01", "\x00") == empty


@pytest.mark.parametrize("reply", [Reply.MOSTLY, Reply.YES])
def test_mostly_and_yes_are_strengths(reply: Reply) -> None:
    assert reply.is_strength


@pytest.mark.parametrize("reply", [Reply.NOT_YET, Reply.A_LITTLE, Reply.NOT_FOR_ME])
def test_no_other_reply_is_a_strength(reply: Reply) -> None:
    assert not reply.is_strength


def test_a_line_must_be_answered_before_it_can_be_brought(empty: CheckIn) -> None:
    for check_in in (empty, empty.with_reply("C01", Reply.NOT_FOR_ME)):
        with pytest.raises(PickLimitError) as refused:
            check_in.with_bring("C01", on=True)
        assert str(refused.value) == "Answer this line first. Then you can bring it."
        assert check_in.with_bring("C01", on=False) == check_in


@pytest.mark.parametrize("reply", [Reply.NOT_YET, Reply.A_LITTLE, Reply.MOSTLY, Reply.YES])
def test_any_answered_line_can_be_brought(empty: CheckIn, reply: Reply) -> None:
    assert empty.with_reply("C01", reply).with_bring("C01", on=True).plan.bring == ("C01",)


@pytest.mark.parametrize("reply", [None, Reply.NOT_YET, Reply.A_LITTLE, Reply.NOT_FOR_ME])
def test_only_a_strength_can_stand_under_what_is_helping(empty: CheckIn, reply: Reply | None) -> None:
    with pytest.raises(PickLimitError) as refused:
        empty.with_reply("C01", reply).with_helping("C01", on=True)
    assert str(refused.value) == "Only a line that you answered “Mostly” or “Yes” can stand here."


@pytest.mark.parametrize("reply", [None, Reply.NOT_FOR_ME])
def test_a_line_that_is_left_out_leaves_the_page_with_all_its_picks(empty: CheckIn, reply: Reply | None) -> None:
    check_in = empty.with_reply("C01", Reply.YES).with_note("C01", "mine").with_bring("C01", on=True)
    check_in = check_in.with_reply("C02", Reply.YES).with_helping("C02", on=True)
    check_in = check_in.with_plan(check_in.plan.with_note("C01", on=True))
    assert check_in.plan == PagePlan(bring=("C01",), helping=("C02",), notes=("C01",))
    assert check_in.with_reply("C01", reply).with_reply("C02", reply).plan == PagePlan()


@pytest.mark.parametrize("reply", [Reply.NOT_YET, Reply.A_LITTLE])
def test_a_brought_strength_that_is_one_no_more_is_to_work_on(empty: CheckIn, reply: Reply) -> None:
    check_in = empty.with_reply("C01", Reply.YES).with_bring("C01", on=True)
    assert (check_in.to_talk_about, check_in.to_work_on) == (("C01",), ())
    later = check_in.with_reply("C01", reply)
    assert (later.to_talk_about, later.to_work_on) == ((), ("C01",))


def strengths(check_in: CheckIn, *item_ids: str) -> CheckIn:
    for item_id in item_ids:
        check_in = check_in.with_reply(item_id, Reply.YES)
    return check_in


def test_a_fifth_strength_that_helps_is_refused_and_can_still_be_brought(empty: CheckIn) -> None:
    check_in = strengths(empty, "C01", "C02", "C03", "C04", "C05")
    for item_id in ("C01", "C02", "C03", "C04"):
        check_in = check_in.with_helping(item_id, on=True)
    with pytest.raises(PickLimitError) as refused:
        check_in.with_helping("C05", on=True)
    assert str(refused.value) == "There is room for four lines that help. Untick one first, then pick this one."
    brought = check_in.with_bring("C05", on=True)
    assert (brought.plan.helping, brought.to_talk_about) == (("C01", "C02", "C03", "C04"), ("C05",))


def test_a_strength_is_on_the_page_once_where_it_was_picked_last(empty: CheckIn) -> None:
    helping = strengths(empty, "C01").with_helping("C01", on=True)
    brought = helping.with_bring("C01", on=True)
    assert (brought.plan.helping, brought.to_talk_about) == ((), ("C01",))
    again = brought.with_helping("C01", on=True)
    assert (again.plan.helping, again.to_talk_about) == (("C01",), ())
    assert brought.with_helping("C01", on=False) == brought


def test_a_brought_line_that_becomes_a_strength_takes_no_place_from_another(empty: CheckIn) -> None:
    check_in = strengths(empty, "C01", "C02", "C03", "C04").with_reply("C05", Reply.A_LITTLE)
    for item_id in ("C01", "C02", "C03", "C04"):
        check_in = check_in.with_helping(item_id, on=True)
    later = check_in.with_bring("C05", on=True).with_reply("C05", Reply.MOSTLY)
    assert (later.plan.helping, later.to_talk_about) == (("C01", "C02", "C03", "C04"), ("C05",))


def test_a_line_without_a_reply_is_called_skipped(pack: Pack) -> None:
    words = pack.checklist.replies
    assert Answer(note="mine").called(words) == words.unanswered
    assert Answer(reply=Reply.A_LITTLE).called(words) == words.a_little


def test_a_note_that_was_emptied_is_not_printed_when_it_is_written_again(empty: CheckIn) -> None:
    check_in = empty.with_reply("C01", Reply.YES).with_note("C01", "mine")
    check_in = check_in.with_plan(PagePlan(notes=("C01",)))
    assert check_in.plan.notes == ("C01",)
    assert check_in.with_note("C01", "").with_note("C01", "other").plan.notes == ()


def test_a_plan_keeps_no_pick_that_cannot_stand_on_the_page(empty: CheckIn) -> None:
    check_in = empty.with_reply("C01", Reply.NOT_FOR_ME).with_note("C01", "n").with_reply("C02", Reply.A_LITTLE)
    check_in = check_in.with_flag("R01", FlagReply.NO).with_flag("R02", FlagReply.NOT_SURE)
    wished = PagePlan(
        main_topic="mine",
        bring=("C01", "C02", "C02"),
        helping=("C02", "C09"),
        notes=("C01", "C02"),
        flags=("R01", "R02", "R03"),
        would_help=("slow-down",),
    )
    kept = PagePlan(main_topic="mine", bring=("C02",), flags=("R02",), would_help=("slow-down",))
    assert check_in.with_plan(wished).plan == kept


@pytest.mark.parametrize("reply", [FlagReply.NO, FlagReply.SKIP, None])
def test_a_red_flag_that_is_no_longer_raised_leaves_the_page(empty: CheckIn, reply: FlagReply | None) -> None:
    check_in = empty.with_flag("R01", FlagReply.NOT_SURE)
    check_in = check_in.with_plan(check_in.plan.with_flag("R01", on=True))
    assert check_in.plan.flags == ("R01",)
    assert check_in.with_flag("R01", FlagReply.YES).plan.flags == ("R01",)
    assert check_in.with_flag("R01", reply).plan.flags == ()


@pytest.mark.parametrize(
    ("reply", "raised"),
    [
        (FlagReply.YES, True),
        (FlagReply.NOT_SURE, True),
        (FlagReply.NO, False),
        (FlagReply.SKIP, False),
        (None, False),
    ],
)
def test_not_sure_counts_as_raised_and_no_skip_and_nothing_do_not(
    empty: CheckIn, reply: FlagReply | None, *, raised: bool
) -> None:
    assert empty.with_flag("R01", reply).is_raised("R01") is raised


def test_a_cleared_red_flag_is_unanswered_again_and_skip_is_a_reply(empty: CheckIn) -> None:
    assert empty.with_flag("R01", FlagReply.YES).with_flag("R01", None) == empty
    assert empty.with_flag("R01", FlagReply.SKIP) != empty


def test_a_check_in_with_nothing_but_a_choice_of_paper_is_empty(empty: CheckIn) -> None:
    assert empty.is_empty
    assert empty.with_plan(PagePlan(paper=Paper.LETTER, large_print=True)).is_empty


def test_anything_said_makes_a_check_in_not_empty(empty: CheckIn) -> None:
    assert not empty.with_reply("C01", Reply.NOT_FOR_ME).is_empty
    assert not empty.with_note("C01", "x").is_empty
    assert not empty.with_flag("R01", FlagReply.SKIP).is_empty
    assert not empty.with_unsafe(UnsafeMeaning.NOT_SAYING).is_empty
    assert not empty.with_plan(PagePlan(main_topic="x")).is_empty
    assert not empty.with_agreed("x").is_empty


def test_a_check_in_from_elsewhere_is_cleaned_as_if_it_had_been_typed_here(empty: CheckIn) -> None:
    foreign = CheckIn(
        id=empty.id,
        started=empty.started,
        answers={"C01": Answer(reply=Reply.YES, note="a\x00b"), "C02": Answer(note="\x00"), "C03": Answer()},
        plan=PagePlan(main_topic="\x1b[31mred", bring=("C01", "C02"), notes=("C02",)),
    )
    expected = empty.with_reply("C01", Reply.YES).with_note("C01", "ab").with_bring("C01", on=True)
    assert foreign.cleaned() == expected.with_plan(expected.plan.with_main_topic("[31mred"))


def test_every_reply_is_called_as_the_content_says(pack: Pack) -> None:
    called = [reply.called(pack.checklist.replies) for reply in Reply]
    assert called == ["Not yet", "A little", "Mostly", "Yes", "Not for me"]


def test_older_answers_and_what_was_agreed_are_cleaned_too(empty: CheckIn, wording: Wording) -> None:
    note = OtherAnswer(line="C03", wording=wording, note="a\x00b")
    nothing = OtherAnswer(line="C04", wording=wording, note="\x00")
    foreign = msgspec.structs.replace(empty, agreed="c\x00d", older=(note, nothing))
    cleaned = foreign.cleaned()
    assert cleaned.agreed == "cd"
    assert cleaned.older == (OtherAnswer(line="C03", wording=wording, note="ab"),)


def test_words_that_nothing_was_answered_under_are_left_out(empty: CheckIn, wording: Wording, changed: Wording) -> None:
    others = {"C01": changed, "C02": changed, "C03": wording}
    check_in = msgspec.structs.replace(
        empty.with_reply("C01", Reply.YES).with_reply("C03", Reply.YES), wording=wording, other_wordings=others
    )
    assert check_in.cleaned().other_wordings == {"C01": changed}
    assert check_in.wordings == {wording, changed}
    assert msgspec.structs.replace(empty, wording=wording).cleaned() == empty


def test_the_notes_are_those_of_older_answers_too(empty: CheckIn, wording: Wording) -> None:
    older = (OtherAnswer(line="C03", wording=wording, note="older"), OtherAnswer(line="C04", wording=wording))
    check_in = msgspec.structs.replace(empty.with_note("C01", "newer").with_reply("C02", Reply.YES), older=older)
    assert check_in.notes == ("newer", "older")
