"""Compares two check-ins, and one item over time: in words, with dates, and no direction counts as better."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.content.checklist import Checklist, Item

_SCALE = (Reply.NOT_YET, Reply.A_LITTLE, Reply.MOSTLY, Reply.YES)


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """The replies to one item in an earlier and a later check-in; None for a skipped item."""

    item: Item
    before: Reply | None
    after: Reply | None

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
    """The reply to an item, and the note about it, on one day."""

    day: date
    reply: Reply | None
    note: str


def compare(checklist: Checklist, earlier: CheckIn, later: CheckIn) -> tuple[Pair, ...]:
    """Return the items that at least one of the check-ins answered, in the order of the checklist."""
    pairs = (
        Pair(item=item, before=earlier.answer(item.id).reply, after=later.answer(item.id).reply)
        for item in checklist.items
    )
    return tuple(pair for pair in pairs if pair.before is not None or pair.after is not None)


def find_changes(checklist: Checklist, earlier: CheckIn, later: CheckIn) -> tuple[Pair, ...]:
    """Return the items that both check-ins answered, differently."""
    return tuple(pair for pair in compare(checklist, earlier, later) if pair.has_changed)


def over_time(item_id: str, check_ins: Iterable[CheckIn]) -> tuple[Moment, ...]:
    """Return the replies and notes of one item, oldest first, without check-ins that have neither."""
    moments = [
        Moment(check_in.started, check_in.answer(item_id).reply, check_in.answer(item_id).note)
        for check_in in sorted(check_ins, key=lambda check_in: check_in.order)
    ]
    return tuple(moment for moment in moments if moment.reply is not None or moment.note)


def previous_check_in(check_in: CheckIn, check_ins: Sequence[CheckIn]) -> CheckIn | None:
    """Return the newest check-in before this one, by their `order` and then by their places in the diary."""
    others = [other for other in check_ins if other.id != check_in.id]
    place = next((place for place, other in enumerate(check_ins) if other.id == check_in.id), len(others))
    here = check_in.order, place
    earlier = [(there, other) for index, other in enumerate(others) if (there := (other.order, index)) < here]
    return max(earlier, key=lambda found: found[0], default=(None, None))[1]
