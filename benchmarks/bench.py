"""Measures the app against the smallest program for the same, and prints a table; with `--count`, instructions only."""

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import kept, packaged, starts
from benchmarks.interleaved import in_turn, measured
from benchmarks.table import HEAD, Row

ONE_LINE = "one line by Typst alone"
WAIT = "the longest wait of the window"

# The key in a module's output → its row.
PAGE = {
    "first page": Row("My page, first", "ms", ONE_LINE, 300, bar_is_ratio=False),
    "next page": Row("My page, after a change", "ms", "the same", 50, bar_is_ratio=False),
}
EVERYDAY = {
    "page": Row("a page first shown", "ms", f"{WAIT}, of all pages", 100),
    "theme": Row("another theme, every page shown", "ms", WAIT, 250),
    "text": Row("another text size, every page shown", "ms", WAIT, 250),
    "answer": Row("19 answers in 20", "ms", WAIT, 16),
    "key": Row("19 keys in 20 on My page", "ms", WAIT, 16),
}
SEARCH = Row("19 keys in 20 of a search, 10,000 kept", "ms", WAIT, 16)
WAKE_UPS = Row("wake-ups in 10 s, nothing happens", "", "none", 1)
SAVES = (1, 100, 1000, 10000)
WITH_BAR = 1000


def lines() -> Iterator[str]:
    """Yield each row of the table once it is measured."""
    yield from starts.lines()
    pairs = in_turn(partial(measured, "page_app"), partial(measured, "page_bare"))
    for key, row in PAGE.items():
        yield row.line([(mine[key], theirs[key]) for mine, theirs in pairs])
    figures = measured("use_app")
    for key, row in EVERYDAY.items():
        yield row.alone(figures[key])
    with tempfile.TemporaryDirectory() as place:
        many = kept.vault(Path(place) / "many", SAVES[-1])
        yield from kept.lines_of_many(many)
        yield SEARCH.alone(measured("use_app", str(many))["search"])
    yield WAKE_UPS.alone(measured("idle")["wake-ups in 10 s"])
    for count in SAVES:
        yield from save_lines(count)
    yield from kept.lines()
    yield from packaged.lines()


def save_lines(count: int) -> Iterator[str]:
    """Yield the rows of one save of `count` check-ins."""
    figures = measured("saves", str(count))
    many = f"{count:,} check-in{'s' if count > 1 else ''}"
    row = Row(f"one save, {many}", "ms", "the promised steps alone", 1.5)
    yield row.settled(figures["save"], figures["steps"], figures["ratio"])
    if count == WITH_BAR:
        yield Row(f"19 saves in 20, {many}", "ms", "", 50).alone(figures["p95"])


def main() -> None:
    """Print the table."""
    print(HEAD)
    for line in starts.counted_lines() if "--count" in sys.argv else lines():
        print(line, flush=True)


if __name__ == "__main__":
    main()
