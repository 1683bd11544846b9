"""The window as `evolve-desktop` builds it, with only the modules that the installed app finds."""
# ruff: noqa: E402  (the statements between the imports decide what the later ones load)

import gc
import sys
from datetime import UTC, datetime
from pathlib import Path

gc.disable()  # as its __main__ does
sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # msgspec imports it if a developer has it installed

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
