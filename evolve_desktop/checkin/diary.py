"""All that a person keeps, as one frozen value: what goes to the disk together, and comes back together."""

from typing import Self

import msgspec

from evolve_desktop.checkin import diary
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts


def with_check_in(check_ins: tuple[CheckIn, ...], check_in: CheckIn) -> tuple[CheckIn, ...]:
    """Return them with this one: in the place of the one with its id, or at the end."""
    if all(other.id != check_in.id for other in check_ins):
        return (*check_ins, check_in)
    return tuple(check_in if other.id == check_in.id else other for other in check_ins)


def without(check_ins: tuple[CheckIn, ...], check_in_id: str) -> tuple[CheckIn, ...]:
    """Return them without the one of this id; the same where there is none."""
    return tuple(other for other in check_ins if other.id != check_in_id)


class Kept(msgspec.Struct, frozen=True):
    """Check-ins in the order in which they were begun, and the person's own contacts."""

    check_ins: tuple[CheckIn, ...] = ()
    contacts: Contacts = ()

    def with_open(self, check_in: CheckIn) -> Self:
        """Return it with the check-in that is open, or without that one while nothing is said in it."""
        if check_in.is_empty:
            return self.without(check_in.id)
        return msgspec.structs.replace(self, check_ins=diary.with_check_in(self.check_ins, check_in))

    def without(self, check_in_id: str) -> Self:
        """Return it without the check-in of this id."""
        return msgspec.structs.replace(self, check_ins=diary.without(self.check_ins, check_in_id))

    def with_back(self, check_in: CheckIn, place: int) -> Self:
        """Return it with a check-in that was gone, in its old place."""
        return msgspec.structs.replace(self, check_ins=(*self.check_ins[:place], check_in, *self.check_ins[place:]))

    def with_contacts(self, contacts: Contacts) -> Self:
        """Return it with these contacts."""
        return msgspec.structs.replace(self, contacts=contacts)
