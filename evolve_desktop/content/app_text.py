"""The words of the guide: how the app is used, its keys, what it is built with, and how to report a problem."""

from typing import Annotated

import msgspec

from evolve_desktop.content.schema import Record, Words

Paragraphs = Annotated[tuple[Words, ...], msgspec.Meta(min_length=1, description="a list of at least one paragraph")]


class GuidePart(Record, frozen=True):
    """A heading, and the paragraphs below it."""

    title: Words
    lines: Paragraphs


class KeptPart(GuidePart, frozen=True):
    """`before` stands above what the page about keeping says of itself, the lines below it; *Hide* comes last."""

    before: Words


class KeyText(Record, frozen=True):
    """A key that stands in no menu, and what it does."""

    press: Words
    does: Words


class KeysPart(GuidePart, frozen=True):
    """The keys: those that stand in no menu are told here, the others by the menus themselves.

    `menus` is how a menu opens by a key, where the system has one for it.
    """

    menus: Words
    others_title: Words
    others: tuple[KeyText, ...]


class GuideText(Record, frozen=True):
    """The parts in their order; `steps` is a numbered list, `about` tells of licences."""

    title: Words
    steps: GuidePart
    kept: KeptPart
    keys: KeysPart
    ease: GuidePart
    report: GuidePart
    about: GuidePart


class KeepingText(Record, frozen=True):
    """The sentences; buttons and labels are the window's own.

    `what` says what keeping means, `lost` what a lost passphrase means, `open_file` what no passphrase means;
    `shared` and `watched` are for people whose computer is not theirs alone. `hide` says what *Hide* does and does not
    do, `cover` is all that stands on the covered window, `code` stands beside the recovery code, on paper too.
    """

    what: tuple[Words, ...]
    lost: Words
    open_file: Words
    shared: Words
    watched: Words
    hide: Words
    cover: Words
    code_title: Words
    code: Words
    erase: Words
    erased: Words
    deleted: Words


class WelcomeText(Record, frozen=True):
    """The sentences; buttons are the window's own, and what *Hide* does is said in the words of keeping.

    `what` says what the app is for, `not_this` what it is not, `kept` what becomes of the answers; each has its title,
    as have `hide_title` and `shared_title` for what stands below them.
    """

    title: Words
    what_title: Words
    what: Words
    not_this_title: Words
    not_this: Words
    kept_title: Words
    kept: Words
    hide_title: Words
    shared_title: Words
