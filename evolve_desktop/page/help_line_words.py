"""Help lines as words on paper: country by country, the emergency number first, source and date beside each line."""

from datetime import date

from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines
from evolve_desktop.page.summary import Block, Line, Look


def help_line_blocks(help_lines: HelpLines, country_id: str, today: date) -> tuple[Block, ...]:
    """Return the lines of one country and those for anywhere; an empty or unknown country gives every country."""
    return (
        Block(heading=help_lines.title, lines=(Line(text=help_lines.intro),), look=Look.TEXT),
        Block(lines=tuple(Line(text=note) for note in help_lines.notes)),
        *(_country(help_lines, country, today) for country in help_lines.shown(country_id)),
    )


def _country(help_lines: HelpLines, country: Country, today: date) -> Block:
    emergency = [
        Line(
            lead=number.number, text=_joined(help_lines.emergency_label, number.label), source=country.emergency_source
        )
        for number in country.emergency
    ]
    if country.no_emergency:
        emergency.append(Line(lead=help_lines.emergency_label, text=country.no_emergency))
    lines = (_line(help_lines, line, today) for line in country.lines)
    return Block(heading=country.name, lines=(*emergency, *lines), look=Look.PAIRS, is_minor=True)


def _line(help_lines: HelpLines, line: HelpLine, today: date) -> Line:
    """Return a help line with the ways to reach it as what stands out, a row each."""
    return Line(
        lead="\n".join(way.words for way in help_lines.ways(line)),
        text=line.name,
        note=_joined(*line.details),
        source=help_lines.dated(line, today),
    )


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)
