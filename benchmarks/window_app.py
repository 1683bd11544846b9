"""Our window, built as `evolve-desktop` builds it."""

from datetime import date

from PySide6.QtWidgets import QApplication

from benchmarks.first_paint import report
from evolve_desktop import assets
from evolve_desktop.app import build_window
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.settings import Settings

app = QApplication([])
desktop = build_window(app, assets.content_pack(), date.today, Prompts(), Settings())
report(desktop.window)
