"""The first window lies wholly on the screen, with its frame, and so does everything that is always there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from evolve_desktop.gui.shell.screen_fit import fitted
from evolve_desktop.window_state import FILE_NAME
from tests.conftest import LONG

MEASURE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from evolve_desktop import app, resource_paths

def measure():
    (window,) = [w for w in QApplication.topLevelWidgets() if w.inherits("QMainWindow")]
    if len(sys.argv) > 2:  # the person opened the window on a larger screen, and that screen is gone
        window.resize(1900, 1000)
        window.move(-40, 900)
        window.come_forward()
    screen = window.screen().geometry()
    places = {}
    for name in ("to-help-lines", "hide", "start", "welcome"):
        for widget in window.findChildren(QWidget, name):
            if widget.isVisible():
                places[name] = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()).getRect()
    print(json.dumps({"screen": screen.getRect(), "frame": window.frameGeometry().getRect(), "places": places}))
    QApplication.quit()

make = app.application

def look():
    if any(window.inherits("QMainWindow") and window.isVisible() for window in QApplication.topLevelWidgets()):
        looking.stop()
        QTimer.singleShot(400, measure)  # after the window has seen to its frame

def application():
    global looking
    made = make()
    looking = QTimer(made, interval=20)
    looking.timeout.connect(look)
    looking.start()
    return made

app.application = application
app.run(resource_paths.content_pack(), Path(sys.argv[1]))
"""
SCREENS = {
    "1366 by 768": (1366, 768, {}),
    "1920 by 1080, twice as large": (1920, 1080, {"QT_SCALE_FACTOR": "2"}),
    "1366 by 768, a quarter larger": (1366, 768, {"QT_SCALE_FACTOR": "1.25"}),
    "1366 by 768, half as large again": (1366, 768, {"QT_SCALE_FACTOR": "1.5"}),
    "1366 by 768, 144 dots an inch": (1366, 768, {"QT_FONT_DPI": "144"}),
    "800 by 600": (800, 600, {}),
    "640 by 480": (640, 480, {}),
}
MORE_OF_A_KIND = (
    "1366 by 768, a quarter larger",
    "1366 by 768, 144 dots an inch",
    "1366 by 768, half as large again",
    "800 by 600",
)
TITLE_BAR = 37  # that of GNOME; Qt's windows without a screen have an edge of two pixels


def measured(folder: Path, screen: str, *arguments: str) -> tuple[QRect, QRect, dict[str, QRect]]:
    """Start the app on this screen; return the screen, the frame, and the places of what is always there."""
    width, height, scale = SCREENS[screen]
    one = {"name": "a", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [one | dots]}), encoding="utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "HOME": str(folder)}
    command = [sys.executable, "-c", MEASURE, str(folder / "check-ins"), *arguments]
    done = subprocess.run(
        command, env={**os.environ, **platform, **scale}, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    places = {name: QRect(*place) for name, place in found["places"].items()}
    return QRect(*found["screen"]), QRect(*found["frame"]), places


def remember_size(folder: Path, width: int, height: int) -> None:
    (folder / FILE_NAME).write_text(json.dumps({"width": width, "height": height}), encoding="utf-8")


@pytest.mark.parametrize(
    "screen", [pytest.param(name, marks=LONG if name in MORE_OF_A_KIND else ()) for name in SCREENS]
)
def test_a_first_start_shows_help_lines_hide_and_start_on_any_screen(tmp_path: Path, screen: str) -> None:
    whole, frame, places = measured(tmp_path, screen)
    assert whole.contains(frame)
    assert frame.height() + TITLE_BAR <= whole.height()
    assert set(places) == {"to-help-lines", "hide", "start", "welcome"}
    assert all(whole.contains(place) for place in places.values())


@pytest.mark.parametrize("screen", [pytest.param("1366 by 768", marks=LONG), "640 by 480"])
def test_a_size_remembered_from_a_larger_screen_leaves_room_for_the_frame(tmp_path: Path, screen: str) -> None:
    remember_size(tmp_path, 2560, 1400)
    whole, frame, places = measured(tmp_path, screen)
    assert whole.contains(frame)
    assert frame.height() + TITLE_BAR <= whole.height()
    assert all(whole.contains(place) for place in places.values())


def test_a_window_of_a_screen_that_is_gone_comes_into_view(tmp_path: Path) -> None:
    whole, frame, places = measured(tmp_path, "1366 by 768", "moved away")
    assert whole.contains(frame)
    assert all(whole.contains(place) for place in places.values())


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (QRect(10, 50, 300, 200), QRect(10, 50, 300, 200)),
        (QRect(10, 700, 300, 200), QRect(10, 528, 300, 200)),
        (QRect(1300, -20, 300, 200), QRect(1066, 40, 300, 200)),
        (QRect(0, 0, 1400, 900), QRect(0, 40, 1366, 688)),
    ],
)
def test_a_window_over_the_edge_moves_and_shrinks_as_little_as_it_must(place: QRect, expected: QRect) -> None:
    assert fitted(place, QRect(0, 40, 1366, 688)) == expected
