"""The two lines in which a contact is written, new or to be changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from evolve_desktop.checkin.contacts import MAX_NAME, MAX_REACH, Contact
from evolve_desktop.gui.help_lines.phone_label import PhoneLabel
from evolve_desktop.gui.widgets.card import button_row
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.focus import ensure_visible
from evolve_desktop.gui.widgets.labels import breakable, card_frame, label, link_button, set_property, show_text
from evolve_desktop.gui.widgets.line_fields import LineField

_ROLES = ("number", "strong", "small")


class ContactCard(QWidget):
    """Shows a contact as large as a help line, and calls back."""

    def __init__(self, contact: Contact, name: str, *, change: Callable[[], None], remove: Callable[[], None]) -> None:
        """Take the contact, the object name, and what the two buttons do."""
        super().__init__()
        frame, body = card_frame("card")
        self.reach = _OwnReach(contact.reach, f"{name}-reach", f"{contact.name}: {contact.reach}")
        body.addWidget(label(breakable(contact.name), "strong"))
        body.addWidget(self.reach)
        buttons = FlowLayout()
        for words, what, do, form in (
            (self.tr("Change"), "change", change, self.tr("Change: {name}")),
            (self.tr("Remove"), "remove", remove, self.tr("Remove: {name}")),
        ):
            button = link_button(words, f"{name}-{what}", do)
            button.setAccessibleName(form.format(name=contact.name))
            buttons.addWidget(button)
        body.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


class _OwnReach(PhoneLabel):
    """Is smaller where a word has too little room: it cannot be broken, for it is to be copied whole."""

    def __init__(self, text: str, name: str, accessible_name: str) -> None:
        """Take what any number takes; a word without end, as somebody may paste it, widens no page."""
        super().__init__(text, name, accessible_name)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See how it fits, in another width or, since that changes its height, in another text size."""
        super().resizeEvent(event)
        for role in _ROLES:
            set_property(self, "role", role)
            longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split(" ")), default=0)
            if longest <= self.contentsRect().width():
                break


_NOTHING = Contact(name="", reach="")


class ContactForm(QWidget):
    """Hidden until it is opened; `done` follows the wish to keep what is written, `left` the wish not to."""

    done = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Build the lines, empty."""
        super().__init__()
        self._before = _NOTHING
        self._name = LineField("own-name", self.tr("Name"), MAX_NAME)
        self._reach = LineField("own-reach", self.tr("Number, or how to reach them"), MAX_REACH)
        self._problem = label("", "strong")
        self._problem.setObjectName("own-problem")
        frame, body = card_frame("card")
        for field in (self._name, self._reach):
            field.entered.connect(self._on_save)
            field.limit_reached.connect(lambda field=field: self._tell(field.limit_sentence, field))
            body.addWidget(field)
        body.addWidget(self._problem)
        save, cancel = (self.tr("Save"), "own-save", self._on_save), (self.tr("Cancel"), "own-cancel", self.left.emit)
        body.addLayout(button_row([save, cancel]))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._tell("")
        self.hide()

    @property
    def contact(self) -> Contact:
        """What is written."""
        return Contact.written(self._name.text, self._reach.text)

    @property
    def is_writing(self) -> bool:
        """Whether something is written that is not kept."""
        return self.contact != self._before

    def open(self, contact: Contact | None = None) -> None:
        """Show the lines with a contact to change, or empty, ready to write."""
        self._before = contact or _NOTHING
        self._name.show_text(self._before.name)
        self._reach.show_text(self._before.reach)
        self._tell("")
        self.show()
        self._name.setFocus()
        ensure_visible(self)

    def close_and_forget(self) -> None:
        """Hide the lines, and leave nothing in them."""
        self._before = _NOTHING
        self._name.show_text("")
        self._reach.show_text("")
        self._tell("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, unless something was written that would be lost."""
        if event.key() == Qt.Key.Key_Escape and not self.is_writing:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        if self.contact.is_whole:
            self.done.emit()
            return
        missing = self._reach if self.contact.name else self._name
        self._tell(self.tr("Please write a name, and a number or another way to reach them."), missing)

    def _tell(self, sentence: str, about: LineField | None = None) -> None:
        show_text(self._problem, sentence)
        for field in (self._name, self._reach):
            field.explain(sentence if field is about else "")
