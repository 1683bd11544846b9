"""Finds words in texts; capitals, the form of quotes and dashes, and the kind of space make no difference."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_ALIKE = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_DASHES, "-"),
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: the index of the text, and the characters from `start` up to, not with, `end`."""

    text: int
    start: int
    end: int


def find(wanted: str, texts: Iterable[str]) -> tuple[Place, ...]:
    """Return every place where the texts say what is wanted, in reading order; none overlaps another."""
    sought = "".join(map(_plain, wanted))
    if not sought:
        return ()
    return tuple(Place(index, start, end) for index, text in enumerate(texts) for start, end in _spans(sought, text))


def _plain(character: str) -> str:
    """Return what a character counts as: one or more, never none."""
    return " " if character.isspace() else character.translate(_ALIKE).casefold()


def _spans(sought: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield starts and ends in the text itself, whose characters may count as several ("\u00df" as "ss")."""
    counted = [_plain(character) for character in text]
    borders = {offset: index for index, offset in enumerate(accumulate(map(len, counted), initial=0))}
    plain = "".join(counted)
    at = plain.find(sought)
    while at >= 0:
        start, end = borders.get(at), borders.get(at + len(sought))
        if start is None or end is None:  # only half of a character
            at = plain.find(sought, at + 1)
            continue
        yield start, end
        at = plain.find(sought, at + len(sought))
