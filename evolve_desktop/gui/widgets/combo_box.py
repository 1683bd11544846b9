"""A combo box that the mouse wheel scrolls past and never changes."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import label


class ComboBox(QComboBox):
    """Shows texts for ids; `activated` is emitted when the person chooses, never by `show_choices`."""

    def __init__(self, name: str, accessible_name: str) -> None:
        super().__init__()
        self._choices: dict[str, str] = {}
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)

    @property
    def chosen(self) -> str:
        """The chosen id; empty if there is none."""
        index = self.currentIndex()
        return list(self._choices)[index] if index >= 0 else ""

    def show_choices(self, choices: Mapping[str, str], chosen: str) -> None:
        """Offer these texts by id, with `chosen` selected, or the first if there is no such id."""
        if self._choices != dict(choices):
            self._choices = dict(choices)
            self.clear()
            self.addItems(list(choices.values()))
        self.setCurrentIndex(list(choices).index(chosen) if chosen in choices else 0)

    def minimumSizeHint(self) -> QSize:
        """Return half of the preferred width: on a narrow page the texts may be cut, not the page."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() // 2, hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that nothing is chosen by accident."""
        event.ignore()


def labelled(words: str, chooser: ComboBox) -> QWidget:
    """Return the combo box with a label before it."""
    row = QWidget()
    layout = FlowLayout(row)
    name = label(words, "strong")
    name.setWordWrap(False)
    name.setBuddy(chooser)
    layout.addWidget(name)
    layout.addWidget(chooser)
    return row
