"""Our window, built as `evolve-desktop` builds it, with what is there where the app is run."""
# ruff: noqa: E402  (what stands between the imports decides what the later ones load)

import gc
import sys
from datetime import UTC, datetime
from pathlib import Path

gc.disable()  # as its __main__ does
sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # msgspec takes it where a developer has it

from benchmarks.first_paint import report
from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, application, build_window
from evolve_desktop.gui.services.dialogs import Dialogs

app = application()
outside = LaunchOptions(
    content=resource_paths.content_pack(), data=Path("nowhere"), now=lambda: datetime.now(tz=UTC), dialogs=Dialogs()
)
desktop = build_window(app, outside)
report(desktop.window)
