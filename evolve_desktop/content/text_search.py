"""Finds words in texts, whatever their capitals, accents, quotes, dashes and spaces."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from unicodedata import combining, decimal, normalize

import msgspec

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_ALIKE = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_DASHES, "-"),
)


class TextMatch(msgspec.Struct, frozen=True, order=True):
    """A match: the index of the text, and the range of characters from `start` up to but not including `end`."""

    text: int
    start: int
    end: int


def find(wanted: str, texts: Iterable[str]) -> tuple[TextMatch, ...]:
    """Return every match in reading order; matches never overlap."""
    sought = "".join(map(_plain, _letters(wanted)))
    if not sought:
        return ()
    return tuple(
        TextMatch(index, start, end) for index, text in enumerate(texts) for start, end in _spans(sought, text)
    )


def _letters(text: str) -> list[str]:
    """Split the text into characters, each with the accents that follow it."""
    letters: list[str] = []
    for character in text:
        if letters and not character.isascii() and combining(normalize("NFD", character)[0]):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _plain(letter: str) -> str:
    """Return the plain form of a letter: one or more characters, with accents as characters of their own."""
    if letter.isascii():  # nearly all are, and a search looks at each letter of the article at each key
        return " " if letter.isspace() else letter.translate(_ALIKE).casefold()
    characters = (" " if character.isspace() else character.translate(_ALIKE) for character in normalize("NFD", letter))
    return normalize("NFD", "".join(characters).casefold())


def _spans(sought: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the matches in the text, a letter of which may have a longer plain form ("\u00df": "ss")."""
    letters = _letters(text)
    counted = [_plain(letter) for letter in letters]
    borders = dict(zip(accumulate(map(len, counted), initial=0), accumulate(map(len, letters), initial=0), strict=True))
    plain = "".join(counted)
    at = plain.find(sought)
    while at >= 0:
        start, end = borders.get(at), borders.get(at + len(sought))
        if start is None or end is None:  # the match begins or ends inside a letter
            at = plain.find(sought, at + 1)
            continue
        yield start, end
        at = plain.find(sought, at + len(sought))


def fold(text: str) -> str:
    """Return the text without accents, capitals and typographic apostrophes, as people type it in a search."""
    return _BEYOND_ASCII.sub(_without_accents, normalize("NFKD", text)).casefold().replace("\u2019", "'")


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")  # most texts have few such letters


def _without_accents(letters: re.Match[str]) -> str:
    return "".join(letter for letter in letters[0] if not combining(letter))


def digits_of(text: str) -> str:
    """Return the digits of a text; those of every script become 0 to 9."""
    return "".join(str(decimal(character)) for character in text if character.isdecimal())
