"""Checks for a display before Qt is loaded: Qt would abort without one."""

import ctypes
import sys
from collections.abc import Mapping
from pathlib import PurePath

from evolve_desktop.errors import UsageError

_PACKAGES = {"libxcb.so.1": "libxcb1", "libxcb-cursor.so.0": "libxcb-cursor0"}
_WITHOUT = "`evolve-desktop --self-check` tries every part without a window."


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
    what = f"the screen {display} does not answer" if display else "there is no screen here"
    raise UsageError(f"{what}. {_WITHOUT}")


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
            f"a window needs {name}; on Debian, `apt install {_PACKAGES[name]}` brings it. {_WITHOUT}"
        ) from error
