"""Measures start and size of the executables against the source and the smallest bundle of the same libraries."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.interleaved import ROOT, in_turn
from benchmarks.screen import Screen, screen
from benchmarks.table import Row

_DIST = ROOT / "dist"
_BENCH = ROOT / "build" / "bench"
_MEGABYTE = 1_000_000
_FOLDER, _SINGLE = _DIST / "evolve" / "evolve-desktop", _DIST / "evolve-desktop"
_SOURCE = (sys.executable, "-m", "evolve_desktop")

_START_OF_FOLDER = Row("the folder starts", "ms", "the source", 1.05)
_START_OF_SINGLE = Row("the single file starts", "ms", "an empty window as a single file with the same libraries", 0.95)
_SIZE_OF_FOLDER = Row("size of the folder", "MB", "the folder of that empty window", 1.05)
_SIZE_OF_SINGLE = Row("size of the single file", "MB", "the single file of that empty window", 1.05)


def lines() -> Iterator[str]:
    """Yield the rows of the table."""
    yield from _size_lines(*_minimal())
    with screen() as there:
        yield _START_OF_FOLDER.line(in_turn(_start(there, _FOLDER), _start(there, *_SOURCE)))
        yield _START_OF_SINGLE.line(in_turn(_start(there, _SINGLE), _start(there, _BENCH / "minimal")))


def _minimal() -> tuple[Path, Path]:
    """Build the smallest bundle and return its folder and its single file."""
    places: list[str | Path] = ["--distpath", _BENCH, "--workpath", _BENCH / "work"]
    build: list[str | Path] = [Path(sys.executable).with_name("pyinstaller"), "--noconfirm", "--log-level", "ERROR"]
    environment = {**os.environ, "PYINSTALLER_CONFIG_DIR": str(ROOT / "build" / "cache")}
    subprocess.run([*build, *places, "minimal.spec"], cwd=ROOT / "benchmarks", env=environment, check=True)
    return _BENCH / "minimal-folder", _BENCH / "minimal"


def _size_lines(folder: Path, single: Path) -> Iterator[str]:
    for row, ours, bare in (
        (_SIZE_OF_FOLDER, _size(_FOLDER.parent), _size(folder)),
        (_SIZE_OF_SINGLE, _size(_SINGLE), _size(single)),
    ):
        yield row.settled(ours, bare, ours / bare)


def _size(place: Path) -> float:
    """Return the megabytes of a file, or of all files of a folder."""
    files = [file for file in (place, *place.rglob("*")) if file.is_file() and not file.is_symlink()]
    return sum(file.stat().st_size for file in files) / _MEGABYTE


def _start(there: Screen, *command: str | Path) -> Callable[[], float]:
    """Return a function that starts a program in an empty home and returns the time until it first draws."""

    def start() -> float:
        with tempfile.TemporaryDirectory() as home:
            own = [] if command[0] == _BENCH / "minimal" else ["--data-dir", home]
            return there.milliseconds_until_drawn([*command, *own], Path(home))

    return start
