"""A document as plain values: blocks of lines and how each looks; builders make one, the renderer typesets it."""

from datetime import date
from enum import Enum

import msgspec

from evolve_desktop.checkin.page_plan import Paper


class Look(Enum):
    """How the lines of a block stand on the paper.

    FIRST is a little larger, for the point that matters most; COLUMNS has short lines side by side, BOXES the same with
    a box to tick before each; PAIRS keeps a column for what stands out: a phone number, a place.
    """

    FIRST = "first"
    TEXT = "text"
    LIST = "list"
    COLUMNS = "columns"
    BOXES = "boxes"
    PAIRS = "pairs"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line; `lead` stands out before it, `note` stands under it, `source` quietly below both."""

    text: str
    lead: str = ""
    note: str = ""
    source: str = ""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A heading (empty for none) with its lines, then `ruled` empty lines to write on."""

    heading: str = ""
    lines: tuple[Line, ...] = ()
    look: Look = Look.LIST
    ruled: int = 0
    is_minor: bool = False


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """All the words of a sheet; `started` is the day of the check-in, `dated` the same in words, none on a form."""

    language: str
    title: str
    blocks: tuple[Block, ...]
    paper: Paper
    large_print: bool
    footer: str = ""
    name: str = ""
    dated: str = ""
    started: date | None = None
