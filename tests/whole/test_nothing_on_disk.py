"""Nothing is on disk before *keep*: a process of its own does its work in an empty home."""

import os
import subprocess
import sys
from pathlib import Path

JOB = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from evolve_desktop.gui.prompts import Prompts
app = QApplication([])
parent = QWidget()
def accept():
    QApplication.activeModalWidget().accept()
QTimer.singleShot(300, accept)
chosen = Prompts().pdf_path(parent, "Notes 2026-11-24.pdf")
print(chosen.name)
"""


def test_choosing_where_to_save_leaves_no_history(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("XDG_CONFIG_HOME", None)
    done = subprocess.run([sys.executable, "-c", JOB], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Notes 2026-11-24.pdf"
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and "fontconfig" not in path.parts]
