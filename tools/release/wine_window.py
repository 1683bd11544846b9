"""The whole job in the window of the Windows executable under Wine, by keys alone: from the start to a PDF."""

import os
import subprocess
import time
from pathlib import Path

from tests.x_server import x_server
from tools.release.wine import Wine

_TOPIC = "What happens when I say no"
_PATIENCE = 120
_PAUSE = 0.5
_SETTLED = 5  # seconds until a window of Wine listens
_SHIFT = ["keydown", "Shift_L", "sleep", "0.15", "keyup", "Shift_L", "sleep", "0.15"]


def make_a_page(wine: Wine, executable: Path, work: Path) -> str:
    """Type a topic, hide it and the system's dialog by Shift, save the page by that dialog, and return a sentence."""
    data, page = work / "data", work / "page.pdf"
    data.mkdir()
    with x_server() as (_server, display):
        begun = time.monotonic()
        started = wine.start([executable, "--data-dir", _named_by_windows(data)], work, {"DISPLAY": display})
        _keys(display, "^Evolve$", "key", "Return")
        took = time.monotonic() - begun - _SETTLED
        _keys(display, "^Evolve$", "key", "ctrl+4")
        _keys(display, "^Evolve$", "type", _TOPIC)
        _keys(display, "^Evolve$", "key", "ctrl+s")
        _keys(display, "^Save as PDF$", *_SHIFT * 3)
        _keys(display, "^Notes$", "key", "F9")
        _keys(display, "^Evolve$", "key", "ctrl+s")
        _keys(display, "^Save as PDF$", "key", "ctrl+a")
        _keys(display, "^Save as PDF$", "type", _named_by_windows(page))
        _keys(display, "^Save as PDF$", "key", "Return")
        _wait_for(page)
        wine.stop()
        started.communicate()
    words = subprocess.run(["pdftotext", page, "-"], check=True, capture_output=True, text=True).stdout  # noqa: S607
    if _TOPIC not in " ".join(words.split()):
        raise SystemExit(f"{page} does not hold what was typed")
    return f"the window came after {took:.1f} seconds, hid with its dialog, and made a page with what was typed"


def _named_by_windows(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def _keys(display: str, title: str, *pressed: str) -> None:
    """Wait for a window, and press keys in it."""
    there = ["search", "--sync", "--onlyvisible", "--name", title]
    _xdotool(display, *there)
    time.sleep(_SETTLED)
    _xdotool(display, *there, "windowfocus", "--sync", *pressed)


def _xdotool(display: str, *arguments: str) -> None:
    environment = {**os.environ, "DISPLAY": display}
    subprocess.run(["xdotool", *arguments], env=environment, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S607


def _wait_for(file: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not file.is_file():
        if time.monotonic() > end:
            raise SystemExit(f"{file} did not come")
        time.sleep(_PAUSE)
