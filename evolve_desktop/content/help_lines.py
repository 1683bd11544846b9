"""Crisis and support lines by country, each with its source and date, and the search among them."""

import re
from datetime import date
from typing import Annotated, Self

import msgspec

from evolve_desktop.content.schema import Id, PhoneNumber, Record, Words
from evolve_desktop.content.text_search import digits_of, fold

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
SourceDate = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(?:undated|[0-9]{4}(?:-[0-9]{2}){0,2})\Z",
        description="'undated', or a date such as '2026', '2026-11' or '2026-11-24'",
    ),
]

UNDATED = "undated"
_NUMBER = re.compile(r"[+().\-/\d]+")


class Emergency(Record, frozen=True):
    """An emergency number of a country; `label` names the service if there are several.

    `is_secondary` marks a number that was seen on no page of its owner, only on somebody else's.
    """

    number: PhoneNumber
    label: str = ""
    is_secondary: bool = False


class HelpLine(Record, frozen=True):
    """A help line to call, text or write to; at least one of `call`, `text` and `chat` is not empty.

    Dates are ISO dates or months as the source gave them; `source_date` is "undated" if it gave none. `checked_on`,
    `checked_by` and `review_by` stay empty until a person has checked the owner's own page. A line that is
    `for_sexual_assault` is named where part three of the red flags says whom to tell.
    """

    id: Id
    name: Words
    source_url: Words
    source_type: Words
    source_date: SourceDate
    call: tuple[PhoneNumber, ...] = ()
    text: PhoneNumber = ""
    text_word: str = ""
    chat: str = ""
    hours: str = ""
    cost: str = ""
    languages: str = ""
    for_whom: str = ""
    limits: str = ""
    for_sexual_assault: bool = False
    checked_on: str = ""
    checked_by: str = ""
    review_by: str = ""

    @property
    def details(self) -> tuple[str, ...]:
        """The known ones of hours, cost, languages, for whom and limits."""
        return tuple(filter(None, (self.hours, self.cost, self.languages, self.for_whom, self.limits)))


class Way(Record, frozen=True):
    """One way to reach a help line as a sentence of the pack; `reach` is the number or address inside it."""

    before: str
    reach: str
    after: str = ""

    @property
    def words(self) -> str:
        """The whole sentence, such as "Text SHOUT to 85258"."""
        return f"{self.before}{self.reach}{self.after}"


class Country(Record, frozen=True):
    """A country or region; `emergency_source` is the source of its emergency numbers.

    `emergency_source_date` is like the `source_date` of a line, and empty if the sources of the lines serve; the
    other dates of a line have their like too. A country without an emergency number shows the sentence `no_emergency`
    instead.
    """

    id: Id
    name: Words
    emergency: tuple[Emergency, ...] = ()
    emergency_source: str = ""
    emergency_source_date: SourceDate = ""
    emergency_checked_on: str = ""
    emergency_review_by: str = ""
    no_emergency: str = ""
    lines: tuple[HelpLine, ...] = ()


class HelpLines(Record, frozen=True):
    """All countries and the texts around them; `{date}` in a label stands for the date of the line.

    A form is a sentence with a blank for the number, word or address. `undated_label` replaces `source_label` if the
    source gave no date. `notes` stand beside every list; `screen_notes` follow them on a screen only, and say what can
    be done there. `not_set` is the choice that shows every country; `anywhere` is always shown. `emergency_title` is
    the heading of the emergency numbers of every country, `own_title` that of the own contacts; `own_empty` stands for
    an empty list. `card_title` and `card_notice` belong to the wallet card, `card_choice` says what it holds while
    no country is chosen.
    """

    title: Words
    intro: Words
    country_label: Words
    not_set: Words
    emergency_label: Words
    emergency_title: Words
    secondary_label: Words
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
    card_title: Words
    card_notice: Words
    card_choice: Words

    def country(self, country_id: str) -> Country:
        """Return the country with this id; raise KeyError if there is none."""
        for country in self.countries:
            if country.id == country_id:
                return country
        raise KeyError(country_id)

    def shown(self, country_id: str) -> tuple[Country, ...]:
        """Return the chosen country, or every country if the id is empty or unknown; `anywhere` comes last."""
        chosen = tuple(country for country in self.countries if country.id == country_id)
        return (*(chosen or self.countries), self.anywhere)

    def emergency_ways(self, country: Country) -> tuple[Way, ...]:
        """Return the emergency numbers of a country, each with the word before it and what it is for."""
        before = f"{self.emergency_label} "
        return tuple(
            Way(before=before, reach=emergency.number, after=f" {self.service(emergency)}".rstrip())
            for emergency in country.emergency
        )

    def ways(self, line: HelpLine) -> tuple[Way, ...]:
        """Return the ways to reach a line, in the order of screen and paper: calls, text, chat."""
        text_form = self.text_word_form.replace("{word}", line.text_word) if line.text_word else self.text_form
        ways = [_way(self.call_form, "{number}", number) for number in line.call]
        if line.text:
            ways.append(_way(text_form, "{number}", line.text))
        if line.chat:
            ways.append(_way(self.chat_form, "{address}", line.chat))
        return tuple(ways)

    def for_sexual_assault(self, country_id: str) -> str:
        """Return the lines for sexual assault of the chosen country, each with its ways; empty if there are none."""
        lines = (line for country in self.countries if country.id == country_id for line in country.lines)
        return "; ".join(self.described(line) for line in lines if line.for_sexual_assault)

    def described(self, line: HelpLine) -> str:
        """Return a line and the ways to reach it in one row."""
        return " · ".join((line.name, *(way.words for way in self.ways(line))))

    def dated(self, line: HelpLine, today: date) -> str:
        """Return the sentence with the date of the last check, marked if outdated, or else of the source."""
        return self._dated(line.source_date, line.checked_on, line.review_by, today)

    def emergency_source(self, country: Country, today: date) -> str:
        """Return the source of a country's emergency numbers with its date, or that of the last check."""
        dates = country.emergency_source_date, country.emergency_checked_on, country.emergency_review_by
        return joined(country.emergency_source, self._dated(*dates, today) if any(dates) else "")

    def service(self, emergency: Emergency) -> str:
        """Return what an emergency number is for, and the mark of one that only a secondary source gives."""
        return joined(emergency.label, self.secondary_label if emergency.is_secondary else "")

    def _dated(self, source_date: str, checked_on: str, review_by: str, today: date) -> str:
        if checked_on:
            is_old = review_by < today.isoformat()
            return (self.outdated_label if is_old else self.checked_label).replace("{date}", checked_on)
        if source_date == UNDATED:
            return self.undated_label
        return self.source_label.replace("{date}", source_date)


def joined(*texts: str) -> str:
    """Return the texts that are not empty, in one line."""
    return " · ".join(filter(None, texts))


def _way(form: str, field: str, reach: str) -> Way:
    before, _, after = form.partition(field)
    return Way(before=before, reach=reach, after=after)


def search_help_lines(lines: HelpLines, wanted: str) -> tuple[Country, ...]:
    """Return the countries with matching lines, and only those lines; `anywhere` comes last.

    A country whose name or emergency numbers match keeps all its lines. Emergency numbers are never left out.
    """
    query = _Query.of(wanted)
    parts = (_filter(country, query) for country in lines.shown(""))
    return tuple(part for part in parts if part is not None)


class _Query(msgspec.Struct, frozen=True):
    """The search text: its words, and the pieces of a number, which form one number however they are spaced."""

    words: tuple[str, ...]
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, wanted: str) -> Self:
        words = fold(wanted).split()
        return cls(
            tuple(word for word in words if not _NUMBER.fullmatch(word)),
            tuple(word for word in words if _NUMBER.fullmatch(word)),
        )

    def matches(self, texts: tuple[str, ...], numbers: tuple[str, ...]) -> bool:
        """Whether the texts contain every word, and a number (or the texts, as typed) contains the number."""
        text = fold("\n".join((*texts, *numbers)))
        digits = digits_of("".join(self.pieces))
        has_number = any(digits in digits_of(number) for number in numbers) if digits else not self.pieces
        return all(word in text for word in self.words) and (has_number or all(piece in text for piece in self.pieces))


def _filter(country: Country, query: _Query) -> Country | None:
    numbers = tuple(emergency.number for emergency in country.emergency)
    labels = tuple(emergency.label for emergency in country.emergency)
    if query.matches((country.name, *labels), numbers):
        return country
    found = tuple(line for line in country.lines if query.matches((country.name, *_texts(line)), _numbers(line)))
    return msgspec.structs.replace(country, lines=found) if found else None


def _texts(line: HelpLine) -> tuple[str, ...]:
    return line.name, line.for_whom, line.languages, line.text_word, line.chat


def _numbers(line: HelpLine) -> tuple[str, ...]:
    return *line.call, line.text
