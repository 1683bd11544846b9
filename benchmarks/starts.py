"""Measures the starts from source against the smallest window for the same, or counts their instructions."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.interleaved import counted, in_turn, started
from benchmarks.table import Row
from evolve_desktop import resource_paths
from tools.release.packs import compile_packs

_READER = "a text browser with the article and 20 check boxes"
_FIRST = Row("start to first paint, from source", "ms", _READER, 1.6)
_MEMORY = Row("peak memory at that moment", "MB", "the same", 1.3)
_WELCOME = Row("the same for somebody new", "ms", "the same", 1.6)
_WHOLE = Row("until the check-in is painted too", "ms", "the same", 2.5)
_OF = {"article": _FIRST, "welcome": _WELCOME, "check-in": _WHOLE}


def lines() -> Iterator[str]:
    """Yield the rows of the table in milliseconds."""
    with _compiled_pack() as pack:
        for awaited, row in _OF.items():
            pairs = in_turn(partial(started, "window_app", awaited, pack), partial(started, "window_bare"))
            yield row.line([(mine["painted"], theirs["painted"]) for mine, theirs in pairs])
            if row is _FIRST:
                yield _MEMORY.line([(mine["memory"], theirs["memory"]) for mine, theirs in pairs])


def counted_lines() -> Iterator[str]:
    """Yield the rows of the table in millions of instructions."""
    with _compiled_pack() as pack:
        bare = counted("window_bare")
        for awaited, row in _OF.items():
            ours = counted("window_app", awaited, pack)
            yield replace(row, unit="M").settled(ours, bare, ours / bare)


@contextmanager
def _compiled_pack() -> Iterator[str]:
    """Compile the pack as the build does, for as long as it is measured."""
    with tempfile.TemporaryDirectory() as folder:
        yield str(compile_packs(resource_paths.resources() / "content", Path(folder)) / "en.msgpack")
