"""The JSON form of a diary, which the vault encrypts, exports write and the command `page` reads."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress, count, repeat
from operator import attrgetter, is_not
from typing import NoReturn

import msgspec

from evolve_desktop import files, resource_paths
from evolve_desktop.checkin import contacts
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.diary import VERSION, Diary
from evolve_desktop.checkin.text_cleaning import MAX_TEXT, clean
from evolve_desktop.checkin.wording import PackWords, Wording
from evolve_desktop.content.schema import Id
from evolve_desktop.errors import DiaryError, NewerDiaryError, Sentence

MAX_BYTES = 16 * 1024 * 1024
"""The most that a vault's file holds, which it writes without spaces."""
MAX_EXPORT = 4 * MAX_BYTES
"""The most that is read: line breaks and indents, 2 spaces in each of 5 levels, make at most 4 bytes of one."""
_MAX_REASON = 200

Plain = dict[str, object]
Upgrade = Callable[[Plain], Plain]


class DiaryFile(Diary, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A diary as it is written: check-ins name the words that they were answered under, which stand here once."""

    wordings: Mapping[Id, PackWords] = msgspec.field(default_factory=dict)


_key_of = attrgetter("key")
"""Returns what stands for a wording in the JSON."""
_ENCODER = msgspec.json.Encoder(order="deterministic", enc_hook=_key_of)


def _to_version_2(plain: Plain) -> Plain:
    """Upgrade version 1 to 2, which has contacts."""
    return {"contacts": [], **plain, "version": 2}


def _to_version_3(plain: Plain) -> Plain:
    """Upgrade version 2 to 3, which has the words of what was answered: until then, those of the one pack there was."""
    check_ins = plain.get("check_ins", [])
    if isinstance(check_ins, list):
        check_ins = [{"wording": _FIRST, **one} if isinstance(one, dict) else one for one in check_ins]
    return {"wordings": {_FIRST: _first_words()}, **plain, "check_ins": check_ins, "version": 3}


_FIRST = "words-1"


@cache
def _first_words() -> object:
    """Return the words of version 1 of the English pack."""
    return json.loads((resource_paths.resources() / "diary" / "words-1.json").read_bytes())


UPGRADES: tuple[Upgrade, ...] = (_to_version_2, _to_version_3)
"""Pure functions, each from one version to the next and setting `version`; the first upgrades version 1 to 2."""


def to_json(diary: Diary) -> bytes:
    """Return the diary as indented UTF-8 JSON; equal diaries give equal bytes."""
    plain = msgspec.structs.asdict(diary) | {"wordings": _words_in(diary.check_ins)}
    return msgspec.json.format(_ENCODER.encode(plain), indent=2) + b"\n"


def from_json(data: bytes, limit: int = MAX_EXPORT) -> Diary:
    """Return the diary that `to_json` or `DiaryEncoder` wrote; raises DiaryError, which names the wrong field.

    Texts are cleaned of control characters and whatever else `clean` drops, and a pick that cannot stand on the page is
    left out, rather than refusing the whole diary because of them. Ids with such characters are refused.
    """
    _require_size(data, limit)
    diary = _as_written(data) or _checked(data)
    check_ins = tuple(check_in.cleaned() for check_in in diary.check_ins)
    return msgspec.structs.replace(diary, check_ins=check_ins, contacts=contacts.clean_all(diary.contacts))


def _checked(data: bytes) -> Diary:
    """Return the diary in JSON of any version and origin; raises DiaryError."""
    plain = _plain(data)
    if "version" not in plain:
        _refuse(Sentence("the field version is missing"))
    version = plain["version"]
    if type(version) is not int or version < 1:
        _refuse(Sentence("the field version is not a whole number from 1 on"))
    if version > VERSION:
        raise NewerDiaryError(
            "These answers were made by a newer version of this app. They were left untouched. "
            "Please use that version to open them."
        )
    try:
        return _converted(upgraded(plain, version))
    except msgspec.ValidationError as error:
        _refuse(_field_first(str(error)), error)
    except UnicodeEncodeError as error:
        _refuse(Sentence("they hold half of a character"), error)


def _as_written(data: bytes) -> Diary | None:
    """Return the diary if the data are byte for byte what `DiaryEncoder` writes for it; None otherwise.

    Nothing else has to be asked of them then: no field stands there twice, and none is of another form.
    """
    if not data.startswith(b'{"version":%d,' % VERSION):
        return None
    try:
        parts = msgspec.json.decode(data, type=_Parts)
        named = _by_key(parts.wordings)
        diary = Diary(
            check_ins=msgspec.json.decode(parts.check_ins, type=tuple[CheckIn, ...], dec_hook=named),
            contacts=msgspec.json.decode(parts.contacts, type=contacts.Contacts),
        )
        return diary if DiaryEncoder().encode(diary) == data else None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


class _Parts(msgspec.Struct, kw_only=True):
    """What `DiaryEncoder` writes."""

    check_ins: msgspec.Raw
    contacts: msgspec.Raw
    wordings: Mapping[Id, PackWords]


def from_export(data: bytes) -> Diary:
    """Return the diary in a file that any editor may have saved; raises DiaryError also for a text over the bound."""
    _require_size(data, MAX_EXPORT)
    try:
        diary = from_json(files.decode_text(data).encode())
    except UnicodeDecodeError as error:
        _refuse(Sentence("they are not UTF-8 text"), error)
    every = {"wordings": _words_in(diary.check_ins), **_where_long(diary)}
    places = (where for where, text in _texts(msgspec.to_builtins(every, enc_hook=_key_of)) if len(text) > MAX_TEXT)
    where = next(places, None)
    if where is not None:
        raise DiaryError(
            "These answers cannot be read: {where} has more than the {limit} characters that one text can have. "
            "Nothing was changed. Please shorten it there, or choose another copy.",
            where=where,
            limit=MAX_TEXT,
        )
    return diary


def _where_long(diary: Diary) -> Plain:
    """Return the fields of a diary, without the check-ins that are too short for a text over the bound."""
    check_ins = [one if len(_JSON.encode(one)) > MAX_TEXT else None for one in diary.check_ins]
    return msgspec.structs.asdict(diary) | {"check_ins": check_ins}


def _converted(plain: Plain) -> Diary:
    """Return the diary; raises ValidationError, which names the wrong field."""
    words = msgspec.convert({"wordings": plain.pop("wordings", {})}, _Wordings).wordings
    return msgspec.convert(plain, Diary, dec_hook=_by_key(words))


def _by_key(words: Mapping[str, PackWords]) -> Callable[[type, object], Wording]:
    """Return what finds a wording by the key that stands for it."""
    wordings = {key: Wording(own) for key, own in words.items()}

    def named(_kind: type, key: object) -> Wording:
        if not isinstance(key, str) or key not in wordings:
            raise ValueError("names no entry of `wordings`")
        return wordings[key]

    return named


class _Wordings(msgspec.Struct):
    wordings: Mapping[Id, PackWords]


def _words_in(check_ins: Iterable[CheckIn]) -> dict[str, PackWords]:
    """Return the words under which the check-ins were answered, by key."""
    return _words_of(chain.from_iterable(map(_wordings_of, check_ins)))


def _wordings_of(check_in: CheckIn) -> tuple[Wording, ...]:
    """Return all words of a check-in; nearly every one has only its own, and then no set of them is made."""
    if check_in.other_wordings or check_in.older:
        return tuple(check_in.wordings)
    return () if check_in.wording is None else (check_in.wording,)


def _words_of(wordings: Iterable[Wording]) -> dict[str, PackWords]:
    used = {id(own): own for own in wordings}  # ten thousand check-ins share one
    return {own.key: own.words for own in sorted(used.values(), key=_key_of)}


def _texts(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield the place and the text of every text and id."""
    if isinstance(value, str):
        yield where.removeprefix("."), value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield where.removeprefix("."), key
            yield from _texts(part, f"{where}.{key}")
    elif isinstance(value, (list, tuple)):
        for index, part in enumerate(value):
            yield from _texts(part, f"{where}[{index}]")


def upgraded(plain: Plain, version: int, upgrades: Sequence[Upgrade] = UPGRADES) -> Plain:
    """Return a diary's plain JSON in the present version, after each upgrade that its own version lacks."""
    for upgrade in upgrades[version - 1 :]:
        plain = upgrade(plain)
    return plain


def _plain(data: bytes) -> Plain:
    """Return the JSON object in the data; refuses also what Python's JSON reader would accept."""
    try:
        plain = json.loads(data.decode(), object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        _refuse(Sentence("they are not UTF-8 text"), error)
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        _refuse(Sentence("line {line}, column {column}, is not valid JSON", **place), error)
    except RecursionError as error:
        _refuse(Sentence("they are nested too deeply"), error)
    except ValueError as error:  # an integer of more digits than Python reads
        _refuse(Sentence("they hold a number that is too long"), error)
    if not isinstance(plain, dict):
        _refuse(Sentence("they are not a JSON object"))
    return plain


def _require_size(data: bytes, limit: int) -> None:
    if len(data) > limit:
        _refuse(Sentence("they are larger than {size} MB", size=limit // 1024**2))


def _without_repeats(pairs: list[tuple[str, object]]) -> Plain:
    plain: Plain = {}
    for key, value in pairs:
        if key in plain:
            _refuse(Sentence("the field {key} stands there twice", key=key))
        plain[key] = value
    return plain


def _no_constant(constant: str) -> object:
    _refuse(Sentence("{constant} is not a number that JSON allows", constant=constant))


_NO_ID = Sentence("is not an id of letters, digits and hyphens")
_PATTERNS = {"\\S": Sentence("is empty"), "[a-z]{2,3}": Sentence("is not a language tag")}
"""Parts of the patterns for texts, and the fault of a text that does not match."""
_OTHER_KIND = re.compile("Expected `(?P<expected>.*)`, got `(?P<found>.*)`")
_MISSING = re.compile("Object missing required field `(?P<name>.*)`")


def _field_first(message: str) -> str:
    """Turn "what - at `$.field`" into "field: what", without any value that the person may have written."""
    what, _, where = message.partition(" - at `")
    field = where.removeprefix("key` in `").removeprefix("$").removeprefix(".").removesuffix("`")
    if what.startswith("Invalid enum value"):
        what = Sentence("is not one of the allowed values")
    elif "matching regex" in what:
        what = next((said for pattern, said in _PATTERNS.items() if pattern in what), _NO_ID)
    elif found := _OTHER_KIND.fullmatch(what):
        what = Sentence("Expected `{expected}`, got `{found}`", **found.groupdict())
    elif found := _MISSING.fullmatch(what):
        what = Sentence("Object missing required field `{name}`", **found.groupdict())
    return Sentence("{field}: {what}", field=field or Sentence("the whole"), what=what)


def _refuse(what: str, cause: Exception | None = None) -> NoReturn:
    """Raise the error; its sentence is one short line, whatever a damaged file put into it."""
    short = " ".join(clean(what).split())[:_MAX_REASON]
    raise DiaryError(
        "These answers cannot be read: {reason}. Nothing was changed. Please choose another copy.",
        reason=what if what == short else short,
    ) from cause


_JSON = msgspec.json.Encoder(enc_hook=_key_of)


class DiaryEncoder:
    """Caches each check-in's JSON: check-ins are frozen, so the same object in the same place has the same JSON."""

    def __init__(self) -> None:
        self._check_ins: tuple[CheckIn, ...] = ()
        self._encoded: list[msgspec.Raw] = []
        self._wordings: list[tuple[Wording, ...]] = []

    def encode(self, diary: Diary) -> bytes:
        """Return the diary as UTF-8 JSON without spaces and line breaks."""
        check_ins = diary.check_ins
        encoded, wordings = self._encoded[: len(check_ins)], self._wordings[: len(check_ins)]
        for place in compress(count(), map(is_not, check_ins, chain(self._check_ins, repeat(None)))):
            check_in = check_ins[place]
            encoded[place : place + 1] = [msgspec.Raw(_JSON.encode(check_in))]  # a new place is added
            wordings[place : place + 1] = [_wordings_of(check_in)]
        self._check_ins, self._encoded, self._wordings = check_ins, encoded, wordings
        own = {"check_ins": encoded, "wordings": _words_of(chain.from_iterable(wordings))}
        return _JSON.encode(msgspec.structs.asdict(diary) | own)
