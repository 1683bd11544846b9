"""A plain value read from TOML becomes a record, or a line for every field that does not fit."""

from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, TypeVar, get_args, get_origin

import msgspec

from evolve_desktop.content.record import Record

_R = TypeVar("_R", bound=Record)

_PLAIN: Mapping[object, str] = {str: "text in quotes", bool: "true or false", tuple: "a list"}


def shaped(value: object, kind: type[_R], faults: list[str]) -> _R | None:
    """Return the value as a record, or None with a line added for each fault: field, what is wrong."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        faults.extend(_misfits(value, kind, ""))
        return None


def _misfits(value: object, kind: object, where: str) -> Iterator[str]:
    """Yield the faults of a value at the greatest depth at which they can be named."""
    if get_origin(kind) is UnionType:
        kind = next(member for member in get_args(kind) if member is not NoneType)
    if isinstance(kind, type) and issubclass(kind, Record) and isinstance(value, Mapping):
        yield from _table_misfits(value, kind, where)
    elif get_origin(kind) is tuple and isinstance(value, list):
        for index, below in enumerate(value):
            yield from _misfits(below, get_args(kind)[0], f"{where}[{index}]")
    elif not _fits(value, kind):
        yield f"{where}: has to be {_wanted(kind)}, not {value!r:.60}"


def _table_misfits(table: Mapping[str, object], kind: type[Record], where: str) -> Iterator[str]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    prefix = f"{where}." if where else ""
    for name in table:
        if name not in fields:
            yield f"{prefix}{name!r:.60}: is not a field that is known here"
    for name, field in fields.items():
        if name in table:
            yield from _misfits(table[name], field.type, f"{prefix}{name}")
        elif field.required:
            yield f"{prefix}{name}: is missing"


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _wanted(kind: object) -> str:
    """Return what a field has to hold, in words."""
    if get_origin(kind) is Annotated:
        return str(get_args(kind)[1].description)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "one of " + ", ".join(repr(member.value) for member in kind)
    if isinstance(kind, type) and issubclass(kind, Record):
        return "a table"
    return _PLAIN[get_origin(kind) or kind]
