"""The session's "changed" as one Qt signal."""

from PySide6.QtCore import QObject, Signal

from evolve_desktop.checkin.session import Session


class Bridge(QObject):
    """Every view connects `changed` to its own refresh."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Listen to the session for as long as both live."""
        super().__init__(parent)
        session.subscribe(self.changed.emit)
