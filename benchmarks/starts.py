"""Measures the starts from source against the smallest window for the same, or counts their instructions."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.interleaved import counted, in_turn, started
from benchmarks.table import Row
from evolve_desktop import languages, resource_paths
from tools.release.packs import compile_packs

_READER = "a text browser with the article and 20 check boxes"
_FIRST = Row("start to first paint, from source", "ms", _READER, 1.6)
_MEMORY = Row("peak memory at that moment", "MB", "the same", 1.3)
_WELCOME = Row("the same for somebody new", "ms", "the same", 1.6)
_WHOLE = Row("until the check-in is painted too", "ms", "the same", 2.5)
_OF = {"article": _FIRST, "welcome": _WELCOME, "check-in": _WHOLE}


def lines() -> Iterator[str]:
    """Yield the rows of the table in milliseconds."""
    with _compiled_packs() as packs:
        for awaited, row in _OF.items():
            pairs = in_turn(
                partial(started, "window_app", awaited, packs(languages.SOURCE)), partial(started, "window_bare")
            )
            yield row.line([(mine["painted"], theirs["painted"]) for mine, theirs in pairs])
            if row is _FIRST:
                yield _MEMORY.line([(mine["memory"], theirs["memory"]) for mine, theirs in pairs])


def counted_lines() -> Iterator[str]:
    """Yield the rows of the table in millions of instructions."""
    with _compiled_packs() as packs:
        bare = counted("window_bare")
        english = {awaited: counted("window_app", awaited, packs(languages.SOURCE)) for awaited in _OF}
        for awaited, row in _OF.items():
            yield replace(row, unit="M").settled(english[awaited], bare, english[awaited] / bare)
        for language in languages.shipped():
            if language != languages.SOURCE:
                ours = counted("window_app", "article", packs(language))
                row = Row(f"start to first paint, language {language}", "M", "the same in English", 1.01)
                yield row.settled(ours, english["article"], ours / english["article"])


@contextmanager
def _compiled_packs() -> Iterator[Callable[[str], str]]:
    """Compile the packs as the build does, for as long as it is measured; yield what tells where a language's is."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = compile_packs(resource_paths.resources() / "content", Path(folder))
        yield lambda language: str(compiled / f"{language}.msgpack")
