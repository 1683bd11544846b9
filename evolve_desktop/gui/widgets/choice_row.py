"""A row of choices of which one, or none, is taken; an answer can be cleared."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.texts import link_button


class ChoiceRow(QWidget):
    """Radio buttons for the values of an enum; `chosen` follows a click or an arrow key, never `show_value`.

    `value` is what the buttons say, None where nothing is taken.
    """

    chosen = Signal()

    def __init__(self, name: str, accessible_name: str, choices: Sequence[tuple[Enum, str]], apart: int = 0) -> None:
        """Take the object name, the accessible name, the choices, and how many of the last stand apart."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, spacing=4)
        for index, (value, text) in enumerate(choices):
            if apart and index == len(choices) - apart:
                layout.addWidget(_gap())
            layout.addWidget(self._button(f"{name}-{value.name.lower().replace('_', '-')}", text, index))
        self._clear = link_button(self.tr("Clear"), f"{name}-clear", self._on_clear)
        self._clear.setAccessibleName(self.tr("Clear this answer"))
        layout.addWidget(self._clear)
        self._clear.hide()

    @property
    def value(self) -> Enum | None:
        """The choice taken."""
        index = self._group.checkedId()
        return None if index < 0 else self._values[index]

    def show_value(self, value: Enum | None) -> None:
        """Make the buttons say this."""
        self._clear.setVisible(value is not None)
        if value is self.value:
            return
        if value is not None:
            self._group.button(self._values.index(value)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _button(self, name: str, text: str, index: int) -> QRadioButton:
        button = QRadioButton(text)
        button.setObjectName(name)
        button.clicked.connect(self.chosen)
        self._group.addButton(button, index)
        return button

    def _on_clear(self) -> None:
        self._group.buttons()[0].setFocus()
        self.show_value(None)
        self.chosen.emit()


def _gap() -> QFrame:
    gap = QFrame()
    gap.setFixedWidth(12)
    return gap
