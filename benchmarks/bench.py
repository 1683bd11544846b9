"""Measures start, My page, saves and size against the smallest program for the same, and prints a table."""

from collections.abc import Iterator
from functools import partial

from benchmarks import kept, packaged
from benchmarks.interleaved import in_turn, measured
from benchmarks.table import HEAD, Row

READER = "a text browser with the article and 20 check boxes"
ONE_LINE = "one line by Typst alone"

# The key in a module's output → its row.
WINDOW = {
    "first paint": Row("start to first paint, from source", "ms", READER, 1.15),
    "memory": Row("peak memory at that moment", "MB", "the same", 1.3),
}
PAGE = {
    "first page": Row("My page, first", "ms", ONE_LINE, 300, bar_is_ratio=False),
    "next page": Row("My page, after a change", "ms", "the same", 50, bar_is_ratio=False),
}
SAVES = (1, 100, 1000, 10000)
WITH_BAR = 1000


def lines() -> Iterator[str]:
    """Yield each row of the table once it is measured."""
    for rows, ours, bare in ((WINDOW, "window_app", "window_bare"), (PAGE, "page_app", "page_bare")):
        pairs = in_turn(partial(measured, ours), partial(measured, bare))
        for key, row in rows.items():
            yield row.line([(mine[key], theirs[key]) for mine, theirs in pairs])
    for count in SAVES:
        yield from save_lines(count)
    yield from kept.lines()
    yield from packaged.lines()


def save_lines(count: int) -> Iterator[str]:
    """Yield the rows of one save of `count` check-ins."""
    figures = measured("saves", str(count))
    many = f"{count:,} check-in{'s' if count > 1 else ''}"
    row = Row(f"one save, {many}", "ms", "the same bytes written and synced", 2)
    yield row.settled(figures["save"], figures["bare"], figures["ratio"])
    if count == WITH_BAR:
        slow = Row(f"19 saves in 20, {many}", "ms", "the same", 50, bar_is_ratio=False)
        yield slow.settled(figures["p95"], figures["bare"], figures["p95"] / figures["bare"])


def main() -> None:
    """Print the table."""
    print(HEAD)
    for line in lines():
        print(line, flush=True)


if __name__ == "__main__":
    main()
