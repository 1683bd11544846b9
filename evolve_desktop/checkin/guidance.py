"""What the red-flag answers open: next steps, a question that leads further, help at once; nothing is ever counted."""

from dataclasses import dataclass

from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.content.red_flags import OrdinaryLine, RedFlagCheck, StepUp, Tier, UnsafeChoice

_NEXT = {Tier.TALK: Tier.SECOND_OPINION, Tier.SECOND_OPINION: Tier.STOP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What to show beside the red flags; raising another line only ever adds to it.

    `open_parts` are the parts that show what to do next; `step_ups` the questions to ask, `suggested` the parts they
    lead to. `unsafe_is_open` shows the four choices, and `chosen` is the one that was taken, if any.
    """

    open_parts: tuple[Tier, ...]
    step_ups: tuple[StepUp, ...]
    suggested: tuple[Tier, ...]
    unsafe_is_open: bool
    chosen: UnsafeChoice | None
    ordinary: OrdinaryLine | None

    @property
    def help_lines_at_once(self) -> bool:
        """Whether the choice calls for the help lines now."""
        return self.chosen is not None and self.chosen.help_lines

    @property
    def may_show_complaints(self) -> bool:
        """Whether the places to complain may stand here unasked; the menu may show them always."""
        return Tier.SECOND_OPINION in self.open_parts or Tier.STOP in self.open_parts

    @property
    def may_suggest_therapist(self) -> bool:
        """Whether anything on the screen may suggest raising it with the therapist; never once part three is open."""
        return Tier.STOP not in self.open_parts


def guide(check: RedFlagCheck, check_in: CheckIn) -> Guidance:
    """Return what the answers open; "Not sure" opens as much as "Yes", "No" and "Skip" open nothing.

    A step-up question is asked, and its answer heard, only while a line of its part is raised; the same holds for the
    choice of what "unsafe" means.
    """
    open_parts = tuple(part for part in check.parts if any(check_in.is_raised(flag.id) for flag in part.flags))
    asking = tuple((part, part.step_up) for part in open_parts if part.step_up and part.tier in _NEXT)
    unsafe_is_open = any(flag.unsafe and check_in.is_raised(flag.id) for part in open_parts for flag in part.flags)
    chosen = _chosen(check, check_in) if unsafe_is_open else None
    return Guidance(
        open_parts=tuple(part.tier for part in open_parts),
        step_ups=tuple(step_up for _, step_up in asking),
        suggested=tuple(_NEXT[part.tier] for part, step_up in asking if check_in.is_raised(step_up.id)),
        unsafe_is_open=unsafe_is_open,
        chosen=chosen,
        ordinary=_ordinary(check, chosen),
    )


def _chosen(check: RedFlagCheck, check_in: CheckIn) -> UnsafeChoice | None:
    return next((choice for choice in check.unsafe.choices if choice.meaning is check_in.unsafe), None)


def _ordinary(check: RedFlagCheck, chosen: UnsafeChoice | None) -> OrdinaryLine | None:
    return next((line for line in check.ordinary if chosen and line.id == chosen.ordinary), None)
