"""The bar below the check-in: how many lines are answered, and the ways on."""

from PySide6.QtCore import Signal

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.checkin.offer_bar import OfferBar
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.announcements import announce


class CheckinBar(OfferBar):
    """Counts the lines answered, out of `total`, and leads on; nothing is asked for."""

    reflection_requested = Signal()
    red_flags_requested = Signal()
    page_requested = Signal()

    def __init__(self, total: int, session: Session, signals: SessionSignals, autosave: Autosave) -> None:
        super().__init__(total, session, autosave)
        quiet = [
            (self.tr("What this says back"), "to-reflection", self.reflection_requested),
            (self.tr("Red flags"), "to-red-flags", self.red_flags_requested),
        ]
        self.add_ways(quiet, [(self.tr("Make my page"), "to-my-page", self.page_requested)])
        self._shown = ""
        signals.refresh_when_seen(self, self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        """Show the count, and announce one that has changed."""
        count = self._session.check_in.answered_count
        words = self.tr("{count} of {total} answered").format(count=count, total=self._total)
        self.show_place(words)
        if self._shown not in {"", words}:
            announce(self, words)
        self._shown = words
