"""Measures in turn a save, a bare write of the same bytes, and the promised steps alone; prints JSON.

The first argument is the number of check-ins. All three write to the disk of the working folder, since a sync in memory
costs nothing.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault

WARM, TIMES = 3, 40
BEGIN = date(2020, 1, 1)
NOTE = "I did not say that I was late because of the bus, and then it stood between us for an hour."


def check_in(number: int) -> CheckIn:
    """Return a realistic check-in with its number in it."""
    made = CheckIn(id=f"b{number}", started=BEGIN + timedelta(days=number % 2000))
    for index in range(1, 13):
        made = made.with_reply(f"C{index:02}", list(Reply)[(number + index) % 5])
    return made.with_note("C03", f"{number}: {NOTE}").with_plan(made.plan.with_main_topic(NOTE))


def write_and_sync(path: Path, data: bytes) -> None:
    """Write the bytes and sync, the least that survives a power cut."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)


def promised_steps(folder: Path, data: bytes) -> None:
    """Take the promised steps of a save with ready bytes and nothing else: no vault can be faster."""
    kept, beside, second = folder / "kept", folder / "beside", folder / "second"
    descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    place = 0
    while block := os.pread(descriptor, 64 * 1024, place):
        if not data.startswith(block, place):
            sys.exit("what was written cannot be read back")
        place += len(block)
    os.close(descriptor)
    if kept.exists():
        second.hardlink_to(kept)
        second.replace(folder / "previous")
    beside.replace(kept)
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def took(work: Callable[[], object]) -> float:
    """Return the duration of a call in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure all three in turn, after some rounds of warm-up."""
    diary = Diary(check_ins=tuple(check_in(number) for number in range(int(sys.argv[1]))))
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        vault = Vault(Path(folder) / "vault", datetime.now)
        vault.create(diary, "three green herons")
        vault.save(diary)
        data = os.urandom(max(path.stat().st_size for path in vault.folder.iterdir()))
        bare = partial(write_and_sync, Path(folder) / "bare", data)
        steps = partial(promised_steps, Path(folder), data)
        changed = [diary.with_check_in(check_in(0).with_note("C05", str(turn))) for turn in range(WARM + TIMES)]
        turns = [(took(partial(vault.save, d)), took(bare), took(steps)) for d in changed][WARM:]
        opened = took(lambda: Vault(vault.folder, datetime.now).open("three green herons"))
    saves = [save for save, _, _ in turns]
    figures = {
        "save": statistics.median(saves),
        "bare": statistics.median(least for _, least, _ in turns),
        "steps": statistics.median(promised for _, _, promised in turns),
        "ratio": statistics.median(save / promised for save, _, promised in turns),
        "p95": sorted(saves)[int(0.95 * len(saves))],
        "open": opened,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
