"""Two panes beside each other, or one above the other where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_NARROWEST = 110


class SideBySide(QSplitter):
    """Panes with a border that can be moved; how much room is little follows the size of the text."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        """Take both panes."""
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        left.lower()  # a splitter puts what is added last below: a screen reader would begin with it
        self.setSizes([1000, 1000])  # shares, not pixels: both halves alike

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the panes where the width asks for it."""
        is_narrow = event.size().width() < _NARROWEST * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
        super().resizeEvent(event)
