"""The vault as the window sees it: what is kept goes in and comes out, a secret is what somebody typed."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.content.pack import Pack
from evolve_desktop.vault import export
from evolve_desktop.vault.backups import Backup, BackupState
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.vault import Vault

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """An earlier copy, and whether it can come back."""

    copy: Backup

    @property
    def name(self) -> str:
        """What `restore` is told."""
        return self.copy.path.name

    @property
    def written(self) -> datetime:
        """When it was written."""
        return self.copy.written

    @property
    def check_ins(self) -> int | None:
        """How many check-ins it holds; None where that cannot be read without the passphrase."""
        return self.copy.check_ins

    @property
    def can_be_restored(self) -> bool:
        """Whether it can come back."""
        return self.copy.state in {BackupState.READABLE, BackupState.LOCKED}


def _alone(
    method: "Callable[Concatenate[Safekeeping, P], R]",
) -> "Callable[Concatenate[Safekeeping, P], R]":
    """Have the method wait for any other one: saves come from one thread, all else from another."""

    @wraps(method)
    def waiting(self: "Safekeeping", /, *args: P.args, **named: P.kwargs) -> R:
        with self.turn:
            return method(self, *args, **named)

    return waiting


class Safekeeping:
    """Hands everything on to the vault, one thing after the other; every error is the vault's own."""

    def __init__(self, vault: Vault, pack: Pack) -> None:
        """Take the vault, and the words that an export is written with."""
        self._vault = vault
        self._pack = pack
        self.turn = threading.RLock()
        self._listed: dict[str, Backup] = {}

    @property
    def exists(self) -> bool:
        """Whether anything is kept."""
        return self._vault.exists

    @property
    def is_sealed(self) -> bool:
        """Whether it opens only with a passphrase."""
        return self._vault.is_sealed

    @property
    def has_recovery_code(self) -> bool:
        """Whether it opens with a recovery code too."""
        return self._vault.has_recovery_code

    @property
    def wait_before_next_try(self) -> float:
        """How many seconds the next passphrase should wait."""
        return self._vault.wait_before_next_try

    @_alone
    def keep(self, kept: Diary, passphrase: str, *, with_code: bool) -> str:
        """Begin to keep; return the recovery code, or nothing."""
        return self._vault.keep(kept, passphrase or None, with_code=with_code) or ""

    @_alone
    def open(self, secret: str, *, is_code: bool = False) -> Diary:
        """Return what is kept."""
        return self._vault.open(_secret(secret, is_code=is_code))

    @_alone
    def save(self, kept: Diary) -> None:
        """Keep exactly this."""
        self._vault.save(kept)

    @_alone
    def lock(self) -> None:
        """Forget the key."""
        self._vault.lock()

    @_alone
    def set_passphrase(self, passphrase: str, *, with_code: bool) -> str:
        """Encrypt everything with a new key; return its recovery code, or nothing."""
        return self._vault.set_passphrase(passphrase, with_code=with_code) or ""

    @_alone
    def remove_passphrase(self) -> None:
        """Keep without encryption from now on."""
        self._vault.remove_passphrase()

    @_alone
    def new_recovery_code(self, passphrase: str) -> str:
        """Return a new recovery code."""
        return self._vault.new_recovery_code(passphrase)

    @_alone
    def backups(self, secret: str = "", *, is_code: bool = False) -> tuple[KeptBackup, ...]:
        """Return the copies there are, the newest first."""
        self._listed = {copy.path.name: copy for copy in self._vault.backups(_secret(secret, is_code=is_code))}
        return tuple(map(KeptBackup, self._listed.values()))

    @_alone
    def restore(self, name: str, secret: str = "", *, is_code: bool = False) -> Diary:
        """Put a copy that was listed in the place of what is kept; return what it holds."""
        return self._vault.restore(self._listed[name], _secret(secret, is_code=is_code))

    @_alone
    def back_up(self, path: Path) -> None:
        """Write one file that holds everything."""
        self._vault.back_up(path)

    @_alone
    def restore_from(self, path: Path, secret: str, *, is_code: bool = False) -> Diary:
        """Take everything out of a backup; return what it holds."""
        return self._vault.restore_from(path, _secret(secret, is_code=is_code))

    def export_json(self, kept: Diary, path: Path) -> None:
        """Write it as JSON."""
        export.write_json(kept, path)

    def export_text(self, kept: Diary, path: Path) -> None:
        """Write it as text to read."""
        export.write_text(kept, self._pack, path)

    def import_json(self, kept: Diary, path: Path) -> Diary:
        """Return it with what an exported file holds added."""
        return export.added(kept, export.read_json(path))

    @_alone
    def set_aside(self) -> None:
        """Give a file that nobody can open another name."""
        self._vault.set_aside()

    @_alone
    def erase(self) -> None:
        """Remove everything that was ever kept here."""
        self._vault.erase()


def _secret(typed: str, *, is_code: bool) -> Secret | None:
    if is_code:
        return Secret.recovery_code(typed)
    return Secret.passphrase(typed) if typed else None
