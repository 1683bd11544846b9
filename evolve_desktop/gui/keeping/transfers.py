"""What goes out of the safe and comes back in: backups, earlier copies, exported files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.errors import (
    ChangedBehindError,
    MistypedCodeError,
    PassphraseNeededError,
    UserFacingError,
    WrongPassphraseError,
)
from evolve_desktop.gui.keeping.chores import Chores, nothing_more
from evolve_desktop.gui.keeping.keys import Keys
from evolve_desktop.gui.needs import Needs
from evolve_desktop.gui.safe import CheckIns, Copy, Safe


class Transfers(QObject):
    """`copies` are the earlier copies that were asked for; `wants_secret` says that a chosen backup is locked.

    `locked` follows each try that did not open it; the next one has to `wait` for so many seconds.
    """

    locked = Signal()

    def __init__(self, window: QWidget, needs: Needs, keys: Keys, chores: Chores) -> None:
        """Take the safe, what follows when its content changes, and the window that dialogs stand before."""
        super().__init__()
        self._window = window
        self._session = needs.session
        self._keeper = needs.keeper
        self._open_safe = needs.safe
        self._prompts = needs.prompts
        self._new_check_in = needs.new_check_in
        self._keys = keys
        self._chores = chores
        self._backup: Path | None = None
        self.copies: Sequence[Copy] | None = None
        self.wait = 0.0

    @property
    def _safe(self) -> Safe:
        return self._open_safe()

    @property
    def wants_secret(self) -> bool:
        """Whether a backup was chosen that only a passphrase or a code opens."""
        return self._backup is not None

    def list_copies(self) -> None:
        """Look for the earlier copies."""

        def then(copies: Sequence[Copy]) -> str:
            self.copies = copies
            return ""

        self._chores.run(self._safe.earlier_copies, then, nothing_more)

    def restore_copy(self, name: str) -> None:
        """Bring an earlier copy back."""
        self._bring_back(lambda: self._safe.restore(name), nothing_more)

    def choose_backup(self) -> None:
        """Ask for a backup, and bring it back."""
        path = self._prompts.open_path(self._window, self.tr("Restore from a backup"))
        if path is not None:
            self._backup = None
            self._bring_back(lambda: self._safe.restore_from(path, ""), partial(self._on_locked, path))

    def restore_backup(self, secret: str, *, is_code: bool) -> None:
        """Bring the chosen backup back, with what opens it."""
        path = self._backup
        if path is not None:
            work = partial(self._safe.restore_from, path, secret, is_code=is_code)
            self._bring_back(work, partial(self._on_locked, path))

    def back_up(self) -> None:
        """Ask for a place, and write everything there."""
        self._write(self.tr("Back up to one file"), "Notes backup.evolve", self._safe.back_up)

    def export_text(self) -> None:
        """Ask for a place, and write everything as text to read."""
        self._write(self.tr("Export as text"), "Notes.txt", partial(self._safe.export_text, self._keeper.check_ins))

    def export_json(self) -> None:
        """Ask for a place, and write everything as JSON."""
        self._write(self.tr("Export as JSON"), "Notes.json", partial(self._safe.export_json, self._keeper.check_ins))

    def import_json(self) -> None:
        """Ask for an exported file, and add its check-ins."""
        path = self._prompts.open_path(self._window, self.tr("Add an exported file"))
        if path is None:
            return

        def then(check_ins: CheckIns) -> str:
            self._keeper.replace(check_ins)
            return self.tr("Added. You find them under Earlier.")

        self._chores.run(partial(self._safe.import_json, self._keeper.check_ins, path), then, nothing_more)

    def _write(self, title: str, name: str, write: Callable[[Path], None]) -> None:
        if not self._keeper.flush():
            self._chores.tell(self._keeper.reason)
            return
        path = self._prompts.save_path(self._window, title, name)
        if path is not None:
            self._chores.run(
                partial(write, path), lambda _: self.tr("Written: {name}").format(name=path.name), nothing_more
            )

    def _bring_back(self, work: Callable[[], CheckIns], failed: Callable[[UserFacingError], None]) -> None:
        """Let go of what is kept while another takes its place, so that no late save can cover it.

        Nothing is let go that is not on disk; after a conflict it is there, beside the file.
        """
        if not self._keeper.flush() and not isinstance(self._keeper.error, ChangedBehindError):
            self._chores.tell(self._keeper.reason)
            return
        kept = self._keeper.let_go()

        def then(check_ins: CheckIns) -> str:
            self._backup = None
            self.copies = None
            self._session.close(self._new_check_in())
            self._keys.opened(check_ins)
            return self.tr("Restored: %n check-ins. What was kept before stays as an earlier copy.", "", len(check_ins))

        def back_as_it_was(error: UserFacingError) -> None:
            if kept or self._safe.exists:
                self._keeper.keep(self._safe, kept)
            failed(error)

        self._chores.run(work, then, back_as_it_was)

    def _on_locked(self, path: Path, error: UserFacingError) -> None:
        if isinstance(error, PassphraseNeededError | WrongPassphraseError | MistypedCodeError):
            self._backup = path
            self.wait = self._safe.wait_before_next_try
            self.locked.emit()
