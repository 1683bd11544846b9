"""Measures a thousand saved check-ins against none: the start, and opening the tab Earlier."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from benchmarks.interleaved import Figures, in_turn, measured
from benchmarks.saves import check_in
from benchmarks.table import Row
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault

_MANY = 1000
# The key in the output of kept_app → its row.
_ROWS = {
    "first paint": Row("start to first paint, 1,000 kept", "ms", "a vault with nothing in it yet", 1.1),
    "open": Row("until the 1,000 are open", "ms", "the same", 1.1),
    "earlier": Row("Earlier opens, 1,000 kept", "ms", "the same", 100, bar_is_ratio=False),
}


def lines() -> Iterator[str]:
    """Yield the rows of the table."""
    with tempfile.TemporaryDirectory() as place:
        many, none = vault(Path(place) / "many", _MANY), vault(Path(place) / "none", 0)
        pairs = in_turn(partial(_opened, many), partial(_opened, none))
    for key, row in _ROWS.items():
        yield row.line([(mine[key], theirs[key]) for mine, theirs in pairs])


def lines_of_many(folder: Path) -> Iterator[str]:
    """Yield the row of a folder with very many check-ins."""
    pairs = in_turn(partial(_opened, folder), dict[str, float], runs=3)
    took = statistics.median(figures["open"] - figures["first paint"] for figures, _ in pairs)
    yield Row("10,000 are read, after first paint", "ms", "", 1000).alone(took)


def vault(folder: Path, count: int) -> Path:
    """Create a vault without a passphrase: deriving a key takes longer than all else, and always the same time."""
    check_ins = tuple(check_in(number) for number in range(count))
    Vault(folder, datetime.now).create(Diary(check_ins=check_ins))
    return folder


def _opened(folder: Path) -> Figures:
    return measured("kept_app", str(folder), str(time.monotonic()))
