"""The file dialog that a Linux desktop offers to every program, by its portal: asked for where there is one."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication

_THEME = "QT_QPA_PLATFORMTHEME"
_PORTAL = "org.freedesktop.portal.Desktop"
_DATA = "/usr/local/share:/usr/share"
_PATIENCE_MS = 1500
_SCREENS = ("wayland", "xcb")


@contextmanager
def portal_theme() -> Iterator[None]:
    """While Qt starts, have it take the desktop's dialogs; programs that this one starts are told nothing of it."""
    if not (sys.platform == "linux" and has_portal(os.environ)):
        yield
        return
    os.environ[_THEME] = "xdgdesktopportal"
    try:
        yield
    finally:
        del os.environ[_THEME]


def has_portal(environment: Mapping[str, str]) -> bool:
    """Whether the desktop has a portal, and the person chose no other theme for Qt."""
    folders = (environment.get("XDG_DATA_DIRS") or _DATA).split(":")
    is_there = any(Path(folder, "dbus-1", "services", f"{_PORTAL}.service").is_file() for folder in folders if folder)
    return is_there and bool(environment.get("DBUS_SESSION_BUS_ADDRESS")) and not environment.get(_THEME)


def is_dialog_the_systems() -> bool:
    """Whether the system shows the file dialogs: Windows and macOS always, Linux if its portal answers in time."""
    if sys.platform != "linux":
        return True
    if QGuiApplication.platformName() not in _SCREENS:
        return False
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415  (the first window asks nothing)

    question = QDBusMessage.createMethodCall(
        _PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.DBus.Properties", "Get"
    )
    question.setArguments(["org.freedesktop.portal.FileChooser", "version"])
    reply = QDBusConnection.sessionBus().call(question, QDBus.CallMode.Block, _PATIENCE_MS)
    return reply.type() == QDBusMessage.MessageType.ReplyMessage
