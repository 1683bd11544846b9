"""A contact of the person's own: the card that shows it, and the form in which it is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from evolve_desktop.checkin.contacts import MAX_NAME, MAX_REACH, Contact
from evolve_desktop.gui.help_lines.phone_label import ShrinkingLabel
from evolve_desktop.gui.widgets.card import Card, button_row
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.focus import ensure_visible
from evolve_desktop.gui.widgets.labels import breakable, label, link_button, show_text
from evolve_desktop.gui.widgets.line_fields import LineField


class ContactCard(Card):
    """Shows a contact as large as a help line; its two buttons call back."""

    def __init__(self, contact: Contact, name: str, *, change: Callable[[], None], remove: Callable[[], None]) -> None:
        super().__init__()
        self.reach = ShrinkingLabel(contact.reach, f"{name}-reach", f"{contact.name}: {contact.reach}")
        self.add(label(breakable(contact.name), "strong"), self.reach)
        buttons = FlowLayout()
        for text, action, on_click, form in (
            (self.tr("Change"), "change", change, self.tr("Change: {name}")),
            (self.tr("Remove"), "remove", remove, self.tr("Remove: {name}")),
        ):
            button = link_button(text, f"{name}-{action}", on_click)
            button.setAccessibleName(form.format(name=contact.name))
            buttons.addWidget(button)
        self.body.addLayout(buttons)


_NOTHING = Contact(name="", reach="")


class ContactForm(Card):
    """Hidden until it is opened; `saved` is emitted by *Save*, `cancelled` by *Cancel*."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before = _NOTHING
        self._name = LineField("own-name", self.tr("Name"), MAX_NAME)
        self._reach = LineField("own-reach", self.tr("Number, or how to reach them"), MAX_REACH)
        self._problem = label("", "strong")
        self._problem.setObjectName("own-problem")
        for field in (self._name, self._reach):
            field.entered.connect(self._on_save)
            field.limit_reached.connect(lambda field=field: self._tell(field.limit_sentence, field))
            self.add(field)
        self.add(self._problem)
        save, cancel = (
            (self.tr("Save"), "own-save", self._on_save),
            (self.tr("Cancel"), "own-cancel", self.cancelled.emit),
        )
        self.body.addLayout(button_row([save, cancel]))
        self._tell("")
        self.hide()

    @property
    def contact(self) -> Contact:
        """The contact in the form."""
        return Contact.written(self._name.text, self._reach.text)

    @property
    def is_writing(self) -> bool:
        """Whether the form differs from the saved contact."""
        return self.contact != self._before

    def open(self, contact: Contact | None = None) -> None:
        """Show the form with a contact to change, or empty, ready to write."""
        self._before = contact or _NOTHING
        self._name.show_text(self._before.name)
        self._reach.show_text(self._before.reach)
        self._tell("")
        self.show()
        self._name.setFocus()
        ensure_visible(self)

    def close_and_forget(self) -> None:
        """Hide the form and empty it."""
        self._before = _NOTHING
        self._name.show_text("")
        self._reach.show_text("")
        self._tell("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, unless a change would be lost."""
        if event.key() == Qt.Key.Key_Escape and not self.is_writing:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        if self.contact.is_whole:
            self.saved.emit()
            return
        missing = self._reach if self.contact.name else self._name
        self._tell(self.tr("Please write a name, and a number or another way to reach them."), missing)

    def _tell(self, sentence: str, about: LineField | None = None) -> None:
        show_text(self._problem, sentence)
        for field in (self._name, self._reach):
            field.explain(sentence if field is about else "")
