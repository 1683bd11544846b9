"""The vault: keep check-ins in a folder, open, save and lock them, change their key, bring back earlier ones, erase."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.errors import PassphraseNeededError, VaultError, WrongPassphraseError
from evolve_desktop.vault import backups, credentials, file_names
from evolve_desktop.vault.backups import Backup
from evolve_desktop.vault.credentials import PassphraseThrottle, Secret, SecretKind
from evolve_desktop.vault.diary_json import DiaryEncoder
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_header import Header, KdfCost, Mode, split
from evolve_desktop.vault.reader import diary_of, sealings_of
from evolve_desktop.vault.vault_folder import VaultFolder

_NOT_READ = ("This copy could not be read", "Nothing was changed. Please choose another copy.")
_NOT_BACKED_UP = ("The backup was not written", "Your check-ins are still kept here. Please choose another place.")


class Vault:
    """The check-ins kept in one folder, or none; plain blocking calls, for one worker thread at a time.

    What `save` was given is on the disk when it returns. Every VaultError leaves what was kept before as it was.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        *,
        cost: KdfCost = KdfCost(),  # noqa: B008  (a frozen value)
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the folder and the clock; nothing is made or read yet. Only tests give another cost or clock."""
        self._store = VaultFolder(folder, lambda: now().date())
        self._cost = cost
        self._tries = PassphraseThrottle(ticks)
        self._sealing: Sealing | None = None
        self._encoder = DiaryEncoder()

    @property
    def folder(self) -> Path:
        """Where the check-ins are kept."""
        return self._store.folder

    @property
    def exists(self) -> bool:
        """Whether anything is kept; nothing kept is simply a diary without a file."""
        return self._store.exists

    @property
    def is_open(self) -> bool:
        """Whether the check-ins are open, and can be saved."""
        return self._sealing is not None

    @property
    def is_sealed(self) -> bool:
        """Whether the file is encrypted, read from the file itself."""
        return self._header().mode is Mode.SEALED

    @property
    def has_recovery_code(self) -> bool:
        """Whether the file opens with a recovery code too, read from the file itself."""
        return any(slot.kind is SecretKind.RECOVERY_CODE for slot in self._header().slots)

    @property
    def wait_before_next_try(self) -> float:
        """How many seconds the next passphrase should wait after wrong ones; whoever asks for it does the waiting."""
        return self._tries.wait

    def keep(self, diary: Diary, passphrase: str | None = None, *, with_code: bool = False) -> str | None:
        """Begin to keep check-ins, encrypted where there is a passphrase; return the recovery code, to show once."""
        sealing, code = self._new_sealing(passphrase, with_code=with_code)
        self._store.create(self._encoder.encode(diary), sealing)
        self._sealing = sealing
        return code

    def open(self, secret: Secret | None = None) -> Diary:
        """Return what is kept; each other outcome has its error.

        PassphraseNeededError, WrongPassphraseError, DamagedVaultError, NewerVaultError, RefusedError.
        """
        self.lock()
        self._store.tidy()
        data = self._store.read()
        sealing = self._sealing_of(data, secret)
        diary = diary_of(data, sealing)
        self._sealing = sealing
        return diary

    def save(self, diary: Diary) -> None:
        """Keep the diary in the place of the last one; it is on the disk when this returns."""
        self._store.save(self._open_sealing.seal(self._encoder.encode(diary)))

    def lock(self) -> None:
        """Forget the key and what was encoded; `open` asks for the passphrase again."""
        self._sealing = None
        self._encoder = DiaryEncoder()

    def set_passphrase(self, passphrase: str, *, with_code: bool = False) -> str | None:
        """Encrypt file and copies with a new key and return its recovery code; an older code opens nothing any more."""
        sealing, code = self._new_sealing(passphrase, with_code=with_code)
        self._change_key(sealing)
        return code

    def remove_passphrase(self) -> None:
        """Keep file and copies without encryption from now on."""
        self._change_key(Sealing.plain())

    def new_recovery_code(self, passphrase: str) -> str:
        """Return a new recovery code beside the same passphrase, which has to be the right one."""
        self._sealing_of(self._store.peek(), Secret.passphrase(passphrase))
        return str(self.set_passphrase(passphrase, with_code=True))

    def backups(self, secret: Secret | None = None) -> tuple[Backup, ...]:
        """Return the copies there are, the newest first; a secret opens those that the present key does not."""
        with files.told(*_NOT_READ):
            known = [Sealing.plain(), *([self._sealing] if self._sealing else [])]
            return backups.listed(self.folder, sealings_of(file_names.copies_in(self.folder), known, secret))

    def restore(self, copy: Backup, secret: Secret | None = None) -> Diary:
        """Put an earlier copy in the place of the file, which stays as a copy itself; return what it holds."""
        return self._bring_back(copy.path, secret)

    def back_up(self, path: Path) -> None:
        """Write one file that holds everything, closed like the vault itself, where the person said."""
        with files.told(*_NOT_BACKED_UP):
            data = self._store.peek()
            self._open_sealing.unseal(data)
            files.put(path, data)

    def restore_from(self, path: Path, secret: Secret | None = None) -> Diary:
        """Take the check-ins out of a backup, into a vault that is open, closed or not there yet; return them."""
        return self._bring_back(path.resolve(), secret)

    def set_aside(self) -> None:
        """Give a file that nobody can open a dated name, so that `keep` has room; nothing is removed."""
        self.lock()
        self._store.set_aside()

    def erase(self) -> None:
        """Remove the file, all its copies and whatever was set aside."""
        self.lock()
        self._store.erase()

    @property
    def _open_sealing(self) -> Sealing:
        if self._sealing is None:
            raise PassphraseNeededError("Your check-ins are locked. Please type your passphrase.")
        return self._sealing

    def _header(self) -> Header:
        return split(self._store.peek())[0]

    def _new_sealing(self, passphrase: str | None, *, with_code: bool) -> tuple[Sealing, str | None]:
        if passphrase is None:
            return Sealing.plain(), None
        code = credentials.new_recovery_code() if with_code else None
        secrets = [Secret.passphrase(passphrase), *([Secret.recovery_code(code)] if code else [])]
        return Sealing.new(secrets, self._cost), code

    def _sealing_of(self, data: bytes, secret: Secret | None) -> Sealing:
        """Return the sealing of a file, and count wrong tries."""
        try:
            sealing = Sealing.of(data, secret)
        except WrongPassphraseError:
            self._tries.count(right=False)
            raise
        self._tries.count(right=True)
        return sealing

    def _change_key(self, sealing: Sealing) -> None:
        old = self._open_sealing
        try:
            self._store.change_key(old, sealing)
        except VaultError:
            if self._store.holds(sealing):  # it failed after its moment
                self._sealing = sealing
            raise
        self._sealing = sealing

    def _bring_back(self, path: Path, secret: Secret | None) -> Diary:
        with files.told(*_NOT_READ):
            data = files.read(path, MAX_FILE)
        mine = self._sealing
        sealing = mine if mine and data.startswith(mine.prefix) else self._sealing_of(data, secret)
        diary = diary_of(data, sealing)
        if mine is None:
            self._store.bring_back(self._encoder.encode(diary), sealing)
            self._sealing = sealing
        else:
            self._store.save(mine.seal(self._encoder.encode(diary)), extra_copy=True)
        return diary
