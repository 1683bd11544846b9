"""The workload for fault injection on a vault: numbered diaries, and jobs that run in processes of their own."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.key_slots import KdfCost
from evolve_desktop.vault.vault import Vault

MARKER = "heliotrope"
"""A word from a note, which no file may contain while the vault is encrypted."""

FIRST, SECOND = "first", "second"
"""Passphrases."""

FAST = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112, S108  (the next line says it)
"""A place for folders in memory; None for the usual place if there is no other."""

CHEAP = KdfCost(passes=1, memory_kib=8)
OF_THREE = "2026-03-06"
"""The day of the backup with diary 3, see below."""

START = datetime(2026, 3, 1, 12).astimezone()


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time of the clock."""
        return self.now

    def pass_days(self, days: int) -> None:
        """Move the clock by `days`, back if negative."""
        self.now += timedelta(days=days)


def vault_in(folder: Path, clock: Callable[[], datetime] | None = None) -> Vault:
    """Return the vault of a folder, with keys that are cheap to derive."""
    return Vault(folder, clock or Clock(), cost=CHEAP)


def diary(number: int) -> Diary:
    """Return a diary of some kilobytes that contains its number."""
    first = CheckIn(id=f"number-{number}", started=date(2026, 3, 1)).with_reply("C01", Reply.A_LITTLE)
    second = CheckIn(id="other", started=date(2026, 3, 2)).with_note("C02", f"{MARKER} " * (number % 7 * 90 + 1))
    return Diary(check_ins=(first, second))


def number_of(found: Diary) -> int:
    """Return the number of a diary; raise ValueError if it is not exactly one made here."""
    number = int(found.check_ins[0].id.removeprefix("number-"))
    if found != diary(number):
        raise ValueError("this diary was never written")
    return number


def save_for_ever(folder: Path, passphrase: str, acknowledged: Connection) -> None:
    """Save one number after the other, one a day, and report each finished save; until killed."""
    clock = Clock(START + timedelta(days=os.getpid() % 50))
    vault = vault_in(folder, clock)
    number = number_of(vault.open(passphrase))
    while True:
        number += 1
        clock.pass_days(number % 2)
        vault.save(diary(number))
        acknowledged.send(number)


def change_key(folder: Path, old: str, new: str, acknowledged: Connection) -> None:
    """Change from one passphrase to another, or from or to none, and report when it is done."""
    vault = vault_in(folder)
    vault.open(old)
    acknowledged.send("begun")
    if not new:
        vault.remove_passphrase()
    else:
        vault.set_passphrase(new)
    acknowledged.send("done")


@dataclass(frozen=True)
class Contents:
    """What a vault holds after a step: the number of its diary and its passphrase."""

    number: int
    passphrase: str


STEPS: tuple[tuple[str, Contents], ...] = (
    ("keep", Contents(1, "")),
    ("save", Contents(2, "")),
    ("save", Contents(3, "")),
    ("key", Contents(3, FIRST)),
    ("save", Contents(4, FIRST)),
    ("save", Contents(5, FIRST)),
    ("key", Contents(5, SECOND)),
    ("save", Contents(6, SECOND)),
    ("restore", Contents(3, SECOND)),
    ("save", Contents(7, SECOND)),
    ("key", Contents(7, "")),
    ("save", Contents(8, "")),
    ("reopen", Contents(8, "")),
    ("save", Contents(9, "")),
    ("key", Contents(9, "third")),
)


def whole_job(folder: Path) -> Iterator[int]:
    """Take the steps in turn, one a day, and yield the number of each once it is acknowledged."""
    clock = Clock()
    vault = vault_in(folder, clock)
    for index, (step, kept) in enumerate(STEPS):
        clock.pass_days(1)
        _take(vault, step, kept)
        yield index


def _take(vault: Vault, step: str, kept: Contents) -> None:
    if step == "keep":
        vault.create(diary(kept.number))
    elif step == "save":
        vault.save(diary(kept.number))
    elif step == "restore":
        vault.restore(next(copy for copy in vault.backups() if OF_THREE in copy.name).name)
    elif step == "reopen":
        vault.lock()
        vault.open(kept.passphrase)
    elif not kept.passphrase:
        vault.remove_passphrase()
    else:
        vault.set_passphrase(kept.passphrase)


def main(arguments: list[str]) -> None:
    """Do the whole job in a folder and print each acknowledged step."""
    for index in whole_job(Path(arguments[0])):
        os.write(1, f"kept {index}\n".encode())
