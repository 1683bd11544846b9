"""What the replies say back: what is here, what is starting, what the person may want to work on; never a score."""

import msgspec

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.content.checklist import Checklist, Item


class Reflection(msgspec.Struct, frozen=True, kw_only=True):
    """The items of the checklist by what was said to them, each group in the order of the checklist, none ranked.

    `to_work_on` holds the "Not yet"; the person picks from it and from `starting`. `left_out` holds "Not for me" and
    the skipped.
    """

    already_here: tuple[Item, ...]
    starting: tuple[Item, ...]
    to_work_on: tuple[Item, ...]
    left_out: tuple[Item, ...]
    is_all_not_yet: bool
    is_all_yes: bool

    @property
    def offers_red_flags(self) -> bool:
        """Whether to offer the red flags, once and neutrally, under the words for "all not yet"."""
        return self.is_all_not_yet


def reflect(checklist: Checklist, check_in: CheckIn) -> Reflection:
    """Return what the check-in says about this checklist; answers to items it does not have are not looked at.

    "All" means: every reply on the scale is the same, and at least half of the checklist has one. Skipping a line or
    leaving it out ("Not for me") is always fine, so it cannot stand in the way; and half, because the first click must
    not bring up words that are meant for someone who has looked around.
    """
    replies = {item.id: check_in.answer(item.id).reply for item in checklist.items}
    on_scale = [reply for reply in replies.values() if reply not in {None, Reply.NOT_FOR_ME}]
    has_looked_around = bool(on_scale) and 2 * len(on_scale) >= len(replies)

    def answered(*wanted: Reply | None) -> tuple[Item, ...]:
        return tuple(item for item in checklist.items if replies[item.id] in wanted)

    return Reflection(
        already_here=answered(Reply.MOSTLY, Reply.YES),
        starting=answered(Reply.A_LITTLE),
        to_work_on=answered(Reply.NOT_YET),
        left_out=answered(Reply.NOT_FOR_ME, None),
        is_all_not_yet=has_looked_around and set(on_scale) == {Reply.NOT_YET},
        is_all_yes=has_looked_around and set(on_scale) == {Reply.YES},
    )
