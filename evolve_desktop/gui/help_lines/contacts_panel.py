"""The person's own contacts below the help lines of their country."""

from functools import partial

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin import contacts as own
from evolve_desktop.checkin.contacts import Contact, Contacts
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.gui.help_lines.contact_form import ContactCard, ContactForm
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.widgets.announcements import focus_and_say, show_and_announce_once
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.dynamic_list import BETWEEN_CARDS, DynamicList
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.focus import ensure_visible
from evolve_desktop.gui.widgets.labels import breakable, button, heading, label, link_button, show_text
from evolve_desktop.gui.widgets.undo_key import UndoKey, undo_key_name


class ContactsPanel(QWidget):
    """Shows the contacts and hands each change of them to the autosave."""

    def __init__(self, lines: HelpLines, autosave: Autosave) -> None:
        super().__init__()
        self._lines = lines
        self._autosave = autosave
        self._cards: dict[Contact, ContactCard] = {}
        self._made = 0
        self._changing: Contact | None = None
        self._removed: tuple[Contact, int] | None = None
        self._was_kept = False
        self._about = label("", "muted")
        self._not_kept = label("", "strong")
        self._not_kept.setObjectName("own-not-kept")
        self._list = DynamicList(BETWEEN_CARDS)
        self._form = ContactForm()
        self._form.saved.connect(self._on_done)
        self._form.cancelled.connect(self._on_left)
        self._add = button(self.tr("Add a contact"), "own-add", self._on_add)
        self._undo = Card("notice")
        self._gone = label()
        self._gone.setObjectName("own-gone")
        self._back = link_button(self.tr("Undo"), "own-undo", self._on_undo)
        self._undo.add(self._gone, self._back)
        self.undo_key = UndoKey(self, lambda: self._removed is not None, self._on_undo)
        self._build()
        autosave.changed.connect(self._refresh)
        autosave.about_to_flush.connect(self._on_about_to_flush)
        self._refresh()

    @property
    def is_writing(self) -> bool:
        """Whether a contact is being written that is not saved."""
        return self._form.is_writing

    @property
    def changing(self) -> int:
        """Which of the contacts is being changed; -1 for none."""
        contacts = self._autosave.contacts
        return contacts.index(self._changing) if self._changing in contacts else -1

    def change(self, place: int) -> None:
        """Show the form with the contact at this place, if there is one."""
        for contact in self._autosave.contacts[place : place + 1]:
            self._on_change(contact)

    def forget(self) -> None:
        """Forget the contact being written and the one removed."""
        self._changing = self._removed = None
        self._form.close_and_forget()
        self._refresh()

    def _build(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self._add)
        title = heading(self._lines.own_title)
        column(self, title, self._about, self._not_kept, self._list, self._undo, self._form).addLayout(buttons)

    def _refresh(self) -> None:
        self._forget_after_keeping()
        contacts = self._autosave.contacts
        if list(contacts) != list(self._cards):
            self._show(contacts)
        show_text(self._about, "" if contacts else self._lines.own_empty)
        self._say_what_failed()
        self._add.setVisible(not self._form.isVisibleTo(self))
        self._undo.setVisible(self._removed is not None)
        if self._removed is None:
            self._gone.clear()

    def _say_what_failed(self) -> None:
        """Say why the contacts are not on disk, until they are."""
        state = self._autosave.state
        not_kept = self.tr("Not kept: {reason}").format(reason=self._autosave.reason)
        if state is not SaveState.SAVING:
            show_and_announce_once(self._not_kept, not_kept if state is SaveState.FAILED else "")

    def _forget_after_keeping(self) -> None:
        """Forget an unfinished contact once autosave is off: the contacts were locked or erased."""
        was_kept, self._was_kept = self._was_kept, self._autosave.state is not SaveState.OFF
        if was_kept and not self._was_kept:
            self.forget()

    def _show(self, contacts: Contacts) -> None:
        names = {contact: f"{contact.name}\n{contact.reach}" for contact in contacts}
        self._list.show_widgets({names[contact]: partial(self._make, contact) for contact in contacts})
        self._cards = {contact: self._cards[contact] for contact in contacts}

    def _make(self, contact: Contact) -> ContactCard:
        self._made += 1
        change, remove = partial(self._on_change, contact), partial(self._on_remove, contact)
        self._cards[contact] = ContactCard(contact, f"own-{self._made}", change=change, remove=remove)
        return self._cards[contact]

    def _on_add(self) -> None:
        self._changing = None
        self._form.open()
        self._refresh()

    def _on_change(self, contact: Contact) -> None:
        self._changing = contact
        self._form.open(contact)
        self._refresh()

    def _on_about_to_flush(self, is_unattended: bool) -> None:  # noqa: FBT001  (Qt gives it by its place)
        """Save a new contact if it is whole; one that is being changed is asked about, or else saved beside the old."""
        if (is_unattended or self._changing is None) and self._form.is_writing and self._form.contact.is_whole:
            written = self._form.contact
            self._close()
            self._autosave.set_contacts(own.merge(self._autosave.contacts, (written,)))

    def _on_done(self) -> None:
        contact, old = self._form.contact, self._changing
        contacts = self._autosave.contacts
        is_there = old is not None and old in contacts
        self._close()
        self._autosave.set_contacts(
            own.replace(contacts, old, contact) if old and is_there else own.merge(contacts, (contact,))
        )
        self._go_to(contact)

    def _on_left(self) -> None:
        back_to = self._changing
        self._close()
        if back_to in self._cards:
            self._go_to(back_to)
        else:
            self._add.setFocus()

    def _close(self) -> None:
        self._changing = self._removed = None
        self._form.close_and_forget()
        self._refresh()

    def _on_remove(self, contact: Contact) -> None:
        contacts = self._autosave.contacts
        self._removed = (contact, contacts.index(contact))
        gone = self.tr("Removed: {name}.").format(name=breakable(contact.name))
        undo = self.tr("{keys} brings it back.").format(keys=undo_key_name())
        self._gone.setText(f"{gone} {undo}")
        self._autosave.set_contacts(own.remove(contacts, contact))
        focus_and_say(self._back, self._gone.text())
        ensure_visible(self._undo)

    def _on_undo(self) -> None:
        if self._removed is not None:
            (contact, place), self._removed = self._removed, None
            self._autosave.set_contacts(own.restore(self._autosave.contacts, contact, place))
            self._go_to(contact)

    def _go_to(self, contact: Contact) -> None:
        self._cards[contact].reach.setFocus()
        ensure_visible(self._cards[contact])
