"""The page about keeping: to begin it, and everything that can be done with what is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.storage.backup_controller import StorageParts
from evolve_desktop.gui.storage.backup_list import BackupList
from evolve_desktop.gui.storage.passphrase_forms import ChangePassphraseForm, CreateVaultForm
from evolve_desktop.gui.storage.storage_cards import EraseCard, RecoveryCodeCard
from evolve_desktop.gui.storage.unlock_view import BackupUnlockCard
from evolve_desktop.gui.widgets.announcements import show_and_announce_once
from evolve_desktop.gui.widgets.card import Button, action_card
from evolve_desktop.gui.widgets.labels import heading, label, link_button
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_WIDEST = 84


class StorageView(QWidget):
    """Shows what came of the chores and asks for more; `left` follows the wish to go back.

    `print_wanted` follows the wish for the recovery code on paper.
    """

    left = Signal()
    print_requested = Signal()

    def __init__(self, text: KeepingText, autosave: Autosave, parts: StorageParts) -> None:
        """Build the page; it shows either the way in, or what can be done with what is kept."""
        super().__init__()
        self._text = text
        self._autosave = autosave
        self._chores = parts.chores
        self._keys = parts.keys
        self._transfers = parts.transfers
        self._form = CreateVaultForm(text)
        self._form.keep_requested.connect(self._on_keep)
        self._code = RecoveryCodeCard(text)
        self._code.print_requested.connect(self.print_requested)
        self._code.done.connect(parts.keys.forget_code)
        self._told = label("", "strong")
        self._told.setObjectName("keeping-told")
        self._busy = label(self.tr("One moment…"), "muted")
        self._busy.setObjectName("keeping-busy")
        self._change = ChangePassphraseForm(self._on_change, parts.keys.remove_passphrase)
        self._copies = BackupList(parts.transfers.restore_copy)
        self._erase = EraseCard(text, parts.keys.erase)
        self._chosen = BackupUnlockCard(parts.chores, parts.transfers)
        self._inputs = QWidget()
        self._kept = QWidget()
        self._build()
        autosave.changed.connect(self._refresh)
        parts.chores.changed.connect(self._refresh)
        parts.chores.done.connect(self._clear)
        self._refresh()

    def _build(self) -> None:
        title = self.tr("Keep my check-ins")
        column = self._column = ScrollPage(title, _WIDEST)
        column.body.addWidget(link_button(self.tr("Back"), "keeping-back", self.left.emit))
        top = heading(title, "title", level=1, selectable=True)
        self.setFocusProxy(top)  # so that a screen reader begins with where this is
        column.body.addWidget(top)
        for widget in (self._busy, self._told, self._code, self._chosen, self._inputs):
            column.body.addWidget(widget)
        inputs = QVBoxLayout(self._inputs)
        inputs.setContentsMargins(0, 0, 0, 0)
        inputs.addWidget(self._form)
        inputs.addWidget(self._kept)
        inputs.addWidget(self._backup_card())
        kept = QVBoxLayout(self._kept)
        kept.setContentsMargins(0, 0, 0, 0)
        for widget in (self._change, self._copies_card(), self._export_card(), self._erase):
            kept.addWidget(widget)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def start(self) -> None:
        """Go to the title, with the focus, so that a screen reader begins with where this is."""
        self.setFocus()
        self._column.go_to_start()

    def _copies_card(self) -> QWidget:
        show: Button = (self.tr("Show earlier copies"), "show-copies", self._transfers.list_copies)
        back_up: Button = (self.tr("Back up to one file…"), "back-up", self._transfers.back_up)
        sentence = self.tr("A backup holds everything, locked as it is here. Put it on another disk or a stick.")
        card, body = action_card(self.tr("Copies"), [sentence], [back_up, show])
        body.addWidget(self._copies)
        return card

    def _export_card(self) -> QWidget:
        sentence = self.tr("An export can be read by anyone who finds it. Nothing here changes.")
        buttons: list[Button] = [
            (self.tr("As text to read…"), "export-text", self._transfers.export_text),
            (self.tr("As JSON…"), "export-json", self._transfers.export_json),
            (self.tr("Add an exported file…"), "import-json", self._transfers.import_json),
        ]
        return action_card(self.tr("Export"), [sentence], buttons)[0]

    def _backup_card(self) -> QWidget:
        sentence = self.tr("What is kept now stays as an earlier copy.")
        restore: Button = (self.tr("Restore from a backup…"), "restore-backup", self._transfers.choose_backup)
        return action_card(self.tr("Restore"), [sentence], [restore])[0]

    def _refresh(self) -> None:
        is_kept = self._autosave.state is not SaveState.OFF
        copies = self._transfers.copies
        self._busy.setVisible(self._chores.is_busy)
        self._inputs.setEnabled(not self._chores.is_busy)
        self._form.setVisible(not is_kept)
        self._kept.setVisible(is_kept)
        self._code.show_code(self._keys.code)
        self._change.show_sealed(is_sealed=self._keys.is_sealed)
        told = "" if self._transfers.wants_secret else self._chores.told  # the box that asks for it says it
        show_and_announce_once(self._told, told)
        self._copies.setVisible(copies is not None)
        if copies is not None:
            self._copies.show_copies(copies)

    def _clear(self) -> None:
        """Forget what was typed, once it has done its work."""
        for part in (self._form, self._change):
            part.clear()
        self._erase.reset()

    def _on_keep(self) -> None:
        self._keys.keep(self._form.passphrase, with_code=self._form.with_code)

    def _on_change(self, passphrase: str, with_code: bool) -> None:  # noqa: FBT001  (what the form says)
        self._keys.set_passphrase(passphrase, with_code=with_code)
