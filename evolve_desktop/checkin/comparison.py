"""Compares two check-ins, and one item over time: in words, with dates, and no direction counts as better."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from evolve_desktop.checkin.answered_wording import seen_under
from evolve_desktop.checkin.check_in import CheckIn, OtherAnswer, Reply
from evolve_desktop.checkin.wording import Wording, is_same_line
from evolve_desktop.content.checklist import Checklist, Item

_SCALE = (Reply.NOT_YET, Reply.A_LITTLE, Reply.MOSTLY, Reply.YES)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one check-in says to a line: a reply, None if it was skipped, and the words; None for the present ones.

    `was_asked` is False if the check-in was answered under words that have no such line.
    """

    reply: Reply | None = None
    wording: Wording | None = None
    was_asked: bool = True


class ComparedLine(msgspec.Struct, frozen=True, kw_only=True):
    """The replies to one line in an earlier and a later check-in; `item` is the present line, None for another one."""

    line: str
    item: Item | None
    earlier: Said
    later: Said

    @property
    def before(self) -> Reply | None:
        """The earlier reply; None for a skipped line."""
        return self.earlier.reply

    @property
    def after(self) -> Reply | None:
        """The later reply; None for a skipped line."""
        return self.later.reply

    @property
    def text(self) -> str:
        """The present words of the line, or else the latest it was answered under."""
        return self.item.text if self.item else text_of(self.line, self.later.wording or self.earlier.wording)

    @property
    def has_changed(self) -> bool:
        """Whether both check-ins answered the item, differently; a skipped item has not changed."""
        return self.before is not None and self.after is not None and self.before is not self.after

    @property
    def has_moved_back(self) -> bool:
        """Whether the later reply is lower on the scale than the earlier one; "Not for me" is not on the scale."""
        on_scale = self.before in _SCALE and self.after in _SCALE
        return on_scale and _SCALE.index(self.after) < _SCALE.index(self.before)


class Moment(msgspec.Struct, frozen=True):
    """The reply to an item, and the note about it, on one day, under the words of that day if they are known."""

    day: date
    reply: Reply | None
    note: str
    wording: Wording | None = None


def text_of(line_id: str, wording: Wording | None, present: str = "") -> str:
    """Return the words of a line as they were; without any, the present ones or the id."""
    own = wording.words.lines.get(line_id) if wording else None
    return own or present or line_id


def compare(
    checklist: Checklist, earlier: CheckIn, later: CheckIn, present: Wording | None = None
) -> tuple[ComparedLine, ...]:
    """Return the lines that at least one of the check-ins answered: the present ones in their order, then others.

    A line is compared with itself only: with the same words, or with their translation.
    """
    before, after = seen_under(earlier, present), seen_under(later, present)
    pairs = (
        ComparedLine(
            line=item.id,
            item=item,
            earlier=_said(before, item.id, present),
            later=_said(after, item.id, present),
        )
        for item in checklist.items
    )
    answered = (pair for pair in pairs if pair.before is not None or pair.after is not None)
    return (*answered, *_other_pairs(before, after))


def find_changes(
    checklist: Checklist, earlier: CheckIn, later: CheckIn, present: Wording | None = None
) -> tuple[ComparedLine, ...]:
    """Return the items that both check-ins answered, differently."""
    return tuple(pair for pair in compare(checklist, earlier, later, present) if pair.has_changed)


def over_time(line_id: str, check_ins: Iterable[CheckIn], wording: Wording | None = None) -> tuple[Moment, ...]:
    """Return the replies and notes of one line in these words, oldest first, without check-ins that have neither."""
    moments = (
        moment
        for check_in in sorted(check_ins, key=lambda check_in: check_in.order)
        for moment in _moments(check_in, line_id, wording)
    )
    return tuple(moment for moment in moments if moment.reply is not None or moment.note)


def lines_apart(check_ins: Iterable[CheckIn], present: Wording | None) -> tuple[tuple[str, Wording], ...]:
    """Return the items answered that are no present lines, each once, with words they were answered under."""
    apart: list[tuple[str, Wording]] = []
    for wording, lines in _items_by_wording(check_ins):
        for line in sorted(lines) if wording != present else ():
            known = (present, *(own for known_line, own in apart if known_line == line))
            if not any(is_same_line(line, wording, own) for own in known):
                apart.append((line, wording))
    return tuple(sorted(apart, key=lambda found: found[0]))


def _items_by_wording(check_ins: Iterable[CheckIn]) -> Iterable[tuple[Wording, set[str]]]:
    """Return the items answered under each wording; ten thousand check-ins under one are looked at without a wait."""
    items: dict[int, tuple[Wording, set[str]]] = {}  # by identity: comparing words takes longer
    for check_in in check_ins:
        own = check_in.wording
        if own is not None and not check_in.other_wordings:
            items.setdefault(id(own), (own, set()))[1].update(check_in.answers)
        elif own is not None:
            for line in check_in.answers:
                answered = check_in.other_wordings.get(line, own)
                items.setdefault(id(answered), (answered, set()))[1].add(line)
        for other in check_in.older:
            if other.reply is not None or other.note:
                items.setdefault(id(other.wording), (other.wording, set()))[1].add(other.line)
    return items.values()


def _moments(check_in: CheckIn, line_id: str, wording: Wording | None) -> Iterator[Moment]:
    """Yield what a check-in says to a line in these words or their translation."""
    answer, own = check_in.answer(line_id), check_in.wording_of(line_id)
    if own is wording or is_same_line(line_id, own, wording):
        yield Moment(check_in.started, answer.reply, answer.note, own)
    for other in check_in.older:
        if wording is not None and other.line == line_id and is_same_line(line_id, other.wording, wording):
            yield Moment(check_in.started, other.reply, other.note, other.wording)


def _said(check_in: CheckIn, line_id: str, present: Wording | None) -> Said:
    """Return what a check-in says to a present line."""
    reply = check_in.answer(line_id).reply
    if reply is not None:
        return Said(reply=reply, wording=check_in.wording_of(line_id))
    return Said(was_asked=is_same_line(line_id, check_in.wording, present))


def _other_pairs(before: CheckIn, after: CheckIn) -> Iterator[ComparedLine]:
    """Yield the lines that stand apart in one of the check-ins or in both."""
    earlier, later = ([other for other in check_in.older if other.reply is not None] for check_in in (before, after))
    for one in earlier:
        match = next((other for other in later if _is_same(one, other)), None)
        if match is not None:
            later.remove(match)
        said = _apart(one, after) if match is None else Said(reply=match.reply, wording=match.wording)
        yield ComparedLine(line=one.line, item=None, earlier=Said(reply=one.reply, wording=one.wording), later=said)
    for other in later:
        said = Said(reply=other.reply, wording=other.wording)
        yield ComparedLine(line=other.line, item=None, earlier=_apart(other, before), later=said)


def _apart(answer: OtherAnswer, check_in: CheckIn) -> Said:
    """Return what a check-in without an answer to this line says to it: skipped, or not asked."""
    is_asked = check_in.wording is not None and is_same_line(answer.line, answer.wording, check_in.wording)
    return Said(was_asked=is_asked)


def _is_same(one: OtherAnswer, other: OtherAnswer) -> bool:
    return one.line == other.line and is_same_line(one.line, one.wording, other.wording)


def previous_check_in(check_in: CheckIn, check_ins: Sequence[CheckIn]) -> CheckIn | None:
    """Return the newest check-in before this one, by their `order` and then by their places in the diary."""
    others = [other for other in check_ins if other.id != check_in.id]
    here = (
        check_in.order,
        next((place for place, other in enumerate(check_ins) if other.id == check_in.id), len(others)),
    )
    earlier = [there for there in _places(others, check_in.started) if there < here]
    if not earlier:  # days are compared first, and moments on one day only: thousands of those take a while to read
        earlier = _places(
            others, max((other.started for other in others if other.started < check_in.started), default=None)
        )
    return others[max(earlier)[1]] if earlier else None


def _places(check_ins: Sequence[CheckIn], day: date | None) -> list[tuple[tuple[date, int], int]]:
    """Return order and place of each check-in of a day."""
    return [(one.order, place) for place, one in enumerate(check_ins) if one.started == day]
