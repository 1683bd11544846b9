"""The texts about the app itself: the guide, the storage page and the welcome page."""

from typing import Annotated

import msgspec

from evolve_desktop.content.schema import Record, Words

Paragraphs = Annotated[tuple[Words, ...], msgspec.Meta(min_length=1, description="a list of at least one paragraph")]


class GuidePart(Record, frozen=True):
    """A heading with the paragraphs below it."""

    title: Words
    lines: Paragraphs


class StoragePart(GuidePart, frozen=True):
    """The part about storage: `before`, then sentences of the storage page, then `lines`, and *Hide* last."""

    before: Words


class KeyText(Record, frozen=True):
    """A key that no menu shows, and what it does."""

    press: Words
    does: Words


class KeysPart(GuidePart, frozen=True):
    """The shortcuts that no menu shows; the menus themselves give the others.

    `menus` says which key opens a menu, on systems that have such a key.
    """

    menus: Words
    others_title: Words
    others: tuple[KeyText, ...]


class GuideText(Record, frozen=True):
    """The guide, its parts in reading order; `steps` is a numbered list, `about` names the licenses.

    The lists of sources follow `sources`; they are made from the pack.
    """

    title: Words
    steps: GuidePart
    kept: StoragePart
    keys: KeysPart
    ease: GuidePart
    report: GuidePart
    sources: GuidePart
    about: GuidePart


class KeepingText(Record, frozen=True):
    """The sentences of the storage page and of its dialogs; buttons and labels belong to the window.

    `what` explains saving, `lost` a lost passphrase, `open_file` a file without a passphrase; `shared` and `watched`
    are for people whose computer is not theirs alone. `hide` says what *Hide* does and does not do, `cover` is the
    title of the privacy screen, `way_back` tells a screen reader how to come back, without a word about the app;
    `code` stands beside the recovery code, on paper too.
    """

    what: tuple[Words, ...]
    lost: Words
    open_file: Words
    shared: Words
    watched: Words
    hide: Words
    cover: Words
    way_back: Words
    code_title: Words
    code: Words
    erase: Words
    erased: Words
    deleted: Words


class WelcomeText(Record, frozen=True):
    """The sentences of the welcome page; buttons belong to the window.

    `what` says what the app is for, `not_this` what it is not, `kept` what happens to the answers; each has its title.
    `hide_title` and `shared_title` stand above `hide` and `shared` of `KeepingText`.
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
