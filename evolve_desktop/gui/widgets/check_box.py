"""A check box that a finger finds."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox

SMALLEST_TARGET = 24
"""How wide and high in pixels is at least what can be pressed."""


class CheckBox(QCheckBox):
    """Takes a click anywhere on it, not only on its mark and its words."""

    def __init__(self, text: str = "", name: str = "") -> None:
        """Take the words and the object name."""
        super().__init__(text)
        self.setObjectName(name)
        self.setMinimumSize(SMALLEST_TARGET, SMALLEST_TARGET)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  (Qt's name)
        """Return whether a click here is meant for the box."""
        return self.rect().contains(pos)
