"""A copy of the real pack for tests to change, and the faults that the loader finds in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.errors import ContentError

Change = Callable[[str, str, str], None]
Faults = Callable[[], tuple[str, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(resource_paths.content_pack(), tmp_path / "pack")


@pytest.fixture
def change(folder: Path) -> Change:
    """Replace the first occurrence of a text in a file of the copied pack."""

    def replace(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return replace


@pytest.fixture
def faults(folder: Path) -> Faults:
    """Load the copied pack and return its faults; none if it loads."""

    def load() -> tuple[str, ...]:
        try:
            load_pack(folder)
        except ContentError as error:
            return error.faults
        return ()

    return load
