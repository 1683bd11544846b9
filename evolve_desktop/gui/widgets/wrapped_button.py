"""A check box or radio button whose text wraps, which Qt's own does not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from evolve_desktop.gui.widgets.texts import label, set_kind


class WrappedButton(QWidget):
    """The button with its text beside it; a click on the text is a click on the button.

    `clicked` follows the person's click, never `show_checked`.
    """

    clicked = Signal()

    def __init__(self, button: QAbstractButton, name: str, text: str) -> None:
        """Take a bare button, its object name and its text."""
        super().__init__()
        self.button = button
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_kind(button, "bare")
        button.clicked.connect(self.clicked)
        words = label(text)
        words.setContentsMargins(0, 6, 0, 6)
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
        """Make the button say this."""
        self.button.setChecked(checked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the text for a click on the button."""
        if event.button() == Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus()
            self.button.click()


def wrapped_check(name: str, text: str) -> WrappedButton:
    """Return a check box with a text that wraps."""
    return WrappedButton(QCheckBox(), name, text)


def wrapped_radio(name: str, text: str) -> WrappedButton:
    """Return a radio button with a text that wraps."""
    return WrappedButton(QRadioButton(), name, text)
