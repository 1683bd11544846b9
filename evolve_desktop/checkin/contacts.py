"""The person's own contacts (a doctor, a friend, a clinic after hours), and the changes to a list of them."""

from typing import Annotated, Self

import msgspec

from evolve_desktop.checkin.text_cleaning import clean

MAX_NAME = 80
MAX_REACH = 160


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name, and a number or another way to reach them; each is one line."""

    name: Annotated[str, msgspec.Meta(max_length=MAX_NAME)]
    reach: Annotated[str, msgspec.Meta(max_length=MAX_REACH)]

    @classmethod
    def written(cls, name: str, reach: str) -> Self:
        """Return a contact from typed texts, each cleaned and joined into one line."""
        return cls(name=_one_line(name), reach=_one_line(reach))

    @property
    def is_whole(self) -> bool:
        """Whether both name and way to reach are filled in."""
        return bool(self.name and self.reach)

    def cleaned(self) -> Self:
        """Return the contact as if typed in the app; for files of other origin."""
        return self.written(self.name, self.reach)


Contacts = tuple[Contact, ...]
"""Contacts in the order in which they were added, without duplicates."""


def merge(contacts: Contacts, others: Contacts) -> Contacts:
    """Return the contacts of both lists, without duplicates."""
    return tuple(dict.fromkeys((*contacts, *others)))


def replace(contacts: Contacts, old: Contact, new: Contact) -> Contacts:
    """Return the contacts with `new` in the place of `old`."""
    return tuple(dict.fromkeys(new if contact == old else contact for contact in contacts))


def remove(contacts: Contacts, contact: Contact) -> Contacts:
    """Return the contacts without this one; no error if it is not among them."""
    return tuple(other for other in contacts if other != contact)


def restore(contacts: Contacts, contact: Contact, place: int) -> Contacts:
    """Return the contacts with a removed one back in its old place."""
    return merge((*remove(contacts, contact)[:place], contact), contacts)


def clean_all(contacts: Contacts) -> Contacts:
    """Return the contacts as if typed in the app, without empty ones; for files of other origin."""
    typed = (contact.cleaned() for contact in contacts)
    return tuple(dict.fromkeys(contact for contact in typed if contact.name or contact.reach))


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
