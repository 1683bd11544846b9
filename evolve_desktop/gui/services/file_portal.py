"""Shows the system's own file dialog if one answers, on Linux by the portal, and closes it again."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from evolve_desktop import process_protection

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

_THEME = "QT_QPA_PLATFORMTHEME"
_PORTAL = "org.freedesktop.portal.Desktop"
_PLACE = "/org/freedesktop/portal/desktop"
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
    version = _call(_PLACE, "org.freedesktop.DBus.Properties", "Get", "org.freedesktop.portal.FileChooser", "version")
    settings = _call(_PLACE, "org.freedesktop.portal.Settings", "ReadAll", ["org.freedesktop.appearance"])
    with process_protection.readable():  # who is refused the second would be refused a dialog, and nobody would say so
        return _is_answered(version) and _is_answered(settings)


def _is_answered(question: "QDBusMessage") -> bool:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415  (the first window asks nothing)

    reply = QDBusConnection.sessionBus().call(question, QDBus.CallMode.Block, _PATIENCE_MS)
    return reply.type() == QDBusMessage.MessageType.ReplyMessage


def is_systems_dialog_open() -> bool:
    """Whether a file dialog of the system is in front, which has the keyboard for itself."""
    dialog = QApplication.activeModalWidget()
    return isinstance(dialog, QFileDialog) and not dialog.testOption(QFileDialog.Option.DontUseNativeDialog)


def close_portal_dialogs() -> None:
    """Have the portal close its dialogs, which Qt leaves on the screen when its own closes; waits for nothing."""
    if sys.platform != "linux":
        return
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher  # noqa: PLC0415  (as above)

    bus = QDBusConnection.sessionBus()
    place = f"{_PLACE}/request/{bus.baseService().removeprefix(':').replace('.', '_')}"

    def close(answered: "QDBusPendingCallWatcher") -> None:
        for told in answered.reply().arguments():
            for request in re.findall(r'<node name="(\w+)"', str(told)):
                bus.asyncCall(_call(f"{place}/{request}", "org.freedesktop.portal.Request", "Close"))
        answered.deleteLater()

    question = bus.asyncCall(_call(place, "org.freedesktop.DBus.Introspectable", "Introspect"))
    QDBusPendingCallWatcher(question, QCoreApplication.instance()).finished.connect(close)


def _call(place: str, interface: str, method: str, *arguments: object) -> "QDBusMessage":
    from PySide6.QtDBus import QDBusMessage  # noqa: PLC0415  (as above)

    call = QDBusMessage.createMethodCall(_PORTAL, place, interface, method)
    call.setArguments(list(arguments))
    return call
