"""Checks for a display before Qt is loaded, which would abort without one, and names without Qt what a window lacks."""

import ctypes
import os
import shlex
import sys
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from evolve_desktop import system_libraries
from evolve_desktop.errors import Sentence, UsageError

# What Qt's own plugins link, which would end the program with a riddle; few desktops install all of it.
_OF_X = (
    *("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-randr.so.0"),
    *("libxcb-render.so.0", "libxcb-render-util.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1"),
    *("libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxkbcommon-x11.so.0", "libX11-xcb.so.1"),
)
_OF_WAYLAND = ("libwayland-cursor.so.0",)
_TELLERS = (
    ("zenity", "--error", "--no-markup", "--text"),
    ("kdialog", "--error"),
    ("xmessage", "-center"),
    ("notify-send", "Evolve"),
)


def require_screen(environment: Mapping[str, str]) -> None:
    """Raise UsageError if no window can open; its sentence says what the window lacks.

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
        _require(_OF_WAYLAND)
        return
    display = environment.get("DISPLAY", "") if "xcb" in platforms else ""
    if display and _x_answers():
        _require(_OF_X)
        return
    what = (
        Sentence("the screen {display} does not answer", display=display)
        if display
        else Sentence("there is no screen here")
    )
    raise UsageError("{what}. {what_to_do}", what=what, what_to_do=_without_window())


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
    _require(["libxcb.so.1"])
    xcb = ctypes.CDLL("libxcb.so.1")
    connect, has_error, disconnect = xcb.xcb_connect, xcb.xcb_connection_has_error, xcb.xcb_disconnect
    connect.argtypes, connect.restype = [ctypes.c_char_p, ctypes.c_void_p], ctypes.c_void_p
    has_error.argtypes, has_error.restype = [ctypes.c_void_p], ctypes.c_int
    disconnect.argtypes, disconnect.restype = [ctypes.c_void_p], None
    connection = connect(None, None)
    error: int = has_error(connection)
    disconnect(connection)
    return not error


def _require(names: Iterable[str]) -> None:
    """Raise UsageError if one of these libraries does not load; its sentence names all that are missing, and more."""
    if not any(map(system_libraries.culprit, names)):
        return
    what = system_libraries.sentence(system_libraries.missing())
    raise UsageError("{what} {what_to_do}", what=what, what_to_do=_without_window())


def _without_window() -> Sentence:
    """Return the sentence about the check that needs no window, with the command by which this program was started."""
    is_module = PurePath(sys.argv[0]).name == "__main__.py"
    command = f"{shlex.quote(sys.orig_argv[0])} -m evolve_desktop" if is_module else "evolve-desktop"
    return Sentence("`{command} --self-check` tries every part without a window.", command=command)
