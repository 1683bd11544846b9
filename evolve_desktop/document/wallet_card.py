"""Builds the wallet cards: the country's emergency numbers and help lines, and the own contacts, to cut out."""

from datetime import date

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines, joined
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.model import Block, Document, Line, Look


def build_wallet_cards(pack: Pack, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> Document:
    """Return the document; without a known country it holds the emergency numbers of every country.

    How many cards that takes, the layout decides: nothing is shrunk or cut.
    """
    lines, plan = pack.help_lines, check_in.plan
    is_known = any(country.id == country_id for country in lines.countries)
    entries: list[Line] = []
    for country in lines.shown(country_id):
        has_source = is_known and bool(country.emergency_source_date)
        entries += _emergency(lines, country, check_in.started if has_source else None)
        if is_known or country is lines.anywhere:
            entries += (_line(lines, line, check_in.started) for line in country.lines)
    entries += (Line(lead=contact.reach, text=contact.name) for contact in contacts)
    return Document(
        language=pack.about.language,
        title=lines.card_title,
        blocks=(
            Block(lines=(Line(text=lines.card_notice),), look=Look.TEXT),
            Block(lines=tuple(entries), look=Look.CARDS),
            Block(lines=tuple(Line(text=note) for note in lines.notes)),
        ),
        paper=plan.paper,
        large_print=plan.large_print,
    )


def _emergency(lines: HelpLines, country: Country, today: date | None) -> list[Line]:
    """Return the emergency numbers of a country, the last one with their source unless there is no day."""
    last = country.emergency[-1:]
    return [
        Line(
            lead=number.number,
            text=joined(country.name, lines.emergency_label, lines.service(number)),
            source=lines.emergency_source(country, today) if today and (number,) == last else "",
        )
        for number in country.emergency
    ]


def _line(lines: HelpLines, line: HelpLine, today: date) -> Line:
    lead = "\n".join(way.words for way in lines.ways(line))
    return Line(lead=lead, text=line.name, note=joined(*line.details), source=lines.dated(line, today))
