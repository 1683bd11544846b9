"""What stands in the window while what is kept is locked, or cannot be opened."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.services.background_tasks import TaskQueue
from evolve_desktop.gui.storage.backup_controller import BackupController, StorageParts
from evolve_desktop.gui.storage.backup_list import BackupList
from evolve_desktop.gui.widgets.accessibility import make_group, set_buddy
from evolve_desktop.gui.widgets.announcements import show_and_announce_once
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.card import action_card
from evolve_desktop.gui.widgets.labels import card_frame, heading, label, link_button, show_text
from evolve_desktop.gui.widgets.line_fields import SecretField
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_SHORTEST_WAIT = 0.2


class UnlockForm(QWidget):
    """`tried` follows Return or the button; after wrong ones the button rests for a while, and says so."""

    tried = Signal()

    def __init__(self, name: str) -> None:
        """Take the beginning of the object names."""
        super().__init__()
        self._field = SecretField(f"{name}-secret", self.tr("Passphrase"))
        self._field.entered.connect(self._on_try)
        self._code = CheckBox(self.tr("This is the recovery code"), f"{name}-is-code")
        self._problem = label("", "strong")
        self._problem.setObjectName(f"{name}-problem")
        self._open = QPushButton(self.tr("Open"))
        self._open.setObjectName(f"{name}-open")
        self._open.setProperty("primary", True)  # noqa: FBT003  (Qt's own order)
        self._open.clicked.connect(self._on_try)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._field, self._code, self._problem, self._open):
            layout.addWidget(widget)
        self._problem.hide()
        self.setFocusProxy(self._field)

    @property
    def secret(self) -> str:
        """What was typed."""
        return self._field.text

    @property
    def is_code(self) -> bool:
        """Whether it is the recovery code."""
        return self._code.isChecked()

    def show_problem(self, sentence: str, wait: float = 0) -> None:
        """Say why it did not open, and go back to the field; the next try has to wait for so many seconds."""
        self._tell(sentence)
        if self.isVisible():  # there are two of these, and a person may have gone on
            self._field.setFocus()
        if wait > _SHORTEST_WAIT:
            self._open.setEnabled(False)
            self._open.setText(self.tr("Open again in {seconds} s").format(seconds=round(wait + 0.5)))
            self._rest.start(round(wait * 1000))

    def clear(self) -> None:
        """Forget what was typed."""
        self._field.clear()
        self._code.setChecked(False)
        self._tell("")

    def _tell(self, problem: str) -> None:
        show_text(self._problem, problem)
        self._field.explain(problem)

    def _on_try(self) -> None:
        if self._open.isEnabled():
            self.tried.emit()

    def _on_rested(self) -> None:
        self._open.setEnabled(True)
        self._open.setText(self.tr("Open"))


class BackupUnlockCard(QWidget):
    """Is seen while the transfers want a secret, and tells why one did not open it."""

    def __init__(self, chores: TaskQueue, transfers: BackupController) -> None:
        """Follow both."""
        super().__init__()
        self._chores = chores
        self._transfers = transfers
        self._unlock = UnlockForm("backup")
        self._unlock.tried.connect(self._on_try)
        frame, body = card_frame("notice")
        words = label(self.tr("This is locked. What opens it?"), "strong")
        make_group(self._unlock, words.text())
        set_buddy(words, self._unlock)
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


_WIDEST = 60


class UnlockView(QWidget):
    """Asks for what opens it, and offers the ways round; `left` follows the wish to go on without opening it."""

    left = Signal()

    def __init__(self, text: KeepingText, parts: StorageParts) -> None:
        """Build the page; nothing on it is of the person's."""
        super().__init__()
        self._chores = parts.chores
        self._door = parts.door
        self._transfers = parts.transfers
        self._told = label("", "strong")
        self._told.setObjectName("locked-told")
        self._busy = label(self.tr("One moment…"), "muted")
        self._unlock = UnlockForm("unlock")
        self._unlock.tried.connect(self._on_try)
        self._copies = BackupList(self._on_restore)
        make_group(self._unlock, text.cover)
        column = ScrollPage(text.cover, _WIDEST)
        title = heading(text.cover, "title", level=1)
        set_buddy(title, self._unlock)
        column.body.addWidget(title)
        chosen = BackupUnlockCard(parts.chores, parts.transfers)
        for widget in (self._told, self._unlock, self._busy, chosen, self._ways_round()):
            column.body.addWidget(widget)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.setFocusProxy(self._unlock)
        parts.chores.changed.connect(self._refresh)
        parts.door.refused.connect(self._on_refused)
        for done_with in (parts.door.opened, parts.transfers.restored, self.left):
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
        show_and_announce_once(self._told, "" if is_told_elsewhere else self._chores.told)
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
