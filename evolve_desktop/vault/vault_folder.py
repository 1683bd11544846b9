"""The vault's folder: the file, its copies and its changes of key, each step whole; it knows no passphrase."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import ChangedBehindError, DamagedVaultError, VaultError
from evolve_desktop.vault import backups, file_names, folder_lock, rekeying
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_names import BackupKind
from evolve_desktop.vault.reader import read_prefix


class VaultFile:
    """Reads and replaces the file, and knows what it should hold; OSError where the system refuses."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read or made yet."""
        self.folder = folder
        self.path = folder / file_names.MAIN
        self.previous = folder / file_names.PREVIOUS
        self._expected: tuple[bytes, ...] = ()

    @property
    def exists(self) -> bool:
        """Whether there is such a file; OSError where that cannot be told."""
        try:
            self.path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def expect(self, data: bytes) -> None:
        """Take note that this is what the file should hold from now on."""
        self._expected = (data,)

    @property
    def is_unchanged(self) -> bool:
        """Whether the file still holds what we expect; OSError where it is gone or cannot be read."""
        if not self.exists:
            raise OSError(errno.ENOENT, "the file is gone from its folder")
        found = [data for data in self._expected if files.has_content(self.path, data)]
        self._expected = tuple(found[:1]) or self._expected  # what was tried in vain is not kept for ever
        return bool(found)

    def write(self, data: bytes, *, keep_previous: bool = True) -> None:
        """Put the data in the file's place; it is on the disk when this returns, and the file before it is `.prev`.

        Whatever fails, and whenever the power goes: the file is the old one or the new one, and whole.
        """
        beside = self.path.with_name(file_names.MAIN + file_names.BEING_WRITTEN)
        files.remove(beside)
        files.write_new(beside, data)
        self._expected += (data,)  # from here on it may stand there, even where we hear of a failure
        with files.removed_on_failure(beside):
            if keep_previous and self.exists:
                files.hardlink_or_copy(self.path, self.previous)
            files.replace(beside, self.path)
        files.sync_folder(self.folder)
        self._expected = (data,)


_NOT_READ = ("Your check-ins could not be read", "Nothing was changed. Please look at the folder, then try again.")
_NOT_SAVED = (
    "Your last change was not kept",
    "What was kept before is still there. Please make room or choose another place.",
)
_NOT_CHANGED = (
    "The change was not finished",
    "Your check-ins are still there, and the old or the new passphrase opens them. Please try again.",
)
_NOT_ERASED = ("Not everything could be erased", "Please try again, or remove the folder yourself.")
_GONE = (
    "The file with your check-ins is not in its folder any more. Earlier copies are still there. "
    "Please choose one of them."
)


class VaultFolder:
    """Every method raises a VaultError where the system refuses; what it said it kept stays kept."""

    def __init__(self, folder: Path, today: Callable[[], date]) -> None:
        """Take the folder and the calendar; nothing is made or read yet."""
        self.folder = folder
        self._file = VaultFile(folder)
        self._today = today
        self._beside: Path | None = None

    @property
    def exists(self) -> bool:
        """Whether something is kept here."""
        with files.as_refused_error(*_NOT_READ):
            return self._file.exists or self._file.previous.exists()

    def peek(self) -> bytes:
        """Return the file as it is; DamagedVaultError where only earlier copies are there."""
        with files.as_refused_error(*_NOT_READ):
            if not self._file.exists and self._file.previous.exists():
                raise DamagedVaultError(_GONE)
            return files.read(self._file.path, MAX_FILE)

    def read(self) -> bytes:
        """Return the file, and take note that this is what it should hold from now on."""
        data = self.peek()
        self._file.expect(data)
        self._beside = None
        return data

    def settle(self) -> None:
        """Finish or take back what was interrupted, as far as the folder lets us; there is always another time."""
        with suppress(OSError), folder_lock.exclusive(self.folder):
            prefix = read_prefix(self._file.path)
            if prefix is not None:
                rekeying.settle(self.folder, prefix)

    def create(self, content: bytes, sealing: Sealing) -> None:
        """Write the file where there is none; copies that lie here get the same sealing."""
        data = sealing.seal(content)
        with files.as_refused_error(*_NOT_SAVED):
            files.make_folder(self.folder)
        with self._writing(_NOT_SAVED):
            if self._file.exists:
                raise VaultError(
                    "Check-ins are kept in this folder already. Please open them, or choose another folder."
                )
            try:
                self._write_all(None, sealing, data)
            except OSError:
                self._undo_create(sealing)
                raise

    def save(self, data: bytes, *, extra_copy: bool = False) -> None:
        """Put the data in the file's place; it is on the disk when this returns.

        ChangedBehindError where somebody else wrote there: theirs stays, and the data stand beside it.
        """
        with self._writing(_NOT_SAVED):
            if not self._file.is_unchanged:
                raise self._write_beside(data)
            keep = backups.add_numbered if extra_copy else backups.add_daily
            keep(self._file.path, self._today())
            self._file.write(data)

    def change_key(self, old: Sealing, new: Sealing) -> None:
        """Give the file and every copy the new sealing; a kill at any moment leaves the old one or the new one."""
        with self._writing(_NOT_CHANGED):
            if not self._file.is_unchanged:
                raise VaultError("Another program changed the file with your check-ins. Please open it again first.")
            content = old.unseal(files.read(self._file.path, MAX_FILE))
            self._write_all(old, new, new.seal(content))

    def restore(self, content: bytes, sealing: Sealing) -> None:
        """Put an earlier content in the file's place; what stood there is set aside under a dated name."""
        data = sealing.seal(content)
        with files.as_refused_error(*_NOT_SAVED):
            files.make_folder(self.folder)
        with self._writing(_NOT_SAVED):
            if self._file.exists:
                files.hardlink_or_copy(self._file.path, self._unused(BackupKind.SET_ASIDE))
            self._write_all(None, sealing, data)

    def set_aside(self) -> None:
        """Give the file and the one before it dated names, so that there is room for a new one."""
        with self._writing(_NOT_SAVED):
            for path in (self._file.previous, self._file.path):
                if path.exists():
                    files.replace(path, self._unused(BackupKind.SET_ASIDE))
            files.sync_folder(self.folder)

    def erase(self) -> None:
        """Remove every file of ours, and the folder if nothing else is in it; RefusedError says why something stays."""
        with files.as_refused_error(*_NOT_ERASED):
            if not self.folder.is_dir():
                return
        with self._writing(_NOT_ERASED):
            for path in file_names.all_in(self.folder):
                files.remove(path)
            for path in file_names.all_in(self.folder):
                path.unlink()
            files.sync_folder(self.folder)
        self._file = VaultFile(self.folder)  # the old one knows what it held
        with suppress(OSError):  # somebody else's files may be in it
            self.folder.rmdir()

    def is_sealed_with(self, sealing: Sealing) -> bool:
        """Whether the file is closed in this way."""
        return read_prefix(self._file.path) == sealing.prefix

    @contextmanager
    def _writing(self, words: tuple[str, str]) -> Iterator[None]:
        with files.as_refused_error(*words), folder_lock.exclusive(self.folder):
            files.require_writable(self.folder, self._file.path)
            yield

    def _write_all(self, old: Sealing | None, new: Sealing, data: bytes) -> None:
        """Write the file, and every copy that the old sealing or none closes, with the new one."""
        rekeying.settle(self.folder, read_prefix(self._file.path))
        try:
            if old is not None or new.data_key is not None:
                rekeying.prepare(self.folder, old, new)
            self._file.write(data, keep_previous=False)
        except OSError:
            with suppress(OSError):
                rekeying.settle(self.folder, read_prefix(self._file.path))
            raise
        rekeying.settle(self.folder, new.prefix)

    def _undo_create(self, sealing: Sealing) -> None:
        """Leave nothing that was not there before, so that the person can try again."""
        if self.is_sealed_with(sealing):
            files.remove(self._file.path)
        with suppress(OSError):
            rekeying.settle(self.folder, None)

    def _write_beside(self, data: bytes) -> ChangedBehindError:
        """Write ours beside theirs, in one file however often we try, and return what to tell the person."""
        if self._beside is None:
            self._beside = self._unused(BackupKind.BESIDE)
        unfinished = self._beside.with_name(self._beside.name + file_names.BEING_WRITTEN)
        files.remove(unfinished)
        files.write_via(unfinished, self._beside, data)
        msg = (
            f"Another program changed the file with your check-ins. Theirs was left as it is, and yours is beside it, "
            f"in {self._beside.name}. Please open your check-ins again, then choose one of them."
        )
        return ChangedBehindError(msg, self._beside)

    def _unused(self, kind: BackupKind) -> Path:
        return file_names.unused(self.folder, kind, self._today())
