"""Backs up and restores the vault, exports and imports check-ins."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.content.pack import Pack
from evolve_desktop.errors import (
    ChangedBehindError,
    MistypedCodeError,
    PassphraseNeededError,
    UserFacingError,
    WrongPassphraseError,
)
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.background_tasks import ReportingTaskQueue
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.ports import Backup, VaultPort
from evolve_desktop.gui.storage.vault_controller import VaultController


class _Restore(Protocol):
    """Restores from the chosen backup with a secret."""

    def __call__(self, secret: str, /, *, is_code: bool) -> Diary: ...


class BackupController(QObject):
    """Lists and restores backups; `backups` is None until they are listed, `restored` is emitted after one is restored.

    `restoring` is emitted once the person has agreed to an offered backup, before anything is replaced. `wants_secret`
    is True if the chosen backup is locked; `unlock_failed` is emitted after each secret that did not open it, and the
    next try has to wait `wait_seconds`.
    """

    restored = Signal()
    restoring = Signal()
    unlock_failed = Signal()

    def __init__(  # noqa: PLR0913  (what a backup is made from and restored into)
        self,
        window: QWidget,
        vault: Callable[[], VaultPort],
        *,
        pack: Pack,
        controller: VaultController,
        autosave: Autosave,
        tasks: ReportingTaskQueue,
        dialogs: Dialogs,
    ) -> None:
        super().__init__()
        self._window = window
        self._vault = vault
        self._pack = pack
        self._controller = controller
        self._autosave = autosave
        self._tasks = tasks
        self._dialogs = dialogs
        self._chosen: _Restore | None = None
        self.backups: Sequence[Backup] | None = None
        self.wants_secret = False
        self.wait_seconds = 0.0

    def list_backups(self, secret: str = "", *, is_code: bool = False) -> None:
        """List the backups; with the secret that opens them, each says how much it holds."""

        def then(backups: Sequence[Backup]) -> str:
            self.backups = backups
            return ""

        self._tasks.run_and_report(lambda: self._vault().backups(secret, is_code=is_code), then)

    def restore(self, name: str, secret: str = "", *, is_code: bool = False) -> None:
        """Restore a backup from the list."""
        self._chosen = partial(self._vault().restore, name)
        self.unlock(secret, is_code=is_code)

    def choose_file(self) -> None:
        """Ask for a backup file, and restore it."""
        if self._controller.find_other():
            return
        path = self._dialogs.open_path(self._window, self.tr("Restore from a backup"))
        if path is not None:
            self._restore_from(path)

    def offer(self, path: Path) -> None:
        """Ask whether to restore this file, once the vault is open; restore it if the answer is yes."""
        self._tasks.run(lambda: None, lambda _nothing: QTimer.singleShot(0, self, partial(self._ask_about, path)))

    def unlock(self, secret: str, *, is_code: bool) -> None:
        """Restore the chosen backup with its secret."""
        if self._chosen is not None:
            self._restore(partial(self._chosen, secret, is_code=is_code))

    def cancel(self) -> None:
        """Keep the present vault and forget the chosen backup."""
        self._chosen = None
        self.wants_secret = False
        self._tasks.show_report("")

    def back_up(self) -> None:
        """Ask for a place, and write the whole vault there."""
        title = self.tr("Back up to one file")
        self._write(title, self.tr("Notes backup") + ".evolve", lambda _diary, path: self._vault().back_up(path))

    def export_text(self) -> None:
        """Ask for a place, and write everything as text to read."""
        title = self.tr("Export as text")
        self._write(
            title, self.tr("Notes") + ".txt", lambda diary, path: self._vault().export_text(diary, self._pack, path)
        )

    def export_json(self) -> None:
        """Ask for a place, and write everything as JSON."""
        title = self.tr("Export as JSON")
        self._write(title, self.tr("Notes") + ".json", lambda diary, path: self._vault().export_json(diary, path))

    def import_json(self) -> None:
        """Ask for an exported file, and add its check-ins."""
        path = self._dialogs.open_path(self._window, self.tr("Add an exported file"))
        if path is not None:
            self._import(path)

    def _ask_about(self, path: Path) -> None:
        if self._controller.find_other():
            return
        if self._dialogs.confirm_restore(self._window, path.name, is_replacing=self._controller.has_vault):
            self.restoring.emit()
            self._restore_from(path)

    def _restore_from(self, path: Path) -> None:
        self._chosen = partial(self._vault().restore_from, path)
        self.unlock("", is_code=False)

    def _import(self, path: Path) -> None:
        before = self._autosave.diary

        def then(diary: Diary) -> str:
            if self._autosave.diary != before:  # an answer came meanwhile: import into the diary with it
                self._import(path)
                return ""
            self._autosave.replace(diary)
            return self.tr("Added. You find them under Earlier.")

        self._tasks.run_and_report(lambda: self._vault().import_json(before, path), then)

    def _write(self, title: str, name: str, write: Callable[[Diary, Path], None]) -> None:
        """Save, ask for a place, and write the diary as it was before the question."""
        if not self._autosave.flush():
            self._tasks.show_report(self._autosave.reason)
            return
        diary = self._autosave.diary
        path = self._dialogs.save_path(self._window, title, name)
        if path is not None:
            written = self.tr("Written: {name}").format(name=path.name)
            self._tasks.run_and_report(partial(write, diary, path), lambda _nothing: written)

    def _restore(self, work: Callable[[], Diary]) -> None:
        """Stop the autosave while the vault is replaced, so that no late save can overwrite the restored one.

        Nothing is dropped that is not on disk; after a conflict it is there, beside the vault's file.
        """
        autosave = self._autosave
        if not autosave.flush() and not isinstance(autosave.error, ChangedBehindError):
            self._tasks.show_report(autosave.reason)
            return
        was_on = autosave.state is not SaveState.OFF
        before = autosave.stop() if was_on else autosave.diary  # unsaved contacts are added to the restored diary

        def then(diary: Diary) -> str:
            self._chosen = None
            self.wants_secret = False
            self.backups = None
            self._controller.start_with_restored(diary)
            self.restored.emit()
            count = len(diary.check_ins)
            restored = self.tr("Restored: %n check-ins. What was kept before stays as an earlier copy.", "", count)
            return f"{restored} {self._controller.divided}".rstrip()

        def failed(error: UserFacingError) -> None:
            if was_on:
                autosave.start(self._vault(), before)
            self._on_failed(error)

        self._tasks.run_and_report(work, then, failed)

    def _on_failed(self, error: UserFacingError) -> None:
        self.wants_secret = isinstance(error, PassphraseNeededError | WrongPassphraseError | MistypedCodeError)
        if self.wants_secret:
            self.wait_seconds = self._vault().wait_before_next_try
            self.unlock_failed.emit()
