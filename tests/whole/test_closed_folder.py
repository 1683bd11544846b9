"""In a folder that one may not enter, the article, the check-in and the help lines work; what is not kept is said."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent.parent
SITTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from evolve_desktop.app import build_window
from tests.gui.person import Answers, Person
from tests.launch import launch_options

def until(condition):
    deadline = QDeadlineTimer(20_000)
    while not condition() and not deadline.hasExpired():
        QTest.qWait(20)
    return condition()

app = QApplication([])
answers = Answers()
desktop = build_window(app, launch_options(Path(sys.argv[1]), answers))
desktop.window.show()
desktop.window.start()
person = Person(desktop.window)
person.click("start")
print(until(lambda: person.sees("C01-yes") and "Why Trust Matters" in person.reads()))
person.click("C01-yes")
print(desktop.session.check_in.is_empty)
next(action for action in desktop.window.findChildren(QAction) if action.text() == "&Help lines").trigger()
print(until(lambda: person.sees("country")))
person.click("help-back")
person.click("keeping-more")
person.click("keep-open")
print(until(lambda: "Permission denied" in person.reads()))
desktop.window.close()
print(desktop.window.isVisible())
"""


@pytest.fixture
def closed() -> Iterator[Path]:
    """Make a folder whose check-ins may not be entered, as after a start with more rights."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "check-ins").mkdir(mode=0o000)
    yield folder
    (folder / "check-ins").chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a user whom modes bind")
def test_nothing_but_keeping_depends_on_the_folder(closed: Path) -> None:
    user = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []  # bound like others
    command = [*user, sys.executable, "-c", SITTING, str(closed)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, env=environment, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split() == ["True", "False", "True", "True", "False"], done.stderr
