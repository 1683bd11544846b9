"""The *For me only* sheet: next steps, help lines, where to complain; it prints apart and says whose it is."""

from datetime import date

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.guidance import Guidance, guide
from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import RedFlagCheck, Tier
from evolve_desktop.document.model import Block, Document, Line, Look
from evolve_desktop.document.text import written_date


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


def for_me_only(pack: Pack, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> Document:
    """Return next steps, own contacts and help lines for the person alone.

    A country that the pack does not know gives every country. Where part three is raised, parts one and
    two are left out; where an answer leads there, only what suggests a word with the therapist is.
    """
    text, plan = pack.page.for_me, check_in.plan
    guidance = guide(pack.red_flags, check_in)
    return Document(
        language=pack.about.language,
        title=text.title,
        blocks=(
            Block(lines=(Line(text=text.notice),), look=Look.FIRST),
            *_next_steps(pack, guidance),
            *_own(pack.help_lines.own_title, contacts),
            *help_line_blocks(pack.help_lines, country_id, check_in.started),
            *(_complaints(pack.red_flags) if guidance.may_show_complaints else ()),
            Block(lines=(Line(text=pack.about.disclaimer),), look=Look.TEXT),
        ),
        paper=plan.paper,
        large_print=plan.large_print,
        dated=written_date(pack.page, check_in.started),
        started=check_in.started,
    )


def _next_steps(pack: Pack, guidance: Guidance) -> tuple[Block, ...]:
    text = pack.page.for_me
    blocks: list[Block] = []
    for tier in guidance.advising:
        what_next = pack.red_flags.part(tier).what_next
        heading = "" if blocks else text.next_steps
        blocks.append(Block(heading=heading, lines=(Line(text=what_next.intro),), look=Look.TEXT))
        blocks.append(Block(lines=tuple(Line(text=step.text) for step in what_next.steps if guidance.may_show(step))))
    if Tier.SECOND_OPINION in guidance.advising:
        script = Line(text=text.stop_script)
        blocks.append(Block(heading=text.stop_script_label, lines=(script,), look=Look.TEXT))
    return tuple(blocks)


def _own(title: str, contacts: Contacts) -> tuple[Block, ...]:
    lines = tuple(Line(lead=contact.reach, text=contact.name) for contact in contacts)
    return (Block(heading=title, lines=lines, look=Look.PAIRS),) if lines else ()


def _complaints(check: RedFlagCheck) -> tuple[Block, ...]:
    routes = tuple(Line(lead=route.place, text=route.route, source=route.source) for route in check.complaints)
    return (
        Block(heading=check.complaints_title, lines=(Line(text=check.complaints_intro),), look=Look.TEXT),
        Block(lines=routes, look=Look.PAIRS),
    )
