"""A document as plain values: blocks of lines and how each block looks; builders make it, the renderer lays it out."""

from datetime import date
from enum import Enum

import msgspec

from evolve_desktop.checkin.page_plan import Paper


class Look(Enum):
    """The layout of a block's lines.

    FIRST is a little larger, for the point that matters most; COLUMNS sets short lines side by side, and BOXES puts a
    box to tick before each; PAIRS has a column for `lead`: a phone number, a place. CARDS sets lines on cards of the
    size of a bank card, as many as they fill.
    """

    FIRST = "first"
    TEXT = "text"
    LIST = "list"
    COLUMNS = "columns"
    BOXES = "boxes"
    PAIRS = "pairs"
    CARDS = "cards"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line, with `lead` in bold before it, `note` under it, and `source` in small print below both."""

    text: str
    lead: str = ""
    note: str = ""
    source: str = ""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A heading (may be empty) with its lines, then `ruled` empty lines to write on."""

    heading: str = ""
    lines: tuple[Line, ...] = ()
    look: Look = Look.LIST
    ruled: int = 0
    is_minor: bool = False


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document; `started` is the day of the check-in and `dated` the same day in words; a form has neither."""

    language: str
    title: str
    blocks: tuple[Block, ...]
    paper: Paper
    large_print: bool
    footer: str = ""
    name: str = ""
    dated: str = ""
    started: date | None = None
