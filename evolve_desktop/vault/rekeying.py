"""A change of key: every backup gets the new sealing, and a kill at any moment leaves all files old or all new.

First each backup is written again, under a second name. Then the main file is replaced: that decides. Then the new
files replace the backups. After an interruption, each new file is compared with the main file: if they begin alike, the
change was decided and is completed; otherwise it is taken back.
"""

from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import DamagedVaultError, NewerVaultError
from evolve_desktop.vault import file_names
from evolve_desktop.vault.diary_json import MAX_BYTES
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_header import Mode, split


def prepare(folder: Path, old: Sealing | None, new: Sealing) -> None:
    """Write every backup again under its second name; `settle` replaces the backups. Raises OSError.

    The bytes of a damaged backup are sealed as they are, since they may hold plain text. A backup with another key is
    left alone: it cannot be opened here.
    """
    places = {folder}
    for path in file_names.backups_in(folder):
        data = files.read(path, MAX_FILE)
        if _is_foreign(data, old):
            continue
        beside = path.with_name(path.name + file_names.BEING_SEALED)
        files.write_new(beside, new.seal(_content(data, old)))
        files.copy_time(path, beside)
        places.add(path.parent)
    for place in places:
        files.sync_folder(place)


def settle(folder: Path, prefix: bytes | None) -> None:
    """Complete an interrupted change of key or take it back, and remove unfinished writes. Raises OSError.

    `prefix` is the start of the main file, None if there is none.
    """
    for path in file_names.leftovers_in(folder, file_names.BEING_WRITTEN):
        path.unlink()
    waiting = file_names.leftovers_in(folder, file_names.BEING_SEALED)
    for path in waiting:
        if prefix is not None and files.read(path, MAX_FILE).startswith(prefix):
            files.replace(path, path.with_name(path.stem))
        else:
            path.unlink()
    for place in {path.parent for path in waiting}:
        files.sync_folder(place)


def _content(data: bytes, old: Sealing | None) -> bytes:
    """Return the content of a backup that is plain or has the old key; all its bytes if it cannot be read."""
    for sealing in (old, Sealing.plain()):
        if sealing is not None and data.startswith(sealing.prefix):
            try:
                return sealing.unseal(data)
            except DamagedVaultError:
                break
    return data[:MAX_BYTES]


def _is_foreign(data: bytes, old: Sealing | None) -> bool:
    """Whether its header says that it has another key."""
    try:
        header, prefix, _ = split(data)
    except NewerVaultError:
        return True
    except DamagedVaultError:
        return False
    return header.mode is Mode.SEALED and (old is None or prefix != old.prefix)
