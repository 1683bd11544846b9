"""The base of every record in a content pack, and where a line comes from."""

from enum import Enum

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen record; a field that a pack misspells is a fault, not a silence."""


class Origin(Enum):
    """Whether a line rests on the article or goes beyond it; shown beside the line."""

    ARTICLE = "article"
    BEYOND = "beyond"


class Sourced(Record, frozen=True):
    """A line with its origin; `source` says where in the article, or which document beyond it."""

    id: str
    text: str
    origin: Origin
    source: str
