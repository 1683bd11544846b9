"""A copy of the real pack to spoil, and what the loader says about it."""

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
    """Replace the first place where a file of the copied pack says something."""

    def replace(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return replace


@pytest.fixture
def faults(folder: Path) -> Faults:
    """Load the copied pack and return what is wrong with it; nothing for a pack that can be shown."""

    def load() -> tuple[str, ...]:
        try:
            load_pack(folder)
        except ContentError as error:
            return error.faults
        return ()

    return load
