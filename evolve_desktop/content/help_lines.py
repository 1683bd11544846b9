"""Crisis and support lines by country, each with its source and date."""

from datetime import date
from typing import Annotated

import msgspec

from evolve_desktop.content.record import Id, PhoneNumber, Record, Words

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
