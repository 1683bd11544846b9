"""Without a screen the program says so in one line and ends, by processes of its own; with one its window opens."""

import ctypes
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from evolve_desktop import system_libraries
from tests.packaged.hands import press, xdotool

SECONDS = 60
SPANISH = "FALLO   la ventana se dibuja: la ventana necesita"
SET_BY_DESKTOPS = ("DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR")
QUESTIONS = """
import json, os, sys
from evolve_desktop.display_check import require_screen
from evolve_desktop.errors import UsageError
bare = dict(os.environ)
for environment in json.loads(sys.argv[1]):
    os.environ.clear()
    os.environ.update(bare | environment)
    try:
        require_screen(os.environ)
        print("a screen")
    except UsageError as error:
        print(error)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")


def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start Python where nothing is known of a screen but this."""
    inherited = {name: value for name, value in os.environ.items() if name not in SET_BY_DESKTOPS}
    pipe = subprocess.PIPE
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, env={**inherited, **environment}, stdout=pipe, stderr=pipe, text=True)


def refusal(**environment: str) -> str:
    """Return the one line with which the program ends."""
    with start("-m", "evolve_desktop", **environment) as started:
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output) == (2, ""), errors
    assert errors.count("\n") == 1, errors
    assert f"`{sys.executable} -m evolve_desktop --self-check`" in errors
    return errors


def answers(*environments: dict[str, str]) -> list[str]:
    """Return what the program says of a screen in each of these surroundings, without opening its window."""
    with start("-c", QUESTIONS, json.dumps(environments)) as started:
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, errors) == (0, "")
    return output.splitlines()


@pytest.fixture
def x_screen(request: pytest.FixtureRequest) -> str:
    if shutil.which("Xvfb") is None:
        pytest.skip("needs xvfb")
    return str(request.getfixturevalue("screen"))


def test_where_there_is_no_screen_at_all_the_program_says_so() -> None:
    assert "there is no screen here" in refusal()
    (told,) = answers({"DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert "there is no screen here" in told


def test_a_screen_that_does_not_answer_is_named() -> None:
    named = "the screen :987 does not answer"
    platforms = ("", "xcb", "wayland;xcb", "XCB:whatever")
    said = answers(*({"DISPLAY": ":987", "QT_QPA_PLATFORM": platform} for platform in platforms))
    assert [platform for platform, told in zip(platforms, said, strict=True) if named not in told] == []
    assert named in refusal(DISPLAY=":987")


def test_a_wayland_screen_that_is_not_there_is_no_screen(tmp_path: Path) -> None:
    nowhere = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "there is no screen here" in refusal(**nowhere)
    (told,) = answers(nowhere | {"DISPLAY": ":987", "QT_QPA_PLATFORM": "wayland"})
    assert "there is no screen here" in told


def test_a_wayland_screen_that_nobody_serves_any_more_is_no_screen(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(tmp_path / "wayland-7"))
    (told,) = answers({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert "there is no screen here" in told


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb.so.1", "libxcb1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_a_library_that_qt_would_miss_is_named_with_its_package(
    library: str, package: str, x_screen: str, tmp_path: Path
) -> None:
    (tmp_path / library).write_text("not a library", encoding="ascii")
    told = refusal(DISPLAY=x_screen, LD_LIBRARY_PATH=str(tmp_path))
    assert library in told
    assert f"apt install {package}" in told


def test_all_libraries_that_are_missing_are_named_in_one_line(x_screen: str, tmp_path: Path) -> None:
    for library in ("libxcb-keysyms.so.1", "libxcb-shape.so.0"):
        (tmp_path / library).write_text("not a library", encoding="ascii")
    told = refusal(DISPLAY=x_screen, LD_LIBRARY_PATH=str(tmp_path))
    assert "a window needs libxcb-keysyms.so.1, libxcb-shape.so.0; " in told
    assert "`apt install libxcb-keysyms1 libxcb-shape0` brings that on Debian" in told
    assert "`dnf install xcb-util-keysyms libxcb` on Fedora" in told


def test_the_self_check_tells_each_missing_library_in_a_sentence(tmp_path: Path) -> None:
    for library in ("libEGL.so.1", "libxcb-shape.so.0"):
        (tmp_path / library).write_text("not a library", encoding="ascii")
    words = {"en": ("ok ", "FAILED  the window paints: a window needs"), "es": ("bien ", SPANISH)}
    for language, (works, needs) in words.items():
        command = ("-m", "evolve_desktop", "--language", language, "--self-check")
        with start(*command, LD_LIBRARY_PATH=str(tmp_path)) as started:
            output, errors = started.communicate(timeout=SECONDS)
        lines = output.splitlines()
        assert (started.returncode, errors) == (1, "")
        missing = [line.partition(";")[0] for line in lines[3:]]
        assert missing == [f"{needs} libEGL.so.1", f"{needs} libxcb-shape.so.0"]
        assert all(line.startswith(works) for line in lines[:3])


def test_the_list_names_each_library_that_a_plugin_for_screens_links() -> None:
    listed = {library.name for library in system_libraries.needed()}
    for plugin in ("libqxcb.so", "libqwayland.so"):
        path = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / plugin
        linked = set(
            re.findall(rb"\blib(?:xcb|xkb|X11|wayland|EGL|GL|glib|fontconfig)[\w.-]*\.so\.\d+", path.read_bytes())
        )
        assert linked
        assert {name.decode() for name in linked} <= listed


def test_a_library_that_does_not_load_is_told_on_screen_too(x_screen: str, tmp_path: Path) -> None:
    if shutil.which("xdotool") is None or shutil.which("xmessage") is None:
        pytest.skip("needs xdotool and xmessage")
    (tmp_path / "libEGL.so.1").write_text("not a library", encoding="ascii")
    with start("-m", "evolve_desktop", DISPLAY=x_screen, LD_LIBRARY_PATH=str(tmp_path)) as started:
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output, errors.count("\n")) == (2, "", 1), errors
    assert "libEGL.so.1" in errors
    dialog = xdotool(x_screen, "search", "--sync", "--onlyvisible", "--name", "xmessage|zenity|Error").split()[-1]
    xdotool(x_screen, "windowfocus", "--sync", dialog, "key", "Return")


def test_an_x_screen_that_answers_is_a_screen(x_screen: str) -> None:
    here, none_served = {"DISPLAY": x_screen}, {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": "/nowhere"}
    first, second, refused = answers(here, here | none_served, here | {"QT_QPA_PLATFORM": "wayland"})
    assert (first, second) == ("a screen", "a screen")
    assert "there is no screen here" in refused


def test_a_wayland_screen_that_answers_is_a_screen(tmp_path: Path) -> None:
    try:
        ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        pytest.skip("needs libwayland-client0")
    with socket.socket(socket.AF_UNIX) as served:
        served.bind(str(tmp_path / "wayland-7"))
        served.listen()
        by_name = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        by_place = {"WAYLAND_DISPLAY": str(tmp_path / "wayland-7"), "DISPLAY": ":987"}
        assert answers(by_name, by_place, {"WAYLAND_SOCKET": "7"}) == ["a screen"] * 3


def test_whoever_names_another_platform_of_qt_is_not_asked() -> None:
    platforms = ("offscreen", "minimal", "vnc:port=5", "xcb;offscreen")
    said = answers(*({"QT_QPA_PLATFORM": platform} for platform in platforms))
    assert dict(zip(platforms, said, strict=True)) == dict.fromkeys(platforms, "a screen")


def test_the_window_opens_on_the_screen_that_was_found(x_screen: str) -> None:
    if shutil.which("xdotool") is None:
        pytest.skip("needs xdotool")

    with start("-m", "evolve_desktop", DISPLAY=x_screen) as started:
        press(x_screen, "ctrl+q")
        output, errors = started.communicate(timeout=SECONDS)
    assert (started.returncode, output, errors) == (0, "", "")


def test_the_window_opens_where_no_screen_is_needed() -> None:
    tells_what_it_loads = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.core.library.debug=true"}
    with start("-m", "evolve_desktop", **tells_what_it_loads) as started:
        assert started.stderr is not None
        assert any("libqoffscreen" in line for line in started.stderr)
        started.terminate()
        output, _ = started.communicate(timeout=SECONDS)
    assert started.returncode in {-signal.SIGTERM, 0}, "the second, if it listened to signals by then"
    assert not output
