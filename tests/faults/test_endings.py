"""The app is ended while somebody types: what was kept so far is on the disk with the last key, whoever ends it."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault
from tests.conftest import LONG
from tests.faults.forks import SECONDS, Forks, Running
from tests.launch import CHEAP, NOW
from tests.x_server import x_server

MANY = 25
ALLOWED_SECONDS = 0.4
BETWEEN_LOOKS_S = 0.02
TYPED_SECONDS = 1.5  # some saves
Typing = Callable[..., Running]


def vault_in(folder: Path) -> Vault:
    return Vault(folder, lambda: NOW, cost=CHEAP)


def note_in(folder: Path) -> str:
    return "".join(check_in.answer("C03").note for check_in in vault_in(folder).open().check_ins)


def change(file: Path) -> None:
    """Write the file as another program does, until a save says so: one that had looked before may replace it."""
    theirs = b"of another program"
    end = time.monotonic() + SECONDS
    while not list(file.parent.glob("beside-*")) and time.monotonic() < end:
        if file.read_bytes() != theirs:
            file.write_bytes(theirs)
        time.sleep(BETWEEN_LOOKS_S)


@pytest.fixture
def typing(folder: Path, forks: Forks) -> Iterator[Typing]:
    """Return what starts the app on kept check-ins and waits until many keys were typed."""
    running: list[Running] = []

    def start(*arguments: str, **environment: str) -> Running:
        vault_in(folder).create(Diary())
        process = forks.start("-m", "tests.faults.typing_app", str(folder), *arguments, environment=environment)
        running.append(process)
        assert process.stdout is not None
        for _ in range(MANY):
            assert process.stdout.readline(), process.communicate(timeout=SECONDS)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        pytest.param("SIGTERM", (), id="SIGTERM-alone"),
        pytest.param("SIGHUP", ("dialog",), id="SIGHUP-behind a dialog"),
        pytest.param("SIGINT", (), id="SIGINT-alone", marks=LONG),
        pytest.param("SIGTERM", ("dialog",), id="SIGTERM-behind a dialog", marks=LONG),
        pytest.param("SIGHUP", (), id="SIGHUP-alone", marks=LONG),
        pytest.param("SIGINT", ("dialog",), id="SIGINT-behind a dialog", marks=LONG),
    ],
)
def test_a_signal_loses_no_key(typing: Typing, folder: Path, name: str, arguments: tuple[str, ...]) -> None:
    process = typing(*arguments)
    process.send_signal(signal.Signals[name])
    seen, errors = process.communicate(timeout=SECONDS)
    assert (process.returncode, errors.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    last = seen.splitlines()[-1] if seen else ""
    assert len(note_in(folder)) >= MANY
    assert note_in(folder).startswith(last)
    assert not list(folder.glob("in-use*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
def test_a_signal_while_no_save_works_leaves_the_words_beside_the_file(typing: Typing, folder: Path) -> None:
    process = typing()
    file = folder / "check-ins.evolve"
    change(file)
    process.send_signal(signal.SIGTERM)
    seen, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert "Another program changed the file" in errors
    (held,) = folder.glob("unsaved-*")
    found = vault_in(folder.with_name("other")).restore_from(held)
    assert found.check_ins[0].answer("C03").note.startswith(seen.splitlines()[-1] if seen else "abc")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("place", ["my-page", pytest.param("help-lines", marks=LONG)])
def test_a_session_may_end_on_a_page_that_looks_after_itself_when_it_is_hidden(
    forks: Forks, folder: Path, place: str
) -> None:
    ended = forks.start("-m", "tests.faults.page_at_the_end", str(folder), place)
    output, errors = ended.communicate(timeout=SECONDS)
    told = errors.replace("This plugin does not support propagateSizeHints()\n", "")
    assert (ended.returncode, told, output) == (0, "", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there is an X server of its own")
def test_a_screen_that_dies_loses_at_most_400_ms(typing: Typing, folder: Path) -> None:
    with x_server() as (server, display):
        process = typing(QT_QPA_PLATFORM="xcb", DISPLAY=display)
        assert process.stdout is not None
        end = time.monotonic() + TYPED_SECONDS
        lengths: list[tuple[float, int]] = []
        while time.monotonic() < end:
            lengths.append((time.monotonic(), len(process.stdout.readline().strip())))
        server.kill()
    process.communicate(timeout=SECONDS)
    died = lengths[-1][0]
    least = max(length for seen_at, length in lengths if seen_at <= died - ALLOWED_SECONDS)
    assert len(note_in(folder)) >= least
