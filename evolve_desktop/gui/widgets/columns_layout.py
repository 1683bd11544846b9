"""A layout in columns of equal width: as many as fit beside each other, and one in a narrow window."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from evolve_desktop.gui.widgets.flow_layout import ItemLayout
from evolve_desktop.gui.widgets.pair_layout import height_at

_GAP = 24


class ColumnsLayout(ItemLayout):
    """Lays widgets out row by row, in at most `most` columns that are each `least()` pixels wide or wider.

    What is hidden takes no place: the others move up.
    """

    def __init__(self, parent: QWidget, most: int, least: Callable[[], int], spacing: int = 2) -> None:
        super().__init__(parent)
        self._most = most
        self._least = least
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def insertWidget(self, index: int, widget: QWidget) -> None:  # noqa: N802  (as the layouts of Qt have it)
        """Add a widget before the one of this number, or move it there."""
        self.removeWidget(widget)
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def _place(self, rect: QRect) -> None:
        for item, place in self._placed(rect):
            self._put(item, place, rect)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one column."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        height = sum(size.height() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(max((size.width() for size in shown), default=0), height)

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return no least size: each takes the width that there is."""
        return QSize(0, 0)

    def _height_at(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._placed(QRect(0, 0, width, 0))), default=0)

    def _placed(self, inside: QRect) -> list[tuple[QLayoutItem, QRect]]:
        shown = [item for item in self._items if not item.isEmpty()]
        count = max(1, min(self._most, len(shown), (inside.width() + _GAP) // (self._least() + _GAP)))
        width = (inside.width() - (count - 1) * _GAP) // count
        placed: list[tuple[QLayoutItem, QRect]] = []
        top = inside.top()
        for start in range(0, len(shown), count):
            row = shown[start : start + count]
            height = max(height_at(item, width) for item in row)
            for number, item in enumerate(row):
                left = inside.left() + number * (width + _GAP)
                placed.append((item, QRect(left, top, width, height)))
            top += height + self.spacing()
        return placed
