"""The red-flag self-check: three parts with their next steps, and the lines that are no red flag on their own."""

from enum import Enum, IntEnum

from evolve_desktop.content.schema import Id, Record, Sourced, Words


class Tier(IntEnum):
    """The three parts, the gravest last."""

    TALK = 1
    SECOND_OPINION = 2
    STOP = 3


class RedFlag(Sourced, frozen=True):
    """One line of the self-check; `note` is shown under it; `unsafe` opens the four gentle choices."""

    note: str = ""
    unsafe: bool = False


class OrdinaryLine(Sourced, frozen=True):
    """Something that can feel hard and is no red flag on its own; `note` balances it."""

    note: str = ""


class Step(Record, frozen=True):
    """One thing to do or to say next; an empty `source` marks the app's own wording.

    `to_therapist` marks advice to talk to the therapist, which is left out when that may not be safe.
    """

    text: Words
    source: str = ""
    to_therapist: bool = False


class StepUp(Record, frozen=True):
    """A question whose "Yes" or "Not sure" leads to the next part; answered like a red flag."""

    id: Id
    question: Words
    then: Words


class WhatNext(Record, frozen=True):
    """The advice of a part, shown once one of its lines is answered "Yes" or "Not sure".

    `scripts` are sentences to say or send; `signs` tell a good answer from a worrying one; either may be empty.
    `to_therapist` marks advice that as a whole is about talking to the therapist.
    """

    title: Words
    intro: Words
    steps: tuple[Step, ...] = ()
    scripts_label: str = ""
    scripts: tuple[Step, ...] = ()
    signs: tuple[Step, ...] = ()
    to_therapist: bool = False

    @property
    def lines(self) -> tuple[Step, ...]:
        """Every line below the intro."""
        return (*self.steps, *self.scripts, *self.signs)


class FlagPart(Record, frozen=True):
    """One of the three parts; `content_note` stands before its lines and is empty in part one."""

    tier: Tier
    title: Words
    flags: tuple[RedFlag, ...]
    what_next: WhatNext
    content_note: str = ""
    show_label: str = ""
    step_up: StepUp | None = None


class UnsafeMeaning(Enum):
    """The four meanings that "unsafe" may have for the person."""

    HARD_FEELINGS = "hard feelings"
    THERAPIST = "my therapist"
    DANGER = "danger"
    NOT_SAYING = "not saying"


class UnsafeChoice(Record, frozen=True):
    """One of the four choices and what it opens: lines of text, other parts, an ordinary line, the help lines."""

    meaning: UnsafeMeaning
    label: Words
    texts: tuple[Step, ...]
    parts: tuple[Tier, ...] = ()
    ordinary: str = ""
    help_lines: bool = False


class Unsafe(Record, frozen=True):
    """The texts for a person who feels unsafe."""

    intro: Words
    question: Words
    always: Words
    closing: Words
    choices: tuple[UnsafeChoice, ...]


class ComplaintRoute(Record, frozen=True):
    """Where a complaint can go; an unverified route only tells the person what to search for."""

    place: Words
    route: Words
    source: str = ""
    verified: bool = True


class RedFlagCheck(Record, frozen=True):
    """The whole self-check and every line shown around it."""

    title: Words
    frame: Words
    urgent_label: Words
    ordinary_title: Words
    ordinary_lead: Words
    ordinary_close: Words
    complaints_title: Words
    complaints_intro: Words
    parts: tuple[FlagPart, ...]
    ordinary: tuple[OrdinaryLine, ...]
    unsafe: Unsafe
    complaints: tuple[ComplaintRoute, ...]

    def part(self, tier: Tier) -> FlagPart:
        """Return the part of a tier; raise KeyError if the pack has none."""
        for part in self.parts:
            if part.tier is tier:
                return part
        raise KeyError(tier)

    def flag(self, flag_id: str) -> RedFlag:
        """Return the red flag with this id; raise KeyError if there is none."""
        for part in self.parts:
            for flag in part.flags:
                if flag.id == flag_id:
                    return flag
        raise KeyError(flag_id)
