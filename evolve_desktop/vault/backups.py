"""Backups: one for each day with changes, fewer as they age; and the files that were set aside or written beside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import partial
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import DamagedVaultError, NewerVaultError
from evolve_desktop.vault import file_names
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_header import split
from evolve_desktop.vault.file_names import BackupKind
from evolve_desktop.vault.file_reader import count_check_ins

NEWEST = 3
DAYS = 7
WEEKS = 4
MONTHS = 12


class BackupState(Enum):
    """Whether a backup can be restored: yes, with a secret, or not, and why not."""

    READABLE = "readable"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Backup:
    """One earlier version of the file; `Vault.restore` finds it by its name.

    `check_ins` is None unless its content can be read.
    """

    path: Path
    name: str
    kind: BackupKind
    written: datetime
    state: BackupState
    check_ins: int | None = None

    @property
    def is_copy(self) -> bool:
        """Whether another program made it, and chose its name."""
        return self.kind is BackupKind.COPY

    @property
    def can_be_restored(self) -> bool:
        """Whether it can be restored, perhaps after a passphrase."""
        return self.state in {BackupState.READABLE, BackupState.LOCKED}


def add_daily(main: Path, today: date) -> None:
    """Back up the file under a daily name, unless there is a backup of today; raises OSError if that fails."""
    dailies = file_names.dailies_in(main.parent)
    if dailies and dailies[-1][1] == today:
        return
    add_numbered(main, today)


def add_numbered(main: Path, today: date) -> None:
    """Back up the file under a new daily name, whatever the day, and remove the backups that are not retained."""
    dailies = file_names.dailies_in(main.parent)
    new = dailies[-1][0] + 1 if dailies else 1
    files.copy(main, main.parent / file_names.daily(new, today))
    retained_numbers = retained([(new, today), *((number, day) for number, day, _ in dailies)])
    for number, _, path in dailies:
        if number not in retained_numbers:
            files.remove(path)


def retained(numbers_and_days: Iterable[tuple[int, date]]) -> set[int]:
    """Return the numbers of the backups to retain: the newest three, and the newest of 7 days, 4 weeks, 12 months.

    Newer means a higher number: a clock that was wrong for a while costs no backup.
    """
    newest_first = sorted(numbers_and_days, reverse=True)
    staying = {number for number, _ in newest_first[:NEWEST]}
    for span, limit in ((date.toordinal, DAYS), (_week, WEEKS), (_month, MONTHS)):
        seen: dict[object, int] = {}
        for number, day in newest_first:
            seen.setdefault(span(day), number)
        staying |= set(list(seen.values())[:limit])
    return staying


def list_backups(folder: Path, sealings: Mapping[bytes, Sealing]) -> tuple[Backup, ...]:
    """Return every backup, newest first; `sealings` maps the start of a file to the sealing that opens it."""
    found = [_inspect(folder, path, sealings) for path in file_names.backups_in(folder)]
    return tuple(sorted(found, key=lambda backup: (backup.written, backup.name), reverse=True))


def _local_time(moment: float) -> datetime:
    """Return a time stamp of the disk in local time, in UTC if the time zone is none that exists."""
    try:
        return datetime.fromtimestamp(moment).astimezone()
    except ValueError:
        return datetime.fromtimestamp(moment, UTC)


def _inspect(folder: Path, path: Path, sealings: Mapping[bytes, Sealing]) -> Backup:
    kind = file_names.kind_of(folder, path) or BackupKind.COPY
    written = _local_time(path.stat().st_mtime)
    backup = partial(Backup, path, file_names.name_in(folder, path), kind, written)
    try:
        data = files.read(path, MAX_FILE)
        sealing = sealings.get(split(data)[1])
        if sealing is None:
            return backup(BackupState.LOCKED)
        check_ins = count_check_ins(data, sealing)
    except OSError:
        return backup(BackupState.REFUSED)
    except NewerVaultError:
        return backup(BackupState.NEWER)
    except DamagedVaultError:
        return backup(BackupState.DAMAGED)
    return backup(BackupState.READABLE, check_ins)


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return (day.year, day.month)
