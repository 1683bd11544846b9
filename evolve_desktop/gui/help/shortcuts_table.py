"""The table of keyboard shortcuts: those that are in no menu, and those of the menus."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from evolve_desktop.content.app_text import KeysPart
from evolve_desktop.gui.services.actions import Shortcut
from evolve_desktop.gui.widgets.labels import heading, label

_PAUSE = 8


class ShortcutsTable(QWidget):
    """Says in each row what a key does, and then the key; `menus` are each menu's title with its shortcuts."""

    def __init__(self, text: KeysPart, menus: Sequence[tuple[str, Sequence[Shortcut]]]) -> None:
        super().__init__()
        self.setObjectName("guide-key-list")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._add(text.others_title, [Shortcut(other.does, other.press) for other in text.others])
        for title, keys in menus:
            self._add(title, keys)

    def _add(self, title: str, rows: Sequence[Shortcut]) -> None:
        line = self._grid.rowCount()
        self._grid.setRowMinimumHeight(line, _PAUSE)
        self._grid.addWidget(heading(title, "strong", level=3), line + 1, 0, 1, 2)
        for row in rows:
            line = self._grid.rowCount()
            self._grid.addWidget(label(row.does), line, 0)
            self._grid.addWidget(label(row.press, "muted"), line, 1)
