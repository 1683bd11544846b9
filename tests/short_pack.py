"""A pack for tests of the window that are about none of its words: as it ships, with few lines and countries."""

import shutil
import tomllib
from collections.abc import Collection
from pathlib import Path

from evolve_desktop import resource_paths


def short_pack(
    folder: Path, lines: Collection[str] = ("C16", "C01", "C02", "C03"), countries: Collection[str] = ("nz",)
) -> Path:
    """Write the pack into a new folder, with these lines and countries, and return that."""
    shutil.copytree(resource_paths.content_pack(), folder, ignore=shutil.ignore_patterns("window.toml"))
    for name, field, kept in (("checklist.toml", "items", lines), ("help_lines.toml", "countries", countries)):
        path, start = folder / name, f"[[{field}]]\n"
        around, *entries = path.read_text(encoding="utf-8").split(start)
        few = [entry for entry in entries if tomllib.loads(start + entry)[field][0]["id"] in kept]
        path.write_text(start.join((around, *few)), encoding="utf-8")
    return folder
