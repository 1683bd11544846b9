"""Earlier copies: one a day with changes, thinned as they age; and what was set aside or written beside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import DamagedVaultError, NewerVaultError
from evolve_desktop.vault import file_names
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_header import split
from evolve_desktop.vault.file_names import BackupKind
from evolve_desktop.vault.reader import count_of

NEWEST = 3
DAYS = 7
WEEKS = 4
MONTHS = 12


class BackupState(Enum):
    """Whether a copy can be restored: yes, after a secret, or not, and why not."""

    READABLE = "readable"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy as the person sees it: when it was written, and how many check-ins it holds where that can be read."""

    path: Path
    kind: BackupKind
    written: datetime
    state: BackupState
    check_ins: int | None = None

    @property
    def name(self) -> str:
        """The file's name, by which `Vault.restore` finds it."""
        return self.path.name

    @property
    def can_be_restored(self) -> bool:
        """Whether it can be restored, perhaps after a passphrase."""
        return self.state in {BackupState.READABLE, BackupState.LOCKED}


def keep_daily(main: Path, today: date) -> None:
    """Keep the file under a daily name, unless the newest copy is of today already; OSError where that fails."""
    numbered = _numbered(main.parent)
    if numbered and numbered[-1][1] == today:
        return
    keep_numbered(main, today)


def keep_numbered(main: Path, today: date) -> None:
    """Keep the file under a new daily name, even if there is one of today; the oldest make room."""
    numbered = _numbered(main.parent)
    new = numbered[-1][0] + 1 if numbered else 1
    files.copy(main, main.parent / file_names.daily(new, today))
    staying = kept([(new, today), *((number, day) for number, day, _ in numbered)])
    for number, _, path in numbered:
        if number not in staying:
            files.remove(path)


def kept(copies: Iterable[tuple[int, date]]) -> set[int]:
    """Return the numbers of the copies that stay: the newest three, and the newest of 7 days, 4 weeks, 12 months.

    Newer means a higher number: a clock that was wrong for a while costs no copy.
    """
    newest_first = sorted(copies, reverse=True)
    staying = {number for number, _ in newest_first[:NEWEST]}
    for span, room in ((date.toordinal, DAYS), (_week, WEEKS), (_month, MONTHS)):
        seen: dict[object, int] = {}
        for number, day in newest_first:
            seen.setdefault(span(day), number)
        staying |= set(list(seen.values())[:room])
    return staying


def listed(folder: Path, sealings: Mapping[bytes, Sealing]) -> tuple[Backup, ...]:
    """Return every copy, the newest first; `sealings` opens those that begin with its keys."""
    copies = [_inspect(path, sealings) for path in file_names.copies_in(folder)]
    return tuple(sorted(copies, key=lambda copy: (copy.written, copy.path.name), reverse=True))


def _inspect(path: Path, sealings: Mapping[bytes, Sealing]) -> Backup:
    kind = file_names.kind_of(path) or BackupKind.SET_ASIDE
    written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    try:
        data = files.read(path, MAX_FILE)
        sealing = sealings.get(split(data)[1])
        if sealing is None:
            return Backup(path, kind, written, BackupState.LOCKED)
        check_ins = count_of(data, sealing)
    except OSError:
        return Backup(path, kind, written, BackupState.REFUSED)
    except NewerVaultError:
        return Backup(path, kind, written, BackupState.NEWER)
    except DamagedVaultError:
        return Backup(path, kind, written, BackupState.DAMAGED)
    return Backup(path, kind, written, BackupState.READABLE, check_ins)


def _numbered(folder: Path) -> list[tuple[int, date, Path]]:
    """Return number, day and path of each daily copy, the oldest first."""
    found = ((file_names.number_and_day(path), path) for path in file_names.plain_files_in(folder))
    return sorted((parts[0], parts[1], path) for parts, path in found if parts)


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return (day.year, day.month)
