"""A second start for the same kept check-ins ends at once, and has the first window come forward."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.gui.services.single_instance import SingleInstance
from evolve_desktop.vault.vault import Vault


def test_a_second_start_knocks_and_ends(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    assert qapp is not None
    folder = tmp_path / "check-ins"
    Vault(folder, datetime.now).create(Diary())
    called: list[str] = []
    first = SingleInstance(folder, lambda: called.append("come"))
    assert first.acquire()
    command = [sys.executable, "-m", "evolve_desktop", "--data-dir", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    second = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (second.returncode, second.stdout) == (0, "")
    qtbot.waitUntil(lambda: called == ["come"])
    first.release()
