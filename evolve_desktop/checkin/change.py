"""What differs between two states of the open check-in, so that undo can go there and name it."""

from collections.abc import Iterator, Mapping
from enum import Enum

import msgspec

from evolve_desktop.checkin.check_in import Answer, CheckIn
from evolve_desktop.checkin.page_plan import PagePlan

_TEXTS = {"main-topic": "main_topic", "name": "name"}
_CHOICES = {
    "use": "use",
    "since": "since",
    "agreed-lines": "agreed_lines",
    "last-agreed": "last_agreed",
    "paper": "paper",
    "large-print": "large_print",
    "more-pages": "more_pages",
}


class ChangePlace(Enum):
    """Where a part of a check-in is answered, written or picked."""

    CHECK_IN = "check-in"
    RED_FLAGS = "red flags"
    MY_PAGE = "my page"
    EARLIER = "earlier"


class Change(msgspec.Struct, frozen=True):
    """One part that changed, by the name of its control; an empty name stands for another check-in."""

    place: ChangePlace
    name: str = ""


def find_change(before: CheckIn, after: CheckIn) -> Change | None:
    """Return what changed first and foremost: picks that leave the page with an answer count as that answer."""
    if before.id != after.id:
        return Change(ChangePlace.CHECK_IN)
    return next(_changes(before, after), None)


def find_agreed_change(before: Mapping[str, str], after: Mapping[str, str]) -> Change | None:
    """Return the first check-in, by the field in which it is typed, after which something else was agreed."""
    changed = (check_in_id for check_in_id in before if check_in_id in after)
    names = (f"agreed-{check_in_id}" for check_in_id in changed if before[check_in_id] != after[check_in_id])
    return next((Change(ChangePlace.EARLIER, name) for name in names), None)


def _changes(before: CheckIn, after: CheckIn) -> Iterator[Change]:
    if before.started != after.started:
        yield Change(ChangePlace.CHECK_IN, "day")
    for item_id in _differing(before.answers, after.answers):
        old, new = before.answers.get(item_id, Answer()), after.answers.get(item_id, Answer())
        yield Change(ChangePlace.CHECK_IN, item_id if old.reply is not new.reply else f"{item_id}-note")
    for flag_id in _differing(before.flags, after.flags):
        yield Change(ChangePlace.RED_FLAGS, flag_id)
    if before.unsafe is not after.unsafe:
        yield Change(ChangePlace.RED_FLAGS, "unsafe")
    yield from _plan_changes(before.plan, after.plan)


def _plan_changes(before: PagePlan, after: PagePlan) -> Iterator[Change]:
    for name, field in _TEXTS.items():
        if getattr(before, field) != getattr(after, field):
            yield Change(ChangePlace.MY_PAGE, name)
    for name, old, new in (("also", before.also, after.also), ("question", before.questions, after.questions)):
        for number, (text, other) in enumerate(zip(old, new, strict=True), 1):
            if text != other:
                yield Change(ChangePlace.MY_PAGE, f"{name}-{number}")
    for place, form, picked, now in (
        (ChangePlace.CHECK_IN, "{}-bring", before.bring, after.bring),
        (ChangePlace.MY_PAGE, "{}-helps", before.helping, after.helping),
        (ChangePlace.MY_PAGE, "{}-print-note", before.notes, after.notes),
        (ChangePlace.MY_PAGE, "{}-raise", before.flags, after.flags),
        (ChangePlace.MY_PAGE, "would-help-{}", before.would_help, after.would_help),
    ):
        for line_id in sorted({*picked} ^ {*now}) or (now if picked != now else ()):
            yield Change(place, form.format(line_id))
    for name, field in _CHOICES.items():
        if getattr(before, field) != getattr(after, field):
            yield Change(ChangePlace.MY_PAGE, name)


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """Return the keys whose values differ, in their order."""
    return [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
