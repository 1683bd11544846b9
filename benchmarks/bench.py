"""Start-up from source to a painted window, as a ratio to a bare Qt reader window of the same run."""

import os
import statistics
import subprocess
import sys
import time

RUNS = 7
BARE = """
from PySide6.QtWidgets import *
from pathlib import Path
app = QApplication([])
window, box = QWidget(), None
layout = QHBoxLayout(window)
text = QTextBrowser()
text.setMarkdown(Path("resources/content/en/article.md").read_text(encoding="utf-8"))
layout.addWidget(text)
column = QVBoxLayout()
layout.addLayout(column)
for number in range(20):
    column.addWidget(QCheckBox(f"Line {number}"))
window.resize(1280, 800)
window.show()
app.processEvents()
window.grab()
"""
OURS = """
from datetime import date
from PySide6.QtWidgets import QApplication
from evolve_desktop import assets
from evolve_desktop.app import build_window
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.settings import Settings
app = QApplication([])
desktop = build_window(app, assets.content_pack(), date.today, Prompts(), Settings())
desktop.window.show()
app.processEvents()
desktop.window.grab()
"""


def seconds(script: str) -> float:
    """Return how long a process takes that runs the script."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], check=True, env=os.environ, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Run both in turn and print one row: figure, baseline, ratio, bar."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    seconds(BARE)
    seconds(OURS)
    pairs = [(seconds(OURS), seconds(BARE)) for _ in range(RUNS)]
    ours = statistics.median(pair[0] for pair in pairs)
    bare = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"{'figure':<24}{'ours':>10}{'bare':>10}{'ratio':>8}{'bar':>8}")
    print(f"{'start to first paint':<24}{ours:>9.3f}s{bare:>9.3f}s{ratio:>8.2f}{'1.15':>8}")


main()
