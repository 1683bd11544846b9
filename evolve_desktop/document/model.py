"""A document as plain values: blocks of lines and how each block looks; builders make it, the renderer lays it out."""

from datetime import date
from enum import Enum

import msgspec

from evolve_desktop.checkin.page_plan import Paper


class Look(Enum):
    """The layout of a block's lines.

    BAND joins short lines in the quiet band at the top; FIRST is large, for the point that matters most; MORE stands
    under it, before the thin rule. BOXES puts a box to tick before each line, and REPLIES boxes after it. PAIRS has a
    column for `lead`, a place; NUMBERS has the same column, large, for numbers to dial. CARDS
    sets lines on cards of the size of a bank card, as many as they fill.
    """

    BAND = "band"
    FIRST = "first"
    MORE = "more"
    TEXT = "text"
    LIST = "list"
    BOXES = "boxes"
    REPLIES = "replies"
    PAIRS = "pairs"
    NUMBERS = "numbers"
    CARDS = "cards"


class Column(Enum):
    """The place of a block: across the sheet, or in one of two columns beside its neighbor."""

    WHOLE = "whole"
    FIRST = "first"
    SECOND = "second"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line, with `lead` in bold before it, `note` under it, and `source` in small print below both."""

    text: str
    lead: str = ""
    note: str = ""
    source: str = ""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A heading (may be empty) with its lines, then `ruled` empty lines to write on.

    A block that `fills` has more ruled lines, down to the foot of the sheet, or fewer if less is left. `choices` are
    the words of the boxes after each line. A block that `turns` begins a new side.
    """

    heading: str = ""
    lines: tuple[Line, ...] = ()
    look: Look = Look.LIST
    column: Column = Column.WHOLE
    ruled: int = 0
    fills: bool = False
    choices: tuple[str, ...] = ()
    turns: bool = False
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
