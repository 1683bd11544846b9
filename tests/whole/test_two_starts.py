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


def test_a_window_that_could_not_lock_the_folder_writes_nothing_while_another_one_does(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    options = launch_options(tmp_path, Answers())
    first, second = SingleInstance(options.data), SingleInstance(options.data)
    theirs = Vault(options.data, datetime.now, claim=first.claim)
    theirs.create(Diary())
    before = {path.name: path.read_bytes() for path in options.data.iterdir()}

    desktop = build_window(qapp, msgspec.structs.replace(options, claim=second.claim))
    person = Person(desktop.window)
    desktop.window.show()
    desktop.window.start()
    qtbot.waitUntil(lambda: "Kept" in person.reads())
    desktop.session.reply("C01", Reply.YES)
    qtbot.waitUntil(lambda: "another window of this app has it open" in person.reads())
    assert {path.name: path.read_bytes() for path in options.data.iterdir()} == before

    first.release()
    person.click("keeping-again")
    qtbot.waitUntil(lambda: "Not kept" not in person.reads() and "Kept" in person.reads())
    assert [len(check_in.answers) for check_in in theirs.open().check_ins] == [1]
    desktop.window.close()
    Shiboken.delete(desktop.window)
    second.release()
