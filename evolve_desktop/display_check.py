"""Checks for a display before Qt is loaded, which would abort without one, and says without Qt what is missing."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import PurePath

from evolve_desktop.errors import Sentence, UsageError

_PACKAGES = {"libxcb.so.1": "libxcb1", "libxcb-cursor.so.0": "libxcb-cursor0"}
_TELLERS = (
    ("zenity", "--error", "--no-markup", "--text"),
    ("kdialog", "--error"),
    ("xmessage", "-center"),
    ("notify-send", "Evolve"),
)
_WITHOUT = Sentence("`evolve-desktop --self-check` tries every part without a window.")


def require_screen(environment: Mapping[str, str]) -> None:
    """Raise UsageError if no window can open; its sentence says what is missing.

    Only Linux is checked: Wayland and X11, each through its own library, since Qt reaches what these can reach. Another
    platform that is named in QT_QPA_PLATFORM is a choice of its own, and is not checked.
    """
    if sys.platform != "linux":
        return
    named = environment.get("QT_QPA_PLATFORM") or "wayland;xcb"
    platforms = [name.partition(":")[0].lower() for name in named.split(";") if name]
    if not all(name.startswith(("wayland", "xcb")) for name in platforms):
        return
    if any(name.startswith("wayland") for name in platforms) and _wayland_answers(environment):
        return
    display = environment.get("DISPLAY", "") if "xcb" in platforms else ""
    if display and _x_answers():
        _library("libxcb-cursor.so.0")  # Qt's plugin for X needs it, and few desktops install it
        return
    what = (
        Sentence("the screen {display} does not answer", display=display)
        if display
        else Sentence("there is no screen here")
    )
    raise UsageError("{what}. {what_to_do}", what=what, what_to_do=_WITHOUT)


def tell_without_qt(sentence: str, environment: Mapping[str, str]) -> None:
    """Show a sentence by the first program for it that the desktop has, if there is a screen; does not wait for it."""
    if sys.platform != "linux" or not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return
    import shutil  # noqa: PLC0415  (a start that goes well does not need it)

    own = dict(environment)
    if "LD_LIBRARY_PATH_ORIG" in own:  # a single file has set the other one to its own libraries
        own["LD_LIBRARY_PATH"] = own["LD_LIBRARY_PATH_ORIG"]
    for program, *options in _TELLERS:
        if found := shutil.which(program):
            quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in range(3)]
            command = [program, *options, sentence]
            os.posix_spawn(found, command, own, file_actions=quiet, setpgroup=0)  # no subprocess: it loads selectors
            return


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    if "WAYLAND_SOCKET" in environment:
        return True  # an open connection, which can be used only once
    socket = PurePath(environment.get("XDG_RUNTIME_DIR", ""), environment.get("WAYLAND_DISPLAY") or "wayland-0")
    if not socket.is_absolute():
        return False  # its library would complain on standard error
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False
    connect, disconnect = wayland.wl_display_connect, wayland.wl_display_disconnect
    connect.argtypes, connect.restype = [ctypes.c_char_p], ctypes.c_void_p
    disconnect.argtypes, disconnect.restype = [ctypes.c_void_p], None
    connection = connect(None)
    if connection is None:
        return False
    disconnect(connection)
    return True


def _x_answers() -> bool:
    xcb = _library("libxcb.so.1")
    connect, has_error, disconnect = xcb.xcb_connect, xcb.xcb_connection_has_error, xcb.xcb_disconnect
    connect.argtypes, connect.restype = [ctypes.c_char_p, ctypes.c_void_p], ctypes.c_void_p
    has_error.argtypes, has_error.restype = [ctypes.c_void_p], ctypes.c_int
    disconnect.argtypes, disconnect.restype = [ctypes.c_void_p], None
    connection = connect(None, None)
    error: int = has_error(connection)
    disconnect(connection)
    return not error


def _library(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise UsageError(
            "a window needs {name}; on Debian, `apt install {package}` brings it. {what_to_do}",
            name=name,
            package=_PACKAGES[name],
            what_to_do=_WITHOUT,
        ) from error
