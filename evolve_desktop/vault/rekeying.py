"""A change of key: every copy gets the new sealing, and a kill at any moment leaves one whole set or the other.

First each copy is written anew under a second name. Then the vault's own file changes: that is the moment. Then the
second names take the place of the first. What is left of an interrupted change is told by how its files begin: like the
vault's file now, so the change had its moment and is carried to its end; or not, so it is taken back.
"""

from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import DamagedVaultError, NewerVaultError
from evolve_desktop.vault import file_names
from evolve_desktop.vault.diary_json import MAX_BYTES
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_header import Mode, split


def prepare(folder: Path, old: Sealing | None, new: Sealing) -> None:
    """Write every copy anew beside itself, to be put in place by `settle`; OSError where that fails.

    Of a damaged copy, the bytes are sealed as they are, since they may hold plain words. A copy that another key closed
    is left alone: nobody but its owner can open it.
    """
    for path in file_names.backups_in(folder):
        data = files.read(path, MAX_FILE)
        if _is_foreign(data, old):
            continue
        beside = path.with_name(path.name + file_names.BEING_SEALED)
        files.write_new(beside, new.seal(_content(data, old)))
        files.copy_time(path, beside)
    files.sync_folder(folder)


def settle(folder: Path, prefix: bytes | None) -> None:
    """Carry an interrupted change of key to its end or take it back, and clear unfinished writes.

    `prefix` is what the vault's file begins with, None where there is none. OSError where that fails.
    """
    for path in file_names.leftovers_in(folder, file_names.BEING_WRITTEN):
        path.unlink()
    waiting = file_names.leftovers_in(folder, file_names.BEING_SEALED)
    for path in waiting:
        if prefix is not None and files.read(path, MAX_FILE).startswith(prefix):
            files.replace(path, path.with_name(path.stem))
        else:
            path.unlink()
    if waiting:
        files.sync_folder(folder)


def _content(data: bytes, old: Sealing | None) -> bytes:
    """Return the content of a plain copy, or of one of the old key; the bytes as they are where it cannot be read."""
    for sealing in (old, Sealing.plain()):
        if sealing is not None and data.startswith(sealing.prefix):
            try:
                return sealing.unseal(data)
            except DamagedVaultError:
                break
    return data[:MAX_BYTES]


def _is_foreign(data: bytes, old: Sealing | None) -> bool:
    """Whether another key closed it, as far as its header can be believed."""
    try:
        header, prefix, _ = split(data)
    except NewerVaultError:
        return True
    except DamagedVaultError:
        return False
    return header.mode is Mode.SEALED and (old is None or prefix != old.prefix)
