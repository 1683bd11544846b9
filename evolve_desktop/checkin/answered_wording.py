"""Keeps each answer under the words it was given to, and says which answers are to lines of the present pack."""

from collections.abc import Callable, Collection, Iterable

import msgspec

from evolve_desktop.checkin.check_in import CheckIn, OtherAnswer
from evolve_desktop.checkin.page_plan import MAX_BRING, MAX_HELPING, PagePlan
from evolve_desktop.checkin.wording import UNSAFE, Wording, is_same_line, meaning_line
from evolve_desktop.content.red_flags import UnsafeMeaning

_MOST = {"bring": MAX_BRING, "helping": MAX_HELPING}
_PICKS = ("bring", "helping", "notes", "flags", "would_help")


def other_lines(check_in: CheckIn, present: Wording | None) -> tuple[str, ...]:
    """Return the answered lines whose ids name other lines in the present words."""
    is_all_present = check_in.wording is None or check_in.wording == present
    if present is None or (is_all_present and not check_in.other_wordings):
        return ()
    return tuple(line for line in check_in.lines if not _is_present(check_in, line, present))


def seen_under(check_in: CheckIn, present: Wording | None) -> CheckIn:
    """Return the check-in as the present words show it: what answers another line is in `older`, and is no pick."""
    others = other_lines(check_in, present)
    if not others:
        return check_in
    plan = check_in.plan
    picks = {field: tuple(pick for pick in getattr(plan, field) if pick not in others) for field in _PICKS}
    return msgspec.structs.replace(
        _without(check_in, others), plan=msgspec.structs.replace(plan, **picks), older=_apart(check_in, others)
    )


def answer_line(
    check_in: CheckIn, line_id: str, present: Wording | None, change: Callable[[CheckIn], CheckIn]
) -> CheckIn:
    """Return the check-in after a change to a present line, whose answer is kept under the present words from then on.

    An answer to another line with the same id moves to `older`. A change to the value that is shown changes nothing.
    """
    before = check_in
    if line_id in other_lines(check_in, present):
        older = _apart(check_in, (line_id,))
        before = msgspec.structs.replace(_without(check_in, (line_id,)), older=older).with_plan(check_in.plan)
    after = change(before)
    return check_in if after == before else _recorded(after, (line_id,), present)


def plan_page(check_in: CheckIn, plan: PagePlan, present: Wording | None) -> CheckIn:
    """Return the check-in with a plan as the present words show it; picks of other lines stay as far as they fit."""
    others = other_lines(check_in, present)
    seen = seen_under(check_in, present).plan
    ticked = [option for option in plan.would_help if option not in seen.would_help]
    for field in _PICKS if others else ():
        picked = getattr(plan, field)
        hidden = [pick for pick in getattr(check_in.plan, field) if pick in others and pick not in picked]
        room = max(0, _MOST.get(field, len(hidden) + len(picked)) - len(picked))
        plan = msgspec.structs.replace(plan, **{field: (*hidden[:room], *picked)})
    return _recorded(check_in.with_plan(plan), ticked, present)


def warns_apart(check_in: CheckIn) -> bool:
    """Whether an answer, under its own words, says what part three says, or that somebody may be hurt.

    Such an answer goes on warning, although it opens nothing among the present lines.
    """
    apart = [(answer.line, answer.wording) for answer in check_in.older if answer.flag and answer.flag.is_raised]
    raised = [(line, check_in.wording_of(line)) for line in check_in.flags if check_in.is_raised(line)]
    if any(own is not None and line in own.words.stop for line, own in (*apart, *raised)):
        return True
    is_danger_apart = any(answer.unsafe is UnsafeMeaning.DANGER for answer in check_in.older)
    return (bool(apart) and check_in.unsafe is UnsafeMeaning.DANGER) or (is_danger_apart and bool(apart or raised))


def _is_present(check_in: CheckIn, line: str, present: Wording) -> bool:
    own = check_in.wording_of(line)
    if line == UNSAFE and check_in.unsafe is not None and not is_same_line(meaning_line(check_in.unsafe), own, present):
        return False
    return is_same_line(line, own, present)


def answered_text(check_in: CheckIn, line_id: str) -> str:
    """Return the words that a line was answered under; empty if nothing says which."""
    own = check_in.wording_of(line_id)
    return own.words.lines.get(line_id, "") if own else ""


def answers_in(check_in: CheckIn, present: Wording) -> tuple[OtherAnswer, ...]:
    """Return every answer with the words it was given to; where nothing says which, they count as the present ones."""
    lines = dict.fromkeys((*check_in.answers, *check_in.flags, *(() if check_in.unsafe is None else (UNSAFE,))))
    return _apart(msgspec.structs.replace(check_in, wording=check_in.wording or present), lines)


def _apart(check_in: CheckIn, lines: Iterable[str]) -> tuple[OtherAnswer, ...]:
    """Return what stands apart once these lines do, too."""
    apart = (
        OtherAnswer(
            line=line,
            wording=wording,
            reply=check_in.answer(line).reply,
            note=check_in.answer(line).note,
            flag=check_in.flags.get(line),
            unsafe=check_in.unsafe if line == UNSAFE else None,
        )
        for line in lines
        if (wording := check_in.wording_of(line)) is not None
    )
    return (*check_in.older, *(answer for answer in apart if not answer.is_empty))


def _without(check_in: CheckIn, lines: Collection[str]) -> CheckIn:
    """Return the check-in without its answers to these lines; its picks stay."""
    return msgspec.structs.replace(
        check_in,
        answers={line: answer for line, answer in check_in.answers.items() if line not in lines},
        flags={line: reply for line, reply in check_in.flags.items() if line not in lines},
        unsafe=None if UNSAFE in lines else check_in.unsafe,
    )


def _recorded(check_in: CheckIn, lines: Iterable[str], present: Wording | None) -> CheckIn:
    """Return the check-in with the present words recorded for these lines, as far as they are answered."""
    if present is None:
        return check_in
    others = {**check_in.other_wordings, **dict.fromkeys(lines, present)}
    return msgspec.structs.replace(check_in, wording=check_in.wording or present, other_wordings=others).tidied()
