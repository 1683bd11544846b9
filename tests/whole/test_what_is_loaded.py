"""What a process has loaded, and which ways out it has opened, when the whole job is done: none to a network."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.compiled import compiled
from evolve_desktop.content.loader import load_pack

# typing_extensions, which msgspec takes where it is there, loads _socket for the name of a type. Only the tools of
# developers bring it, so it is made absent here, as it is where the app is run.
JOB = """
import sys
sys.modules["typing_extensions"] = None

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMessageBox, QTabBar

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, build_window
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.gui.services.dialogs import Dialogs

pdf = Path(sys.argv[1])
app = QApplication([])
outside = LaunchOptions(
    content=resource_paths.content_pack(),
    data=pdf.parent / "check-ins", now=lambda: datetime(2026, 11, 24), dialogs=Dialogs()
)
desktop = build_window(app, outside)
desktop.window.show()


def answer():
    dialog = app.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(pdf))
        dialog.accept()
    elif isinstance(dialog, QMessageBox):
        dialog.defaultButton().click()


answering = QTimer()
answering.timeout.connect(answer)
answering.start(50)

session = desktop.session
session.reply("C16", Reply.YES)
session.reply("C03", Reply.NOT_YET)
session.flag("R06", FlagReply.YES)
session.bring("C03", on=True)
session.plan(session.check_in.plan.with_main_topic("How we work together"))
tabs = desktop.window.findChild(QTabBar, "tab-bar")
for index in range(tabs.count()):
    tabs.setCurrentIndex(index)
    app.processEvents()
for name in ("copy-text", "save-pdf"):
    desktop.window.findChild(QAbstractButton, name).click()
    app.processEvents()
assert "How we work together" in app.clipboard().text()
assert pdf.read_bytes().startswith(b"%PDF")
print(*sys.modules)
"""
FIRST_WINDOW = """
import enum
import gc
import linecache
import sys

sys.modules["typing_extensions"] = None

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, application, build_window
from evolve_desktop.gui.services.dialogs import Dialogs


def told():
    kinds = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
    enumerations = [found.__qualname__ for kind in kinds for found in kind.__subclasses__()]
    print(*sys.modules, *enumerations, *(f"source:{file}" for file in linecache.cache))
    app.quit()


def checkin_view():
    return next((found for found in gc.get_objects() if type(found).__name__ == "CheckinView"), None)


class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.on_painted)
        return False

    def on_painted(self):
        if waits and (view := checkin_view()) is None:
            QTimer.singleShot(0, self.on_painted)
        elif waits:
            waits.clear()
            view.installEventFilter(self)
            view.update()
        else:
            told()


app = application()
copy, waits = Path(sys.argv[1]), sys.argv[2:]
outside = LaunchOptions(
    content=resource_paths.content_pack(), compiled=lambda _pack: copy,
    data=Path("nowhere"), now=lambda: datetime(2026, 11, 24), dialogs=Dialogs()
)
window = build_window(app, outside).window
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""
LATER = {
    "dataclasses",
    "tomllib",
    "typst",
    "evolve_desktop.content.loader",
    "evolve_desktop.gui.checkin.checkin_view",
    "evolve_desktop.gui.checkin.item_row",
    "evolve_desktop.gui.help_lines.help_lines_view",
    "evolve_desktop.gui.my_page.page_view",
    "evolve_desktop.gui.my_page.preview_pane",
    "evolve_desktop.gui.my_page.printing",
    "evolve_desktop.gui.widgets.choice_row",
    "evolve_desktop.document.renderer",
    "evolve_desktop.vault.vault",
}
NETWORK = {
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "_socket",
    "_ssl",
    "asyncio",
    "ftplib",
    "http",
    "select",
    "selectors",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "webbrowser",
    "xmlrpc",
}


def do_the_whole_job(folder: Path, *watched_by: str, job: str = JOB, arguments: Sequence[str] = ()) -> set[str]:
    """Do the job in a process and a home of its own, and return the names of the modules it then has loaded."""
    environment = {"HOME": str(folder), "LANG": "C.UTF-8", "PATH": "/nowhere", "QT_QPA_PLATFORM": "offscreen"}
    command = [*watched_by, sys.executable, "-B", "-c", job, *(arguments or [str(folder / "page.pdf")])]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where strace writes what the job asks the system for, where there is strace."""
    return tmp_path_factory.mktemp("calls") / "calls.txt"


@pytest.fixture(scope="module")
def loaded(calls: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    strace = shutil.which("strace")
    watched = (strace, "--follow-forks", "--seccomp-bpf", "--trace=network", f"--output={calls}") if strace else ()
    return do_the_whole_job(tmp_path_factory.mktemp("home"), *watched)


def test_the_whole_job_loads_no_module_that_could_reach_a_network(loaded: set[str]) -> None:
    assert {"evolve_desktop.gui.my_page.page_view", "evolve_desktop.document.renderer", "typst"} <= loaded
    assert NETWORK & loaded == set()


def test_nothing_that_asks_for_printers_is_loaded_before_print_is_pressed(loaded: set[str]) -> None:
    assert "PySide6.QtPrintSupport" not in loaded


@pytest.fixture
def copy(tmp_path: Path) -> str:
    """Return the compiled copy of the pack, as the executables have it."""
    folder, file = resource_paths.content_pack(), tmp_path / "en.msgpack"
    file.write_bytes(compiled(load_pack(folder), folder))
    return str(file)


def test_the_first_window_loads_neither_what_comes_later_nor_every_kind_of_widget_that_qt_has(
    tmp_path: Path, copy: str
) -> None:
    loaded = do_the_whole_job(tmp_path, job=FIRST_WINDOW, arguments=[copy])
    assert {"evolve_desktop.gui.article.article_view", "AlignmentFlag"} <= {
        name.rpartition(".")[2] for name in loaded
    } | loaded
    assert LATER & loaded == set()
    assert {name for name in loaded if name.endswith(("PixelMetric", "WizardStyle"))} == set()


def test_the_check_in_is_painted_without_every_kind_of_style_and_widget_that_qt_has(tmp_path: Path, copy: str) -> None:
    loaded = do_the_whole_job(tmp_path, job=FIRST_WINDOW, arguments=[copy, "check-in"])
    assert "evolve_desktop.gui.checkin.item_row" in loaded
    assert {name for name in loaded if name.endswith(("PixelMetric", "WizardStyle"))} == set()
    sources = {Path(name.removeprefix("source:")).parent.name for name in loaded if name.startswith("source:")}
    assert {"checkin", "content", "shell", "widgets"} & sources == set()  # PySide would look for its features in them


def test_what_was_made_absent_here_is_absent_where_the_app_is_run() -> None:
    installed = Path(__file__).parents[2] / "requirements" / "run.txt"
    assert "typing-extensions" not in installed.read_text(encoding="utf-8").lower().replace("_", "-")


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_whole_job_opens_no_way_to_the_internet(loaded: set[str], calls: Path) -> None:
    assert loaded
    seen = calls.read_text(encoding="utf-8")
    assert "exited with 0" in seen
    assert "AF_INET" not in seen
