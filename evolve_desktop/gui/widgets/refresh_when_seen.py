"""Refreshes a view at once while it is visible, otherwise when it is shown: no work for what nobody sees."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class RefreshWhenSeen(QObject):
    """Calls `refresh` at once while the view is visible, otherwise once when the view is shown next."""

    def __init__(self, view: QWidget, refresh: Callable[[], None]) -> None:
        super().__init__(view)
        self._view = view
        self._refresh = refresh
        self._is_due = False

    def request(self) -> None:
        """Refresh now or later."""
        if self._view.isVisible():
            self._refresh()
        elif not self._is_due:
            self._is_due = True
            self._view.installEventFilter(self)  # only now: a filter is asked about each event of the view

    def catch_up(self) -> None:
        """Do a refresh that is due, even if the view is hidden."""
        if self._is_due:
            self._is_due = False
            self._view.removeEventFilter(self)
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up before the view is painted, without announcing what changed in the meantime."""
        if event.type() == QEvent.Type.Show:
            self._view.setUpdatesEnabled(False)
            self.catch_up()
            self._view.setUpdatesEnabled(True)
        return super().eventFilter(watched, event)
