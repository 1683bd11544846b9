"""A second start for the same kept check-ins ends at once, and has the first window come forward."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop.app import build_window
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.gui.services.single_instance import SingleInstance
from evolve_desktop.vault.vault import Vault
from tests.gui.person import Answers, Person
from tests.launch import launch_options


def test_a_second_start_knocks_and_ends(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    assert qapp is not None
    folder = tmp_path / "check-ins"
    Vault(folder, datetime.now).create(Diary())
    called: list[str] = []
    first = SingleInstance(folder)
    first.activated.connect(lambda: called.append("come"))
    assert first.acquire()
    command = [sys.executable, "-m", "evolve_desktop", "--data-dir", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True) as second:
        qtbot.waitUntil(lambda: called == ["come"], timeout=60_000)
        output, errors = second.communicate(timeout=60)
    assert (second.returncode, output, errors) == (0, "", "")
    first.release()


def test_of_two_windows_opened_before_anything_was_kept_only_one_writes(qtbot: QtBot, tmp_path: Path) -> None:
    options = launch_options(tmp_path, Answers())
    first, second = SingleInstance(options.data), SingleInstance(options.data)
    assert first.acquire()
    assert second.acquire()
    theirs = Vault(options.data, datetime.now, claim=first.claim)
    theirs.create(Diary())
    before = sorted(path.name for path in options.data.iterdir())

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desktop = build_window(app, msgspec.structs.replace(options, claim=second.claim))
    person = Person(desktop.window)
    desktop.window.show()
    desktop.session.reply("C01", Reply.YES)
    person.click("keeping-more")
    person.click("keep-open")
    qtbot.waitUntil(lambda: "another window of this app has it open" in person.reads())
    assert sorted(path.name for path in options.data.iterdir()) == before
    desktop.window.close()
    Shiboken.delete(desktop.window)
    first.release()
    second.release()
