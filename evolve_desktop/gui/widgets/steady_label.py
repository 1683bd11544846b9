"""A label that keeps the room of all that it may come to say, so that nothing below it moves."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel

from evolve_desktop.gui.widgets.labels import keep_place, shape_label

_HIGHEST = 10_000
_EDGE = 4


class SteadyLabel(QLabel):
    """Is as high as the highest of its texts at its width, also while it is hidden."""

    def __init__(self, role: str, name: str, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = tuple(texts)
        self.setObjectName(name)
        shape_label(self, role)
        keep_place(self)
        self.hide()

    def sizeHint(self) -> QSize:
        """Return the size of the longest text in one line."""
        width = max(map(self.fontMetrics().horizontalAdvance, self._texts)) + _EDGE
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the highest text at this width."""
        inside = QRect(0, 0, width - _EDGE, _HIGHEST)
        metrics = self.fontMetrics()
        heights = (metrics.boundingRect(inside, Qt.TextFlag.TextWordWrap, text).height() for text in self._texts)
        return max(heights) + _EDGE
