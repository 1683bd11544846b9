"""Counts how often the window of the app is woken in ten seconds in which nothing happens; prints JSON."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.interleaved import ROOT
from benchmarks.screen import screen

SETTLE_S = 6
WATCH_S = 30


def wake_ups(process: int) -> int:
    """Return how often the threads of a process have begun to wait: each wait ends in a wake-up."""
    tasks = Path(f"/proc/{process}/task").glob("*/status")
    lines = (line for task in tasks for line in task.read_text(encoding="ascii").splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))


def main() -> None:
    """Start the app on a screen in memory, leave it alone, and count."""
    with screen() as there, tempfile.TemporaryDirectory() as home:
        plain = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": home, "XDG_RUNTIME_DIR": home}
        command = [sys.executable, "-m", "evolve_desktop", "--data-dir", home]
        with subprocess.Popen(command, env={**plain, "DISPLAY": there.name}, cwd=ROOT) as app:
            there.wait_until_drawn()
            time.sleep(SETTLE_S)
            before = wake_ups(app.pid)
            time.sleep(WATCH_S)
            print(json.dumps({"wake-ups in 10 s": (wake_ups(app.pid) - before) * 10 / WATCH_S}))
            app.terminate()


if __name__ == "__main__":
    main()
