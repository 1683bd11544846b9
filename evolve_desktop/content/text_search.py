"""Finds words in texts; capitals, the form of quotes, dashes and accents, and the kind of space make no difference."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate
from unicodedata import combining, normalize

import msgspec

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_ALIKE = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_DASHES, "-"),
)


class Place(msgspec.Struct, frozen=True, order=True):
    """Where something stands: the index of the text, and the characters from `start` up to, not with, `end`."""

    text: int
    start: int
    end: int


def find(wanted: str, texts: Iterable[str]) -> tuple[Place, ...]:
    """Return every place where the texts say what is wanted, in reading order; none overlaps another."""
    sought = "".join(map(_plain, _letters(wanted)))
    if not sought:
        return ()
    return tuple(Place(index, start, end) for index, text in enumerate(texts) for start, end in _spans(sought, text))


def _letters(text: str) -> list[str]:
    """Return the text in pieces of one character each, with the accents that follow it."""
    letters: list[str] = []
    for character in text:
        if letters and combining(normalize("NFD", character)[0]):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _plain(letter: str) -> str:
    """Return what a letter counts as: one or more characters, never none, accents always apart."""
    folded = (" " if character.isspace() else character.translate(_ALIKE) for character in normalize("NFD", letter))
    return normalize("NFD", "".join(folded).casefold())


def _spans(sought: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield starts and ends in the text itself, whose letters may count as several characters ("\u00df" as "ss")."""
    letters = _letters(text)
    counted = [_plain(letter) for letter in letters]
    borders = dict(zip(accumulate(map(len, counted), initial=0), accumulate(map(len, letters), initial=0), strict=True))
    plain = "".join(counted)
    at = plain.find(sought)
    while at >= 0:
        start, end = borders.get(at), borders.get(at + len(sought))
        if start is None or end is None:  # only half of a letter
            at = plain.find(sought, at + 1)
            continue
        yield start, end
        at = plain.find(sought, at + len(sought))


def folded(text: str) -> str:
    """Return the text without what a hurried search would not spell out."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().replace("\u2019", "'")


def digits_of(text: str) -> str:
    """Return nothing but the digits of a text, those of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())
