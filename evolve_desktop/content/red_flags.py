"""The red-flag self-check: three parts with their next steps, and the lines that are no red flag on their own."""

from collections.abc import Collection
from enum import Enum, IntEnum
from typing import Self

import msgspec

from evolve_desktop.content.article import Article
from evolve_desktop.content.schema import Id, Record, Sourced, Words


class Tier(IntEnum):
    """The three parts, the gravest last."""

    TALK = 1
    SECOND_OPINION = 2
    STOP = 3


class RedFlag(Sourced, frozen=True):
    """One line of the self-check; `note` is shown under it; `unsafe` opens the four gentle choices.

    `first` is what the person hears before all next steps once the line is raised.
    """

    note: str = ""
    first: str = ""
    unsafe: bool = False


class OrdinaryLine(Sourced, frozen=True):
    """Something that can feel hard and is no red flag on its own; `note` balances it."""

    note: str = ""


class NextStep(Record, frozen=True):
    """One thing to do or to say next; an empty `source` marks the app's own wording.

    `to_therapist` marks advice to talk to the therapist, which is left out when that may not be safe. `line_form` is
    the step with a blank, `{line}`, for the sexual-assault line of the chosen country. A step for `later` waits on the
    screen behind the `later_label` of its part: few things fit into a frightened moment.
    """

    text: Words
    source: str = ""
    to_therapist: bool = False
    line_form: str = ""
    later: bool = False

    def with_line(self, line: str) -> str:
        """Return the text that names this help line, or the plain text if there is no line or no blank for it."""
        return self.line_form.replace("{line}", line) if line and self.line_form else self.text


class StepUp(Record, frozen=True):
    """A question whose "Yes" or "Not sure" leads to the next part; answered like a red flag."""

    id: Id
    question: Words
    then: Words


class Added(Record, frozen=True):
    """A sentence that follows the intro only if one of these red flags is raised."""

    text: Words
    after: tuple[Id, ...]


class WhatNext(Record, frozen=True):
    """The advice of a part, shown once one of its lines is answered "Yes" or "Not sure".

    `added` are sentences that follow the intro only after some of the lines. `scripts` are sentences to say or send;
    `signs` tell a good answer from a worrying one; either may be empty. `to_therapist` marks advice that as a whole is
    about talking to the therapist.
    """

    title: Words
    intro: Words
    added: tuple[Added, ...] = ()
    steps: tuple[NextStep, ...] = ()
    later_label: str = ""
    scripts_label: str = ""
    scripts: tuple[NextStep, ...] = ()
    signs: tuple[NextStep, ...] = ()
    to_therapist: bool = False

    @property
    def lines(self) -> tuple[NextStep, ...]:
        """Every line below the intro."""
        return (*self.steps, *self.scripts, *self.signs)

    def intro_after(self, raised: Collection[str]) -> str:
        """Return the intro, with the sentences that follow it after these red flags."""
        added = (sentence.text for sentence in self.added if not set(sentence.after).isdisjoint(raised))
        return " ".join((self.intro, *added))


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
    """One of the four choices and what it opens: lines of text, other parts, an ordinary line, the help lines.

    `scripts` are sentences to say or send; `talk_words` offers the scripts of part one behind a link.
    """

    meaning: UnsafeMeaning
    label: Words
    texts: tuple[NextStep, ...]
    scripts: tuple[NextStep, ...] = ()
    talk_words: bool = False
    parts: tuple[Tier, ...] = ()
    ordinary: str = ""
    help_lines: bool = False


class Unsafe(Record, frozen=True):
    """The texts for a person who feels unsafe; `words_link` opens sentences that are not to be shown unasked."""

    intro: Words
    question: Words
    always: Words
    words_link: Words
    closing: Words
    choices: tuple[UnsafeChoice, ...]


class ComplaintRoute(Record, frozen=True):
    """Where a complaint can go; an unverified route only tells the person what to search for."""

    place: Words
    route: Words
    source: str = ""
    verified: bool = True


class RedFlagCheck(Record, frozen=True):
    """The whole self-check and every line shown around it; `section` is the section of the article beside it."""

    section: Words
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

    def beside(self, article: Article) -> Self:
        """Return the self-check beside another article: at its section of the same id, or else at its first."""
        sections = [section.id for section in article.sections]
        return msgspec.structs.replace(self, section=self.section if self.section in sections else sections[0])

    def part(self, tier: Tier) -> FlagPart:
        """Return the part of a tier; raise KeyError if the pack has none."""
        for part in self.parts:
            if part.tier is tier:
                return part
        raise KeyError(tier)

    def choice(self, meaning: UnsafeMeaning | None) -> UnsafeChoice | None:
        """Return the choice with this meaning of "unsafe", or None."""
        return next((choice for choice in self.unsafe.choices if choice.meaning is meaning), None)

    def flag(self, flag_id: str) -> RedFlag:
        """Return the red flag with this id; raise KeyError if there is none."""
        for part in self.parts:
            for flag in part.flags:
                if flag.id == flag_id:
                    return flag
        raise KeyError(flag_id)
