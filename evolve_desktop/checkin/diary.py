"""The diary as one frozen value: check-ins and own contacts, which are always saved together."""

from collections.abc import Mapping
from typing import Self

import msgspec

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts

VERSION = 3


class Diary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Check-ins in the order in which they were begun, each with an id of its own, and the person's own contacts."""

    version: int = VERSION
    check_ins: tuple[CheckIn, ...] = ()
    contacts: Contacts = ()

    def __post_init__(self) -> None:
        """Raise ValueError if two check-ins share an id."""
        ids = [check_in.id for check_in in self.check_ins]
        if len(ids) != len(set(ids)):
            raise ValueError("two check-ins have the same id")

    @property
    def newest(self) -> CheckIn | None:
        """The check-in with the latest date, and of several on that day the one begun last; None if there are none."""
        return max(reversed(self.check_ins), key=lambda check_in: check_in.order, default=None)

    def with_check_in(self, check_in: CheckIn) -> Self:
        """Return the diary with this check-in, which replaces the one with the same id or is added at the end."""
        if all(other.id != check_in.id for other in self.check_ins):
            return self._with_check_ins((*self.check_ins, check_in))
        return self._with_check_ins(tuple(check_in if other.id == check_in.id else other for other in self.check_ins))

    def with_open(self, check_in: CheckIn) -> Self:
        """Return the diary with the open check-in, or without it while it is empty."""
        return self.without(check_in.id) if check_in.is_empty else self.with_check_in(check_in)

    def with_agreed(self, agreed: Mapping[str, str]) -> Self:
        """Return the diary with what was agreed after these check-ins, by their ids; others stay as they are."""
        changed = {
            check_in.id: check_in.with_agreed(agreed[check_in.id])
            for check_in in self.check_ins
            if agreed.get(check_in.id, check_in.agreed) != check_in.agreed
        }
        if not changed:
            return self
        return self._with_check_ins(tuple(changed.get(check_in.id, check_in) for check_in in self.check_ins))

    def without(self, check_in_id: str) -> Self:
        """Return the diary without the check-in of this id; no error if there is none."""
        return self._with_check_ins(tuple(other for other in self.check_ins if other.id != check_in_id))

    def with_restored(self, check_in: CheckIn, place: int) -> Self:
        """Return the diary with a deleted check-in back in its old place."""
        return self._with_check_ins((*self.check_ins[:place], check_in, *self.check_ins[place:]))

    def in_bounds(self) -> Self:
        """Return the diary itself, or one in which no text is longer than MAX_TEXT; see `CheckIn.in_pieces`."""
        pieces = [check_in.in_pieces() for check_in in self.check_ins]
        if all(len(parts) == 1 for parts in pieces):
            return self
        taken = {check_in.id for check_in in self.check_ins}
        rests = []
        for first, *parts in pieces:
            rests.append(first)
            for part in parts:
                new = part.id
                while new in taken:
                    new += "-1"
                taken.add(new)
                rests.append(msgspec.structs.replace(part, id=new))
        return self._with_check_ins(tuple(rests))

    def with_contacts(self, contacts: Contacts) -> Self:
        """Return the diary with these contacts."""
        return msgspec.structs.replace(self, contacts=contacts)

    def _with_check_ins(self, check_ins: tuple[CheckIn, ...]) -> Self:
        return msgspec.structs.replace(self, check_ins=check_ins)
