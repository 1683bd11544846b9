"""The single file where /tmp does not serve: it takes another folder or says why not, and leaves nothing behind."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import __version__
from evolve_desktop.packed_library import LISTED, PackedLibrary
from tests.packaged.hands import press, wait_for_window, xdotool
from tests.packaged.program import PROGRAMS, SECONDS, waited_for
from tools.release import single_file

pytestmark = [pytest.mark.packaged, pytest.mark.skipif(sys.platform != "linux", reason="only there it has a launcher")]

FILE = PROGRAMS["single file"]
OWN_MOUNTS = ["unshare", "--mount", *([] if sys.platform != "linux" or os.geteuid() == 0 else ["--map-root-user"])]
IN_MEMORY = "mount -t tmpfs -o {} none {}"
FIRST, NEXT = "/tmp", "/var/tmp"  # noqa: S108  (where the launcher looks)
UNUSABLE = {
    "programs may not run": IN_MEMORY.format("noexec", FIRST),
    "full": f"{IN_MEMORY.format('size=200m', FIRST)}; fallocate --length 190M {FIRST}/film",
    "tiny": IN_MEMORY.format("size=1m", FIRST),
    "without room for another file": IN_MEMORY.format("nr_inodes=9", FIRST),
    "read-only": IN_MEMORY.format("ro", FIRST),
}
NOWHERE = "; ".join(
    [
        *(IN_MEMORY.format("noexec", place) for place in (FIRST, NEXT, "/dev/shm")),  # noqa: S108  (as above)
        'mount --bind "$HOME/.." "$HOME/.."; mount -o remount,bind,ro "$HOME/.."',
    ]
)
SENTENCE = re.compile(
    r"evolve-desktop: Evolve could not start: it found no folder with 1\d\d MB free .* run\. Please .*\.\n"
)
WRITES_WHAT_IT_GETS = """#!/bin/sh
printf '%s\\n' "$@" >"$SEEN/arguments"
env >"$SEEN/environment"
readlink /proc/self/fd/* >"$SEEN/files"
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A person whose home is not in /tmp, and who starts a single file that lies beside the home."""

    home: Path

    @property
    def file(self) -> Path:
        return self.home.parent / FILE.name

    def environment(self, **more: str) -> dict[str, str]:
        """Return what a desktop sets where nobody sets TMPDIR."""
        plain = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(self.home)}
        return {**plain, "XDG_RUNTIME_DIR": str(self.home), **more}

    @contextlib.contextmanager
    def start(
        self, *arguments: str | bytes, mounts: str = "", file: str | Path = "", **more: str
    ) -> Iterator["subprocess.Popen[str]"]:
        """Start it in a group of its own, with these mounts that nobody else sees; end it if the test did not."""
        alone = [*OWN_MOUNTS, "sh", "-euc", f'{mounts}; exec "$0" "$@"'] if mounts else []
        pipe = subprocess.PIPE
        with subprocess.Popen(
            [*alone, file or self.file, *arguments],
            cwd=self.home,
            env=self.environment(**more),
            stdout=pipe,
            stderr=pipe,
            text=True,
            errors="surrogateescape",
            start_new_session=True,
        ) as started:
            try:
                yield started
            finally:
                if started.poll() is None:
                    os.killpg(started.pid, signal.SIGKILL)

    def run(self, *arguments: str | bytes, mounts: str = "", file: str | Path = "", **more: str) -> "Ended":
        """Start it and wait until it ends."""
        with self.start(*arguments, mounts=mounts, file=file, **more) as started:
            output, errors = started.communicate(timeout=SECONDS)
        return started.returncode, output, errors


Ended = tuple[int, str, str]


@pytest.fixture(scope="module")
def outside_tmp() -> Iterator[Path]:
    """Yield a folder outside /tmp, which the tests cover, with the single file in it."""
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        shutil.copy2(FILE, folder)
        yield Path(folder)


@pytest.fixture
def person(outside_tmp: Path) -> Iterator[Person]:
    with tempfile.TemporaryDirectory(dir=outside_tmp) as home:
        yield Person(Path(home))


@pytest.fixture(scope="module", autouse=True)
def _mounts_of_our_own() -> None:
    if subprocess.run([*OWN_MOUNTS, "true"], check=False, capture_output=True).returncode:
        pytest.skip("the system gives us no mounts of our own")


@pytest.fixture
def zenity(person: Person) -> Iterator[Path]:
    """Put a program `zenity` into the home that writes down what it gets, and yield the folder for that."""
    shown = person.home / "zenity"
    shown.write_text(WRITES_WHAT_IT_GETS, encoding="utf-8")
    shown.chmod(0o755)
    with tempfile.TemporaryDirectory(dir=Path.home()) as seen:
        yield Path(seen)


def with_zenity(person: Person, seen: Path) -> dict[str, str]:
    """Return the environment in which it is found."""
    return {"PATH": f"{person.home}:{os.environ['PATH']}", "SEEN": str(seen)}


def folder_of(started: "subprocess.Popen[str]") -> Path:
    """Return the folder in which a running file has unpacked itself."""
    program = Path(f"/proc/{started.pid}/exe").readlink()
    assert program.name == "evolve-desktop"
    return program.parent


def app_of(started: "subprocess.Popen[str]") -> int:
    """Return the process of the app, which the loader has started."""
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    waited_for(children.read_text)
    return int(children.read_text(encoding="ascii").split()[0])


@pytest.mark.parametrize("mounts", UNUSABLE.values(), ids=UNUSABLE)
def test_the_window_opens_from_another_folder_if_tmp_does_not_serve(person: Person, screen: str, mounts: str) -> None:
    with person.start(mounts=mounts, DISPLAY=screen) as started:
        wait_for_window(screen)
        folder = folder_of(started)
        press(screen, "ctrl+q")
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output, errors) == (0, "", "")
    assert str(folder.parent) == NEXT
    waited_for(lambda: not folder.exists())


def test_the_folder_that_is_named_comes_first(person: Person, screen: str) -> None:
    named = person.home / "with a blank"
    named.mkdir()
    with person.start(DISPLAY=screen, TMPDIR="with a blank") as started:
        wait_for_window(screen)
        assert folder_of(started).parent == named
        press(screen, "ctrl+q")
        assert started.wait(SECONDS) == 0
    waited_for(lambda: not list(named.iterdir()))


def test_it_asks_for_the_room_that_it_takes(person: Person, screen: str) -> None:
    with person.start(DISPLAY=screen) as started:
        wait_for_window(screen)
        folder = folder_of(started)
        unpacked = [path.lstat() for path in folder.rglob("*")]
        (listed,) = folder.rglob(LISTED)
        later = msgspec.json.decode(listed.read_bytes(), type=PackedLibrary)
        assert not list(folder.rglob(Path(later.place).name))  # not before a page is laid out
        press(screen, "ctrl+q")
        assert started.wait(SECONDS) == 0
    taken, asked = sum(status.st_blocks * 512 for status in unpacked) + later.size, single_file.needed(FILE)
    assert taken <= asked.bytes <= taken * 1.1
    assert len(unpacked) <= asked.files + 5  # the launcher's own


def test_a_command_works_from_another_folder(person: Person) -> None:
    assert person.run("--version", mounts=UNUSABLE["tiny"]) == (0, f"{__version__}\n", "")


def close_by_key(screen: str, dialog: str, key: str) -> None:
    xdotool(screen, "windowfocus", "--sync", dialog, "key", key)


def click_ok(screen: str, dialog: str) -> None:
    """Click where the button stands: in the corner at the right below."""
    shown = xdotool(screen, "getwindowgeometry", "--shell", dialog)
    size = {name: int(value) for name, _, value in (line.partition("=") for line in shown.splitlines())}
    place = (str(size["WIDTH"] - 60), str(size["HEIGHT"] - 35))
    xdotool(screen, "mousemove", "--window", dialog, *place, "click", "1")


ANSWERS: dict[str, Callable[[str, str], None]] = {
    "Return": lambda screen, dialog: close_by_key(screen, dialog, "Return"),
    "Escape": lambda screen, dialog: close_by_key(screen, dialog, "Escape"),
    "Space": lambda screen, dialog: close_by_key(screen, dialog, "space"),
    "the button": click_ok,
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_where_no_folder_serves_a_dialog_says_so(
    person: Person, screen: str, answer: Callable[[str, str], None]
) -> None:
    with person.start(mounts=NOWHERE, DISPLAY=screen) as started:
        dialog = wait_for_window(screen)
        assert started.poll() is None
        answer(screen, dialog)
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output) == (2, "")
    assert SENTENCE.fullmatch(errors), errors


def test_where_the_desktop_has_a_program_for_dialogs_it_shows_the_sentence(person: Person, zenity: Path) -> None:
    code, _, errors = person.run(mounts=NOWHERE, WAYLAND_DISPLAY="wayland-0", **with_zenity(person, zenity))
    told = (zenity / "arguments").read_text(encoding="utf-8").splitlines()
    assert code == 2
    assert told[:-1] == ["--error", "--no-markup", "--title", "Evolve", "--text"]
    assert errors == f"evolve-desktop: {told[-1]}\n"


def test_a_command_is_answered_on_the_command_line_alone(person: Person, screen: str) -> None:
    code, output, errors = person.run("--version", mounts=NOWHERE, DISPLAY=screen)
    assert (code, output) == (2, "")
    assert SENTENCE.fullmatch(errors), errors


def test_without_proc_it_says_what_is_missing(person: Person) -> None:
    code, output, errors = person.run("--version", mounts=IN_MEMORY.format("size=1m", "/proc"))
    assert (code, output) == (2, "")
    assert "/proc is missing" in errors
    assert errors.count("\n") == 1


def test_a_killed_app_leaves_nothing_behind(person: Person, screen: str) -> None:
    with person.start(DISPLAY=screen) as started:
        wait_for_window(screen)
        folder = folder_of(started)
        os.killpg(started.pid, signal.SIGKILL)
    waited_for(lambda: not folder.exists())


def cleaner_of(app: int) -> int:
    """Return the process that waits at the other end of the app's pipe."""
    told = dict(line.partition(b"=")[::2] for line in Path(f"/proc/{app}/environ").read_bytes().split(b"\0"))
    pipe = Path(f"/proc/{app}/fd", told[b"EVOLVE_LAUNCHER_PIPE"].decode()).readlink()
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "comm").read_text() == "evolve-cleaner\n" and (process / "fd" / "0").readlink() == pipe:
                return int(process.name)
    raise AssertionError("it has no cleaner")


def test_what_is_left_when_even_the_cleaner_was_killed_is_removed_by_the_next_start(
    person: Person, screen: str
) -> None:
    alone = str(person.home)  # not /tmp, where the start of another test would remove it
    with person.start(DISPLAY=screen, TMPDIR=alone) as started:
        wait_for_window(screen)
        folder = folder_of(started)
        os.kill(cleaner_of(started.pid), signal.SIGKILL)
        os.killpg(started.pid, signal.SIGKILL)
    time.sleep(1)  # a cleaner would have done its work by now
    assert len(list(folder.rglob("*"))) > 100
    assert person.run("--version", TMPDIR=alone) == (0, f"{__version__}\n", "")
    assert not folder.exists()


def test_the_app_lives_on_if_only_its_loader_is_killed(person: Person, screen: str) -> None:
    with person.start(DISPLAY=screen) as started:
        wait_for_window(screen)
        folder, app = folder_of(started), app_of(started)
        started.kill()
        started.wait(SECONDS)
        time.sleep(1)  # the cleaner would have looked by now
        assert (folder / "evolve-desktop").is_file()
        press(screen, "ctrl+q")
        waited_for(lambda: not Path(f"/proc/{app}").exists())
    waited_for(lambda: not folder.exists())


@pytest.fixture
def _nothing_is_ignored() -> Iterator[None]:
    """Have what is started here get each signal: what a shell starts in the background ignores an interrupt."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


@pytest.mark.usefixtures("_nothing_is_ignored")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_to_the_group_ends_it_as_the_app_ends_and_leaves_nothing(
    person: Person, screen: str, name: str
) -> None:
    with person.start(DISPLAY=screen) as started:
        wait_for_window(screen)
        folder = folder_of(started)
        os.killpg(started.pid, signal.Signals[name])
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output, errors) == (0, "", "")
    waited_for(lambda: not folder.exists())


@pytest.mark.parametrize("moment", [0.0, 0.003, 0.01, 0.03, 0.1, 0.3])
def test_a_start_that_is_cut_short_leaves_nothing_behind(person: Person, moment: float) -> None:
    with person.start("--version", TMPDIR=str(person.home)) as started:
        time.sleep(moment)
        os.killpg(started.pid, signal.SIGTERM)
        started.communicate(timeout=SECONDS)
    waited_for(lambda: not list(person.home.iterdir()))


def test_the_app_gets_the_same_arguments_and_answers_them_alike(person: Person) -> None:
    odd = [b"page", b'caf\xe9 "of" $HOME\t%s\n*', b"--pdf", b"", b"--paper", b"a4"]
    by_file, by_folder = (person.run(*odd, file=file) for file in (FILE, PROGRAMS["folder"]))
    assert by_file == by_folder
    assert by_file[0] == 2


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_hinders_nothing(person: Person, closed: str) -> None:
    checked = subprocess.run(
        ["sh", "-c", f'exec "$0" --self-check {closed}', person.file],  # noqa: S607  (every system has it)
        env=person.environment(),
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    assert (checked.returncode, checked.stderr) == (0, b"")


@pytest.mark.parametrize("former", [{}, {"TMPDIR": ""}, {"TMPDIR": "/nowhere/at all"}], ids=["none", "empty", "gone"])
def test_what_the_app_starts_knows_nothing_of_the_launcher(
    person: Person, zenity: Path, former: dict[str, str]
) -> None:
    code, _, errors = person.run(DISPLAY=":4711", **former, **with_zenity(person, zenity))
    assert (code, "the screen :4711 does not answer" in errors) == (2, True)
    waited_for((zenity / "files").exists)  # the app does not wait for it
    told = dict(line.partition("=")[::2] for line in (zenity / "environment").read_text(encoding="utf-8").splitlines())
    assert {name: told[name] for name in ("TMPDIR",) if name in told} == former
    assert not [name for name in told if name.startswith("EVOLVE_")]
    assert "pipe:" not in (zenity / "files").read_text(encoding="utf-8")


@pytest.mark.parametrize("how", ["by its path", "by a link", "by its name"])
def test_it_starts_wherever_it_lies_and_however_it_is_called(person: Person, how: str) -> None:
    folder = person.home / os.fsdecode(b"caf\xe9 of mine")
    folder.mkdir()
    path, link = folder / "evolve %s", folder / "link"
    path.hardlink_to(person.file)
    link.symlink_to(path)
    files: dict[str, str | Path] = {"by its path": path, "by a link": link, "by its name": path.name}
    way = f"{folder}:{os.environ['PATH']}"
    assert person.run("--version", file=files[how], PATH=way) == (0, f"{__version__}\n", "")
