"""Tells the views that the session has changed: those that are seen at once, the others when they are shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.refresh_when_seen import RefreshWhenSeen


class SessionSignals(QObject):
    """Follows the session for as long as both live; the signals have no payload, listeners read what they need.

    `changed` follows every change, then `warned` if an answer to a red flag is another one, and `closed` if nothing
    leads back to the check-in before.
    """

    changed = Signal()
    warned = Signal()
    closed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._red_flags = _red_flags(session)
        session.subscribe(self._on_changed)

    def refresh_when_seen(self, view: QWidget, refresh: Callable[[], None]) -> None:
        """Call `refresh` once for each change: at once if the view is visible, otherwise when it is shown.

        After a check-in was closed even a hidden view must not go on holding its words, nor, after an answer to a red
        flag, words that may no longer be said.
        """
        lazy = RefreshWhenSeen(view, refresh)
        self.changed.connect(lazy.request)
        self.warned.connect(lazy.catch_up)
        self.closed.connect(lazy.catch_up)

    def _on_changed(self) -> None:
        self.changed.emit()
        if (red_flags := _red_flags(self._session)) != self._red_flags:
            self._red_flags = red_flags
            self.warned.emit()
        if not (self._session.can_undo or self._session.can_redo):
            self.closed.emit()


def _red_flags(session: Session) -> object:
    """Return the answers that may forbid words elsewhere."""
    return session.check_in.flags, session.check_in.unsafe
