"""Builds *For me only*: next steps, own contacts, help lines and complaint routes, printed apart from My page."""

from datetime import date

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.red_flag_guidance import Guidance, decide_guidance
from evolve_desktop.content.help_lines import Country, HelpLine, HelpLines, joined
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import RedFlagCheck
from evolve_desktop.document.model import Block, Document, Line, Look
from evolve_desktop.document.text import written_date


def build_private_page(pack: Pack, check_in: CheckIn, country_id: str, contacts: Contacts = ()) -> Document:
    """Return the document; an empty or unknown country prints the help lines of every country.

    What may stand here after these answers, and whether help lines come first, is decided by `decide_guidance`.
    """
    text, plan = pack.page.for_me, check_in.plan
    guidance = decide_guidance(pack.red_flags, check_in)
    next_steps = _next_steps(pack, guidance, pack.help_lines.for_sexual_assault(country_id))
    help_lines = (
        *_contacts(pack.help_lines.own_title, contacts),
        *_help_lines(pack.help_lines, country_id, check_in.started),
    )
    return Document(
        language=pack.about.language,
        title=text.title,
        blocks=(
            Block(lines=(Line(text=text.notice),), look=Look.BAND),
            *_answer(guidance),
            *((*help_lines, *next_steps) if guidance.help_lines_at_once else (*next_steps, *help_lines)),
            *(_complaints(pack.red_flags) if guidance.may_show_complaints else ()),
            Block(lines=(Line(text=pack.about.disclaimer),), look=Look.TEXT),
        ),
        paper=plan.paper,
        large_print=plan.large_print,
        dated=written_date(pack.page, check_in.started),
        started=check_in.started,
    )


def _answer(guidance: Guidance) -> tuple[Block, ...]:
    """Return the words that follow a meaning of "unsafe" which warns; the others only point at the screen."""
    if guidance.answer is None or guidance.may_suggest_therapist:
        return ()
    return (Block(lines=tuple(Line(text=step.text) for step in guidance.answer.texts), look=Look.TEXT),)


def _next_steps(pack: Pack, guidance: Guidance, assault_line: str) -> tuple[Block, ...]:
    text = pack.page.for_me
    flags = map(pack.red_flags.flag, guidance.raised)
    blocks: list[Block] = []
    for tier in guidance.advising:
        what_next = pack.red_flags.part(tier).what_next
        heading = "" if blocks else text.next_steps
        intro = (*(flag.first for flag in flags if flag.first), what_next.intro_after(guidance.raised))
        blocks.append(Block(heading=heading, lines=tuple(Line(text=words) for words in intro), look=Look.TEXT))
        steps = (step.with_line(assault_line) for step in what_next.steps if guidance.may_show(step))
        blocks.append(Block(lines=tuple(Line(text=words) for words in steps)))
    if guidance.may_print_stop_script:
        script = Line(text=text.stop_script)
        blocks.append(Block(heading=text.stop_script_label, lines=(script,), look=Look.TEXT))
    return tuple(blocks)


def _contacts(title: str, contacts: Contacts) -> tuple[Block, ...]:
    lines = tuple(Line(lead=contact.reach, text=contact.name) for contact in contacts)
    return (Block(heading=title, lines=lines, look=Look.NUMBERS),) if lines else ()


def _help_lines(help_lines: HelpLines, country_id: str, today: date) -> tuple[Block, ...]:
    return (
        Block(heading=help_lines.title, lines=(Line(text=help_lines.intro),), look=Look.TEXT),
        Block(lines=tuple(Line(text=note) for note in help_lines.notes)),
        *(_country(help_lines, country, today) for country in help_lines.shown(country_id)),
    )


def _country(help_lines: HelpLines, country: Country, today: date) -> Block:
    emergency = [
        Line(
            lead=number.number,
            text=joined(help_lines.emergency_label, help_lines.service(number)),
            source=help_lines.emergency_source(country, today),
        )
        for number in country.emergency
    ]
    if country.no_emergency:
        emergency.append(Line(lead=help_lines.emergency_label, text=country.no_emergency))
    lines = (_line(help_lines, line, today) for line in country.lines)
    return Block(heading=country.name, lines=(*emergency, *lines), look=Look.NUMBERS, is_minor=True)


def _line(help_lines: HelpLines, line: HelpLine, today: date) -> Line:
    """Return a help line; `lead` holds the ways to reach it, one a row."""
    return Line(
        lead="\n".join(way.words for way in help_lines.ways(line)),
        text=line.name,
        note=joined(*line.details),
        source=help_lines.dated(line, today),
    )


def _complaints(check: RedFlagCheck) -> tuple[Block, ...]:
    routes = tuple(Line(lead=route.place, text=route.route, source=route.source) for route in check.complaints)
    return (
        Block(heading=check.complaints_title, lines=(Line(text=check.complaints_intro),), look=Look.TEXT),
        Block(lines=routes, look=Look.PAIRS),
    )
