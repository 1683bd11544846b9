"""The foot of the window: whether the answers on the screen are on disk, in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.locale import format_time
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.labels import label, link_button, set_style_class


class StatusBar(QFrame):
    """Says *Nothing is kept*, *Keeping…*, *Kept 14:02* or *Not kept* with the reason.

    `settings_requested` follows the link to the storage page; a failed save can be tried again from here.
    """

    storage_requested = Signal()

    def __init__(self, autosave: Autosave) -> None:
        super().__init__()
        self._autosave = autosave
        self._announced = self._words(autosave.state)
        set_style_class(self, "foot")
        self._state = label("", "muted")
        self._state.setObjectName("keeping-state")
        self._more = link_button("", "keeping-more", self.storage_requested.emit)
        self._again = link_button(self.tr("Try again"), "keeping-again", autosave.save_now)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.addWidget(self._state, stretch=1)
        layout.addWidget(self._again)
        layout.addWidget(self._more)
        autosave.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        state = self._autosave.state
        words = self._words(state)
        self._state.setText(words)
        self._announce(words)
        self._again.setVisible(state is SaveState.FAILED)
        self._more.setText(self.tr("Keep my check-ins…") if state is SaveState.OFF else self.tr("What is kept…"))

    def _announce(self, words: str) -> None:
        """Announce news; a running save, and a second save within the same minute, are none."""
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
