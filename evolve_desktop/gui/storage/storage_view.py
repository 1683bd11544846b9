"""The storage page: to create the vault, and everything that can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.background_tasks import ReportingTaskQueue
from evolve_desktop.gui.storage.backup_controller import BackupController
from evolve_desktop.gui.storage.backup_list import BackupList
from evolve_desktop.gui.storage.passphrase_forms import ChangePassphraseForm, CreateVaultForm
from evolve_desktop.gui.storage.storage_cards import EraseCard, RecoveryCodeCard
from evolve_desktop.gui.storage.unlock_view import BackupUnlockCard
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.gui.widgets.announcements import focus_and_say, show_and_say_once
from evolve_desktop.gui.widgets.card import Button, action_card
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import FocusReturn
from evolve_desktop.gui.widgets.labels import button, heading, label, link_button, set_role
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_WIDEST = 84


class StorageView(QWidget):
    """Shows either the way to a vault, or what can be done with it, and the report of the last task.

    After *Erase* it shows the report alone, until it is opened again. While a task runs, every part stays visible.
    `closed` is emitted by *Back*, `print_requested` to print the recovery code, `join_requested` to open the vault that
    another window has created meanwhile.
    """

    closed = Signal()
    print_requested = Signal()
    join_requested = Signal()

    def __init__(
        self,
        text: KeepingText,
        autosave: Autosave,
        *,
        controller: VaultController,
        backups: BackupController,
        tasks: ReportingTaskQueue,
    ) -> None:
        super().__init__()
        self._autosave, self._controller, self._backups, self._tasks = autosave, controller, backups, tasks
        self._create = CreateVaultForm(text)
        self._join = button(self.tr("Open them"), "open-found", self.join_requested.emit)
        self._code = RecoveryCodeCard(text)
        self._report = label("", "strong")
        self._busy = label(self.tr("One moment…"), "muted")
        self._change = ChangePassphraseForm(
            self._on_change, controller.remove_passphrase, controller.make_recovery_code
        )
        self._list = BackupList(self._on_restore)
        self._erase = EraseCard(text, self._on_erase, lambda: controller.copies)
        self._is_asking = self._is_erasing = self._is_erased = False
        self._inputs = QWidget()
        self._focus_return = FocusReturn(self._inputs)
        self._vault_cards = QWidget()
        self._build()
        self._connect()
        self._show_parts()
        self._refresh()

    def start(self) -> None:
        """Go to the top, with the focus on the way back, at which a screen reader says the title."""
        self._is_erased = False
        self._refresh()
        focus_and_say(self._back, self._title.text())
        self._scroll_page.go_to_start()

    def tell_about_code(self, sentence: str) -> None:
        """Say what was done with the recovery code."""
        self._code.tell(sentence)

    def _connect(self) -> None:
        self._create.create_requested.connect(self._on_create)
        self._code.print_requested.connect(self.print_requested)
        self._code.done.connect(self._on_have_code)
        self._controller.new_code_failed.connect(self._on_new_code_failed)
        self._autosave.changed.connect(self._refresh)
        self._tasks.changed.connect(self._refresh)
        self._tasks.succeeded.connect(self._clear)

    def _build(self) -> None:
        title = self.tr("Keep my check-ins")
        self._back = link_button(self.tr("Back"), "keeping-back", self.closed.emit)
        self._title = heading(title, "title", level=1, selectable=True)
        self._go_on = button(self.tr("Go to an empty check-in"), "erased-go-on", self.closed.emit, narrow=True)
        set_role(self._go_on, "primary")
        self._report.setObjectName("keeping-told")
        self._busy.setObjectName("keeping-busy")
        page = self._scroll_page = ScrollPage(title, _WIDEST)
        page.add(self._back)
        self.setFocusProxy(self._back)
        unlock_card = BackupUnlockCard(self._tasks, self._backups)
        page.add(self._title, self._busy, self._report, self._go_on, self._join, self._code, unlock_card, self._inputs)
        column(self._inputs, self._create, self._vault_cards, self._restore_card())
        column(self._vault_cards, self._change, self._backup_card(), self._export_card(), self._erase)
        page.body.addStretch(1)
        column(self, page)

    def _backup_card(self) -> QWidget:
        show: Button = (self.tr("Show earlier copies"), "show-copies", self._on_list)
        back_up: Button = (self.tr("Back up to one file…"), "back-up", self._backups.back_up)
        sentence = self.tr("A backup holds everything, locked as it is here. Put it on another disk or a stick.")
        card, body = action_card(self.tr("Copies"), [sentence], [back_up, show])
        body.addWidget(self._list)
        return card

    def _export_card(self) -> QWidget:
        sentence = self.tr("An export can be read by anyone who finds it. Nothing here changes.")
        buttons: list[Button] = [
            (self.tr("As text to read…"), "export-text", self._backups.export_text),
            (self.tr("As JSON…"), "export-json", self._backups.export_json),
            (self.tr("Add an exported file…"), "import-json", self._backups.import_json),
        ]
        return action_card(self.tr("Export"), [sentence], buttons)[0]

    def _restore_card(self) -> QWidget:
        sentence = self.tr("What is kept now stays as an earlier copy.")
        restore: Button = (self.tr("Restore from a backup…"), "restore-backup", self._backups.choose_file)
        return action_card(self.tr("Restore"), [sentence], [restore])[0]

    def _refresh(self) -> None:
        is_busy = self._tasks.is_busy or self._is_asking
        self._busy.setVisible(is_busy)
        self._focus_return.set_enabled(enabled=not is_busy)
        if not is_busy:
            self._show_parts()
        self._show_code()
        if not is_busy and self.isVisible():
            self._give_focus()
        report = "" if self._backups.wants_secret else self._tasks.report  # the card that asks for it says it
        show_and_say_once(self._report, report)
        self._list.show_backups(self._backups.backups)

    def _show_parts(self) -> None:
        has_vault = self._autosave.state is not SaveState.OFF
        is_found, is_erased = self._controller.is_found, self._is_erased and not has_vault
        self._title.setText(self.tr("Done") if is_erased else self.tr("Keep my check-ins"))
        self._back.setVisible(not is_erased)
        self._go_on.setVisible(is_erased)
        self._inputs.setVisible(not is_erased)
        self._create.setVisible(not has_vault and not is_found)
        self._join.setVisible(is_found)
        self._vault_cards.setVisible(has_vault)
        self._change.show_sealed(is_sealed=self._controller.can_lock)

    def _give_focus(self) -> None:
        """Give the focus back to the control whose work is done; after *Erase* there is one way on."""
        was_erasing, self._is_erasing = self._is_erasing, False
        if was_erasing and self._is_erased:
            self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_return.give_back(self)  # the way back

    def _show_code(self) -> None:
        """Show the recovery code, with the focus if it is new; a lock and *Erase* take the copied one back."""
        if self._autosave.state is SaveState.OFF:
            self._code.forget_copy()
        was_hidden = self._code.isHidden()
        self._code.show_code(self._controller.recovery_code)
        if was_hidden and self._code.isVisible():
            self._code.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll_page.reveal(self._code)

    def _clear(self) -> None:
        """Clear the forms after their task has succeeded."""
        self._is_erased = self._is_erasing
        self._create.clear()
        self._change.clear()
        self._erase.reset()

    def _on_list(self) -> None:  # these two keep the button's `checked` from being taken for a secret
        self._backups.list_backups()

    def _on_restore(self, name: str) -> None:
        self._backups.restore(name)

    def _on_erase(self) -> None:
        """Erase; every part stays until that is done, so that the focus goes nowhere else meanwhile."""
        self._is_asking = True
        self._controller.erase()
        self._is_asking = False
        self._is_erasing = True

    def _on_create(self) -> None:
        self._controller.create(self._create.passphrase, with_code=self._create.with_code)

    def _on_change(self, passphrase: str, with_code: bool) -> None:  # noqa: FBT001  (as the form says it)
        self._controller.set_passphrase(passphrase, with_code=with_code)

    def _on_have_code(self) -> None:
        self._controller.forget_code()
        self.start()

    def _on_new_code_failed(self) -> None:
        self._change.show_code_problem(self._tasks.report, self._controller.wait_seconds)
