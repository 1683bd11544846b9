"""The names of the files in the vault's folder; files with other names are never touched."""

import os
import re
from datetime import date
from enum import Enum
from pathlib import Path

MAIN = "check-ins.evolve"
PREVIOUS = f"{MAIN}.prev"
BEING_WRITTEN = ".new"
BEING_SEALED = ".resealed"

_DAILY = re.compile(r"copy-(\d{6,})-(\d{4}-\d\d-\d\d)\.evolve")
_DATED = re.compile(r"(beside|set-aside|unsaved)-\d{4}-\d\d-\d\d-\d+\.evolve")


class BackupKind(Enum):
    """Where a backup comes from: the save before the last, a day with changes, a conflict, damage, or a failed save."""

    PREVIOUS = "previous"
    DAILY = "daily"
    BESIDE = "beside"
    SET_ASIDE = "set-aside"
    UNSAVED = "unsaved"


def kind_of(path: Path) -> BackupKind | None:
    """Return the kind of a backup by its name; None for every other file."""
    if path.name == PREVIOUS:
        return BackupKind.PREVIOUS
    if _DAILY.fullmatch(path.name):
        return BackupKind.DAILY
    dated = _DATED.fullmatch(path.name)
    return BackupKind(dated[1]) if dated else None


def daily(number: int, day: date) -> str:
    """Return the name of a daily backup; the number tells older from newer, whatever the clock said."""
    return f"copy-{number:06}-{day.isoformat()}.evolve"


def number_and_day(path: Path) -> tuple[int, date] | None:
    """Return both parts of a daily backup's name; None for every other file."""
    found = _DAILY.fullmatch(path.name)
    try:
        return (int(found[1]), date.fromisoformat(found[2])) if found else None
    except ValueError:  # a day that is in no calendar
        return None


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


def backups_in(folder: Path) -> list[Path]:
    """Return every backup in the folder, sorted by name."""
    return sorted(path for path in plain_files_in(folder) if kind_of(path))


def leftovers_in(folder: Path, suffix: str) -> list[Path]:
    """Return the unfinished files with this suffix that belong to the vault."""
    found = (path for path in plain_files_in(folder) if path.suffix == suffix)
    return sorted(path for path in found if path.stem == MAIN or kind_of(path.with_name(path.stem)))


def all_in(folder: Path) -> list[Path]:
    """Return every file that belongs to the vault, the main file last."""
    leftovers = [path for suffix in (BEING_WRITTEN, BEING_SEALED) for path in leftovers_in(folder, suffix)]
    return [*leftovers, *backups_in(folder), *(path for path in plain_files_in(folder) if path.name == MAIN)]
