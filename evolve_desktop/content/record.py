"""The base of every record in a content pack, the kinds of text in it, and where a line comes from."""

from enum import Enum
from typing import Annotated

import msgspec

Words = Annotated[str, msgspec.Meta(pattern=r"\S", description="text that is not empty")]
Id = Annotated[
    str,
    msgspec.Meta(pattern=r"^[A-Za-z0-9-]+\Z", description="an id made of letters, digits and hyphens, such as 'C03'"),
]
PhoneNumber = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\+?[0-9]+(?:[ -][0-9]+)*\Z",
        description="a phone number of digits, spaces and hyphens",
    ),
]
LanguageTag = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z", description="a language tag, such as 'en'")
]
MonthNames = Annotated[
    tuple[Words, ...], msgspec.Meta(min_length=12, max_length=12, description="a list of twelve names of months")
]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen record; a field that a pack misspells is a fault, not a silence."""


class Origin(Enum):
    """Whether a line rests on the article or goes beyond it; shown beside the line."""

    ARTICLE = "article"
    BEYOND = "beyond"


class Sourced(Record, frozen=True):
    """A line with its origin; `source` says where in the article, or which document beyond it."""

    id: Id
    text: Words
    origin: Origin
    source: Words
