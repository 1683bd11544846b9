"""A line to search with, which Escape clears."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from evolve_desktop.gui.widgets.line_edit import LineEdit

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
