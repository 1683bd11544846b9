"""The built executables open their window on a real screen, and close it as they should."""

import pytest

from tests.packaged.hands import press, wait_for_window, xdotool
from tests.packaged.program import SECONDS, Program, waited_for

pytestmark = pytest.mark.packaged


def test_the_window_opens_and_quits_by_its_key(program: Program, screen: str) -> None:
    with program.start(DISPLAY=screen) as started:
        window = wait_for_window(screen)
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
    waited_for(lambda: not list(program.temporary.iterdir()))
    assert list(program.home.iterdir()) == [program.temporary]
