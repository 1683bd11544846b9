"""Help lines as words on paper: country by country, the emergency number first, source and date beside each line."""

from datetime import date

from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines
from evolve_desktop.content.page_text import ForMeText
from evolve_desktop.page.summary import Block, Line, Look

_UNDATED = "undated"


def help_line_blocks(help_lines: HelpLines, contact: ForMeText, country_id: str, today: date) -> tuple[Block, ...]:
    """Return the lines of one country and those for anywhere; an empty or unknown country gives every country."""
    chosen = tuple(country for country in help_lines.countries if country.id == country_id)
    shown = (*(chosen or help_lines.countries), help_lines.anywhere)
    labels = [_label(help_lines, line, today) for country in shown for line in country.lines]
    for_all = dict.fromkeys(general for _, general in labels)
    intro = tuple(Line(text=text) for text in (help_lines.intro, *for_all) if text)
    return (
        Block(heading=help_lines.title, lines=intro, look=Look.TEXT),
        *(_country(help_lines, contact, country, today) for country in shown),
        Block(lines=tuple(Line(text=note) for note in help_lines.notes)),
    )


def _country(help_lines: HelpLines, contact: ForMeText, country: Country, today: date) -> Block:
    emergency = tuple(
        Line(
            lead=emergency.number,
            text=" · ".join(part for part in (help_lines.emergency_label, emergency.label) if part),
            source=country.emergency_source,
        )
        for emergency in country.emergency
    )
    unknown = (Line(lead=help_lines.emergency_label, text=country.emergency_source),)
    lines = tuple(_line(contact, line, _label(help_lines, line, today)[0]) for line in country.lines)
    return Block(heading=country.name, lines=(*(emergency or unknown), *lines), look=Look.PAIRS, is_minor=True)


def _line(contact: ForMeText, line: HelpLine, label: str) -> Line:
    """Return a line with the ways to reach it as what stands out."""
    ways = [contact.call.replace("{number}", number) for number in line.call]
    if line.text:
        form = contact.text_word if line.text_word else contact.text
        ways.append(form.replace("{number}", line.text).replace("{word}", line.text_word))
    if line.chat:
        ways.append(contact.chat.replace("{address}", line.chat))
    about = (line.hours, line.cost, line.languages, line.for_whom, line.limits)
    return Line(lead="\n".join(ways), text=line.name, note=" · ".join(part for part in about if part), source=label)


def _label(help_lines: HelpLines, line: HelpLine, today: date) -> tuple[str, str]:
    """Return what a label says of this line, its date filled in, and what it says of every line."""
    if line.checked_on and line.review_by < today.isoformat():
        return help_lines.outdated_label.replace("{date}", line.checked_on), ""
    if line.checked_on:
        return _in_two(help_lines.checked_label, line.checked_on)
    return _in_two(help_lines.source_label, help_lines.undated if line.source_date == _UNDATED else line.source_date)


def _in_two(label: str, day: str) -> tuple[str, str]:
    """Return the sentence with the date, and the sentences after it."""
    before, _, after = label.partition("{date}")
    sentence, stop, general = after.partition(". ")
    return before + day + sentence + stop.rstrip(), general
