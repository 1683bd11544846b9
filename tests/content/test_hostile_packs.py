"""A pack from a stranger: nothing outside its folder is opened, and it ends in a clear fault or in harmless text."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from evolve_desktop import assets
from evolve_desktop.content.loading import load_pack

Change = Callable[[str, str, str], None]
Faults = Callable[[], tuple[str, ...]]

WATCHED = """
import sys
from pathlib import Path
from evolve_desktop.content.loading import load_pack
from evolve_desktop.errors import ContentError

good, folder = map(Path, sys.argv[1:])
load_pack(good)  # so that every module it needs is imported by now
seen = []
sys.addaudithook(lambda event, args: seen.append((event, args)))
try:
    load_pack(folder)
except ContentError as error:
    faults = error.faults
else:
    faults = ()
seen = tuple(seen)
touched = [str(args[0]) for event, args in seen if event == "open"]
others = sorted({event for event, _ in seen if event.split(".")[0] in {"os", "socket", "subprocess", "ctypes", "urllib"}})
print(*faults, *(f"opened: {path}" for path in touched), *(f"event: {event}" for event in others), sep="\\n")
"""

HARMLESS = (
    "![a](file:///etc/passwd)",
    '<img src="file:///etc/passwd">',
    "[a](https://example.org/?q)",
    "<script>alert(1)</script>",
    r"\\\\server\\share\\picture.png",
    '<a href=\\"//server/share\\">a</a>',
    '#image(\\"/etc/passwd\\")',
    "{0.__class__} %s $x",
)


def watched(folder: Path) -> list[str]:
    """Load the pack in a process of its own and return its faults, the files it opened, and anything else it touched."""
    command = [sys.executable, "-c", WATCHED, str(assets.content_pack()), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20, cwd=Path.cwd())
    return done.stdout.split("\n")[:-1]


def opened(folder: Path, *names: str) -> list[str]:
    return [f"opened: {folder / name}" for name in names]


ALL = ("pack.toml", "article.md", "checklist.toml", "red_flags.toml", "help_lines.toml")


def test_an_honest_pack_opens_its_five_files_and_nothing_else(folder: Path) -> None:
    assert watched(folder) == ["", *opened(folder, *ALL)]
