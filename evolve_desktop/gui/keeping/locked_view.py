"""What stands in the window while what is kept is locked, or cannot be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.keeping.chosen_box import ChosenBox
from evolve_desktop.gui.keeping.copies_box import CopiesBox
from evolve_desktop.gui.keeping.parts import KeepingParts
from evolve_desktop.gui.keeping.unlock_box import UnlockBox
from evolve_desktop.gui.widgets.accessibility import make_group, make_label
from evolve_desktop.gui.widgets.announcements import show_and_say_once
from evolve_desktop.gui.widgets.card import action_card
from evolve_desktop.gui.widgets.labels import heading, label
from evolve_desktop.gui.widgets.scroll_page import Column

_WIDEST = 60


class LockedView(QWidget):
    """Asks for what opens it, and offers the ways round; `left` follows the wish to go on without opening it."""

    left = Signal()

    def __init__(self, text: KeepingText, parts: KeepingParts) -> None:
        """Build the page; nothing on it is of the person's."""
        super().__init__()
        self._chores = parts.chores
        self._door = parts.door
        self._transfers = parts.transfers
        self._told = label("", "strong")
        self._told.setObjectName("locked-told")
        self._busy = label(self.tr("One moment…"), "muted")
        self._unlock = UnlockBox("unlock")
        self._unlock.tried.connect(self._on_try)
        self._copies = CopiesBox(self._on_restore)
        make_group(self._unlock, text.cover)
        column = Column(text.cover, _WIDEST)
        title = heading(text.cover, "title", level=1)
        make_label(title, self._unlock)
        column.body.addWidget(title)
        chosen = ChosenBox(parts.chores, parts.transfers)
        for widget in (self._told, self._unlock, self._busy, chosen, self._ways_round()):
            column.body.addWidget(widget)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self._unlock)
        parts.chores.changed.connect(self._refresh)
        parts.door.refused.connect(self._on_refused)
        for done_with in (parts.door.opened, parts.transfers.brought_back, self.left):
            done_with.connect(self._unlock.clear)
        self._refresh()

    def _ways_round(self) -> QWidget:
        buttons = [
            (self.tr("Show earlier copies"), "locked-copies", self._on_list),
            (self.tr("Restore from a backup…"), "locked-restore", self._transfers.choose_backup),
            (self.tr("Go on without it"), "locked-go-on", self.left.emit),
        ]
        sentence = self.tr("Nothing that is there now is lost: it stays, under another name or as an earlier copy.")
        card, body = action_card(self.tr("If it does not open"), [sentence], buttons)
        body.addWidget(self._copies)
        return card

    def _refresh(self) -> None:
        self._busy.setVisible(self._chores.is_busy)
        self._unlock.setEnabled(not self._chores.is_busy)
        self._unlock.setVisible(self._door.wants_secret)
        is_told_elsewhere = self._door.wants_secret or self._transfers.wants_secret
        show_and_say_once(self._told, "" if is_told_elsewhere else self._chores.told)
        copies = self._transfers.copies
        self._copies.setVisible(copies is not None)
        if copies is not None:
            self._copies.show_copies(copies)

    def _on_try(self) -> None:
        self._door.open(self._unlock.secret, is_code=self._unlock.is_code)

    def _on_list(self) -> None:
        """List the copies; what was typed may not open the file and open them."""
        self._transfers.list_copies(self._unlock.secret, is_code=self._unlock.is_code)

    def _on_restore(self, name: str) -> None:
        self._transfers.restore_copy(name, self._unlock.secret, is_code=self._unlock.is_code)

    def _on_refused(self) -> None:
        self._refresh()
        self._unlock.show_problem(self._chores.told, self._door.wait)
