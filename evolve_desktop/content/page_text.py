"""The texts of My page and of *For me only*."""

from enum import Enum
from typing import Annotated

import msgspec

from evolve_desktop.content.schema import Id, MonthNames, Record, Words

ChangeForm = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[^{}]*\{line\}[^{}]*\{before\}[^{}]*\{after\}[^{}]*\Z",
        description="text with {line}, {before} and {after} in it, in this order",
    ),
]


AnsweredForm = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[^{}]*\{line\}[^{}]*\{reply\}[^{}]*\Z",
        description="text with {line} and {reply} in it, in this order",
    ),
]


class WhatHelps(Record, frozen=True):
    """One thing that would help in the session, to tick."""

    id: Id
    text: Words


class PageUse(Enum):
    """How the person would like to use the page in the session."""

    READ_ALOUD = "read aloud"
    PLEASE_READ = "please read"
    FIRST_POINT = "first point"


class PageUseText(Record, frozen=True):
    """The text of one use of the page."""

    use: PageUse
    text: Words


class ForMeText(Record, frozen=True):
    """The texts of *For me only*."""

    title: Words
    notice: Words
    next_steps: Words
    stop_script_label: Words
    stop_script: Words


class PageText(Record, frozen=True):
    """Every heading and fixed line of My page, in the first person.

    `date` is a form with `{day}`, `{month}` and `{year}`; `months` are the twelve names for it.
    `work_on` stands above picked lines answered "Not yet" or "A little", `talk_about` above brought strengths;
    `answered` is a form for a picked `{line}` with its `{reply}`, so that no line reads as its opposite.
    `change` is a form for a `{line}` whose reply changed from `{before}` to `{after}`.
    `origin` is a form for the `{title}` of another pack, or an older one, and the `{date}` of an answer to its words.
    """

    title: Words
    date: Words
    months: MonthNames
    main_topic: Words
    also: Words
    raise_flags: Words
    helping: Words
    work_on: Words
    talk_about: Words
    answered: AnsweredForm
    questions: Words
    would_help: Words
    use: Words
    since: Words
    change: ChangeForm
    agreed: Words
    agreed_help: Words
    last_agreed: Words
    origin: Words
    footer: Words
    script: Words
    before_print: Words
    before_hand_over: Words
    what_would_help: tuple[WhatHelps, ...]
    uses: tuple[PageUseText, ...]
    for_me: ForMeText

    def line_with_reply(self, line: str, reply: str) -> str:
        """Return a picked line with the name of its reply."""
        return self.answered.replace("{reply}", reply).replace("{line}", line)

    def origin_of(self, title: str, day: str) -> str:
        """Return where words come from that are not the present ones: the pack's title, and the day of the answer."""
        return self.origin.replace("{date}", day).replace("{title}", title)
