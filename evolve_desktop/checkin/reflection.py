"""Groups the replies: strengths, beginnings, and items that the person may want to work on; never a score."""

import msgspec

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.content.checklist import Checklist, Item


class Reflection(msgspec.Struct, frozen=True, kw_only=True):
    """The items of the checklist grouped by reply, each group in the order of the checklist, without a ranking.

    `to_work_on` holds the items answered "Not yet", `left_out` the skipped ones and those answered "Not for me".
    """

    already_here: tuple[Item, ...]
    starting: tuple[Item, ...]
    to_work_on: tuple[Item, ...]
    left_out: tuple[Item, ...]
    is_all_not_yet: bool
    is_all_yes: bool

    @property
    def offers_red_flags(self) -> bool:
        """Whether to offer the red flags, once and neutrally, under the text for "all not yet"."""
        return self.is_all_not_yet


def reflect(checklist: Checklist, check_in: CheckIn) -> Reflection:
    """Return the reflection of a check-in; answers to items outside this checklist are ignored.

    "All" means that every reply on the scale is the same, and that at least half of the items have one. Skipped items
    and "Not for me" do not count, since both are always fine. Half are needed because the first click must not bring up
    a text for someone who has looked around.
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
