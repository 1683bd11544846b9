"""The session's changes as one Qt signal."""

from PySide6.QtCore import QObject, Signal

from evolve_desktop.checkin.session import Session


class SessionSignals(QObject):
    """Every view connects `changed` to its own refresh."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session.subscribe(self.changed.emit)
