"""A line to type in, of which a screen reader says first what it is, and what is wrong with it if something is."""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from evolve_desktop.gui.widgets.announcing import announce

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
