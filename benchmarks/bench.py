"""Measures start and page against the least that could do the same, in turn and in the same run, and prints a table."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 9

SAVE_BAR = 2.0

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; the bar is for the ratio to the baseline, or for the figure itself."""

    figure: str
    unit: str
    bar: float
    bar_is_ratio: bool


WINDOW = (Row("first paint", "ms", 1.15, bar_is_ratio=True), Row("memory", "MB", 1.3, bar_is_ratio=True))
PAGE = (Row("first page", "ms", 300, bar_is_ratio=False), Row("next page", "ms", 50, bar_is_ratio=False))


def measured(module: str, *arguments: str) -> Figures:
    """Run a module in a fresh process and return what it measured of itself."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *(arguments or [str(time.monotonic())])]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    figures: Figures = json.loads(done.stdout)
    return figures


def in_turn(ours: str, bare: str) -> list[tuple[Figures, Figures]]:
    """Measure both alternately, after one run of each that only warms the disk's cache."""
    measured(ours)
    measured(bare)
    return [(measured(ours), measured(bare)) for _ in range(RUNS)]


def line(row: Row, pairs: list[tuple[Figures, Figures]]) -> str:
    """Return a row of the table: medians of the figure, of the baseline, and of their ratio within each pair."""
    middle: Callable[[list[float]], float] = statistics.median
    ours = middle([mine[row.figure] for mine, _ in pairs])
    bare = middle([theirs[row.figure] for _, theirs in pairs])
    ratio = middle([mine[row.figure] / theirs[row.figure] for mine, theirs in pairs])
    bar = f"{row.bar:.2f} x" if row.bar_is_ratio else f"{row.bar:.0f} {row.unit}"
    met = "met" if (ratio if row.bar_is_ratio else ours) <= row.bar else "missed"
    return f"{row.figure:<14}{ours:>8.1f} {row.unit}{bare:>9.1f} {row.unit}{ratio:>9.2f}{bar:>10}  {met}"


def save_line(count: int, figures: Figures) -> str:
    """Return a row of the table: one save of so many check-ins against writing and syncing the same bytes."""
    ours, bare, ratio = figures["save"], figures["bare"], figures["ratio"]
    met = "met" if ratio <= SAVE_BAR else "missed"
    return f"{f'save {count:,}':<14}{ours:>8.1f} ms{bare:>9.1f} ms{ratio:>9.2f}{SAVE_BAR:>8.2f} x  {met}"


def main() -> None:
    """Print the table."""
    print(f"{'figure':<14}{'ours':>11}{'baseline':>12}{'ratio':>9}{'bar':>10}")
    for rows, ours, bare in ((WINDOW, "window_app", "window_bare"), (PAGE, "page_app", "page_bare")):
        pairs = in_turn(ours, bare)
        for row in rows:
            print(line(row, pairs), flush=True)
    for count in (1, 100, 1000, 10000):
        print(save_line(count, measured("saves", str(count))), flush=True)


if __name__ == "__main__":
    main()
