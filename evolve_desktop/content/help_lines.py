"""Crisis and support lines by country, each with its source and date."""

import re
from datetime import date
from typing import Annotated, Self

import msgspec

from evolve_desktop.content.schema import Id, PhoneNumber, Record, Words
from evolve_desktop.content.text_search import digits_of, folded

NumberForm = Annotated[
    str,
    msgspec.Meta(pattern=r"^[^{}]*\{number\}[^{}]*\Z", description="text with {number} once, and no other braces"),
]
WordForm = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[^{}]*(?:\{word\}[^{}]*\{number\}|\{number\}[^{}]*\{word\})[^{}]*\Z",
        description="text with {word} and {number} once each, and no other braces",
    ),
]
AddressForm = Annotated[
    str,
    msgspec.Meta(pattern=r"^[^{}]*\{address\}[^{}]*\Z", description="text with {address} once, and no other braces"),
]

_UNDATED = "undated"


class Emergency(Record, frozen=True):
    """A country's emergency number; `label` says which service where there are several."""

    number: PhoneNumber
    label: str = ""


class HelpLine(Record, frozen=True):
    """One line to call, text or write to; any contact may be empty, not all of them.

    Dates are ISO dates or months as the page gave them, `source_date` "undated" where it gave none; `checked_on`,
    `checked_by` and `review_by` stay empty until a person has checked the owner's own page.
    """

    id: Id
    name: Words
    source_url: Words
    source_type: Words
    source_date: Words
    call: tuple[PhoneNumber, ...] = ()
    text: PhoneNumber = ""
    text_word: str = ""
    chat: str = ""
    hours: str = ""
    cost: str = ""
    languages: str = ""
    for_whom: str = ""
    limits: str = ""
    checked_on: str = ""
    checked_by: str = ""
    review_by: str = ""

    @property
    def details(self) -> tuple[str, ...]:
        """Return hours, cost, languages, for whom and limits, as far as they are known."""
        return tuple(filter(None, (self.hours, self.cost, self.languages, self.for_whom, self.limits)))


class Way(Record, frozen=True):
    """One way to reach someone, in the pack's words: `reach` is the number or address that stands in them."""

    before: str
    reach: str
    after: str = ""

    @property
    def words(self) -> str:
        """Return the whole of it, such as a word to text and the number to text it to."""
        return f"{self.before}{self.reach}{self.after}"


class Country(Record, frozen=True):
    """A country or region, its emergency numbers first; `emergency_source` says where they were seen.

    Where there is none to give, `no_emergency` is the sentence that stands in its place.
    """

    id: Id
    name: Words
    emergency: tuple[Emergency, ...] = ()
    emergency_source: str = ""
    no_emergency: str = ""
    lines: tuple[HelpLine, ...] = ()


class HelpLines(Record, frozen=True):
    """All countries and the words around them; `{date}` in a label stands for the line's own date.

    The forms say in words how a line is reached, its number, word or address filled in.
    `undated_label` is shown instead of `source_label` where the source gave no date. `notes` stand beside every list;
    `screen_notes` follow them where the list is on a screen, and say what can be done there.
    `not_set` is the choice that shows every country; `anywhere` is shown whichever country is chosen.
    `own_title` stands above the person's own contacts, `own_empty` where there are none yet, `own_unkept` where there
    can be none because nothing is kept.
    """

    title: Words
    intro: Words
    country_label: Words
    not_set: Words
    emergency_label: Words
    call_form: NumberForm
    text_form: NumberForm
    text_word_form: WordForm
    chat_form: AddressForm
    checked_label: Words
    source_label: Words
    outdated_label: Words
    undated_label: Words
    notes: tuple[Words, ...]
    screen_notes: tuple[Words, ...]
    countries: tuple[Country, ...]
    anywhere: Country
    own_title: Words
    own_empty: Words
    own_unkept: Words

    def country(self, country_id: str) -> Country:
        """Return the country with this id; KeyError where there is none."""
        for country in self.countries:
            if country.id == country_id:
                return country
        raise KeyError(country_id)

    def shown(self, country_id: str) -> tuple[Country, ...]:
        """Return the country that was chosen, or all where none or an unknown one was; `anywhere` comes last."""
        chosen = tuple(country for country in self.countries if country.id == country_id)
        return (*(chosen or self.countries), self.anywhere)

    def ways(self, line: HelpLine) -> tuple[Way, ...]:
        """Return each way to reach a line, on screen and on paper alike: calls first, then text, then chat."""
        text_form = self.text_word_form.replace("{word}", line.text_word) if line.text_word else self.text_form
        ways = [_way(self.call_form, "{number}", number) for number in line.call]
        if line.text:
            ways.append(_way(text_form, "{number}", line.text))
        if line.chat:
            ways.append(_way(self.chat_form, "{address}", line.chat))
        return tuple(ways)

    def dated(self, line: HelpLine, today: date) -> str:
        """Return when the line was checked, and whether that is too long ago, or of what date its source is."""
        if line.checked_on:
            is_old = line.review_by < today.isoformat()
            return (self.outdated_label if is_old else self.checked_label).replace("{date}", line.checked_on)
        if line.source_date == _UNDATED:
            return self.undated_label
        return self.source_label.replace("{date}", line.source_date)


def _way(form: str, field: str, reach: str) -> Way:
    before, _, after = form.partition(field)
    return Way(before=before, reach=reach, after=after)


_NUMBER = re.compile(r"[+().\-/\d]+")


def search_help_lines(lines: HelpLines, wanted: str) -> tuple[Country, ...]:
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
