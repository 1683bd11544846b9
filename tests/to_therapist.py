"""The rule of danger as the content states it: every combination of answers, and the sentences that each forbids."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product

import msgspec

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.red_flag_guidance import Caution
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.content.validation import iter_texts

UNSAFE = (None, *UnsafeMeaning)
PARTS = ("R01", "S01", "X04")
STEP_UPS = ("U1", "U2")


def every_combination(pack: Pack, *, picks: tuple[bool, ...] = (False, True)) -> Iterator[CheckIn]:
    """Yield a check-in for each meaning of "unsafe", each set of raised parts and step-ups, with picks and without."""
    switches = product((False, True), repeat=len((*PARTS, *STEP_UPS)) + 1)
    talkative = {reply: _talkative(pack, reply) for reply in (Reply.YES, Reply.NOT_YET)}
    for number, (on, unsafe, is_picked) in enumerate(product(switches, UNSAFE, picks)):
        raised = [flag for flag, is_on in zip(("R03", *PARTS, *STEP_UPS), on, strict=True) if is_on]
        check_in = talkative[Reply.YES if number % 3 else Reply.NOT_YET].with_unsafe(unsafe)
        for flag in raised:
            check_in = check_in.with_flag(flag, FlagReply.NOT_SURE if number % 2 else FlagReply.YES)
        if is_picked:
            flags = tuple(flag for flag in raised if flag not in STEP_UPS)
            plan = msgspec.structs.replace(check_in.plan, flags=flags, bring=("C01", "C03", "C14"))
            check_in = check_in.with_plan(plan)
        yield check_in


def caution(check_in: CheckIn) -> Caution:
    """Return how far these answers warn, read off the table of the content a second time, in other words."""
    is_afraid = check_in.is_raised("S01") and check_in.is_raised("U2")
    meaning = check_in.unsafe if check_in.is_raised("R03") else None
    if check_in.is_raised("X04") or is_afraid or meaning is UnsafeMeaning.DANGER:
        return Caution.DANGER
    if meaning is UnsafeMeaning.THERAPIST:
        return Caution.THERAPIST
    return Caution.UNSAID if meaning is UnsafeMeaning.NOT_SAYING else Caution.NONE


def forbidden(pack: Pack, check_in: CheckIn) -> frozenset[str]:
    """Return the sentences that may stand nowhere after these answers."""
    after = caution(check_in)
    if after is Caution.NONE:
        return frozenset()
    if after is Caution.UNSAID:
        return _sentences(_scripts(pack))
    texts = _suggesting(pack) | (_scripts(pack) if after is Caution.DANGER else frozenset())
    ticked = {f"- {pack.red_flags.flag(flag_id).text}" for flag_id in check_in.plan.flags}  # as a page lists them
    return _sentences(texts) | ticked


def offenders(pack: Pack, check_in: CheckIn, words: str) -> list[str]:
    """Return the forbidden sentences among the words."""
    return [sentence for sentence in forbidden(pack, check_in) if sentence in words]


def _talkative(pack: Pack, reply: Reply) -> CheckIn:
    """Return a check-in that brings out every suggestion: what to try, first sentences, questions."""
    check_in = CheckIn(id=f"all-{reply.name.lower().replace('_', '-')}", started=date(2026, 11, 24))
    for item in pack.checklist.items:
        check_in = check_in.with_reply(item.id, reply)
    return check_in


@cache
def _scripts(pack: Pack) -> frozenset[str]:
    parts = pack.red_flags.parts
    scripts = {script.text for part in parts for script in part.what_next.scripts}
    return frozenset({*scripts, pack.page.script, pack.page.for_me.stop_script})


@cache
def _suggesting(pack: Pack) -> frozenset[str]:
    """Return every text that suggests a word with the therapist, marked or by its nature."""
    check = pack.red_flags
    texts = {pack.page.script, pack.checklist.all_yes, check.ordinary_lead, check.ordinary_close}
    for part in check.parts:
        marked = part.what_next.lines if part.what_next.to_therapist else ()
        texts |= {line.text for line in (*marked, *filter(lambda line: line.to_therapist, part.what_next.lines))}
        texts |= {part.what_next.intro} if part.what_next.to_therapist else set()
    texts |= {text.text for choice in check.unsafe.choices for text in choice.texts if text.to_therapist}
    texts |= {text for line in check.ordinary for text in (line.text, line.note) if text}
    return frozenset(texts | {text for item in pack.checklist.items for text in (item.prompt, item.starter) if text})


@cache
def _sentences(texts: frozenset[str]) -> frozenset[str]:
    """Return the texts, and those of their sentences that are long enough to be told from others."""
    pieces = {piece for text in texts for piece in re.split(r"(?<=[.?!”])\s+", text) if len(piece.split()) > 3}
    return texts | pieces


def shared_sentences(pack: Pack) -> list[str]:
    """Return the sentences that stand in another text of the pack as well, and so would prove nothing."""
    suggesting = _suggesting(pack) | _scripts(pack)
    others = [text for place, text in iter_texts(pack) if text not in suggesting and not place.startswith("article")]
    return [piece for piece in _sentences(suggesting) if any(piece in text for text in others)]
