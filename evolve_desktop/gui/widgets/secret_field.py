"""A line for a passphrase: letters hidden on the screen are hidden from the accessibility bus too."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInsertEvent,
    QAccessibleTextRemoveEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from evolve_desktop.gui.widgets.announcements import say
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.caps_lock import caps_lock_after
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.line_fields import LineEdit
from evolve_desktop.gui.widgets.steady_label import SteadyLabel

_CONTROL = "QWidgetLineControl"


class SecretLine(LineEdit):
    """A line whose text is hidden at first; while it is, a screen reader hears a bullet for each character.

    `caps_lock_changed` is emitted when a key here tells that Caps Lock was switched, and if it is on when the line
    takes the focus.

    Qt reports every typed letter to the accessibility bus, even in a password line, and every program of the session
    may read that bus. The control inside the line reports it in the name of its parent, so a parent without an
    accessible interface silences it.
    """

    caps_lock_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.has_caps_lock = False
        self._silent = QObject(self)
        self._length = 0
        self.textChanged.connect(self._on_text_changed)
        self.show_letters(shown=False)

    def show_letters(self, *, shown: bool) -> None:
        """Show the letters, on the screen and on the accessibility bus, or hide them on both."""
        control = next(child for child in self.findChildren(QObject) if child.metaObject().className() == _CONTROL)
        control.setParent(self if shown else self._silent)
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice Caps Lock before the key does anything."""
        self._notice(caps_lock_after(event, before=self.has_caps_lock))
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Notice Caps Lock as soon as Tab, which has moved the focus here, is released."""
        self._notice(caps_lock_after(event, before=self.has_caps_lock))
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of Caps Lock again if it was on at the last key here."""
        super().focusInEvent(event)
        if self.has_caps_lock:
            self.caps_lock_changed.emit()

    def _notice(self, is_on: bool) -> None:  # noqa: FBT001  (the fact itself)
        if is_on is not self.has_caps_lock:
            self.has_caps_lock = is_on
            self.caps_lock_changed.emit()

    def _on_text_changed(self, text: str) -> None:
        """Report a change by its length alone: the text before is not kept."""
        more = len(text) - self._length
        self._length = len(text)
        if self.echoMode() is QLineEdit.EchoMode.Normal or not QAccessible.isActive():
            return
        bullet = chr(self.style().styleHint(QStyle.StyleHint.SH_LineEdit_PasswordCharacter, None, self))
        if more > 0:
            inserted = QAccessibleTextInsertEvent(self, max(0, self.cursorPosition() - more), bullet * more)
            QAccessible.updateAccessibility(inserted)
        elif more < 0:
            QAccessible.updateAccessibility(QAccessibleTextRemoveEvent(self, self.cursorPosition(), bullet * -more))


class SecretField(QWidget):
    """A line for a passphrase, with a label; `entered` is emitted at Return, `edited` at every change of the text."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self._line = SecretLine()
        self._line.setObjectName(name)
        self._line.setAccessibleName(words)
        self._line.returnPressed.connect(self.entered)
        self._line.textChanged.connect(self.edited)
        show = CheckBox(self.tr("Show what I type"), f"{name}-show")
        show.setAccessibleName(f"{show.text()}: {words}")
        show.toggled.connect(self._on_show)
        title = label(words, "strong")
        title.setBuddy(self._line)
        self._caps_lock = SteadyLabel("strong", f"{name}-caps-lock", [self.tr("Caps Lock is on.")])
        self._line.caps_lock_changed.connect(self._on_caps_lock)
        beside = QWidget()
        row = FlowLayout(beside)
        row.addWidget(show)
        row.addWidget(self._caps_lock)
        column(self, title, self._line, beside, spacing=4)
        self.setFocusProxy(self._line)

    @property
    def text(self) -> str:
        """The text of the line."""
        return self._line.text()

    def explain(self, sentence: str) -> None:
        """Describe the line by a sentence and take the focus; an empty sentence is removed."""
        self._line.explain(sentence)

    def clear(self) -> None:
        """Empty the line for good."""
        self._line.forget()

    def _on_show(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self._line.show_letters(shown=shown)

    def _on_caps_lock(self) -> None:
        is_on, sentence = self._line.has_caps_lock, self.tr("Caps Lock is on.")
        show_text(self._caps_lock, sentence if is_on else "")
        say(self._line, sentence if is_on else self.tr("Caps Lock is off."))
