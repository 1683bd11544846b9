"""The built executables open their window on a real screen, and close it as they should."""

import os
import subprocess

import pytest

from tests.packaged.program import SECONDS, Program

pytestmark = pytest.mark.packaged


def xdotool(screen: str, *arguments: str) -> str:
    """Act on the screen as a person with mouse and keyboard would, and return what there is to see."""
    told = subprocess.run(
        ["xdotool", *arguments],  # noqa: S607  (the one that the system has)
        env={**os.environ, "DISPLAY": screen},
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )
    return told.stdout


def wait_for_window(screen: str) -> str:
    """Wait until the window is seen and return its number."""
    return xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "^Evolve$").split()[-1]


def test_the_window_opens_and_quits_by_its_key(program: Program, screen: str) -> None:
    with program.start(DISPLAY=screen) as started:
        window = wait_for_window(screen)
        size = xdotool(screen, "getwindowgeometry", "--shell", window)
        xdotool(screen, "windowfocus", "--sync", window, "key", "ctrl+q")
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output, errors) == (0, "", "")
    width = next(int(line.removeprefix("WIDTH=")) for line in size.splitlines() if line.startswith("WIDTH="))
    assert width >= 640
    assert list(program.temporary.iterdir()) == []


def test_a_window_that_is_ended_from_outside_leaves_nothing_behind(program: Program, screen: str) -> None:
    with program.start(DISPLAY=screen) as started:
        wait_for_window(screen)
        started.terminate()
        started.communicate(timeout=SECONDS)
    assert list(program.temporary.iterdir()) == []
    assert list(program.home.iterdir()) == [program.temporary]
