"""The plain page that hides the window's content."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.labels import label, link_button, set_style_class


class PrivacyScreen(QWidget):
    """Shows one neutral word and a button; `back_requested` follows the button."""

    back_requested = Signal()

    def __init__(self, word: str) -> None:
        super().__init__()
        self.setObjectName("cover")
        set_style_class(self, "column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        back = link_button(self.tr("Show again"), "cover-back", self.back_requested.emit)
        back.setAutoDefault(False)  # Enter, pressed in surprise, must not bring the words back
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(label(word, "muted"), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        layout.addWidget(back, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(back)
