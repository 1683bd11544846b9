"""A line to type in, of which a screen reader says first what it is, and what is wrong with it if something is."""

import sys

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.labels import label

_Reason = Qt.FocusReason
_BY_KEYS = {_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason}


class LineEdit(QLineEdit):
    """Selects what is in it after the focus came by a key, not before, as Qt does.

    Orca takes the selecting for the news and the focus that follows it for known: it would not say the name.
    """

    def __init__(self, placeholder: str = "") -> None:
        """Take what is shown while nothing is typed."""
        super().__init__(placeholderText=placeholder)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.selectAll)

    def explain(self, sentence: str) -> None:
        """Take the focus, so that a sentence is said together with the line; an empty one is no longer said.

        Where the focus is here already, Orca says what is new about the line; other readers have to be told.
        """
        self.setAccessibleDescription("")  # so that it is said again
        self.setAccessibleDescription(sentence)
        if not self.isVisible():
            return
        if sentence and self.hasFocus() and sys.platform != "linux":
            announce(self, sentence)
        elif sentence:
            self.setFocus(_Reason.TabFocusReason)

    def forget(self) -> None:
        """Hold nothing, not even what Undo would bring back, as it does after `clear`."""
        self.setText("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything a moment later where a key led here."""
        if event.reason() not in _BY_KEYS:
            super().focusInEvent(event)
            return
        super().focusInEvent(QFocusEvent(event.type(), _Reason.OtherFocusReason))
        if self.text() and not self.hasSelectedText():
            self._soon.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Select nothing when the person has gone on."""
        self._soon.stop()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have what is typed fast take the place of what is there, too."""
        self._select_now()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Do the same for what is composed."""
        self._select_now()
        super().inputMethodEvent(event)

    def _select_now(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.selectAll()


class LineField(QWidget):
    """`entered` follows Return, `overfull` every try to write more than the line holds."""

    entered = Signal()
    limit_reached = Signal()

    def __init__(self, name: str, words: str, longest: int) -> None:
        """Take the object name of the line, the words above it, and how many characters it holds."""
        super().__init__()
        self._line = LineEdit()
        self._line.setMaxLength(longest)
        self._line.setObjectName(name)
        self._line.setAccessibleName(words)
        self._line.returnPressed.connect(self.entered)
        self._line.inputRejected.connect(self.limit_reached)
        title = label(words, "strong")
        set_buddy(title, self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(self._line)
        self.setFocusProxy(self._line)

    @property
    def limit_sentence(self) -> str:
        """What to tell the person when `overfull` is sent."""
        return self.tr("This line holds {count} characters. What is more was left out.").format(
            count=self._line.maxLength()
        )

    @property
    def text(self) -> str:
        """What is in the line."""
        return self._line.text()

    def explain(self, sentence: str) -> None:
        """Take the focus, so that a sentence is said together with the line; an empty one is no longer said."""
        self._line.explain(sentence)

    def show_text(self, text: str) -> None:
        """Make the line say this; Undo brings nothing back of what it said before."""
        self._line.setText(text)


_PAUSE_MS = 600  # longer than from key to key


class SearchField(LineEdit):
    """`textChanged` follows every key, `paused` the pause after the last one: the moment to say what was found."""

    paused = Signal()

    def __init__(self, name: str, words: str) -> None:
        """Take the object name, and what it says to everybody while it is empty."""
        super().__init__(words)
        self.setClearButtonEnabled(True)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.textChanged.connect(self._on_changed)

    @property
    def wanted(self) -> str:
        """The words that are searched for; empty for none."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape; where nothing is typed, Escape is for somebody else."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if self.text():
            self._pause.start()
        else:
            self._pause.stop()


class SecretField(QWidget):
    """A labelled line; `entered` follows Return, `edited` every change of the text."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, words: str) -> None:
        """Take the object name of the line, and the words before it."""
        super().__init__()
        self._line = LineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setObjectName(name)
        self._line.setAccessibleName(words)
        self._line.returnPressed.connect(self.entered)
        self._line.textChanged.connect(self.edited)
        show = CheckBox(self.tr("Show what I type"), f"{name}-show")
        show.setAccessibleName(f"{show.text()}: {words}")
        show.toggled.connect(self._on_show)
        title = label(words, "strong")
        title.setBuddy(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (title, self._line, show):
            layout.addWidget(widget)
        self.setFocusProxy(self._line)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._line.text()

    def explain(self, sentence: str) -> None:
        """Take the focus, so that a sentence is said together with the line; an empty one is no longer said."""
        self._line.explain(sentence)

    def clear(self) -> None:
        """Forget what was typed."""
        self._line.forget()

    def _on_show(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
