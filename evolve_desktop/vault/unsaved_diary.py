"""Holds, sealed, a diary that could not be saved: in memory, and beside the vault's file if the system allows it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from evolve_desktop import files
from evolve_desktop.checkin import contacts
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.errors import DamagedVaultError, DiaryError, VaultError
from evolve_desktop.vault import file_names
from evolve_desktop.vault.diary_json import MAX_BYTES, from_json
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_names import BackupKind
from evolve_desktop.vault.vault_folder import VaultFolder

_LIMIT = 8 * MAX_BYTES  # a diary that is too large for a file is held as well


class UnsavedDiary:
    """`data` is a whole vault file in memory, None if nothing is held; `written` are the files with its content."""

    def __init__(self, folder: VaultFolder) -> None:
        self._folder = folder
        self.data: bytes | None = None
        self.written: list[Path] = []

    @property
    def is_in_memory_only(self) -> bool:
        """Whether closing the app would lose it."""
        return self.data is not None and not self.written

    def hold(self, content: bytes, sealing: Sealing) -> None:
        """Seal and hold this content, and write it beside the vault's file unless the system refuses."""
        self.data = sealing.seal(content, _LIMIT)
        self.write()

    def write(self) -> None:
        """Write the held diary beside the vault's file unless the system refuses."""
        path = self.written[0] if self.written else None
        self.written = []
        if self.data is not None and len(self.data) <= MAX_FILE:
            with suppress(VaultError):
                self.written = [self._folder.write_unsaved(self.data, path)]

    def read(self, sealing: Sealing) -> Diary:
        """Return the diary held in memory; raises DamagedVaultError."""
        return from_json(sealing.unseal(self.data or b"", _LIMIT + MAX_FILE), _LIMIT)

    def add_from_files(self, diary: Diary, sealing: Sealing) -> Diary:
        """Return the diary with what an earlier run wrote beside the file, as far as this sealing opens it."""
        for path, data in _unsaved_files(self._folder.folder):
            with suppress(DamagedVaultError, DiaryError):
                diary = with_unsaved(diary, from_json(sealing.unseal(data)))
                self.written.append(path)
        return diary

    def drop(self, sealing: Sealing) -> None:
        """Drop it and its files after a save with this sealing; a diary held under another key stays."""
        if self.data is None or self.data.startswith(sealing.prefix):
            for path in self.written:
                files.remove(path)
            self.forget()

    def forget(self) -> None:
        """Hold nothing more."""
        self.data = None
        self.written = []


def with_unsaved(diary: Diary, unsaved: Diary) -> Diary:
    """Return the diary with the unsaved one added; of two check-ins with one id the unsaved one stays."""
    for check_in in unsaved.check_ins:
        diary = diary.with_check_in(check_in)
    return msgspec.structs.replace(diary, contacts=contacts.merge(diary.contacts, unsaved.contacts))


def _unsaved_files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield path and bytes of every such file, oldest name first; those that cannot be read are left out."""
    with suppress(OSError):
        for path in file_names.backups_in(folder):
            if file_names.kind_of(folder, path) is BackupKind.UNSAVED:
                with suppress(OSError):
                    yield path, files.read(path, MAX_FILE)
