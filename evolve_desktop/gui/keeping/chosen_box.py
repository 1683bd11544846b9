"""Asks what opens the copy or the backup that was chosen, while it is locked."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.gui.keeping.transfers import Transfers
from evolve_desktop.gui.keeping.unlock_box import UnlockBox
from evolve_desktop.gui.services.background_tasks import Chores
from evolve_desktop.gui.widgets.accessibility import make_group, make_label
from evolve_desktop.gui.widgets.labels import box, label, link_button


class ChosenBox(QWidget):
    """Is seen while the transfers want a secret, and tells why one did not open it."""

    def __init__(self, chores: Chores, transfers: Transfers) -> None:
        """Follow both."""
        super().__init__()
        self._chores = chores
        self._transfers = transfers
        self._unlock = UnlockBox("backup")
        self._unlock.tried.connect(self._on_try)
        frame, body = box("notice")
        words = label(self.tr("This is locked. What opens it?"), "strong")
        make_group(self._unlock, words.text())
        make_label(words, self._unlock)
        body.addWidget(words)
        body.addWidget(self._unlock)
        body.addWidget(link_button(self.tr("Never mind"), "backup-never-mind", transfers.never_mind))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        chores.changed.connect(self._refresh)
        transfers.locked.connect(self._on_locked)
        self._refresh()

    def _refresh(self) -> None:
        self._unlock.setEnabled(not self._chores.is_busy)
        self.setVisible(self._transfers.wants_secret)
        if not self._transfers.wants_secret:
            self._unlock.clear()

    def _on_try(self) -> None:
        self._transfers.unlock(self._unlock.secret, is_code=self._unlock.is_code)

    def _on_locked(self) -> None:
        self._refresh()
        self._unlock.show_problem(self._chores.told, self._transfers.wait)
