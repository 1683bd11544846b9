"""Has Qt ask us how a screen reader is told of a widget."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QApplication

Describe = Callable[[str, QObject], QAccessibleWidget | None]


def install(name: str, describe: Describe) -> None:
    """Have Qt ask `describe`, once for each application: it keeps the descriptions until it ends.

    `name` is what the application remembers it by; None from `describe` leaves the answer to Qt.
    """
    app = QApplication.instance()
    if app is None or app.property(name):
        return
    app.setProperty(name, True)  # noqa: FBT003  (Qt's own order)
    QAccessible.installFactory(describe)
