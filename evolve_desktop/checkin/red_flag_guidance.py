"""Decides what the red-flag answers open: next steps, a step-up question, help lines; answers are never counted."""

from collections.abc import Sequence

import msgspec

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.content.red_flags import FlagPart, OrdinaryLine, RedFlagCheck, Step, StepUp, Tier, UnsafeChoice

NEXT_PART = {Tier.TALK: Tier.SECOND_OPINION, Tier.SECOND_OPINION: Tier.STOP}


class Guidance(msgspec.Struct, frozen=True, kw_only=True):
    """The advice to show beside the red flags; another raised line only adds to it, but for talks with the therapist.

    `open_parts` are the parts with a raised line, `advising` those of them whose next steps may be shown; `step_ups`
    are the questions to ask, `suggested` the parts they lead to. `unsafe_is_open` shows the four choices, `chosen` is
    the chosen one, if any, `ordinary` the line beside it.

    `may_suggest_therapist` is False once part three is raised or an answer leads there. Advice marked `to_therapist` is
    then left out, and so are the lines that are no red flag on their own.
    """

    open_parts: tuple[Tier, ...]
    advising: tuple[Tier, ...]
    step_ups: tuple[StepUp, ...]
    suggested: tuple[Tier, ...]
    unsafe_is_open: bool
    chosen: UnsafeChoice | None
    ordinary: OrdinaryLine | None
    may_suggest_therapist: bool

    @property
    def help_lines_at_once(self) -> bool:
        """Whether the chosen meaning of "unsafe" calls for the help lines now."""
        return self.chosen is not None and self.chosen.help_lines

    @property
    def may_show_complaints(self) -> bool:
        """Whether to show the complaint routes unasked; the menu may always show them."""
        return Tier.SECOND_OPINION in self.open_parts or Tier.STOP in self.open_parts

    def may_show(self, step: Step) -> bool:
        """Whether this line of advice may be shown."""
        return self.may_suggest_therapist or not step.to_therapist


def decide_guidance(check: RedFlagCheck, check_in: CheckIn) -> Guidance:
    """Return the guidance for the answers; "Not sure" opens as much as "Yes", and "No" and "Skip" open nothing.

    A step-up question and its answer count only while a line of its part is raised; so does the meaning of "unsafe".
    """
    raised = tuple(part for part in check.parts if any(check_in.is_raised(flag.id) for flag in part.flags))
    open_parts = tuple(part.tier for part in raised)
    asking = tuple((part, part.step_up) for part in raised if part.step_up and part.tier in NEXT_PART)
    suggested = tuple(NEXT_PART[part.tier] for part, step_up in asking if check_in.is_raised(step_up.id))
    may_suggest = Tier.STOP not in (*open_parts, *suggested)
    unsafe_is_open = any(flag.unsafe and check_in.is_raised(flag.id) for part in raised for flag in part.flags)
    chosen = _chosen(check, check_in) if unsafe_is_open else None
    return Guidance(
        open_parts=open_parts,
        advising=_advising(raised, may_suggest=may_suggest),
        step_ups=tuple(step_up for _, step_up in asking),
        suggested=suggested,
        unsafe_is_open=unsafe_is_open,
        chosen=chosen,
        ordinary=_ordinary(check, chosen) if may_suggest else None,
        may_suggest_therapist=may_suggest,
    )


def _advising(raised: Sequence[FlagPart], *, may_suggest: bool) -> tuple[Tier, ...]:
    """Return the parts whose next steps may be shown; once part three is raised, only part three."""
    tiers = tuple(part.tier for part in raised if may_suggest or not part.what_next.to_therapist)
    return (Tier.STOP,) if Tier.STOP in tiers else tiers


def _chosen(check: RedFlagCheck, check_in: CheckIn) -> UnsafeChoice | None:
    return next((choice for choice in check.unsafe.choices if choice.meaning is check_in.unsafe), None)


def _ordinary(check: RedFlagCheck, chosen: UnsafeChoice | None) -> OrdinaryLine | None:
    return next((line for line in check.ordinary if chosen and line.id == chosen.ordinary), None)
