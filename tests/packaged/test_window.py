"""The built executables open their window on a real screen, and close it as they should."""

from pathlib import Path

import pytest

from tests.packaged.hands import press, wait_for_window, xdotool
from tests.packaged.program import SECONDS, Program, waited_for

pytestmark = pytest.mark.packaged

STARTER = Path(__file__).parents[2] / "packaging" / "linux" / "evolve-desktop.desktop"


def window_class() -> str:
    """Return by what a dock knows the windows of the starter: the app has one icon there, not two."""
    lines = STARTER.read_text(encoding="utf-8").splitlines()
    (name,) = [line.removeprefix("StartupWMClass=") for line in lines if line.startswith("StartupWMClass=")]
    assert name == STARTER.stem  # under Wayland the name of the file is the name of the window
    return name


def test_the_window_opens_and_quits_by_its_key(program: Program, screen: str) -> None:
    with program.start(DISPLAY=screen) as started:
        window = wait_for_window(screen)
        assert window in xdotool(screen, "search", "--onlyvisible", "--classname", f"^{window_class()}$").split()
        size = xdotool(screen, "getwindowgeometry", "--shell", window)
        press(screen, "ctrl+q")
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output, errors) == (0, "", "")
    width = next(int(line.removeprefix("WIDTH=")) for line in size.splitlines() if line.startswith("WIDTH="))
    assert width >= 640
    waited_for(lambda: not list(program.temporary.iterdir()))


def test_a_window_that_is_ended_from_outside_leaves_nothing_behind(program: Program, screen: str) -> None:
    with program.start(DISPLAY=screen) as started:
        wait_for_window(screen)
        started.terminate()
        started.communicate(timeout=SECONDS)
    assert started.returncode == 0
    waited_for(lambda: not list(program.temporary.iterdir()))
    assert list(program.home.iterdir()) == [program.temporary]
