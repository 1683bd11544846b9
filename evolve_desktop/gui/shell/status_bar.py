"""The end of the tabs' line: which check-in is open, and whether its answers are on disk, in words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.checkin.day_row import DayRow
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.localization import format_time
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import label, quiet_button

_WIDE_TIME = QTime(20, 8)
_EDGE = 4


class StatusBar(QWidget):
    """Names the day, and says *Nothing is kept*, *Keeping…*, *Kept 14:02* or *Not kept* with the reason.

    `storage_requested` follows the link to the storage page, `today_requested` the one back to today; a failed save can
    be tried again from here.
    """

    storage_requested = Signal()
    today_requested = Signal()

    def __init__(self, session: Session, autosave: Autosave, *, today: Callable[[], date]) -> None:
        super().__init__()
        self._autosave = autosave
        self._announced = self._words(autosave.state)
        self._state = label("", "small")
        self._state.setObjectName("keeping-state")
        self._day = DayRow(session, autosave, today)
        self._day.today_requested.connect(self.today_requested)
        self._more = quiet_button("", "keeping-more", self.storage_requested.emit)
        self._again = quiet_button(self.tr("Try again"), "keeping-again", autosave.save_now)
        layout = FlowLayout(self)
        for widget in (self._day, self._state, self._again, self._more):
            layout.addWidget(widget)
        autosave.changed.connect(self._refresh)
        autosave.changed.connect(self._day.refresh)
        session.subscribe(self._day.refresh)
        self._refresh()

    def _refresh(self) -> None:
        state = self._autosave.state
        words = self._words(state)
        self._state.setText(words)
        self._keep_room(state)
        self._announce(words)
        self._again.setVisible(state is SaveState.FAILED)
        self._more.setText(self.tr("Keep my check-ins…") if state is SaveState.OFF else self.tr("What is kept…"))

    def _keep_room(self, state: SaveState) -> None:
        """Keep the width of *Kept 14:02* for *Keeping…*: else the line loses a row for a moment in a narrow window."""
        room = 0
        if state in {SaveState.SAVING, SaveState.SAVED}:
            kept = self.tr("Kept {time}").format(time=format_time(_WIDE_TIME))
            room = max(map(self._state.fontMetrics().horizontalAdvance, (kept, self.tr("Keeping…")))) + _EDGE
        self._state.setMinimumWidth(room)

    def _announce(self, words: str) -> None:
        """Announce a new state, but neither a running save nor a second save within the same minute."""
        if self._autosave.state is not SaveState.SAVING and words != self._announced and self._state.isVisible():
            self._announced = words
            announce(self._state, words)

    def _words(self, state: SaveState) -> str:
        if state is SaveState.OFF:
            return self.tr("Nothing is kept on this computer.")
        if state is SaveState.FAILED:
            return self.tr("Not kept: {reason}").format(reason=self._autosave.reason)
        saved_at = self._autosave.saved_at
        if state is SaveState.SAVED and saved_at is not None:
            return self.tr("Kept {time}").format(time=format_time(saved_at))
        return self.tr("Kept") if state is SaveState.SAVED else self.tr("Keeping…")
