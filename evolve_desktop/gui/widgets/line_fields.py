"""Lines to type in: plain, with a label, for a search; a screen reader says their names and problems."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import label

_Reason = Qt.FocusReason
_BY_KEYS = {_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason}


class LineEdit(QLineEdit):
    """Selects its text after the focus came by a key, not before, as Qt does.

    Orca announces the selection and then takes the focus for known: it would not say the name.
    """

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholderText=placeholder)
        if self.isRightToLeft():  # Qt asks the text for its side, and an empty line has none
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.selectAll)

    def explain(self, sentence: str) -> None:
        """Make a sentence the line's description and take the focus, so that it is said; an empty one is removed.

        If the focus is here already, Orca says the new description; other screen readers need an announcement.
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
        """Empty the line for good: unlike after `clear`, Undo brings nothing back."""
        self.setText("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything a moment later if a key moved the focus here."""
        if event.reason() not in _BY_KEYS:
            super().focusInEvent(event)
            return
        super().focusInEvent(QFocusEvent(event.type(), _Reason.OtherFocusReason))
        if self.text() and not self.hasSelectedText():
            self._soon.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Select nothing if the focus has moved on."""
        self._soon.stop()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Replace the text even if a key comes before it is selected."""
        self._select_now()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Replace the text also by composed characters."""
        self._select_now()
        super().inputMethodEvent(event)

    def _select_now(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.selectAll()


class LineField(QWidget):
    """A line with a label; `entered` is emitted at Return, `limit_reached` at each try to exceed its length."""

    entered = Signal()
    limit_reached = Signal()

    def __init__(self, name: str, words: str, longest: int) -> None:
        super().__init__()
        self._line = LineEdit()
        self._line.setMaxLength(longest)
        self._line.setObjectName(name)
        self._line.setAccessibleName(words)
        self._line.returnPressed.connect(self.entered)
        self._line.inputRejected.connect(self.limit_reached)
        title = label(words, "strong")
        set_buddy(title, self._line)
        column(self, title, self._line, spacing=4)
        self.setFocusProxy(self._line)

    @property
    def limit_sentence(self) -> str:
        """The sentence to show after `limit_reached`."""
        return self.tr("This line holds {count} characters. What is more was left out.").format(
            count=self._line.maxLength()
        )

    @property
    def text(self) -> str:
        """The text of the line."""
        return self._line.text()

    def explain(self, sentence: str) -> None:
        """Describe the line by a sentence and take the focus; an empty sentence is removed."""
        self._line.explain(sentence)

    def show_text(self, text: str) -> None:
        """Show this text; Undo brings nothing back."""
        self._line.setText(text)


_PAUSE_MS = 600  # longer than from key to key


def typing_pause(parent: QObject, slot: Callable[[], None] | SignalInstance) -> QTimer:
    """Return a timer to be started at each key, which calls `slot` in the pause after the last one."""
    timer = QTimer(parent, singleShot=True, interval=_PAUSE_MS)
    timer.timeout.connect(slot)
    return timer


class SearchField(LineEdit):
    """`textChanged` is emitted at every key, `typing_paused` in the pause after the last: the time to announce."""

    typing_paused = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__(words)
        self.setClearButtonEnabled(True)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._pause = typing_pause(self, self.typing_paused)
        self.textChanged.connect(self._on_changed)

    @property
    def query(self) -> str:
        """The text to search for; empty for none."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape; if nothing is typed, leave Escape to others."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if self.text():
            self._pause.start()
        else:
            self._pause.stop()
