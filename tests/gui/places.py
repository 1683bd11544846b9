"""Where the parts of a widget with a layout of its own stand, at a width that a test gives it."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def part(whole: QWidget, name: str) -> QWidget:
    """Return the part of this name."""
    found = whole.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def place(whole: QWidget, name: str) -> QRect:
    """Return where the part of this name stands in the whole."""
    return QRect(part(whole, name).mapTo(whole, QPoint()), part(whole, name).size())


def fit(whole: QWidget, width: int) -> int:
    """Make the whole this wide and as high as it asks to be; return the height."""
    layout = whole.layout()
    assert layout is not None
    whole.resize(width, layout.heightForWidth(width))
    QTest.qWait(0)
    return whole.height()
