"""The foot of the window: whether what is on the screen is kept, in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from evolve_desktop.gui.services.autosave import Keeper, Keeping
from evolve_desktop.gui.services.locale import written_time
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.labels import label, link_button, set_kind


class KeepingBar(QFrame):
    """Says *Nothing is kept*, *Keeping…*, *Kept 14:02* or *Not kept* with the reason.

    `more_wanted` follows the wish to begin, or to see what can be done; a failure can be tried again from here.
    """

    more_wanted = Signal()

    def __init__(self, keeper: Keeper) -> None:
        """Follow a keeper."""
        super().__init__()
        self._keeper = keeper
        self._said = self._words(keeper.state)
        set_kind(self, "foot")
        self._state = label("", "muted")
        self._state.setObjectName("keeping-state")
        self._more = link_button("", "keeping-more", self.more_wanted.emit)
        self._again = link_button(self.tr("Try again"), "keeping-again", keeper.save_now)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.addWidget(self._state, stretch=1)
        layout.addWidget(self._again)
        layout.addWidget(self._more)
        keeper.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        state = self._keeper.state
        words = self._words(state)
        self._state.setText(words)
        self._say(words)
        self._again.setVisible(state is Keeping.FAILED)
        self._more.setText(self.tr("Keep my check-ins…") if state is Keeping.NOTHING else self.tr("What is kept…"))

    def _say(self, words: str) -> None:
        """Say what is new; that typing is being kept, and is kept in the same minute again, is none."""
        if self._keeper.state is not Keeping.BUSY and words != self._said and self._state.isVisible():
            self._said = words
            announce(self._state, words)

    def _words(self, state: Keeping) -> str:
        if state is Keeping.NOTHING:
            return self.tr("Nothing is kept on this computer.")
        if state is Keeping.FAILED:
            return self.tr("Not kept: {reason}").format(reason=self._keeper.reason)
        kept_at = self._keeper.kept_at
        if state is Keeping.KEPT and kept_at is not None:
            return self.tr("Kept {time}").format(time=written_time(kept_at))
        return self.tr("Kept") if state is Keeping.KEPT else self.tr("Keeping…")
