"""The page in front of a locked vault, or of one that cannot be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.services.background_tasks import ReportingTaskQueue
from evolve_desktop.gui.storage.backup_controller import BackupController
from evolve_desktop.gui.storage.backup_list import BackupList
from evolve_desktop.gui.storage.passphrase_forms import SecretForm
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.gui.widgets.accessibility import make_group, set_buddy
from evolve_desktop.gui.widgets.announcements import show_and_say_once
from evolve_desktop.gui.widgets.buttons import CheckBox
from evolve_desktop.gui.widgets.card import Card, action_card
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import heading, label, link_button, set_role
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_WIDEST = 60


class UnlockForm(SecretForm):
    """Asks for the passphrase or the recovery code."""

    def __init__(self, name: str) -> None:
        super().__init__(name, self.tr("Passphrase"), self.tr("Open"))
        set_role(self._button, "primary")
        self._code = CheckBox(self.tr("This is the recovery code"), f"{name}-is-code")
        self._layout.insertWidget(1, self._code)
        self._button.setParent(None)  # and back, behind the box: Tab goes in the order in which children were added
        self._layout.addWidget(self._button)

    @property
    def is_code(self) -> bool:
        """Whether the secret is the recovery code."""
        return self._code.isChecked()

    def clear(self) -> None:
        """Clear the field and uncheck the box."""
        super().clear()
        self._code.setChecked(False)


class BackupUnlockCard(Card):
    """Asks for the secret of the chosen backup while that is locked, and says why one did not open it."""

    def __init__(self, tasks: ReportingTaskQueue, backups: BackupController) -> None:
        super().__init__("notice")
        self._tasks = tasks
        self._backups = backups
        self._form = UnlockForm("backup")
        self._form.submitted.connect(self._on_submitted)
        words = label(self.tr("This is locked. What opens it?"), "strong")
        make_group(self._form, words.text())
        set_buddy(words, self._form)
        self.add(words, self._form, link_button(self.tr("Never mind"), "backup-never-mind", backups.cancel))
        tasks.changed.connect(self._refresh)
        backups.unlock_failed.connect(self._on_unlock_failed)
        self._refresh()

    def _refresh(self) -> None:
        self._form.setEnabled(not self._tasks.is_busy)
        self.setVisible(self._backups.wants_secret)
        if not self._backups.wants_secret:
            self._form.clear()

    def _on_submitted(self) -> None:
        self._backups.unlock(self._form.secret, is_code=self._form.is_code)

    def _on_unlock_failed(self) -> None:
        self._refresh()
        self._form.show_problem(self._tasks.report, self._backups.wait_seconds)


class UnlockView(QWidget):
    """Asks for the secret and offers the ways around it; `closed` follows *Go on without it*.

    `title` is the neutral word on the page; nothing on it is private.
    """

    closed = Signal()

    def __init__(
        self, title: str, controller: VaultController, *, backups: BackupController, tasks: ReportingTaskQueue
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._controller = controller
        self._backups = backups
        self._report = label("", "strong")
        self._report.setObjectName("locked-told")
        self._busy = label(self.tr("One moment…"), "muted")
        self._form = UnlockForm("unlock")
        self._form.submitted.connect(self._on_submitted)
        self._list = BackupList(self._on_restore)
        self._build(title)
        self.setFocusProxy(self._form)
        tasks.changed.connect(self._refresh)
        controller.open_failed.connect(self._on_open_failed)
        for done in (controller.opened, backups.restored, self.closed):
            done.connect(self._form.clear)
        self._refresh()

    def _build(self, title: str) -> None:
        make_group(self._form, title)
        page = ScrollPage(title, _WIDEST)
        title_label = heading(title, "title", level=1)
        set_buddy(title_label, self._form)
        card = BackupUnlockCard(self._tasks, self._backups)
        page.add(title_label, self._report, self._form, self._busy, card, self._other_ways())
        page.body.addStretch(1)
        column(self, page)

    def _other_ways(self) -> QWidget:
        buttons = [
            (self.tr("Show earlier copies"), "locked-copies", self._on_list),
            (self.tr("Restore from a backup…"), "locked-restore", self._backups.choose_file),
            (self.tr("Go on without it"), "locked-go-on", self.closed.emit),
        ]
        sentence = self.tr("Nothing that is there now is lost: it stays, under another name or as an earlier copy.")
        card, body = action_card(self.tr("If it does not open"), [sentence], buttons)
        body.addWidget(self._list)
        return card

    def _refresh(self) -> None:
        self._busy.setVisible(self._tasks.is_busy)
        self._form.setEnabled(not self._tasks.is_busy)
        self._form.setVisible(self._controller.wants_secret)
        is_told_in_form = self._controller.wants_secret or self._backups.wants_secret
        show_and_say_once(self._report, "" if is_told_in_form else self._tasks.report)
        self._list.show_backups(self._backups.backups)

    def _on_submitted(self) -> None:
        self._controller.open(self._form.secret, is_code=self._form.is_code)

    def _on_list(self) -> None:
        """List the backups; a secret that does not open the vault may open them."""
        self._backups.list_backups(self._form.secret, is_code=self._form.is_code)

    def _on_restore(self, name: str) -> None:
        self._backups.restore(name, self._form.secret, is_code=self._form.is_code)

    def _on_open_failed(self) -> None:
        self._refresh()
        self._form.show_problem(self._tasks.report, self._controller.wait_seconds)
