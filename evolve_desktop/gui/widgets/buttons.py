"""A check box or radio button whose text wraps, which Qt's own does not."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QToolButton, QWidget

from evolve_desktop.gui.widgets.accessibility import set_buddy
from evolve_desktop.gui.widgets.labels import breakable, label

SMALLEST_TARGET = 24
"""The least width and height of anything that can be pressed, in pixels."""


class CheckBox(QCheckBox):
    """Takes a click anywhere on it, not only on its mark and its text."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setMinimumSize(SMALLEST_TARGET, SMALLEST_TARGET)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  (Qt's name)
        """Return whether a click here counts."""
        return self.rect().contains(pos)


class ToolButton(QToolButton):
    """Is pressed by Enter too, as other buttons are."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it, but not again while the key is held."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class WrappedButton(QWidget):
    """A bare button with its text beside it; a click on the text is a click on the button.

    `clicked` is emitted when the person uses it, by mouse, key or screen reader, never by `show_checked`.
    """

    clicked = Signal()

    def __init__(self, button: QAbstractButton, name: str, text: str) -> None:
        super().__init__()
        self.button = button
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setMinimumSize(SMALLEST_TARGET, SMALLEST_TARGET)
        self._shown = button.isChecked()
        if button.isCheckable():
            button.toggled.connect(self._on_toggled)  # a screen reader toggles, and does not click
        else:
            button.clicked.connect(self.clicked)
        words = label(breakable(text))
        words.setContentsMargins(0, 3, 0, 3)
        set_buddy(words, button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, stretch=1)

    @property
    def is_checked(self) -> bool:
        """Whether the button is checked."""
        return self.button.isChecked()

    def show_checked(self, *, checked: bool) -> None:
        """Check or uncheck the button."""
        self._shown = checked
        self.button.setChecked(checked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Treat a click on the text as a click on the button."""
        if event.button() == Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus()
            self.button.click()

    def _on_toggled(self) -> None:
        if self.is_checked is not self._shown:
            self._shown = self.is_checked
            self.clicked.emit()


def wrapped_check(name: str, text: str) -> WrappedButton:
    """Return a check box whose text wraps."""
    return WrappedButton(CheckBox(), name, text)


def wrapped_radio(name: str, text: str) -> WrappedButton:
    """Return a radio button whose text wraps."""
    return WrappedButton(QRadioButton(), name, text)
