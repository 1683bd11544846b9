"""The vault's folder: main file, backups and changes of key, each step complete or undone; it knows no passphrase."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import ChangedBehindError, DamagedVaultError, Sentence, VaultError
from evolve_desktop.vault import backups, file_names, folder_lock, rekeying
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_names import BackupKind
from evolve_desktop.vault.file_reader import read_prefix


class VaultFile:
    """The main file, and the bytes that it should hold; every method raises OSError if the system refuses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / file_names.MAIN
        self.previous = folder / file_names.PREVIOUS
        self._expected: tuple[bytes, ...] = ()

    @property
    def exists(self) -> bool:
        """Whether the file exists."""
        try:
            self.path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def expect(self, data: bytes) -> None:
        """Expect the file to hold these bytes from now on."""
        self._expected = (data,)

    @property
    def is_unchanged(self) -> bool:
        """Whether the file holds the expected bytes; raises OSError if it is gone or cannot be read."""
        if not self.exists:
            raise OSError(errno.ENOENT, Sentence("the file is gone from its folder"))
        found = [data for data in self._expected if files.has_content(self.path, data)]
        self._expected = tuple(found[:1]) or self._expected  # drop what earlier failures tried to write
        return bool(found)

    def write(self, data: bytes, *, keep_previous: bool = True) -> None:
        """Replace the file; the data are on the disk when this returns, and the file before it is `.prev`.

        Whatever fails, and whenever the power goes, the file is the complete old one or the complete new one.
        """
        beside = self.path.with_name(file_names.MAIN + file_names.BEING_WRITTEN)
        files.remove(beside)
        files.write_new(beside, data)
        self._expected += (data,)  # from here on the file may hold it, even if a failure is reported
        with files.removed_on_failure(beside):
            if keep_previous and self.exists:
                files.hardlink_or_copy(self.path, self.previous)
            files.replace(beside, self.path)
        files.sync_folder(self.folder)
        self._expected = (data,)


_NOT_READ = (
    Sentence("Your check-ins could not be read"),
    Sentence("Nothing was changed. Please look at the folder, then try again."),
)
_NOT_SAVED = (
    Sentence("Your last change was not kept"),
    Sentence("What was kept before is still there. Please make room or choose another place."),
)
_NOT_CHANGED = (
    Sentence("The change was not finished"),
    Sentence("Your check-ins are still there, and the old or the new passphrase opens them. Please try again."),
)
_NOT_ERASED = (
    Sentence("Not everything could be erased"),
    Sentence("Please try again, or remove the folder yourself."),
)
_GONE = Sentence(
    "The file with your check-ins is not in its folder any more. Earlier copies are still there. "
    "Please choose one of them."
)


class VaultFolder:
    """Every method raises a VaultError if the system refuses; a diary once saved stays saved.

    `claim` is asked before every write, and raises OSError if another running app may be writing here.
    """

    def __init__(self, folder: Path, today: Callable[[], date], claim: Callable[[], None]) -> None:
        self.folder = folder
        self._claim = claim
        self._file = VaultFile(folder)
        self._today = today
        self._beside: Path | None = None

    @property
    def exists(self) -> bool:
        """Whether the folder holds a vault."""
        with files.as_refused_error(*_NOT_READ):
            return self._file.exists or self._file.previous.exists()

    def peek(self) -> bytes:
        """Return the file's bytes; raises DamagedVaultError if only backups are there."""
        with files.as_refused_error(*_NOT_READ):
            if not self._file.exists and self._file.previous.exists():
                raise DamagedVaultError(_GONE)
            return files.read(self._file.path, MAX_FILE)

    def read(self) -> bytes:
        """Return the file's bytes, and expect it to hold them from now on."""
        data = self.peek()
        self.accept(data)
        return data

    def accept(self, data: bytes) -> None:
        """Expect the file to hold these bytes from now on, whoever wrote them."""
        self._file.expect(data)
        self._beside = None

    def settle(self) -> None:
        """Complete or take back an interrupted write or change of key; ignores errors, the next `open` tries again."""
        with suppress(OSError), folder_lock.exclusive(self.folder):
            self._claim()
            prefix = read_prefix(self._file.path)
            if prefix is not None:
                rekeying.settle(self.folder, prefix)

    def create(self, content: bytes, sealing: Sealing) -> None:
        """Write the first file, and give older backups the same sealing; raises VaultError if there is a file."""
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

    def save(self, data: bytes, *, extra_backup: bool = False) -> None:
        """Replace the file; the data are on the disk when this returns.

        Raises ChangedBehindError if another program wrote the file: theirs stays, and the data are written beside it.
        """
        with self._writing(_NOT_SAVED):
            if not self._file.is_unchanged:
                raise self._write_beside(data)
            add_backup = backups.add_numbered if extra_backup else backups.add_daily
            add_backup(self._file.path, self._today())
            self._file.write(data)

    @property
    def is_unchanged(self) -> bool:
        """Whether the file holds what this app last read or wrote; False if it is gone or cannot be read."""
        try:
            return self._file.is_unchanged
        except OSError:
            return False

    def write_unsaved(self, data: bytes, path: Path | None) -> Path:
        """Write beside the file what could not be saved, to this path or a new one, and return the path."""
        with self._writing(_NOT_SAVED):
            path = path or self._unused(BackupKind.UNSAVED)
            files.write_via(path.with_name(path.name + file_names.BEING_WRITTEN), path, data)
        return path

    def change_key(self, old: Sealing, new: Sealing) -> None:
        """Give the file and every backup the new sealing; a kill at any moment leaves all of them old or all new."""
        with self._writing(_NOT_CHANGED):
            if not self._file.is_unchanged:
                raise VaultError("Another program changed the file with your check-ins. Please open it again first.")
            content = old.unseal(files.read(self._file.path, MAX_FILE))
            self._write_all(old, new, new.seal(content))

    def restore(self, content: bytes, sealing: Sealing) -> None:
        """Replace the file with an earlier content; the present file is set aside under a dated name."""
        data = sealing.seal(content)
        with files.as_refused_error(*_NOT_SAVED):
            files.make_folder(self.folder)
        with self._writing(_NOT_SAVED):
            if self._file.exists:
                files.hardlink_or_copy(self._file.path, self._unused(BackupKind.SET_ASIDE))
            self._write_all(None, sealing, data)

    def set_aside(self) -> None:
        """Give the file and `.prev` dated names, which makes room for a new file."""
        with self._writing(_NOT_SAVED):
            for path in (self._file.previous, self._file.path):
                if path.exists():
                    files.replace(path, self._unused(BackupKind.SET_ASIDE))
            files.sync_folder(self.folder)

    def erase(self) -> None:
        """Remove every file of the vault, and the folder if it is then empty; raises RefusedError if a file stays."""
        with files.as_refused_error(*_NOT_ERASED):
            if not self.folder.is_dir():
                return
        with self._writing(_NOT_ERASED):
            paths = file_names.all_in(self.folder)
            for path in paths:
                files.remove(path)
            for path in file_names.all_in(self.folder):
                path.unlink()
            for place in {self.folder, *(path.parent for path in paths)}:
                files.sync_folder(place)
        self._file = VaultFile(self.folder)  # the old one remembers the file's bytes
        with suppress(OSError):  # other files may be in it
            self.folder.rmdir()

    def is_sealed_with(self, sealing: Sealing) -> bool:
        """Whether the file has this sealing."""
        return read_prefix(self._file.path) == sealing.prefix

    @contextmanager
    def _writing(self, words: tuple[str, str]) -> Iterator[None]:
        with files.as_refused_error(*words), folder_lock.exclusive(self.folder):
            files.require_writable(self.folder, self._file.path)
            self._claim()
            yield

    def _write_all(self, old: Sealing | None, new: Sealing, data: bytes) -> None:
        """Write the file, and every backup that is plain or has the old sealing, with the new one."""
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
        """Remove everything that a failed `create` wrote, so that the person can try again."""
        if self.is_sealed_with(sealing):
            files.remove(self._file.path)
        with suppress(OSError):
            rekeying.settle(self.folder, None)

    def _write_beside(self, data: bytes) -> ChangedBehindError:
        """Write the data beside the other program's file, always in the same place, and return the error to raise."""
        if self._beside is None:
            self._beside = self._unused(BackupKind.BESIDE)
        unfinished = self._beside.with_name(self._beside.name + file_names.BEING_WRITTEN)
        files.write_via(unfinished, self._beside, data)
        return ChangedBehindError(
            "Another program changed the file with your check-ins. Theirs was left as it is, and yours is beside it, "
            "in {name}. Please open your check-ins again, then choose one of them.",
            self._beside,
            name=self._beside.name,
        )

    def _unused(self, kind: BackupKind) -> Path:
        return file_names.unused(self.folder, kind, self._today())
