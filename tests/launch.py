"""The launch options of a window in a test: the real content, a folder of its own, a fixed time, cheap keys."""

from datetime import datetime
from pathlib import Path

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.vault.key_slots import KdfCost
from evolve_desktop.window_state import FILE_NAME, WindowStateFile

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001  (the clock on the wall)
CHEAP = KdfCost(passes=1, memory_kib=8)


def launch_options(folder: Path, dialogs: Dialogs) -> LaunchOptions:
    return LaunchOptions(
        content=resource_paths.content_pack(),
        data=folder / "check-ins",
        now=lambda: NOW,
        dialogs=dialogs,
        cost=CHEAP,
        state_file=WindowStateFile(folder / FILE_NAME),
    )
