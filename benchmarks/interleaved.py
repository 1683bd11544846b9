"""Measures the app and a baseline alternately in fresh processes, so that both meet the same load."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent.parent
RUNS = 9

Figures = dict[str, float]
T = TypeVar("T")


def measured(module: str, *arguments: str) -> Figures:
    """Run a module with the time of its start as argument, and return the figures that it prints."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *(arguments or [str(time.monotonic())])]
    environment = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false", **os.environ}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    figures: Figures = json.loads(done.stdout)
    return figures


def in_turn(ours: Callable[[], T], bare: Callable[[], T], runs: int = RUNS) -> list[tuple[T, T]]:
    """Call both alternately, after one call of each to warm the disk cache."""
    ours()
    bare()
    return [(ours(), bare()) for _ in range(runs)]
