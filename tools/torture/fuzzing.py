"""Starts atheris on each target for a while, and counts what it tried; without atheris it says so."""

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evolve_desktop.vault import export
from tools.torture.tally import Tally

CORPUS = Path(__file__).parent.parent.parent / "tests" / "data" / "corpus"
_RUNS = re.compile(r"Done (\d+) runs")


def is_here() -> bool:
    """Whether atheris is installed; it has no wheel for every system."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(target: str, seconds: int, tally: Tally) -> None:
    """Fuzz one target, beginning with its corpus; what it finds stays out of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words"
        words.write_text("\n".join(f'"{word}"' for word in sorted(set(_words(json.loads(export.schema()))))))
        finds = Path(folder) / "finds"
        finds.mkdir()
        options = [f"-max_total_time={seconds}", "-max_len=8192", f"-dict={words}", f"-artifact_prefix={folder}/"]
        command = [sys.executable, "-m", "tools.torture.fuzz", target, str(finds), str(CORPUS / target), *options]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    runs = _RUNS.search(done.stderr)
    tally.tries = int(runs[1]) if runs else 0
    if done.returncode:
        tally.failures.append(done.stderr[-2000:])


def _words(schema: object) -> Iterator[str]:
    """Yield every name and value that the schema knows."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in {"title", "description", "pattern", "$ref"}:
                continue
            yield str(key)
            yield from _words(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _words(value)
    elif isinstance(schema, str) and schema:
        yield schema
