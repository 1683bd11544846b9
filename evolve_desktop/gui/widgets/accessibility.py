"""Has Qt ask us how a screen reader is told of a widget."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QLabel, QStackedWidget, QWidget

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


_GROUP = "group"
_GROUPS_INSTALLED = "groups-installed"


def make_group(widget: QWidget, name: str) -> None:
    """Make a widget a group, whose name is said when the focus comes in from outside."""
    widget.setProperty(_GROUP, True)  # noqa: FBT003  (Qt's own order)
    install(_GROUPS_INSTALLED, _describe_group)
    widget.setAccessibleName(name)  # last: a screen reader that hears of it asks what it is


def set_buddy(words: QLabel, control: QWidget) -> None:
    """Say that these words name a control, so that they are not read a second time beside it.

    Qt takes an ampersand in such words for a key to press, so words with one stay words.
    """
    if "&" not in words.text():
        words.setBuddy(control)


def _describe_group(_class_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Answer Qt's question how to describe an object; None leaves it to Qt."""
    if isinstance(asked, QWidget) and asked.property(_GROUP):
        return QAccessibleWidget(asked, QAccessible.Role.Grouping)
    return None


_STACKS_INSTALLED = "stacks-installed"


def leave_stacks_unsaid() -> None:
    """Have every stack of pages, ours and those in tabs and dialogs, be no more than what holds them."""
    install(_STACKS_INSTALLED, _describe_stack)


def _describe_stack(_class_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Answer Qt's question how to describe an object; None leaves it to Qt."""
    return QAccessibleWidget(asked, QAccessible.Role.Client) if isinstance(asked, QStackedWidget) else None
