"""The words of the printed page and of the sheet that is for the person only."""

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


class WhatHelps(Record, frozen=True):
    """One of the things that would help me in the session, to tick."""

    id: Id
    text: Words


class PageUse(Enum):
    """How I'd like to use the page in the session."""

    READ_ALOUD = "read aloud"
    PLEASE_READ = "please read"
    FIRST_POINT = "first point"


class PageUseText(Record, frozen=True):
    """The words for one way of using the page."""

    use: PageUse
    text: Words


class ForMeText(Record, frozen=True):
    """The words of the *For me only* sheet."""

    title: Words
    notice: Words
    next_steps: Words
    stop_script_label: Words
    stop_script: Words


class PageText(Record, frozen=True):
    """Every heading and standing line of the page, in the first person; parts left empty do not print.

    `date` is a form with `{day}`, `{month}` and `{year}`; `months` are the twelve names that go into it.
    `change` says of a `{line}` what it was `{before}` and is `{after}`.
    """

    title: Words
    date: Words
    months: MonthNames
    main_topic: Words
    also: Words
    raise_flags: Words
    helping: Words
    work_on: Words
    questions: Words
    would_help: Words
    use: Words
    since: Words
    change: ChangeForm
    agreed: Words
    footer: Words
    script: Words
    before_print: Words
    before_hand_over: Words
    what_would_help: tuple[WhatHelps, ...]
    uses: tuple[PageUseText, ...]
    for_me: ForMeText
