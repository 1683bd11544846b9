"""Starts in odd folders, each a process: it ends in a window, or in one sentence on screen and on standard error."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault
from tests.conftest import LONG
from tests.faults.forks import CHECKOUT, SECONDS, Forks
from tests.packaged.hands import xdotool

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform != "linux", reason="other systems have other odd folders"),
]

IS_ROOT = sys.platform == "linux" and os.geteuid() == 0
NOBODY = 65534
NO_UTF8 = os.fsdecode(b"caf\xe9")
OF_ANOTHER_COMPUTER = "4711\npython\nanna-laptop\n3f2a\nb00c\n"
IMPATIENT = "from evolve_desktop.gui.services import single_instance\nsingle_instance._PATIENCE_MS = 500\n"
LOOKS = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from evolve_desktop import app, cli

make_application, glances = app.application, []

def look():
    seen = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    glances.extend(seen[:1])
    if len(glances) < 4:  # what opens above the window is looked for too
        return
    told = [window.text() for window in seen if isinstance(window, QMessageBox)]
    windows = [type(window).__name__ for window in seen if not isinstance(window, QMessageBox)]
    print(json.dumps({"windows": windows, "told": told}), flush=True)
    timer.stop()
    for window in seen:
        window.close()

def application():
    global timer
    made = make_application()
    timer = QTimer(made, interval=100)
    timer.timeout.connect(look)
    timer.start()
    return made

app.application = application
sys.exit(cli.main(sys.argv[1:]))
"""


def later(*values: str | int) -> list[object]:
    """Leave some values to the long form."""
    return [pytest.param(value, marks=LONG) for value in values]


@dataclass(frozen=True, slots=True)
class Start:
    """What a person saw of a start: the kinds of windows, the sentences in dialogs, and what was printed."""

    code: int
    windows: list[str]
    told: list[str]
    printed: str

    def opens(self) -> None:
        """Check that the window opened, and that nothing was said."""
        assert (self.code, self.windows, self.told) == (0, ["MainWindow"], []), self
        assert "evolve-desktop:" not in self.printed, self

    def opens_and_says(self, words: str) -> None:
        """Check that the window opened and that one sentence with these words was on screen and in print."""
        assert (self.code, self.windows) == (0, ["MainWindow"]), self
        self._says(words)

    def only_says(self, words: str) -> None:
        """Check that there was no window, but one sentence with these words on screen and in print."""
        assert (self.code, self.windows) == (2, []), self
        self._says(words)

    def _says(self, words: str) -> None:
        (told,) = self.told
        assert words in told, self
        assert self.printed.count("evolve-desktop:") == 1, self
        assert words in self.printed, self
        assert "Traceback" not in self.printed


def seen(code: int | None, output: str, printed: str) -> Start:
    """Return what a start showed."""
    assert code is not None
    assert output, printed
    return Start(code, printed=printed, **json.loads(output))


@dataclass(frozen=True, slots=True)
class Home:
    """A folder that every user may look into, with the folder that holds the check-ins in it."""

    folder: Path
    forks: Forks

    @property
    def data(self) -> Path:
        return self.folder / "check-ins"

    @property
    def lock(self) -> Path:
        return self.data / "in-use"

    def keep(self) -> None:
        """Keep check-ins here, without a passphrase."""
        Vault(self.data, datetime.now).create(Diary())

    def at(self, name: str) -> "Home":
        """Return the home in a folder of this one."""
        return Home(self.folder / name, self.forks)

    def start(
        self,
        *more: str | Path,
        code: str = LOOKS,
        log: Path | None = None,
        environment: dict[str, str] | None = None,
    ) -> Start:
        """Start the app for this folder, look at it, and close it."""
        program = ("-c", code, "--data-dir", str(self.folder), *map(str, more))
        started = self.forks.start(*program, log=log, environment=environment)
        output, printed = started.communicate(timeout=SECONDS)
        return seen(started.returncode, output, printed)

    def start_python(
        self, *, user: tuple[str, ...] = (), environment: dict[str, str] | None = None, code: str = LOOKS
    ) -> Start:
        """Start it with a Python of its own, which begins as another user or with other settings."""
        whole = [*user, sys.executable, "-c", code, "--data-dir", str(self.folder)]
        inherited = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
            **(environment or {}),
        }
        done = subprocess.run(whole, env=inherited, cwd=CHECKOUT, capture_output=True, check=False, timeout=SECONDS)
        return seen(done.returncode, *(text.decode(errors="replace") for text in (done.stdout, done.stderr)))

    def start_as_somebody_else(self) -> Start:
        """Start as a user whom modes bind."""
        user = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups") if IS_ROOT else ()
        begins: list[str | Path] = [*user, sys.executable, "-c", "import evolve_desktop, msgspec, PySide6"]
        if subprocess.run(begins, cwd=CHECKOUT, capture_output=True, check=False).returncode:
            pytest.skip("Python lies in a folder that nobody else may enter")
        return self.start_python(user=user, environment={"HOME": str(self.folder)})


@pytest.fixture
def home(forks: Forks) -> Iterator[Home]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield Home(folder, forks)
    for path in (folder, folder / "check-ins"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def disk(home: Home) -> Iterator[Callable[[str], Home]]:
    """Mount a real disk in the home, and make check-ins on it; its options are the test's."""
    mounted: list[Path] = []

    def mount(options: str) -> Home:
        place = home.at("disk").folder
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "none", str(place)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("a disk of our own cannot be mounted here")
        mounted.append(place)
        return home.at("disk")

    yield mount
    for place in mounted:
        subprocess.run(["umount", "--lazy", str(place)], check=True)  # noqa: S607  (wherever the system has it)


def test_nothing_is_there_yet(home: Home) -> None:
    home.start().opens()
    assert list(home.folder.iterdir()) == []


@pytest.mark.parametrize("name", [NO_UTF8, *later("Anna's notes 😀\n%s", "n" * 255)])
def test_an_odd_name(home: Home, name: str) -> None:
    odd = home.at(name)
    odd.folder.mkdir()
    odd.keep()
    odd.start().opens()


@pytest.mark.parametrize("left", [OF_ANOTHER_COMPUTER, *later("", "\0\xff" * 900)])
def test_a_lock_file_that_was_left_locks_nobody_out(home: Home, left: str) -> None:
    home.keep()
    home.lock.write_text(left, encoding="latin-1")
    home.start().opens()
    assert not home.lock.exists()


@LONG
def test_a_folder_in_the_place_of_the_lock(home: Home) -> None:
    home.keep()
    home.lock.mkdir()
    home.start().opens_and_says("Is a directory")


@LONG
def test_a_link_that_leads_nowhere_in_the_place_of_the_lock(home: Home) -> None:
    home.keep()
    home.lock.symlink_to("nowhere")
    home.start().opens_and_says("cannot be kept")
    assert not (home.data / "nowhere").exists()


def test_a_pipe_in_the_place_of_the_lock(home: Home) -> None:
    home.keep()
    os.mkfifo(home.lock)
    home.start().opens_and_says("in-use is not an ordinary file")


@LONG
def test_a_full_disk(disk: Callable[[str], Home]) -> None:
    full = disk("size=64k")
    full.keep()
    with pytest.raises(OSError, match="No space left"):
        (full.folder / "film").write_bytes(bytes(2**16))
    full.start().opens()


def test_a_disk_without_room_for_another_file(disk: Callable[[str], Home]) -> None:
    full = disk("size=64k,nr_inodes=4")
    full.keep()
    (full.folder / "film").touch()
    full.start().opens_and_says("No space left on device")


@LONG
def test_a_read_only_disk(disk: Callable[[str], Home]) -> None:
    stick = disk("size=64k")
    stick.keep()
    subprocess.run(["mount", "-o", "remount,ro", str(stick.folder)], check=True)  # noqa: S607  (see above)
    stick.start().opens_and_says("check-ins is read-only")


def test_a_read_only_folder(home: Home) -> None:
    home.keep()
    home.data.chmod(0o500)
    home.start().opens_and_says("check-ins is read-only")
    assert not home.lock.exists()


@pytest.mark.parametrize("mode", [0o700, *later(0o744)] if IS_ROOT else [0o000, *later(0o600)])
def test_a_folder_that_one_may_not_enter(home: Home, mode: int) -> None:
    home.keep()
    home.data.chmod(mode)
    home.start_as_somebody_else().opens_and_says("Permission denied")


@LONG
def test_a_folder_whose_own_folder_one_may_not_enter(home: Home) -> None:
    home.keep()
    home.folder.chmod(0o700 if IS_ROOT else 0o000)
    home.start_as_somebody_else().opens_and_says("Permission denied")


@LONG
def test_a_lock_file_of_another_user(home: Home) -> None:
    home.keep()
    home.data.chmod(0o755)
    if IS_ROOT:
        os.chown(home.data, NOBODY, NOBODY)
    home.lock.touch()
    home.lock.chmod(0o600 if IS_ROOT else 0o000)
    home.start_as_somebody_else().opens_and_says("in-use is read-only")


def test_a_file_in_the_place_of_the_folder(home: Home) -> None:
    home.data.write_text("mine")
    home.start().opens_and_says("check-ins is not a folder")
    assert home.data.read_text() == "mine"


@LONG
def test_a_link_to_a_disk_that_is_not_there(home: Home) -> None:
    home.data.symlink_to("/nowhere/check-ins")
    home.start().opens_and_says("check-ins is not a folder")


@LONG
def test_a_link_to_a_folder_elsewhere(home: Home) -> None:
    home.data.symlink_to("elsewhere")
    (home.folder / "elsewhere").mkdir()
    home.keep()
    home.start().opens()


def test_a_file_of_check_ins_that_is_none(home: Home) -> None:
    home.keep()
    (home.data / "check-ins.evolve").write_bytes(b"\0" * 4096)
    home.start().opens()


@LONG
def test_a_folder_in_the_place_of_the_check_ins(home: Home) -> None:
    home.data.mkdir()
    (home.data / "check-ins.evolve").mkdir()
    home.start().opens()


@LONG
def test_a_folder_in_the_place_of_the_looks(home: Home) -> None:
    (home.folder / "evolve-window.json").mkdir()
    home.start().opens()


def test_a_time_zone_that_is_none(home: Home) -> None:
    home.keep()
    home.start(environment={"TZ": "UTC+99"}).opens()


@pytest.mark.parametrize("setting", later("TZ=UTC+99", "LC_ALL=C", "LC_ALL=xx_YY.NONE", "HOME=/nowhere"))
def test_an_odd_setting(home: Home, setting: str) -> None:
    home.keep()
    name, _, value = setting.partition("=")
    home.start_python(environment={name: value}).opens()


def test_a_folder_that_is_not_there(home: Home) -> None:
    missing = home.at(NO_UTF8)
    missing.start().only_says("is not a folder")


@LONG
@pytest.mark.skipif(not IS_ROOT, reason="only root can be a user whom the system does not know")
def test_a_system_that_knows_no_place_for_what_is_kept(home: Home) -> None:
    nobody = ("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups")
    unknown = ("env", "-u", "HOME", "-u", "XDG_DATA_HOME", *nobody)
    start = home.start_python(user=unknown, code=LOOKS.replace("sys.argv[1:]", "[]"))
    start.only_says("the folder for your check-ins is not known here")


def test_a_content_pack_that_is_none(home: Home) -> None:
    home.start("--content", home.folder).only_says("pack.toml")


def test_a_window_that_does_not_answer(home: Home) -> None:
    home.keep()
    with home.lock.open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        home.start(code=IMPATIENT + LOOKS).only_says("its window does not answer")
    assert sorted(path.name for path in home.data.iterdir()) == ["check-ins.evolve", "in-use"]


def test_a_fault_of_the_app_itself_before_there_is_a_window(home: Home) -> None:
    start = home.start(code=f"from evolve_desktop import app\napp.build_window = None\n{LOOKS}")
    assert (start.code, start.windows) == (1, [])
    assert start.told == ["Something went wrong in the app itself. Please close the window and start again."]
    assert "evolve-desktop: TypeError" in start.printed


@pytest.mark.parametrize("worse", ["", *later("from evolve_desktop import app\napp.build_window = None\n")])
def test_a_log_on_a_full_disk_hinders_no_window_and_no_dialog(home: Home, worse: str) -> None:
    home.keep()
    home.lock.mkdir()
    start = home.start(code=worse + LOOKS, log=Path("/dev/full"))
    assert (start.windows, len(start.told)) == ([] if worse else ["MainWindow"], 1)


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs xvfb and xdotool")
def test_a_person_at_a_screen_reads_it_and_answers(home: Home, screen: str) -> None:
    command = [sys.executable, "-m", "evolve_desktop", "--data-dir", str(home.folder / "gone")]
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True) as started:
        dialog = xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "Please note").split()[-1]
        xdotool(screen, "windowfocus", "--sync", dialog, "key", "Return")
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output, errors.count("\n")) == (2, "", 1)
