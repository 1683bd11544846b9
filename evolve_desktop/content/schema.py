"""The base record of a content pack, its field types, and the conversion of TOML into records with readable faults."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, TypeVar, get_args, get_origin

import msgspec

from evolve_desktop.errors import Sentence

Words = Annotated[str, msgspec.Meta(pattern=r"\S", description="text that is not empty")]
Id = Annotated[
    str,
    msgspec.Meta(pattern=r"^[A-Za-z0-9-]+\Z", description="an id made of letters, digits and hyphens, such as 'C03'"),
]
PhoneNumber = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[+*]?[0-9]+(?:[ -][0-9]+)*\Z",
        description="a phone number of digits, spaces and hyphens",
    ),
]
LanguageTag = Annotated[
    str, msgspec.Meta(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z", description="a language tag, such as 'en'")
]
MonthNames = Annotated[
    tuple[Words, ...], msgspec.Meta(min_length=12, max_length=12, description="a list of twelve names of months")
]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen record; a misspelt field is a fault and is never ignored."""


class Origin(Enum):
    """Whether a line rests on the article or goes beyond it; shown beside the line."""

    ARTICLE = "article"
    BEYOND = "beyond"


class Sourced(Record, frozen=True):
    """A line with its origin; `source` is the place in the article, or the document beyond it."""

    id: Id
    text: Words
    origin: Origin
    source: Words


_R = TypeVar("_R", bound=Record)

_SHORT_ID = re.compile(r"[A-Za-z0-9-]{1,40}")
_PLAIN: Mapping[object, str] = {
    str: Sentence("text in quotes"),
    bool: Sentence("true or false"),
    tuple: Sentence("a list"),
}


def entry(place: str, index: int, value: object) -> str:
    """Return the place of an entry in a list: by its id if it has one, such as `items[C03]`, else by its number."""
    name = value.get("id") if isinstance(value, Mapping) else getattr(value, "id", None)
    return f"{place}[{name if isinstance(name, str) and _SHORT_ID.fullmatch(name) else index}]"


def convert_record(value: object, kind: type[_R], faults: list[str]) -> _R | None:
    """Return the value as a record, or None after adding a line to `faults` for each fault: field, problem."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        faults.extend(_misfits(value, kind, ""))
        return None


def _misfits(value: object, kind: object, where: str) -> Iterator[str]:
    """Yield the faults of a value, each at the deepest field that can be named."""
    if get_origin(kind) is UnionType:
        kind = next(member for member in get_args(kind) if member is not NoneType)
    if isinstance(kind, type) and issubclass(kind, Record) and isinstance(value, Mapping):
        yield from _table_misfits(value, kind, where)
    elif get_origin(kind) is tuple and isinstance(value, list):
        for index, below in enumerate(value):
            yield from _misfits(below, get_args(kind)[0], entry(where, index, below))
    elif not _fits(value, kind):
        yield Sentence(
            "{where}: has to be {kind}, not {value}", where=where, kind=_expected(kind), value=f"{value!r:.60}"
        )


def _table_misfits(table: Mapping[str, object], kind: type[Record], where: str) -> Iterator[str]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    prefix = f"{where}." if where else ""
    for name in table:
        if name not in fields:
            yield Sentence("{where}: is not a field that is known here", where=f"{prefix}{name!r:.60}")
    for name, field in fields.items():
        if name in table:
            yield from _misfits(table[name], field.type, f"{prefix}{name}")
        elif field.required:
            yield Sentence("{where}: is missing", where=f"{prefix}{name}")


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _expected(kind: object) -> str:
    if get_origin(kind) is Annotated:
        return Sentence(get_args(kind)[1].description)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Sentence("one of {names}", names=", ".join(repr(member.value) for member in kind))
    if isinstance(kind, type) and issubclass(kind, Record):
        return Sentence("a table")
    return _PLAIN[get_origin(kind) or kind]
