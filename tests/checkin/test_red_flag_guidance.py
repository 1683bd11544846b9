"""The guidance that red-flag answers open; another raised flag never removes help."""

from collections.abc import Mapping
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.check_in import CheckIn, FlagReply
from evolve_desktop.checkin.red_flag_guidance import Caution, Guidance, decide_guidance
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import RedFlagCheck, Tier, UnsafeMeaning

RAISING = [FlagReply.YES, FlagReply.NOT_SURE]
NOT_RAISING = [FlagReply.NO, FlagReply.SKIP, None]


@pytest.fixture(scope="session")
def check(pack: Pack) -> RedFlagCheck:
    return pack.red_flags


def guided(check: RedFlagCheck, flags: Mapping[str, FlagReply | None], unsafe: UnsafeMeaning | None = None) -> Guidance:
    check_in = CheckIn(id="one", started=date(2026, 11, 24)).with_unsafe(unsafe)
    for flag_id, reply in flags.items():
        check_in = check_in.with_flag(flag_id, reply)
    return decide_guidance(check, check_in)


def asked(guidance: Guidance) -> list[str]:
    return [step_up.id for step_up in guidance.step_ups]


def test_nothing_is_open_before_anything_is_answered(check: RedFlagCheck) -> None:
    guidance = guided(check, {})
    assert guidance == Guidance(
        caution=Caution.NONE,
        raised=(),
        open_parts=(),
        advising=(),
        opens={},
        step_ups=(),
        suggested=(),
        unsafe_is_open=False,
        answer=None,
        ordinary=None,
    )
    assert guidance.may_suggest_therapist
    assert not guidance.help_lines_at_once
    assert not guidance.may_show_complaints


@pytest.mark.parametrize("reply", RAISING)
@pytest.mark.parametrize(("flag", "tier"), [("R01", Tier.TALK), ("S04", Tier.SECOND_OPINION), ("X11", Tier.STOP)])
def test_yes_and_not_sure_open_what_next_of_their_own_part(
    check: RedFlagCheck, flag: str, tier: Tier, reply: FlagReply
) -> None:
    assert guided(check, {flag: reply}).open_parts == (tier,)


@pytest.mark.parametrize("reply", NOT_RAISING)
def test_no_and_skip_and_nothing_open_nothing(check: RedFlagCheck, reply: FlagReply | None) -> None:
    everything = {flag.id: reply for part in check.parts for flag in part.flags}
    steps = {"U1": FlagReply.YES, "U2": FlagReply.YES}
    assert guided(check, everything | steps, UnsafeMeaning.DANGER) == guided(check, {})


def test_the_step_up_question_is_asked_only_where_its_part_has_a_raised_line(check: RedFlagCheck) -> None:
    assert asked(guided(check, {"R01": FlagReply.YES})) == ["U1"]
    assert asked(guided(check, {"S01": FlagReply.NOT_SURE})) == ["U2"]
    assert asked(guided(check, {"X01": FlagReply.YES})) == []
    assert asked(guided(check, {"S01": FlagReply.YES, "R01": FlagReply.YES})) == ["U1", "U2"]


@pytest.mark.parametrize("reply", RAISING)
def test_the_step_up_rule_leads_to_the_next_part(check: RedFlagCheck, reply: FlagReply) -> None:
    assert guided(check, {"R01": FlagReply.YES, "U1": reply}).suggested == (Tier.SECOND_OPINION,)
    assert guided(check, {"S01": FlagReply.YES, "U2": reply}).suggested == (Tier.STOP,)


@pytest.mark.parametrize("reply", NOT_RAISING)
def test_an_answer_that_is_not_raised_leads_nowhere(check: RedFlagCheck, reply: FlagReply | None) -> None:
    assert guided(check, {"R01": FlagReply.YES, "U1": reply}).suggested == ()


def test_an_answer_to_a_question_that_is_no_longer_asked_leads_nowhere(check: RedFlagCheck) -> None:
    assert guided(check, {"R01": FlagReply.NO, "U1": FlagReply.YES}).suggested == ()
    assert guided(check, {"R01": FlagReply.YES, "U2": FlagReply.YES}).suggested == ()


def test_a_question_in_part_three_would_lead_nowhere_and_is_not_asked(check: RedFlagCheck) -> None:
    stop = msgspec.structs.replace(check.part(Tier.STOP), step_up=check.part(Tier.TALK).step_up)
    odd = msgspec.structs.replace(check, parts=(check.part(Tier.TALK), stop))
    guidance = guided(odd, {"X01": FlagReply.YES, "U1": FlagReply.YES})
    assert guidance.step_ups == ()
    assert guidance.suggested == ()


def test_only_the_line_about_feeling_unsafe_opens_the_four_choices(check: RedFlagCheck) -> None:
    assert guided(check, {"R03": FlagReply.NOT_SURE}).unsafe_is_open
    others = {flag.id: FlagReply.YES for part in check.parts for flag in part.flags if not flag.unsafe}
    assert not guided(check, others, UnsafeMeaning.DANGER).unsafe_is_open
    assert guided(check, others, UnsafeMeaning.DANGER).answer is None


def test_no_choice_is_taken_for_the_person(check: RedFlagCheck) -> None:
    assert guided(check, {"R03": FlagReply.YES}).answer is None


@pytest.mark.parametrize(
    ("meaning", "parts", "ordinary", "at_once"),
    [
        (UnsafeMeaning.HARD_FEELINGS, (), "N04", False),
        (UnsafeMeaning.THERAPIST, (Tier.SECOND_OPINION, Tier.STOP), None, False),
        (UnsafeMeaning.DANGER, (), None, True),
        (UnsafeMeaning.NOT_SAYING, (Tier.SECOND_OPINION, Tier.STOP), "N04", False),
    ],
)
def test_each_choice_opens_what_it_should(
    check: RedFlagCheck, meaning: UnsafeMeaning, parts: tuple[Tier, ...], ordinary: str | None, *, at_once: bool
) -> None:
    guidance = guided(check, {"R03": FlagReply.YES}, meaning)
    assert guidance.answer is not None
    assert guidance.answer.meaning is meaning
    assert guidance.answer.parts == parts
    assert (guidance.ordinary and guidance.ordinary.id) == ordinary
    assert guidance.help_lines_at_once is at_once


def test_each_open_part_advises(check: RedFlagCheck) -> None:
    assert guided(check, {"R01": FlagReply.YES, "S01": FlagReply.YES}).advising == (Tier.TALK, Tier.SECOND_OPINION)


def test_once_part_three_is_raised_it_advises_alone(check: RedFlagCheck) -> None:
    guidance = guided(check, {"R01": FlagReply.YES, "S01": FlagReply.YES, "X01": FlagReply.NOT_SURE})
    assert guidance.open_parts == tuple(Tier)
    assert guidance.advising == (Tier.STOP,)


@pytest.mark.parametrize("reply", RAISING)
def test_an_answer_that_leads_to_part_three_counts_as_part_three(check: RedFlagCheck, reply: FlagReply) -> None:
    guidance = guided(check, {"R01": FlagReply.YES, "S01": FlagReply.YES, "U2": reply})
    assert (guidance.caution, guidance.advising) == (Caution.DANGER, (Tier.STOP,))
    assert guidance.opens == {"R01": Tier.STOP, "S01": Tier.STOP}
    assert not guidance.may_suggest_therapist


@pytest.mark.parametrize("flags", [{"X01": FlagReply.YES}, {"S01": FlagReply.YES, "U2": FlagReply.YES}])
@pytest.mark.parametrize("meaning", list(UnsafeMeaning))
def test_whatever_unsafe_means_its_answer_in_danger_is_help(
    check: RedFlagCheck, flags: dict[str, FlagReply | None], meaning: UnsafeMeaning
) -> None:
    guidance = guided(check, {"R03": FlagReply.YES} | flags, meaning)
    assert guidance.answer is not None
    assert guidance.answer.meaning is UnsafeMeaning.DANGER
    assert guidance.help_lines_at_once
    assert guidance.ordinary is None


@pytest.mark.parametrize(
    ("meaning", "caution", "advising"),
    [
        (UnsafeMeaning.HARD_FEELINGS, Caution.NONE, (Tier.TALK, Tier.SECOND_OPINION)),
        (UnsafeMeaning.NOT_SAYING, Caution.UNSAID, (Tier.TALK, Tier.SECOND_OPINION)),
        (UnsafeMeaning.THERAPIST, Caution.THERAPIST, (Tier.SECOND_OPINION,)),
        (UnsafeMeaning.DANGER, Caution.DANGER, (Tier.STOP,)),
    ],
)
def test_each_meaning_of_unsafe_has_its_own_caution(
    check: RedFlagCheck, meaning: UnsafeMeaning, caution: Caution, advising: tuple[Tier, ...]
) -> None:
    guidance = guided(check, {"R03": FlagReply.YES, "S01": FlagReply.YES}, meaning)
    assert (guidance.caution, guidance.advising) == (caution, advising)
    assert guidance.may_suggest_therapist is (caution < Caution.THERAPIST)
    assert guidance.scripts_wait is (caution is Caution.UNSAID)
    assert guidance.may_print_stop_script is (caution in {Caution.NONE, Caution.THERAPIST})
    assert ("U1" in asked(guidance)) is guidance.may_suggest_therapist


def test_the_line_about_feeling_unsafe_opens_its_choices_and_next_steps_only_in_danger(check: RedFlagCheck) -> None:
    assert guided(check, {"R01": FlagReply.YES, "R03": FlagReply.YES}).opens == {"R01": Tier.TALK}
    assert guided(check, {"R03": FlagReply.YES}, UnsafeMeaning.DANGER).opens == {"R03": Tier.STOP}


def test_while_the_therapist_may_be_suggested_every_line_may_stand(check: RedFlagCheck) -> None:
    guidance = guided(check, {"R01": FlagReply.YES, "S01": FlagReply.YES, "U2": FlagReply.SKIP})
    assert all(guidance.may_show(line) for part in check.parts for line in part.what_next.lines)


def test_complaints_stand_beside_parts_two_and_three_only(check: RedFlagCheck) -> None:
    assert not guided(check, {"R01": FlagReply.YES, "U1": FlagReply.YES}).may_show_complaints
    assert guided(check, {"S01": FlagReply.NOT_SURE}).may_show_complaints
    assert guided(check, {"X01": FlagReply.NOT_SURE}).may_show_complaints


REPLIES = st.none() | st.sampled_from(FlagReply)


@given(st.data())
def test_raising_more_never_closes_the_help_that_was_open(check: RedFlagCheck, data: st.DataObject) -> None:
    every = [flag.id for part in check.parts for flag in part.flags] + ["U1", "U2"]
    flags = data.draw(st.dictionaries(st.sampled_from(every), REPLIES))
    more = data.draw(st.dictionaries(st.sampled_from(every), st.sampled_from(RAISING)))
    unsafe = data.draw(st.none() | st.sampled_from(UnsafeMeaning))
    before, after = guided(check, flags, unsafe), guided(check, flags | more, unsafe)
    assert set(before.open_parts) <= set(after.open_parts)
    assert before.caution <= after.caution
    assert set(asked(before)) <= set(asked(after)) or not after.may_suggest_therapist
    assert set(before.suggested) <= set(after.suggested) or not after.may_suggest_therapist
    assert before.unsafe_is_open <= after.unsafe_is_open
    assert before.answer in {None, after.answer} or after.caution is Caution.DANGER
    assert before.ordinary in {None, after.ordinary} or not after.may_suggest_therapist
    assert before.help_lines_at_once <= after.help_lines_at_once
    assert before.may_show_complaints <= after.may_show_complaints
    assert before.may_suggest_therapist >= after.may_suggest_therapist


@given(st.data())
def test_the_strongest_answer_decides_whether_the_therapist_is_suggested(
    check: RedFlagCheck, data: st.DataObject
) -> None:
    every = [flag.id for part in check.parts for flag in part.flags] + ["U1", "U2"]
    flags = data.draw(st.dictionaries(st.sampled_from(every), REPLIES))
    raised = {tier: any(flags.get(flag.id) in RAISING for flag in check.part(tier).flags) for tier in Tier}
    led_to = raised[Tier.SECOND_OPINION] and flags.get("U2") in RAISING
    unsafe = data.draw(st.none() | st.sampled_from(UnsafeMeaning))
    is_warning = unsafe in {UnsafeMeaning.THERAPIST, UnsafeMeaning.DANGER} and flags.get("R03") in RAISING
    guidance = guided(check, flags, unsafe)
    assert guidance.may_suggest_therapist is not (raised[Tier.STOP] or led_to or is_warning)
    if raised[Tier.STOP] or led_to:
        assert guidance.caution is Caution.DANGER
