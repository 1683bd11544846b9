"""What is kept survives the process that kept it, killed at once after the window said *Kept*."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LONG

START = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTabBar, QWidget
from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, build_window
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.vault.key_slots import KdfCost

app = QApplication([])
data = Path(sys.argv[1])
outside = LaunchOptions(
    content=resource_paths.content_pack(),
    data=data, now=datetime.now, dialogs=Dialogs(), cost=KdfCost(passes=1, memory_kib=8)
)
desktop = build_window(app, outside)
window, session = desktop.window, desktop.session
window.show()
window.start()

def wait_until(is_so):
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: is_so() and loop.quit())
    timer.start(10)
    loop.exec()

def seen(name):
    return next((found for found in window.findChildren(QWidget, name) if found.isVisible()), None)

if seen("start"):  # the welcome of a first start
    seen("start").click()

def state():
    return window.findChild(QLabel, "keeping-state").text()
"""

KEEP = """
session.note("C03", "Zebra before")
seen("keeping-more").click()
for name in ("keep-passphrase-first", "keep-passphrase-second"):
    seen(name).setText("three green herons")
seen("keep-locked").click()
wait_until(lambda: state().startswith("Kept "))
session.note("C03", "Zebra at the end")
session.reply("C05", Reply.YES)
assert state() == "Keeping…"
wait_until(lambda: state().startswith("Kept "))
print("kept", flush=True)
os.kill(os.getpid(), int(sys.argv[2]))
"""

OPEN = """
wait_until(lambda: seen("unlock-secret"))
print("asked", not any("Zebra" in label.text() for label in window.findChildren(QLabel)), flush=True)
seen("unlock-secret").setText("three green herons")
seen("unlock-open").click()
wait_until(lambda: seen("tabs"))
window.findChild(QTabBar, "tab-bar").setCurrentIndex(3)
wait_until(lambda: any(button.objectName().startswith("open-") for button in window.findChildren(QPushButton)))
next(button for button in window.findChildren(QPushButton) if button.objectName().startswith("open-")).click()
print(session.check_in.answer("C03").note, session.check_in.answer("C05").reply.value, flush=True)
os._exit(0)
"""


def run(script: str, data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(data.parent)}
    command = [sys.executable, "-c", START + script, str(data), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("ending", [signal.SIGKILL, pytest.param(signal.SIGTERM, marks=LONG)])
def test_what_was_kept_is_there_after_a_kill_and_only_with_the_passphrase(
    tmp_path: Path, ending: signal.Signals
) -> None:
    data = tmp_path / "check-ins"
    killed = run(KEEP, data, str(ending.value))
    assert killed.stdout == "kept\n", killed.stderr
    assert killed.returncode == -ending
    assert not [path for path in data.iterdir() if b"Zebra" in path.read_bytes()]
    opened = run(OPEN, data)
    assert opened.stdout == "asked True\nZebra at the end yes\n", opened.stderr
