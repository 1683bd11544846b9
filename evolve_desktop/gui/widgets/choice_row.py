"""A row of choices, of which one or none is chosen; a choice can be cleared."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.accessibility import make_group
from evolve_desktop.gui.widgets.buttons import wrapped_radio
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import link_button


class ChoiceRow(QWidget):
    """Radio buttons for the values of an enum; `chosen` is emitted when the person chooses, never by `show_value`.

    The last `apart` choices are set apart by a gap. Long texts should be `stacked`. A row that always has a choice
    cannot be cleared.
    """

    chosen = Signal()

    def __init__(  # noqa: PLR0913  (each says one thing about how the row looks)
        self,
        name: str,
        accessible_name: str,
        choices: Sequence[tuple[Enum, str]],
        *,
        apart: int = 0,
        stacked: bool = False,
        can_clear: bool = True,
    ) -> None:
        super().__init__()
        make_group(self, accessible_name)
        self.setObjectName(name)
        self._shown: Enum | None = None
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        layout: QLayout = QVBoxLayout(self) if stacked else FlowLayout(self, spacing=4)
        layout.setContentsMargins(0, 0, 0, 0)
        for index, (value, text) in enumerate(choices):
            if index and index == len(choices) - apart:
                layout.addWidget(_gap())
            layout.addWidget(self._button(f"{name}-{_slug(value)}", text, index, stacked=stacked))
        self._put_tab_stop()
        self._can_clear = can_clear
        self._clear = self._clear_button(f"{name}-clear")
        layout.addWidget(self._clear)

    @property
    def value(self) -> Enum | None:
        """The choice, or None."""
        index = self._group.checkedId()
        return None if index < 0 else self._values[index]

    def show_value(self, value: Enum | None) -> None:
        """Show this choice, or none."""
        self._shown = value
        self._clear.setVisible(self._can_clear and value is not None)
        if value is not self.value:
            self._check(value)
            self._put_tab_stop()

    def _check(self, value: Enum | None) -> None:
        if value is not None:
            self._group.button(self._values.index(value)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _put_tab_stop(self) -> None:
        """Have Tab stop at the choice, or else at the first button: Qt stops at the last focus."""
        buttons = self._group.buttons()
        stop = self._group.checkedButton() or buttons[0]
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button == stop else Qt.FocusPolicy.ClickFocus)
        if any(button.hasFocus() for button in buttons):
            stop.setFocus()

    def _button(self, name: str, text: str, index: int, *, stacked: bool) -> QWidget:
        if stacked:
            wrapped = wrapped_radio(name, text)
            wrapped.button.toggled.connect(self._on_toggled)
            self._group.addButton(wrapped.button, index)
            return wrapped
        button = QRadioButton(text)
        button.setObjectName(name)
        button.toggled.connect(self._on_toggled)  # a screen reader toggles, and does not click
        self._group.addButton(button, index)
        return button

    def _clear_button(self, name: str) -> QPushButton:
        clear = link_button(self.tr("Clear"), name, self._on_clear)
        clear.setAccessibleName(self.tr("Clear this answer"))
        clear.hide()
        return clear

    def _on_toggled(self) -> None:
        """Emit `chosen` once: while the old button is unchecked, the new one already counts."""
        if self.value is not None and self.value is not self._shown:
            self._shown = self.value
            self.chosen.emit()

    def _on_clear(self) -> None:
        self._group.buttons()[0].setFocus()
        self.show_value(None)
        self.chosen.emit()


def _slug(value: Enum) -> str:
    return value.name.lower().replace("_", "-")


def _gap() -> QFrame:
    gap = QFrame()
    gap.setFixedWidth(12)
    return gap
