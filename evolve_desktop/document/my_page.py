"""Builds My page, the page to bring to therapy: only what the person wrote or ticked for it, in reading order."""

from collections.abc import Iterable

import msgspec

from evolve_desktop.checkin.answered_wording import answered_text
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.comparison import find_changes
from evolve_desktop.checkin.red_flag_guidance import decide_guidance
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.document.model import Block, Column, Document, Line, Look
from evolve_desktop.document.text import typed, written_date
from evolve_desktop.errors import PageError

AGREED_LINES = 6


def build_my_page(pack: Pack, check_in: CheckIn, earlier: CheckIn | None = None) -> Document:
    """Return My page without its empty parts; raise PageError if a pick has no words.

    Each line has the words it was answered under. `earlier` is the previous check-in. `_raised` guards the red flags.
    """
    check_in = _fit_for_page(pack, check_in)
    text, plan = pack.page, check_in.plan
    blocks = (
        Block(heading=text.use, lines=_lines(*(u.text for u in text.uses if u.use is plan.use)), look=Look.BAND),
        Block(heading=text.would_help, lines=_would_help(pack, check_in), look=Look.BAND),
        Block(heading=text.main_topic, lines=_lines(plan.main_topic), look=Look.FIRST),
        Block(heading=text.also, lines=_lines(*plan.also), look=Look.MORE, column=Column.FIRST),
        Block(heading=text.raise_flags, lines=_raised(pack, check_in), look=Look.MORE, column=Column.SECOND),
        *_picked(pack, check_in),
        Block(heading=text.last_agreed, lines=_agreed_last_time(check_in, earlier), look=Look.TEXT),
        Block(heading=text.questions, lines=_lines(*plan.questions), column=Column.FIRST),
        Block(heading=text.since, lines=_since(pack, check_in, earlier), column=Column.SECOND),
        Block(heading=text.agreed, ruled=AGREED_LINES if plan.agreed_lines else 0, fills=True),
    )
    return Document(
        language=pack.about.language,
        title=text.title,
        blocks=tuple(block for block in blocks if block.lines or block.ruled),
        paper=plan.paper,
        large_print=plan.large_print,
        footer=text.footer,
        name=typed(plan.name),
        dated=written_date(text, check_in.started),
        started=check_in.started,
    )


def _fit_for_page(pack: Pack, check_in: CheckIn) -> CheckIn:
    """Return the check-in without picks that may not be printed: it may come from another program's file."""
    plan = check_in.plan
    items = {item.id for item in pack.checklist.items}
    flags = {flag.id for part in pack.red_flags.parts for flag in part.flags}
    options = {option.id for option in pack.page.what_would_help}
    picks = ((items, (*plan.bring, *plan.helping, *plan.notes)), (flags, plan.flags), (options, plan.would_help))
    for known, ids in picks:
        for pick in ids:
            if pick not in known and not answered_text(check_in, pick):
                raise PageError(
                    "The page cannot be made: these answers pick “{pick}”, and the present content has no such line.",
                    pick=pick,
                )
    return check_in.with_plan(plan)


def _raised(pack: Pack, check_in: CheckIn) -> tuple[Line, ...]:
    """Return the ticked red flags, none once an answer warns of a word with the therapist.

    Part three is left out, and so is what was part three of its own pack.
    """
    if not decide_guidance(pack.red_flags, check_in).may_suggest_therapist:
        return ()
    texts = {flag.id: flag.text for part in pack.red_flags.parts for flag in part.flags}
    stop = {flag.id for flag in pack.red_flags.part(Tier.STOP).flags}
    lines = []
    for flag_id in check_in.plan.flags:
        own = check_in.wording_of(flag_id)
        if flag_id not in (own.words.stop if own else stop):
            lines.append(_line(pack, check_in, flag_id, texts.get(flag_id, "")))
    return tuple(lines)


def _picked(pack: Pack, check_in: CheckIn) -> tuple[Block, ...]:
    """Return the picked items by their replies, so that no heading says the opposite of what was answered."""
    text = pack.page
    return (
        Block(heading=text.helping, lines=_items(pack, check_in, check_in.plan.helping), column=Column.FIRST),
        Block(heading=text.work_on, lines=_items(pack, check_in, check_in.to_work_on), column=Column.SECOND),
        Block(heading=text.talk_about, lines=_items(pack, check_in, check_in.to_talk_about), column=Column.SECOND),
    )


def _items(pack: Pack, check_in: CheckIn, ids: Iterable[str]) -> tuple[Line, ...]:
    """Return the picked items with the reply in words, each with its private note if the person ticked the note."""
    texts = {item.id: item.text for item in pack.checklist.items}
    lines = []
    for item_id in ids:
        answer, own = check_in.answer(item_id), check_in.wording_of(item_id)
        note = answer.note if item_id in check_in.plan.notes else ""
        reply = answer.called(own.words.replies if own else pack.checklist.replies)
        line = _line(pack, check_in, item_id, texts.get(item_id, ""))
        text = pack.page.line_with_reply(line.text, reply)
        lines.append(msgspec.structs.replace(line, text=text, note=typed(note)))
    return tuple(lines)


def _line(pack: Pack, check_in: CheckIn, line_id: str, present: str) -> Line:
    """Return a line in the words that it was answered under, with where they are from unless they are the present."""
    own = check_in.wording_of(line_id)
    text = answered_text(check_in, line_id) or present
    if own is None or text == present:
        return Line(text=text)
    return Line(text=text, source=pack.page.origin_of(own.words.title, written_date(pack.page, check_in.started)))


def _would_help(pack: Pack, check_in: CheckIn) -> tuple[Line, ...]:
    texts = {option.id: option.text for option in pack.page.what_would_help}
    ticked = dict.fromkeys(check_in.plan.would_help)
    return tuple(_line(pack, check_in, option_id, texts.get(option_id, "")) for option_id in ticked)


def _agreed_last_time(check_in: CheckIn, earlier: CheckIn | None) -> tuple[Line, ...]:
    """Return what was agreed after the previous check-in, if the person wants it on the page."""
    return _lines(earlier.agreed) if earlier and check_in.plan.last_agreed else ()


def _since(pack: Pack, check_in: CheckIn, earlier: CheckIn | None) -> tuple[Line, ...]:
    """Return the changes since the previous check-in, if the person wants them on the page."""
    if earlier is None or not check_in.plan.since:
        return ()
    words = pack.checklist.replies
    lines = []
    for pair in find_changes(pack.checklist, earlier, check_in, wording_of(pack)):
        if pair.before and pair.after:
            before, after = pair.before.called(words), pair.after.called(words)
            text = pack.page.change.replace("{before}", before).replace("{after}", after)
            lines.append(Line(text=text.replace("{line}", pair.text)))
    return tuple(lines)


def _lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text=words) for words in map(typed, texts) if words)
