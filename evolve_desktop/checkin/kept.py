"""All that a person keeps, as one frozen value: what goes to the disk together, and comes back together."""

from typing import Self

import msgspec

from evolve_desktop.checkin import sequence
from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.checkin.contacts import Contacts


class Kept(msgspec.Struct, frozen=True):
    """Check-ins in the order in which they were begun, and the person's own contacts."""

    check_ins: tuple[CheckIn, ...] = ()
    contacts: Contacts = ()

    def with_open(self, check_in: CheckIn) -> Self:
        """Return it with the check-in that is open, or without that one while nothing is said in it."""
        if check_in.is_empty:
            return self.without(check_in.id)
        return msgspec.structs.replace(self, check_ins=sequence.with_check_in(self.check_ins, check_in))

    def without(self, check_in_id: str) -> Self:
        """Return it without the check-in of this id."""
        return msgspec.structs.replace(self, check_ins=sequence.without(self.check_ins, check_in_id))

    def with_back(self, check_in: CheckIn, place: int) -> Self:
        """Return it with a check-in that was gone, in its old place."""
        return msgspec.structs.replace(self, check_ins=(*self.check_ins[:place], check_in, *self.check_ins[place:]))

    def with_contacts(self, contacts: Contacts) -> Self:
        """Return it with these contacts."""
        return msgspec.structs.replace(self, contacts=contacts)
