"""What a test's window is built from: the real content, a folder of the test's own, one fixed moment, cheap keys."""

from datetime import datetime
from pathlib import Path

from evolve_desktop import resource_paths
from evolve_desktop.app import Surroundings
from evolve_desktop.gui.services.dialogs import Prompts
from evolve_desktop.vault.file_header import Cost
from evolve_desktop.window_state import FILE_NAME, Memory

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001  (the clock on the wall)
CHEAP = Cost(passes=1, memory_kib=8)


def surroundings(folder: Path, prompts: Prompts) -> Surroundings:
    return Surroundings(
        content=resource_paths.content_pack(),
        data=folder / "check-ins",
        now=lambda: NOW,
        prompts=prompts,
        cost=CHEAP,
        memory=Memory(folder / FILE_NAME),
    )
