"""The built executables draw their window under Wayland, too, where there is no X server."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaged.program import Program, waited_for

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(shutil.which("weston") is None, reason="not installed here: weston"),
]


@pytest.fixture
def compositor(program: Program) -> Iterator[str]:
    """Start a compositor that shows nothing, and name its socket."""
    name = "wayland-of-the-tests"
    command = ["weston", "--backend=headless-backend.so", f"--socket={name}", "--idle-time=0"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=program.environment(), stdout=quiet, stderr=quiet) as server:
        waited_for((program.home / name).exists)
        yield name
        server.terminate()


def test_the_window_is_drawn_and_known_by_the_name_of_its_starter(program: Program, compositor: str) -> None:
    told = Path(program.home / "told")
    with told.open("w", encoding="utf-8") as log:
        environment = program.environment(WAYLAND_DISPLAY=compositor, WAYLAND_DEBUG="1")
        with subprocess.Popen([program.path], env=environment, stderr=log) as started:
            waited_for(lambda: "attach(wl_buffer" in told.read_text(encoding="utf-8"))
            started.terminate()
    assert started.returncode == 0
    assert 'set_app_id("evolve-desktop")' in told.read_text(encoding="utf-8")
