"""A list to choose one thing from, which the mouse wheel scrolls past and never changes."""

from collections.abc import Mapping

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from evolve_desktop.gui.widgets.texts import label


class Chooser(QComboBox):
    """Shows words and stands for ids; `activated` follows the person's choice, never `show_choices`."""

    def __init__(self, name: str, accessible_name: str) -> None:
        """Take the object name and what a screen reader says."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)

    @property
    def chosen(self) -> str:
        """The id that is chosen; empty where there is none."""
        return str(self.currentData() or "")

    def show_choices(self, choices: Mapping[str, str], chosen: str) -> None:
        """Offer these words by id, with one of them chosen; the first where there is no such id."""
        if {self.itemData(index): self.itemText(index) for index in range(self.count())} != dict(choices):
            self.clear()
            for choice, words in choices.items():
                self.addItem(words, choice)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing is chosen by accident."""
        event.ignore()


def labelled(words: str, chooser: Chooser) -> QWidget:
    """Return the chooser with its words before it."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    name = label(words, "strong")
    name.setWordWrap(False)
    name.setBuddy(chooser)
    layout.addWidget(name)
    layout.addWidget(chooser)
    layout.addStretch(1)
    return row
