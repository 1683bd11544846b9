"""The vault: create it in a folder, open, save and lock it, change its key, restore backups, export, erase."""

import errno
import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from evolve_desktop import files
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.content.pack import Pack
from evolve_desktop.errors import PassphraseNeededError, Sentence, VaultError, WrongPassphraseError
from evolve_desktop.vault import backups, credentials, export, file_names
from evolve_desktop.vault.backups import Backup
from evolve_desktop.vault.credentials import PassphraseThrottle, Secret, SecretKind
from evolve_desktop.vault.diary_json import MAX_BYTES, DiaryEncoder
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_header import Header, Mode, split
from evolve_desktop.vault.file_reader import find_sealings, read_diary, read_prefix
from evolve_desktop.vault.key_slots import KdfCost
from evolve_desktop.vault.unsaved_diary import UnsavedDiary, with_unsaved
from evolve_desktop.vault.vault_folder import VaultFolder

P = ParamSpec("P")
R = TypeVar("R")

_NOT_READ = (Sentence("This copy could not be read"), Sentence("Nothing was changed. Please choose another copy."))
_NOT_BACKED_UP = (
    Sentence("The backup was not written"),
    Sentence("Your check-ins are still kept here. Please choose another place."),
)


def _exclusive(method: "Callable[Concatenate[Vault, P], R]") -> "Callable[Concatenate[Vault, P], R]":
    """Let the method wait for any other one: saves come from one thread, everything else from another."""

    @wraps(method)
    def waiting(self: "Vault", /, *args: P.args, **named: P.kwargs) -> R:
        with self._lock:
            return method(self, *args, **named)

    return waiting


class Vault:
    """One folder's vault, as the window's VaultPort describes it. Calls block; they may come from any thread.

    Every VaultError leaves the last saved diary as it was. `claim` is called before every write, and raises OSError if
    another running app may be writing. Only tests pass another `cost` or another clock (`ticks`).
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        *,
        claim: Callable[[], None] = lambda: None,
        cost: KdfCost = KdfCost(),  # noqa: B008  (a frozen value)
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._lock = threading.RLock()
        self._folder = VaultFolder(folder, lambda: now().date(), claim)
        self._cost = cost
        self._tries = PassphraseThrottle(ticks)
        self._sealing: Sealing | None = None
        self._encoder = DiaryEncoder()
        self._unsaved = UnsavedDiary(self._folder)
        self._keeps_other = False
        self.has_unsaved = False

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._folder.folder

    @property
    def exists(self) -> bool:
        """Whether the folder holds a vault."""
        return self._folder.exists

    @property
    def is_open(self) -> bool:
        """Whether the vault is open and can be saved to."""
        return self._sealing is not None

    @property
    def is_sealed(self) -> bool:
        """Whether the open vault, or else the file, is encrypted, even if the file is gone meanwhile."""
        if self._sealing is not None:
            return self._sealing.data_key is not None
        return self._header().mode is Mode.SEALED

    @property
    def has_recovery_code(self) -> bool:
        """Whether the file opens with a recovery code too, read from the file itself."""
        return any(slot.kind is SecretKind.RECOVERY_CODE for slot in self._header().slots)

    @property
    def copies(self) -> tuple[str, ...]:
        """The names of the copies in the folder that other programs made; none if it cannot be read."""
        with suppress(OSError):
            return tuple(file_names.name_in(self.folder, path) for path in file_names.copies_in(self.folder))
        return ()

    @property
    def foreign_copies(self) -> tuple[str, ...]:
        """The names of the earlier versions and copies that another key closes; a change of key leaves them alone."""
        opened = {Sealing.plain().prefix, *([self._sealing.prefix] if self._sealing else [])}
        with suppress(OSError):
            closed = [path for path in file_names.backups_in(self.folder) if read_prefix(path) not in {None, *opened}]
            return tuple(file_names.name_in(self.folder, path) for path in closed)
        return ()

    @property
    def wait_before_next_try(self) -> float:
        """Seconds to wait before the next passphrase; the caller does the waiting."""
        return self._tries.wait

    @_exclusive
    def create(self, diary: Diary, passphrase: str = "", *, with_code: bool = False) -> str:
        """Create the vault, encrypted unless the passphrase is empty; return the recovery code or an empty string."""
        sealing, code = self._new_sealing(passphrase, with_code=with_code) if passphrase else (Sealing.plain(), "")
        self._folder.create(self._encoder.encode(diary), sealing)
        self._sealing = sealing
        return code

    @_exclusive
    def open(self, secret: str = "", *, is_code: bool = False) -> Diary:
        """Return the diary.

        Each other outcome has its error: PassphraseNeededError, WrongPassphraseError, MistypedCodeError,
        DamagedVaultError, NewerVaultError, RefusedError.
        """
        secrets = Secret.typed(secret, is_code=is_code)
        self.lock()
        self._folder.settle()
        unsaved = self._unsaved_sealing(secrets)
        if unsaved is not None:
            return self._open_unsaved(unsaved)
        data = self._folder.read()
        sealing = self._sealing_of(data, secrets)
        found = read_diary(data, sealing)
        diary = self._unsaved.add_from_files(found, sealing)
        self.has_unsaved = self._keeps_other = diary != found
        self._sealing = sealing
        return diary

    @_exclusive
    def save(self, diary: Diary) -> None:
        """Replace the saved diary; the new one is on the disk when this returns."""
        sealing = self._open_sealing
        self._folder.save(sealing.seal(self._encoder.encode(diary)), extra_backup=self._keeps_other)
        self._keeps_other = self.has_unsaved = False
        self._unsaved.drop(sealing)

    @_exclusive
    def hold(self, diary: Diary) -> None:
        """Seal a diary that could not be saved, and hold it until it is opened; on disk too if the system allows it."""
        self._unsaved.hold(self._encoder.encode(diary), self._open_sealing)
        self.has_unsaved = True

    @_exclusive
    def write_unsaved(self) -> None:
        """Write a diary beside the file that is held in memory only; does nothing if the system refuses again."""
        if self._unsaved.is_in_memory_only:
            self._unsaved.write()

    @property
    def would_lose_unsaved(self) -> bool:
        """Whether a diary that could not be saved is held in memory only."""
        return self._unsaved.is_in_memory_only

    def back_up_unsaved(self, path: Path) -> None:
        """Write the held diary as one file, sealed as it is held; does nothing if none is held."""
        if self._unsaved.data is not None:
            with files.as_refused_error(*_NOT_BACKED_UP):
                files.write_atomically(path, self._unsaved.data)

    @_exclusive
    def lock(self) -> None:
        """Forget the key and the encoded check-ins."""
        self._sealing = None
        self._encoder = DiaryEncoder()

    @_exclusive
    def set_passphrase(self, passphrase: str, *, with_code: bool = False) -> str:
        """Encrypt file and backups with a new key; return its recovery code or an empty string."""
        sealing, code = self._new_sealing(passphrase, with_code=with_code)
        self._change_key(sealing)
        return code

    @_exclusive
    def remove_passphrase(self) -> None:
        """Rewrite file and backups without encryption."""
        self._change_key(Sealing.plain())

    @_exclusive
    def new_recovery_code(self, passphrase: str) -> str:
        """Return a new recovery code; raises WrongPassphraseError unless the passphrase is the present one."""
        self._require_passphrase(passphrase)
        return self.set_passphrase(passphrase, with_code=True)

    @_exclusive
    def backups(self, secret: str = "", *, is_code: bool = False) -> tuple[Backup, ...]:
        """Return the backups, newest first; a secret opens those that the present key does not."""
        secrets = Secret.typed(secret, is_code=is_code)
        with files.as_refused_error(*_NOT_READ):
            known = [Sealing.plain(), *([self._sealing] if self._sealing else [])]
            return backups.list_backups(self.folder, find_sealings(file_names.backups_in(self.folder), known, secrets))

    @_exclusive
    def restore(self, name: str, secret: str = "", *, is_code: bool = False) -> Diary:
        """Put the backup with this file name in the file's place, which becomes a backup itself; return its diary."""
        secrets = Secret.typed(secret, is_code=is_code)
        with files.as_refused_error(*_NOT_READ):
            found = {file_names.name_in(self.folder, path): path for path in file_names.backups_in(self.folder)}
            path = found.get(name)
            if path is None:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return self._restore(path, secrets)

    @_exclusive
    def back_up(self, path: Path) -> None:
        """Write one file that holds everything, sealed like the vault itself."""
        with files.as_refused_error(*_NOT_BACKED_UP):
            data = self._folder.peek()
            self._open_sealing.unseal(data)
            files.write_atomically(path, data)

    @_exclusive
    def restore_from(self, path: Path, secret: str = "", *, is_code: bool = False) -> Diary:
        """Restore the file that `back_up` wrote, whether this vault is open, locked or missing; return its diary."""
        return self._restore(path, Secret.typed(secret, is_code=is_code), follow_links=True)

    def export_json(self, diary: Diary, path: Path) -> None:
        """Write the diary as JSON."""
        export.write_json(diary, path)

    def export_text(self, diary: Diary, pack: Pack, path: Path) -> None:
        """Write the diary as text to read."""
        export.write_text(diary, pack, path)

    def import_json(self, diary: Diary, path: Path) -> Diary:
        """Return the diary with an exported file's check-ins and contacts added, if one file holds all of them."""
        joined = export.with_import(diary, export.read_json(path))
        if len(DiaryEncoder().encode(joined)) > MAX_BYTES:
            raise VaultError(
                "Together they would be larger than the {size} MB that one file holds. Nothing was "
                "changed. Please delete some check-ins first.",
                size=MAX_BYTES // 1024**2,
            )
        return joined

    @_exclusive
    def set_aside(self) -> None:
        """Give a file that cannot be opened a dated name, which makes room for `create`; nothing is removed."""
        self.lock()
        self._folder.set_aside()

    @_exclusive
    def erase(self) -> None:
        """Remove the file, every backup and everything that was set aside."""
        self._folder.erase()
        self.lock()
        self._unsaved.forget()
        self._keeps_other = self.has_unsaved = False

    @property
    def _open_sealing(self) -> Sealing:
        if self._sealing is None:
            raise PassphraseNeededError("Your check-ins are locked. Please type your passphrase.")
        return self._sealing

    def _header(self) -> Header:
        return split(self._folder.peek())[0]

    def _new_sealing(self, passphrase: str, *, with_code: bool) -> tuple[Sealing, str]:
        code = credentials.new_recovery_code() if with_code else ""
        secrets = [Secret.chosen(passphrase), *([Secret.recovery_code(code)] if code else [])]
        return Sealing.new(secrets, self._cost), code

    def _sealing_of(self, data: bytes, secrets: Sequence[Secret]) -> Sealing:
        """Return the sealing of a file that one of the secrets opens, and count wrong tries."""
        try:
            sealing = Sealing.of(data, *secrets)
        except WrongPassphraseError:
            self._tries.count(right=False)
            credentials.require_no_slip(secrets)
            raise
        self._tries.count(right=True)
        return sealing

    def _require_passphrase(self, typed: str) -> None:
        """Raise WrongPassphraseError unless the text is the present passphrase; the recovery code does not count."""
        Secret.chosen(typed)  # an empty one is refused in its own words
        secrets = [secret for secret in Secret.typed(typed) if secret.kind is SecretKind.PASSPHRASE]
        try:
            self._sealing_of(self._folder.peek(), secrets)
        except WrongPassphraseError as error:
            if not credentials.is_recovery_code(typed):
                raise
            raise WrongPassphraseError(
                "This is a recovery code, and a new one needs your passphrase. If you do not have it any more, please "
                "set a new passphrase."
            ) from error

    def _unsaved_sealing(self, secrets: Sequence[Secret]) -> Sealing | None:
        """Return the sealing of the held diary; None if none is held, or only the file has another key."""
        held = self._unsaved.data
        if held is None:
            return None
        try:
            return self._sealing_of(held, secrets)
        except WrongPassphraseError:
            with suppress(VaultError):
                if not held.startswith(split(self._folder.peek())[1]):
                    return None
            raise

    def _open_unsaved(self, sealing: Sealing) -> Diary:
        """Return the held diary, joined with the file's content if another program has changed that.

        A file that cannot be read, or has another key, is left as it is; saving says so.
        """
        diary = self._unsaved.read(sealing)
        if not self._folder.is_unchanged:
            with suppress(VaultError):
                data = self._folder.peek()
                diary = with_unsaved(read_diary(data, sealing), diary)
                self._folder.accept(data)
                self._keeps_other = True
        self._unsaved.data = None
        self._sealing = sealing
        return diary

    def _change_key(self, sealing: Sealing) -> None:
        old = self._open_sealing
        try:
            self._folder.change_key(old, sealing)
        except VaultError:
            if self._folder.is_sealed_with(sealing):  # it failed after the file had changed
                self._sealing = sealing
            raise
        self._sealing = sealing

    def _restore(self, path: Path, secrets: Sequence[Secret], *, follow_links: bool = False) -> Diary:
        with files.as_refused_error(*_NOT_READ):
            data = files.read(path, MAX_FILE, follow_links=follow_links)
        mine = self._sealing
        sealing = mine if mine and data.startswith(mine.prefix) else self._sealing_of(data, secrets)
        diary = read_diary(data, sealing)
        content = self._encoder.encode(diary)
        if len(content) > MAX_BYTES:  # an older version filled it: as it was, it can be opened, exported, made smaller
            content = sealing.unseal(data)
        if mine is None:
            self._folder.restore(content, sealing)
            self._sealing = sealing
        else:
            self._folder.save(mine.seal(content), extra_backup=True)
        return diary
