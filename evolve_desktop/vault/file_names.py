"""The files in the vault's folder: by their names, and copies that other programs made by how they begin."""

import os
import re
from contextlib import suppress
from datetime import date
from enum import Enum
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.vault.file_header import MAGIC

MAIN = "check-ins.evolve"
PREVIOUS = f"{MAIN}.prev"
BEING_WRITTEN = ".new"
BEING_SEALED = ".resealed"

_DAILY = re.compile(r"copy-(\d{6,})-(\d{4}-\d\d-\d\d)\.evolve")
_DATED = re.compile(r"(beside|set-aside|unsaved)-\d{4}-\d\d-\d\d-\d+\.evolve")


class BackupKind(Enum):
    """Where a backup comes from: the last save but one, a day, a conflict, damage, a failed save, another program."""

    PREVIOUS = "previous"
    DAILY = "daily"
    BESIDE = "beside"
    SET_ASIDE = "set-aside"
    UNSAVED = "unsaved"
    COPY = "copy"


def kind_of(folder: Path, path: Path) -> BackupKind | None:
    """Return the kind of a backup in the folder by its name; None for every other file, and in a subfolder."""
    if path.parent != folder:
        return None
    if path.name == PREVIOUS:
        return BackupKind.PREVIOUS
    if _DAILY.fullmatch(path.name):
        return BackupKind.DAILY
    dated = _DATED.fullmatch(path.name)
    return BackupKind(dated[1]) if dated else None


def daily(number: int, day: date) -> str:
    """Return the name of a daily backup; the number tells older from newer, whatever the clock said."""
    return f"copy-{number:06}-{day.isoformat()}.evolve"


def dailies_in(folder: Path) -> list[tuple[int, date, Path]]:
    """Return number, day and path of each daily backup in the folder, oldest first."""
    dailies = []
    with os.scandir(folder) as entries:
        for entry in entries:
            found = _DAILY.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False):
                with suppress(ValueError):  # a day that is in no calendar
                    dailies.append((int(found[1]), date.fromisoformat(found[2]), folder / entry.name))
    return sorted(dailies)


def unused(folder: Path, kind: BackupKind, day: date) -> Path:
    """Return a dated path that does not exist yet."""
    number = 1
    while (path := folder / f"{kind.value}-{day.isoformat()}-{number}.evolve").exists():
        number += 1
    return path


def plain_files_in(folder: Path) -> list[Path]:
    """Return the ordinary files in the folder; links are left out."""
    with os.scandir(folder) as entries:
        return [folder / entry.name for entry in entries if entry.is_file(follow_symlinks=False)]


def name_in(folder: Path, path: Path) -> str:
    """Return the name by which a file is shown and found: its path inside the folder."""
    return path.relative_to(folder).as_posix()


def backups_in(folder: Path) -> list[Path]:
    """Return every backup in the folder and every copy that another program made, sorted by name."""
    named = [path for path in plain_files_in(folder) if kind_of(folder, path)]
    return sorted([*named, *copies_in(folder)])


def copies_in(folder: Path) -> list[Path]:
    """Return the copies of the vault's files that other programs made, whatever their names, sorted by name.

    Programs that sync folders make them, in subfolders too. They begin like each of our files.
    """
    others = [path for path in _all_files_in(folder) if not _is_own(folder, path)]
    unfinished = {path for suffix in (BEING_WRITTEN, BEING_SEALED) for path in leftovers_in(folder, suffix)}
    return sorted(path for path in others if path not in unfinished and _begins_like_ours(path))


def leftovers_in(folder: Path, suffix: str) -> list[Path]:
    """Return the unfinished files with this suffix that belong to the vault."""
    found = [(path, path.with_name(path.stem)) for path in _all_files_in(folder) if path.suffix == suffix]
    # a copy that another program made is never written, only sealed again
    is_sealed = suffix == BEING_SEALED
    return sorted(path for path, again in found if _is_own(folder, again) or (is_sealed and _begins_like_ours(again)))


def _all_files_in(folder: Path) -> list[Path]:
    """Return the ordinary files in the folder and in its subfolders; links are left out, and what may not be read."""
    subfolders = [Path(place) for place, _, _ in os.walk(folder) if place != os.fspath(folder)]
    found = plain_files_in(folder)
    for subfolder in subfolders:
        with suppress(OSError):
            found += plain_files_in(subfolder)
    return found


def _is_own(folder: Path, path: Path) -> bool:
    """Whether the app gave the file its name."""
    return path == folder / MAIN or kind_of(folder, path) is not None


def _begins_like_ours(path: Path) -> bool:
    """Whether the file begins like one of the vault; if it cannot be read, its name decides."""
    try:
        return files.read(path, len(MAGIC) - 1) == MAGIC
    except FileNotFoundError:
        return False
    except OSError:
        return MAIN.partition(".")[0] in path.name


def all_in(folder: Path) -> list[Path]:
    """Return every file that belongs to the vault, the main file last."""
    leftovers = [path for suffix in (BEING_WRITTEN, BEING_SEALED) for path in leftovers_in(folder, suffix)]
    return [*leftovers, *backups_in(folder), *(path for path in plain_files_in(folder) if path.name == MAIN)]
