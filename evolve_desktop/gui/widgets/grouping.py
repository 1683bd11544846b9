"""Tells a screen reader what belongs together, and which words name a control."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

from evolve_desktop.gui.widgets.describing import install

_GROUP = "group"
_INSTALLED = "groups-installed"


def make_group(widget: QWidget, name: str) -> None:
    """Make a widget a group, whose name is said when the focus comes in from outside."""
    widget.setProperty(_GROUP, True)  # noqa: FBT003  (Qt's own order)
    install(_INSTALLED, _describe)
    widget.setAccessibleName(name)  # last: a screen reader that hears of it asks what it is


def make_label(words: QLabel, control: QWidget) -> None:
    """Say that these words name a control, so that they are not read a second time beside it.

    Qt takes an ampersand in such words for a key to press, so words with one stay words.
    """
    if "&" not in words.text():
        words.setBuddy(control)


def _describe(_class_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Answer Qt's question how to describe an object; None leaves it to Qt."""
    if isinstance(asked, QWidget) and asked.property(_GROUP):
        return QAccessibleWidget(asked, QAccessible.Role.Grouping)
    return None
