"""Narrows the help lines to those that somebody looks for, by country, name, language, for whom, or number."""

import re
from typing import Self

import msgspec

from evolve_desktop.content.folding import digits_of, folded
from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines

_NUMBER = re.compile(r"[+().\-/\d]+")


def narrowed(lines: HelpLines, wanted: str) -> tuple[Country, ...]:
    """Return each country in which every word that is looked for was found, with those lines alone; `anywhere` last.

    Where the country's name or its emergency numbers say it all, all its lines stay. Its emergency numbers always do.
    """
    sought = _Sought.of(wanted)
    parts = (_part(country, sought) for country in lines.shown(""))
    return tuple(part for part in parts if part is not None)


class _Sought(msgspec.Struct, frozen=True):
    """What was typed: words, and the pieces of a number, which count as one however they are spaced."""

    words: tuple[str, ...]
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, wanted: str) -> Self:
        words = folded(wanted).split()
        return cls(
            tuple(word for word in words if not _NUMBER.fullmatch(word)),
            tuple(word for word in words if _NUMBER.fullmatch(word)),
        )

    def is_in(self, texts: tuple[str, ...], numbers: tuple[str, ...]) -> bool:
        """Whether every word stands in the texts, and the number in one of the numbers or, as typed, in the texts."""
        text = folded("\n".join((*texts, *numbers)))
        digits = digits_of("".join(self.pieces))
        has_number = any(digits in digits_of(number) for number in numbers) if digits else not self.pieces
        return all(word in text for word in self.words) and (has_number or all(piece in text for piece in self.pieces))


def _part(country: Country, sought: _Sought) -> Country | None:
    numbers = tuple(emergency.number for emergency in country.emergency)
    labels = tuple(emergency.label for emergency in country.emergency)
    if sought.is_in((country.name, *labels), numbers):
        return country
    found = tuple(line for line in country.lines if sought.is_in((country.name, *_texts(line)), _numbers(line)))
    return msgspec.structs.replace(country, lines=found) if found else None


def _texts(line: HelpLine) -> tuple[str, ...]:
    return line.name, line.for_whom, line.languages, line.text_word, line.chat


def _numbers(line: HelpLine) -> tuple[str, ...]:
    return *line.call, line.text
