"""A row of choices, of which one or none is chosen; a choice can be cleared."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from evolve_desktop.gui.widgets.accessibility import make_group
from evolve_desktop.gui.widgets.buttons import wrapped_radio
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import keep_place, link_button, quiet_button, set_role

_OVERLAP = -1  # of the borders of two choices that are joined
_USUAL_GAP, _LARGE_GAP = 4, 8


class _Choice(QRadioButton):
    """Tells of a click on the choice that is taken already; a key that takes it again confirms it."""

    taken_again = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._was_taken = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether it is taken."""
        self._was_taken = self.isChecked()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Tell of the second click, unless the mouse was pulled away."""
        is_click = self.isDown() and self.hitButton(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if is_click and self._was_taken and event.button() == Qt.MouseButton.LeftButton:
            self.taken_again.emit()


class ChoiceRow(QWidget):
    """Radio buttons for the values of an enum; `chosen` is emitted when the person chooses, never by `show_value`.

    The last `apart` choices are set apart by a gap. Long texts should be `stacked`; the others can be `joined` to one
    bar, or be `large`. A row that always has a choice cannot be cleared; a second click on the choice clears it, and so
    does Delete. The digits from 1 on choose.
    The button `clear` is at the end of the row, and of a joined row wherever it is put.
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
        joined: bool = False,
        large: bool = False,
        can_clear: bool = True,
    ) -> None:
        super().__init__()
        make_group(self, accessible_name)
        self.setObjectName(name)
        self._shown: Enum | None = None
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        self._can_clear = can_clear
        layout = self._make_layout(stacked=stacked, between=_OVERLAP if joined else _LARGE_GAP if large else _USUAL_GAP)
        for index, (value, text) in enumerate(choices):
            widget = self._button(f"{name}-{_slug(value)}", text, index, stacked=stacked)
            if index and index == len(choices) - apart:
                layout.addWidget(_gap())
            set_role(widget, "large" if large else "segment" if joined and index < len(choices) - apart else "")
            layout.addWidget(widget)
        self._put_tab_stop()
        self.clear = self._clear_button(f"{name}-clear", quiet=joined or large)
        if not (joined or large):
            layout.addWidget(self.clear)

    def _make_layout(self, *, stacked: bool, between: int) -> QLayout:
        layout: QLayout = QVBoxLayout(self) if stacked else FlowLayout(self, spacing=between)
        layout.setContentsMargins(0, 0, 0, 0)
        return layout

    @property
    def value(self) -> Enum | None:
        """The choice, or None."""
        index = self._group.checkedId()
        return None if index < 0 else self._values[index]

    @property
    def tab_stop(self) -> QAbstractButton:
        """The button at which Tab stops: the choice, or else the first one."""
        return self._group.checkedButton() or self._group.buttons()[0]

    def choose(self, index: int) -> None:
        """Choose as the person does by a key; do nothing if there is no such choice."""
        if 0 <= index < len(self._values):
            button = self._group.button(index)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setChecked(True)

    def choose_next(self, by: int) -> None:
        """Choose the next one, or the one before for -1; the first one if none is chosen."""
        chosen = self._group.checkedId()
        self.choose(max(0, chosen + by) if chosen >= 0 else 0)

    def show_value(self, value: Enum | None) -> None:
        """Show this choice, or none."""
        self._shown = value
        self.clear.setVisible(self._can_clear and value is not None)
        if value is not self.value:
            self._check(value)
            self._put_tab_stop()

    def put_clear_at_end(self) -> None:
        """Put the button `clear` of a joined row behind its choices."""
        if (row := self.layout()) is not None:
            row.addWidget(self.clear)

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
        buttons, stop = self._group.buttons(), self.tab_stop
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
        button = _Choice(text)
        button.taken_again.connect(self._on_taken_again)
        button.setObjectName(name)
        button.toggled.connect(self._on_toggled)  # a screen reader toggles, and does not click
        self._group.addButton(button, index)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the answer with Delete, choose with a digit."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Delete and not self.clear.isHidden():
            self._on_clear()
        elif 0 <= number < len(self._values) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(number)
        else:
            super().keyPressEvent(event)

    def _on_taken_again(self) -> None:
        if self._can_clear:
            self._on_clear()

    def _clear_button(self, name: str, *, quiet: bool) -> QPushButton:
        button = (quiet_button if quiet else link_button)(self.tr("Clear"), name, self._on_clear)
        if quiet:
            keep_place(button)
        button.setAccessibleName(self.tr("Clear this answer"))
        button.hide()
        return button

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
