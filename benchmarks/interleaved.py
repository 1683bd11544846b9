"""Measures the app and a baseline alternately in fresh processes, so that both meet the same load."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent.parent
RUNS = 9
_MILLION = 1_000_000

Figures = dict[str, float]
T = TypeVar("T")


def measured(module: str, *arguments: str) -> Figures:
    """Run a module, and return the figures that it prints."""
    figures: Figures = json.loads(_run([], module, *arguments))
    return figures


def started(module: str, *arguments: str) -> Figures:
    """Run a module with the time of its start as the first argument."""
    return measured(module, str(time.monotonic()), *arguments)


def counted(module: str, *arguments: str) -> float:
    """Return how many millions of instructions a module takes from its start to its end, by valgrind.

    Unlike times, they hardly differ from run to run, however busy the machine is. Once before, the module runs without
    being counted, so that all byte code is there.
    """
    started(module, *arguments)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "callgrind.out"
        _run(["valgrind", "--quiet", "--tool=callgrind", f"--callgrind-out-file={out}"], module, "0", *arguments)
        total = re.search(r"^totals: (\d+)$", out.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    if total is None:
        raise ValueError("valgrind has counted nothing")
    return int(total[1]) / _MILLION


def in_turn(ours: Callable[[], T], bare: Callable[[], T], runs: int = RUNS) -> list[tuple[T, T]]:
    """Call both alternately, after one call of each to warm the disk cache and to write the byte code."""
    ours()
    bare()
    return [(ours(), bare()) for _ in range(runs)]


def _run(watched_by: list[str], module: str, *arguments: str) -> bytes:
    """Run a module as it is installed, with byte code, and return what it prints."""
    command = [*watched_by, sys.executable, "-m", f"benchmarks.{module}", *arguments]
    environment = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false", **os.environ}
    environment["PYTHONHASHSEED"] = "0"
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE).stdout
