"""Crisis and support lines by country, each with its source and date."""

from evolve_desktop.content.record import Record


class Emergency(Record, frozen=True):
    """A country's emergency number; `label` says which service where there are several."""

    number: str
    label: str = ""


class HelpLine(Record, frozen=True):
    """One line to call, text or write to; any contact may be empty, not all of them.

    Dates are ISO dates or months as the page gave them, `source_date` "undated" where it gave none; `checked_on`,
    `checked_by` and `review_by` stay empty until a person has checked the owner's own page.
    """

    id: str
    name: str
    source_url: str
    source_type: str
    source_date: str
    call: tuple[str, ...] = ()
    text: str = ""
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


class Country(Record, frozen=True):
    """A country or region, its emergency numbers first; `emergency_source` says where they were seen."""

    id: str
    name: str
    emergency: tuple[Emergency, ...] = ()
    emergency_source: str = ""
    lines: tuple[HelpLine, ...] = ()


class HelpLines(Record, frozen=True):
    """All countries and the words around them; `{date}` in a label stands for the line's own date.

    `not_set` is the choice that shows every country; `anywhere` is shown whichever country is chosen.
    """

    title: str
    intro: str
    country_label: str
    not_set: str
    emergency_label: str
    checked_label: str
    source_label: str
    outdated_label: str
    undated: str
    notes: tuple[str, ...]
    countries: tuple[Country, ...]
    anywhere: Country

    def country(self, country_id: str) -> Country:
        """Return the country with this id; KeyError where there is none."""
        for country in self.countries:
            if country.id == country_id:
                return country
        raise KeyError(country_id)
