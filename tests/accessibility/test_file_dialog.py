"""The file dialog of a real desktop, by its portal: Hide closes it too, although another program has the keyboard."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.accessibility.bus import AS_A_PERSON, SYSTEM_PYTHON, Bus, running_bus
from tests.accessibility.reader import Reader
from tests.packaged.hands import press, xdotool

PORTAL = Path("/usr/share/xdg-desktop-portal/portals/gtk.portal")
SECONDS = 60
DIALOG, PRIVACY_SCREEN = "^Save as PDF$", "^Notes$"
IN_FRONT_OF_A_DESKTOP = {
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    "QT_QPA_PLATFORM": "xcb",
    "QT_QPA_PLATFORMTHEME": "",
    "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
}
THREE = ["keydown", "Shift_L", "sleep", "0.1", "keyup", "Shift_L", "sleep", "0.1"] * 3

pytestmark = pytest.mark.skipif(not PORTAL.exists(), reason="not installed here: xdg-desktop-portal-gtk")


def is_seen(screen: str, title: str) -> bool:
    try:
        return bool(xdotool(screen, "search", "--onlyvisible", "--name", title))
    except subprocess.CalledProcessError:
        return False


def may_look_into(process_id: int) -> bool:
    """Whether another program of the same person may look into a process."""
    look = [*AS_A_PERSON, "readlink", f"/proc/{process_id}/root"]
    return subprocess.run(look, capture_output=True, check=False).returncode == 0


def test_shift_three_times_closes_the_dialog_of_the_desktop_too(bus: Bus, reader: Reader, tmp_path: Path) -> None:
    screen = bus.environment["DISPLAY"]
    command: list[str | Path] = [sys.executable, "-m", "evolve_desktop", "--data-dir", tmp_path]
    app = bus.start(command, **IN_FRONT_OF_A_DESKTOP)
    try:
        reader.press("start")
        press(screen, "ctrl+4", "ctrl+s")
        dialog = xdotool(screen, "search", "--sync", "--onlyvisible", "--name", DIALOG).split()[-1]
        xdotool(screen, "windowfocus", "--sync", dialog)
        assert app.poll() is None
        end = time.monotonic() + SECONDS
        while not is_seen(screen, PRIVACY_SCREEN) and time.monotonic() < end:  # a busy computer may miss a short press
            xdotool(screen, *THREE)
        while is_seen(screen, DIALOG) and time.monotonic() < end:
            pass
        assert not is_seen(screen, DIALOG)
        assert is_seen(screen, PRIVACY_SCREEN)
        while may_look_into(app.pid) and time.monotonic() < end:
            pass
        assert not may_look_into(app.pid)  # but for the moment in which the portal looks whom its dialog is for
    finally:
        app.kill()
        app.communicate()


def test_a_dialog_that_the_desktop_refuses_is_the_apps_own(tmp_path: Path) -> None:
    (data := tmp_path / "data").mkdir()
    with running_bus(tmp_path) as bus, bus.start([SYSTEM_PYTHON, "tests/accessibility/refusing_portal.py"]) as portal:
        assert portal.stdout is not None
        assert portal.stdout.readline() == "ready\n"
        reader = Reader(bus)
        app = bus.start(
            [sys.executable, "-m", "evolve_desktop", "--data-dir", data],
            **IN_FRONT_OF_A_DESKTOP,
        )
        try:
            reader.press("start")
            press(bus.environment["DISPLAY"], "ctrl+4", "ctrl+s")
            assert reader.tree(id="fileNameEdit").name
        finally:
            reader.leave()
            for program in (app, portal):
                program.kill()
                program.communicate()
