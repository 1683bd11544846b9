"""The rule of danger: decides from the answers what may be shown, said, printed and copied; nothing is ever counted."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

import msgspec

from evolve_desktop.checkin.answered_wording import warns_apart
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.red_flags import (
    FlagPart,
    NextStep,
    OrdinaryLine,
    RedFlag,
    RedFlagCheck,
    StepUp,
    Tier,
    UnsafeChoice,
    UnsafeMeaning,
)

NEXT_PART = {Tier.TALK: Tier.SECOND_OPINION, Tier.SECOND_OPINION: Tier.STOP}


class Caution(IntEnum):
    """How far the answers warn of a word with the therapist; the strongest answer wins.

    After UNSAID, sentences for such a word wait to be asked for. After THERAPIST nothing suggests one. After DANGER
    there is nothing but help: the next steps of part three, the help lines, and where to complain.
    """

    NONE = 0
    UNSAID = 1
    THERAPIST = 2
    DANGER = 3


_CAUTION_OF = {
    UnsafeMeaning.HARD_FEELINGS: Caution.NONE,
    UnsafeMeaning.NOT_SAYING: Caution.UNSAID,
    UnsafeMeaning.THERAPIST: Caution.THERAPIST,
    UnsafeMeaning.DANGER: Caution.DANGER,
}


class Guidance(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers open and what they forbid; whatever shows, says, prints or copies advice asks this first.

    `raised` are the red flags that are raised, `open_parts` their parts, `advising` the parts whose next steps may be
    shown, and `opens` names, for each raised red flag that opens next steps, the part whose steps those are.
    `step_ups` are the questions to ask, `suggested` the parts they lead to. `unsafe_is_open` shows the four choices;
    `answer` is the choice whose words follow them, and `ordinary` the line beside these words.
    """

    caution: Caution
    raised: tuple[str, ...]
    open_parts: tuple[Tier, ...]
    advising: tuple[Tier, ...]
    opens: Mapping[str, Tier]
    step_ups: tuple[StepUp, ...]
    suggested: tuple[Tier, ...]
    unsafe_is_open: bool
    answer: UnsafeChoice | None
    ordinary: OrdinaryLine | None

    @property
    def may_suggest_therapist(self) -> bool:
        """Whether anything may suggest a word with the therapist, or offer to raise a red flag on My page."""
        return self.caution < Caution.THERAPIST

    @property
    def scripts_wait(self) -> bool:
        """Whether sentences to say or send are only for a person who asks for them."""
        return self.caution is Caution.UNSAID

    @property
    def may_print_stop_script(self) -> bool:
        """Whether the sentence that ends therapy may be printed unasked."""
        is_after_part_two = Tier.SECOND_OPINION in self.advising and not self.scripts_wait
        return is_after_part_two or self.caution is Caution.THERAPIST

    @property
    def help_lines_at_once(self) -> bool:
        """Whether the help lines come before everything else."""
        return self.answer is not None and self.answer.help_lines

    @property
    def may_show_complaints(self) -> bool:
        """Whether to show the complaint routes unasked; the menu may always show them."""
        return Tier.SECOND_OPINION in self.open_parts or self.caution is Caution.DANGER

    def may_show(self, step: NextStep) -> bool:
        """Whether this line of advice may be shown."""
        return self.may_suggest_therapist or not step.to_therapist


def decide_guidance(check: RedFlagCheck, check_in: CheckIn) -> Guidance:
    """Return the guidance for the answers; "Not sure" opens as much as "Yes", and "No" and "Skip" open nothing.

    A step-up question and its answer count only while a line of its part is raised; so does the meaning of "unsafe".
    """
    flags = _raised_flags(check, check_in)
    parts = [part for part in check.parts if part.tier in {tier for _, tier in flags}]
    unsafe_is_open = any(flag.unsafe for flag, _ in flags)
    chosen = check.choice(check_in.unsafe) if unsafe_is_open else None
    caution = _caution(parts, chosen, check_in)
    step_ups = _step_ups(parts, caution)
    answer = check.choice(UnsafeMeaning.DANGER) if chosen and caution is Caution.DANGER else chosen
    advising = _advising(parts, caution)
    return Guidance(
        caution=caution,
        raised=tuple(flag.id for flag, _ in flags),
        open_parts=tuple(part.tier for part in parts),
        advising=advising,
        opens={
            flag.id: Tier.STOP if caution is Caution.DANGER else tier
            for flag, tier in flags
            if caution is Caution.DANGER or (tier in advising and not flag.unsafe)
        },
        step_ups=tuple(step_ups.values()),
        suggested=tuple(NEXT_PART[tier] for tier, step_up in step_ups.items() if check_in.is_raised(step_up.id)),
        unsafe_is_open=unsafe_is_open,
        answer=answer,
        ordinary=_ordinary(check, answer),
    )


def _raised_flags(check: RedFlagCheck, check_in: CheckIn) -> list[tuple[RedFlag, Tier]]:
    """Return the flags that are raised, each with its part's tier; the answers are looked through once for all."""
    raised = check_in.raised
    return [(flag, part.tier) for part in check.parts for flag in part.flags if flag.id in raised]


def _caution(parts: Sequence[FlagPart], chosen: UnsafeChoice | None, check_in: CheckIn) -> Caution:
    """Return the caution of the strongest answer."""
    is_led_to_part_three = any(
        NEXT_PART.get(part.tier) is Tier.STOP and part.step_up and check_in.is_raised(part.step_up.id) for part in parts
    )
    if is_led_to_part_three or any(part.tier is Tier.STOP for part in parts) or warns_apart(check_in):
        return Caution.DANGER
    return _CAUTION_OF[chosen.meaning] if chosen else Caution.NONE


def _step_ups(parts: Sequence[FlagPart], caution: Caution) -> Mapping[Tier, StepUp]:
    """Return the question of each part; whether it went on "after you raised it" is not asked after a warning."""
    is_warned = caution >= Caution.THERAPIST
    return {
        part.tier: part.step_up
        for part in parts
        if part.step_up and part.tier in NEXT_PART and not (is_warned and part.what_next.to_therapist)
    }


def _advising(parts: Sequence[FlagPart], caution: Caution) -> tuple[Tier, ...]:
    """Return the parts whose next steps may be shown; after a warning, none that is about talking to the therapist."""
    if caution is Caution.DANGER:
        return (Tier.STOP,)
    is_warned = caution is Caution.THERAPIST
    return tuple(part.tier for part in parts if not (is_warned and part.what_next.to_therapist))


def _ordinary(check: RedFlagCheck, answer: UnsafeChoice | None) -> OrdinaryLine | None:
    return next((line for line in check.ordinary if answer and line.id == answer.ordinary), None)
