"""Nothing is on disk before *keep*: a process of its own does its work in an empty home."""

import os
import subprocess
import sys
from pathlib import Path

JOB = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from evolve_desktop.gui.services.dialogs import Dialogs
app = QApplication([])
parent = QWidget()
def accept():
    QApplication.activeModalWidget().accept()
QTimer.singleShot(300, accept)
chosen = Dialogs().pdf_path(parent, "Notes 2026-11-24.pdf")
print(chosen.name)
"""

WINDOW = """
from datetime import datetime
from pathlib import Path
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, build_window
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.dialogs import UnsavedChoice, Dialogs
from evolve_desktop.window_state import FILE_NAME, WindowStateFile

class LetGo(Dialogs):
    def ask_before_discarding(self, parent, before_save):
        return UnsavedChoice.DISCARD

app = QApplication([])
data = Path.home() / ".local" / "share" / "evolve-desktop" / "check-ins"
state_file = WindowStateFile(data.parent / FILE_NAME)
outside = LaunchOptions(
    content=resource_paths.content_pack(), data=data, now=datetime.now, dialogs=LetGo(), state_file=state_file
)
desktop = build_window(app, outside)
window = desktop.window
window.show()
window.start()
window.findChild(QPushButton, "start").click()
for action in window.findChildren(QAction):
    if action.text().replace("&", "") in {"Dark", "Larger text", "15 min", "My page", "Welcome", "Help lines"}:
        action.trigger()
        app.processEvents()
desktop.session.reply("C01", Reply.YES)
window.resize(900, 700)
app.processEvents()
window.close()
print(window.isVisible())
"""


def left_in(home: Path, job: str) -> tuple[str, list[Path]]:
    """Do a job in an empty home, and return what it said and the files that it left there."""
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        environment.pop(name, None)
    done = subprocess.run([sys.executable, "-c", job], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip(), [path for path in home.rglob("*") if "fontconfig" not in path.parts and path.is_file()]


def test_a_window_in_which_everything_was_changed_leaves_nothing(tmp_path: Path) -> None:
    said, left = left_in(tmp_path, WINDOW)
    assert (said, left) == ("False", [])


def test_choosing_where_to_save_leaves_no_history(tmp_path: Path) -> None:
    assert left_in(tmp_path, JOB) == ("Notes 2026-11-24.pdf", [])
