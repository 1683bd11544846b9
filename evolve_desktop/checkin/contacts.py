"""People whom the person can reach: a doctor, a friend, a clinic after hours; names and ways in their own words."""

from typing import Annotated, Self

import msgspec

from evolve_desktop.checkin.text_cleaning import clean

MAX_NAME = 80
MAX_REACH = 160


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who it is, and a number or another way to reach them; each is one line."""

    name: Annotated[str, msgspec.Meta(max_length=MAX_NAME)]
    reach: Annotated[str, msgspec.Meta(max_length=MAX_REACH)]

    @classmethod
    def written(cls, name: str, reach: str) -> Self:
        """Return a contact as somebody typed it, cleaned and each text in one line."""
        return cls(name=_one_line(name), reach=_one_line(reach))

    @property
    def is_whole(self) -> bool:
        """Whether it says both who and how."""
        return bool(self.name and self.reach)

    def cleaned(self) -> Self:
        """Return a contact from elsewhere as if it had been typed here."""
        return self.written(self.name, self.reach)


Contacts = tuple[Contact, ...]
"""In the order in which they were added; no two are equal."""


def joined(contacts: Contacts, others: Contacts) -> Contacts:
    """Return all of both; what stands in both stands there once."""
    return tuple(dict.fromkeys((*contacts, *others)))


def changed(contacts: Contacts, old: Contact, new: Contact) -> Contacts:
    """Return them with a new one in the place of an old one."""
    return tuple(dict.fromkeys(new if contact == old else contact for contact in contacts))


def without(contacts: Contacts, gone: Contact) -> Contacts:
    """Return them without one; the same where it is not among them."""
    return tuple(contact for contact in contacts if contact != gone)


def put_back(contacts: Contacts, contact: Contact, place: int) -> Contacts:
    """Return them with one that was gone, in its old place."""
    return joined((*without(contacts, contact)[:place], contact), contacts)


def cleaned(contacts: Contacts) -> Contacts:
    """Return contacts from elsewhere as if they had been typed here; one that says nothing at all is left out."""
    typed = (contact.cleaned() for contact in contacts)
    return tuple(dict.fromkeys(contact for contact in typed if contact.name or contact.reach))


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
