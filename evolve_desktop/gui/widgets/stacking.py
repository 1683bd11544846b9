"""Keeps a screen reader from saying that pages lie on top of each other: only the one in front is there for it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget

from evolve_desktop.gui.widgets.describing import install

_INSTALLED = "stacks-installed"


def leave_stacks_unsaid() -> None:
    """Have every stack of pages, ours and those in tabs and dialogs, be no more than what holds them."""
    install(_INSTALLED, _describe)


def _describe(_class_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Answer Qt's question how to describe an object; None leaves it to Qt."""
    return QAccessibleWidget(asked, QAccessible.Role.Client) if isinstance(asked, QStackedWidget) else None
