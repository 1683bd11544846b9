"""`make torture`: injects faults into vault and window and prints a table; exits with 1 if anything was lost."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tools.fault_injection import fuzz_targets
from tools.fault_injection.damages import damage
from tools.fault_injection.fuzz_targets import TARGETS
from tools.fault_injection.io_errors import ERRORS, JOBS, fail_in_turn
from tools.fault_injection.kills import kill_key_changes, kill_saves
from tools.fault_injection.power_cuts import cut, recorded, recorded_in_place
from tools.fault_injection.results import HEAD, Tally

SAVES, CHANGES, VARIANTS, DAMAGES, SECONDS, EVENTS = 1000, 300, 60, 10_000, 60, 20_000


Fault = tuple[str, Callable[[Tally], None]]


def _faults(base: Path) -> Iterator[Fault]:
    yield "kill -9 in saves", partial(kill_saves, base / "saves", SAVES)
    yield "kill -9 in key changes", partial(kill_key_changes, base / "changes", CHANGES)
    yield f"power cuts, {VARIANTS} after each operation", partial(cut, *recorded(), variants=VARIANTS)
    for job in JOBS:
        yield f"I/O errors: {job}", partial(fail_in_turn, [job], ERRORS)
    yield "damaged files, sealed", partial(damage, base / "sealed", "rain", DAMAGES)
    yield "damaged files, plain", partial(damage, base / "plain", "", DAMAGES)
    for target in TARGETS if fuzz_targets.is_here() else ():
        yield f"fuzzed {SECONDS} s: {target}", partial(fuzz_targets.fuzz, target, SECONDS)
    yield "random events in the window", partial(_play, EVENTS)


def _controls() -> Iterator[Fault]:
    yield "control: no fsync", partial(cut, *recorded(), variants=2, syncs=False)
    yield "control: written in place", partial(cut, *recorded_in_place(), variants=VARIANTS)


def main() -> int:
    """Print a line after each kind of fault; return 0 if all are clean and both controls fail."""
    if shutil.which("strace") is None:
        print("strace is not installed, and without it no power is cut and no call fails", file=sys.stderr)
        return 2
    print(HEAD)
    good = True
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "changes").mkdir()
        for name, inject in _faults(Path(folder)):
            tally = _done(name, inject)
            good = good and tally.is_clean
    for name, control in _controls():
        good = _done(name, control).lost > 0 and good
    if not fuzz_targets.is_here():
        print("\natheris is not installed: nothing was fuzzed", file=sys.stderr)
    print("\nall clean, both controls failed as they must" if good else "\nNOT CLEAN")
    return 0 if good else 1


def _play(count: int, tally: Tally) -> None:
    """Run in a process of its own, which may crash; print the seed for repeating the run."""
    command = [sys.executable, "-m", "tools.fault_injection.events", str(count)]
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=quiet)
    seed, *rest = done.stdout.splitlines() or ["no seed"]
    print(f"random events: {seed}", file=sys.stderr)
    tally.tries = count
    if done.returncode:
        tally.fail("\n".join([seed, *rest, done.stderr]))


def _done(name: str, inject: Callable[[Tally], None]) -> Tally:
    tally = Tally(name)
    started = time.monotonic()
    inject(tally)
    print(tally.row(), flush=True)
    print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    if not name.startswith("control"):
        for failure in tally.failures[:10]:
            print(f"  {failure}", file=sys.stderr)
    return tally


if __name__ == "__main__":  # the killed processes import this module too
    sys.exit(main())
