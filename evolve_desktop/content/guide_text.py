"""The words of the guide: how the app is used, its keys, what it is built with, and how to report a problem."""

from typing import Annotated

import msgspec

from evolve_desktop.content.record import Record, Words

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
