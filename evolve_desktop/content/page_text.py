"""The words of the printed page and of the sheet that is for the person only."""

from enum import Enum

from evolve_desktop.content.record import Record


class WhatHelps(Record, frozen=True):
    """One of the things that would help me in the session, to tick."""

    id: str
    text: str


class PageUse(Enum):
    """How I'd like to use the page in the session."""

    READ_ALOUD = "read aloud"
    PLEASE_READ = "please read"
    FIRST_POINT = "first point"


class PageUseText(Record, frozen=True):
    """The words for one way of using the page."""

    use: PageUse
    text: str


class ForMeText(Record, frozen=True):
    """The words of the *For me only* sheet."""

    title: str
    notice: str
    next_steps: str
    stop_script_label: str
    stop_script: str


class PageText(Record, frozen=True):
    """Every heading and standing line of the page, in the first person; parts left empty do not print.

    `date` is a form with `{day}`, `{month}` and `{year}`; `months` are the twelve names that go into it.
    """

    title: str
    date: str
    months: tuple[str, ...]
    main_topic: str
    also: str
    raise_flags: str
    helping: str
    work_on: str
    questions: str
    would_help: str
    use: str
    agreed: str
    footer: str
    script: str
    before_print: str
    before_hand_over: str
    what_would_help: tuple[WhatHelps, ...]
    uses: tuple[PageUseText, ...]
    for_me: ForMeText
