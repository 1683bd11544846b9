"""One save of so many check-ins, and the same bytes written and synced by themselves, in turn; prints JSON.

The first argument is the number of check-ins.
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

from evolve_desktop.checkin.answers import CheckIn, Reply
from evolve_desktop.vault.diary import Diary
from evolve_desktop.vault.secret import Secret
from evolve_desktop.vault.vault import Vault

TIMES = 15
BEGIN = date(2020, 1, 1)
NOTE = "I did not say that I was late because of the bus, and then it stood between us for an hour."


def check_in(number: int) -> CheckIn:
    """Return a check-in as somebody might have it, with its number in it."""
    made = CheckIn(id=f"b{number}", started=BEGIN + timedelta(days=number % 2000))
    for index in range(1, 13):
        made = made.with_reply(f"C{index:02}", list(Reply)[(number + index) % 5])
    return made.with_note("C03", f"{number}: {NOTE}").with_plan(made.plan.with_main_topic(NOTE))


def write_and_sync(path: Path, data: bytes) -> None:
    """Write as little as keeps the bytes over a power cut."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)


def took(work: Callable[[], object]) -> float:
    """Return the milliseconds that a call took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure both in turn, after one round of each that only warms up."""
    diary = Diary(check_ins=tuple(check_in(number) for number in range(int(sys.argv[1]))))
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        vault = Vault(Path(folder) / "vault", datetime.now)
        vault.keep(diary, "three green herons")
        vault.save(diary)
        size = max(path.stat().st_size for path in vault.folder.iterdir())
        data, path = os.urandom(size), Path(folder) / "bare"
        changed = [diary.with_check_in(check_in(0).with_note("C05", str(turn))) for turn in range(TIMES)]
        pairs = [(took(partial(vault.save, d)), took(partial(write_and_sync, path, data))) for d in changed]
        opened = took(lambda: Vault(vault.folder, datetime.now).open(Secret.passphrase("three green herons")))
    ours, bare = zip(*pairs, strict=True)
    figures = {
        "save": statistics.median(ours),
        "bare": statistics.median(bare),
        "ratio": statistics.median(mine / theirs for mine, theirs in pairs),
        "p95": sorted(ours)[int(0.95 * len(ours))],
        "open": opened,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
