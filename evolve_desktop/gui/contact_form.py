"""The two lines in which a contact is written, new or to be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.checkin.contacts import MAX_NAME, MAX_REACH, Contact
from evolve_desktop.gui.widgets.card import button_row
from evolve_desktop.gui.widgets.focus import come_into_view
from evolve_desktop.gui.widgets.labels import box, label, show_text
from evolve_desktop.gui.widgets.line_fields import LineField

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
        frame, body = box("card")
        for field in (self._name, self._reach):
            field.entered.connect(self._on_save)
            field.overfull.connect(lambda field=field: self._tell(field.overfull_sentence, field))
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
        come_into_view(self)

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
