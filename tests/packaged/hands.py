"""Mouse and keyboard of a person at the screen of the tests."""

import os
import subprocess

from tests.packaged.program import SECONDS


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


def press(screen: str, *keys: str) -> None:
    """Press keys in the window."""
    xdotool(screen, "windowfocus", "--sync", wait_for_window(screen), "key", *keys)
