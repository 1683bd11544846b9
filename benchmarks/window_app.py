"""Our window, built as `evolve-desktop` builds it."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.first_paint import report
from evolve_desktop import assets
from evolve_desktop.app import Surroundings, build_window
from evolve_desktop.gui.prompts import Prompts

app = QApplication([])
outside = Surroundings(
    content=assets.content_pack(), data=Path("nowhere"), now=lambda: datetime.now(tz=UTC), prompts=Prompts()
)
desktop = build_window(app, outside)
report(desktop.window)
