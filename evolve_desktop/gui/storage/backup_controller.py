"""What goes out of the safe and comes back in: backups, earlier copies, exported files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.errors import (
    ChangedBehindError,
    MistypedCodeError,
    PassphraseNeededError,
    UserFacingError,
    WrongPassphraseError,
)
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.background_tasks import TaskQueue, nothing_more
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.ports import Backup
from evolve_desktop.gui.storage.vault_controller import Keys, VaultController


class _Source(Protocol):
    """Takes what was kept out of a copy or a backup, with what opens it."""

    def __call__(self, secret: str, /, *, is_code: bool) -> Diary: ...


class BackupController(QObject):
    """`copies` are those that were asked for; `brought_back` follows the coming back of one, or of a backup.

    `wants_secret` says that the one that was chosen is locked; `locked` follows each try that did not open it, and the
    next one has to `wait` for so many seconds.
    """

    restored = Signal()
    locked = Signal()

    def __init__(self, window: QWidget, needs: Needs, keys: Keys, chores: TaskQueue) -> None:
        """Take the safe, what follows when its content changes, and the window that dialogs stand before."""
        super().__init__()
        self._window = window
        self._needs = needs
        self._keys = keys
        self._chores = chores
        self._source: _Source | None = None
        self.copies: Sequence[Backup] | None = None
        self.wants_secret = False
        self.wait = 0.0

    def list_copies(self, secret: str = "", *, is_code: bool = False) -> None:
        """Look for the earlier copies; what opens them tells how much each holds."""

        def then(copies: Sequence[Backup]) -> str:
            self.copies = copies
            return ""

        work = partial(self._needs.safe().backups, secret, is_code=is_code)
        self._chores.run(work, then, nothing_more)

    def restore_copy(self, name: str, secret: str = "", *, is_code: bool = False) -> None:
        """Bring an earlier copy back."""
        self._source = partial(self._needs.safe().restore, name)
        self.unlock(secret, is_code=is_code)

    def choose_backup(self) -> None:
        """Ask for a backup, and bring it back."""
        path = self._needs.dialogs.open_path(self._window, self.tr("Restore from a backup"))
        if path is not None:
            self._source = partial(self._needs.safe().restore_from, path)
            self.unlock("", is_code=False)

    def unlock(self, secret: str, *, is_code: bool) -> None:
        """Bring back what was chosen, with what opens it."""
        if self._source is not None:
            self._bring_back(partial(self._source, secret, is_code=is_code))

    def never_mind(self) -> None:
        """Leave it at what is kept now."""
        self._source = None
        self.wants_secret = False
        self._chores.tell("")

    def back_up(self) -> None:
        """Ask for a place, and write everything there."""
        self._write(self.tr("Back up to one file"), "Notes backup.evolve", lambda _kept: self._needs.safe().back_up)

    def export_text(self) -> None:
        """Ask for a place, and write everything as text to read."""
        export = self._needs.safe().export_text
        self._write(self.tr("Export as text"), "Notes.txt", lambda kept: partial(export, kept, self._needs.pack))

    def export_json(self) -> None:
        """Ask for a place, and write everything as JSON."""
        export = self._needs.safe().export_json
        self._write(self.tr("Export as JSON"), "Notes.json", lambda kept: partial(export, kept))

    def import_json(self) -> None:
        """Ask for an exported file, and add what it holds."""
        path = self._needs.dialogs.open_path(self._window, self.tr("Add an exported file"))
        if path is not None:
            self._add(path)

    def _add(self, path: Path) -> None:
        before = self._needs.autosave.diary

        def then(kept: Diary) -> str:
            if self._needs.autosave.diary != before:  # something was said meanwhile: add to that
                self._add(path)
                return ""
            self._needs.autosave.replace(kept)
            return self.tr("Added. You find them under Earlier.")

        self._chores.run(partial(self._needs.safe().import_json, before, path), then, nothing_more)

    def _write(self, title: str, name: str, writing: Callable[[Diary], Callable[[Path], None]]) -> None:
        """Save, ask for a place, and write what is kept by then."""
        if not self._needs.autosave.flush():
            self._chores.tell(self._needs.autosave.reason)
            return
        write = writing(self._needs.autosave.diary)
        path = self._needs.dialogs.save_path(self._window, title, name)
        if path is not None:
            self._chores.run(
                partial(write, path), lambda _: self.tr("Written: {name}").format(name=path.name), nothing_more
            )

    def _bring_back(self, work: Callable[[], Diary]) -> None:
        """Let go of what is kept while another takes its place, so that no late save can cover it.

        Nothing is let go that is not on disk; after a conflict it is there, beside the file.
        """
        autosave = self._needs.autosave
        if not autosave.flush() and not isinstance(autosave.error, ChangedBehindError):
            self._chores.tell(autosave.reason)
            return
        was_keeping = autosave.state is not SaveState.OFF
        kept = autosave.stop()

        def then(found: Diary) -> str:
            self._source = None
            self.wants_secret = False
            self.copies = None
            self._needs.session.close(self._needs.new_check_in())
            self._keys.take(found)
            self.restored.emit()
            count = len(found.check_ins)
            return self.tr("Restored: %n check-ins. What was kept before stays as an earlier copy.", "", count)

        def failed(error: UserFacingError) -> None:
            if was_keeping:
                autosave.start(self._needs.safe(), kept)
            self._on_failed(error)

        self._chores.run(work, then, failed)

    def _on_failed(self, error: UserFacingError) -> None:
        self.wants_secret = isinstance(error, PassphraseNeededError | WrongPassphraseError | MistypedCodeError)
        if self.wants_secret:
            self.wait = self._needs.safe().wait_before_next_try
            self.locked.emit()


class StorageParts:
    """One safe, and all that acts on it, one thing after the other."""

    def __init__(self, window: QWidget, needs: Needs) -> None:
        """Build the parts; the views are built when they are first looked at."""
        chores = self.chores = TaskQueue()
        self.keys = Keys(needs, chores)
        self.door = VaultController(needs, self.keys, chores)
        self.transfers = BackupController(window, needs, self.keys, chores)
