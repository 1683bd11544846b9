"""Layouts without margins: a column, and a flow that continues in a new row when the width is used up."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget

_NO_ROOM = 16


def column(parent: QWidget, *widgets: QWidget, spacing: int | None = None) -> QVBoxLayout:
    """Lay widgets out under each other in their parent, and return the layout."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    if spacing is not None:
        layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


class ItemLayout(QLayout):
    """The base of layouts that hold items in their order, and whose height depends on the width.

    A subclass places its items in `_place`. In `_height_at` it says how high it is at a width, and is asked that once
    until something changes; what else it keeps of a width, it forgets in `invalidate`.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._is_placing = True

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  (Qt's name)
        """Add an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt asks past the end)
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt asks past the end)
        """Remove and return an item, or return None past the end."""
        taken = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return taken

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width: that of the margins alone if no word fits between them.

        Qt asks for that too, at the least width of each layout, and a text with a letter in each line is slow.
        """
        if width not in self._heights:
            margins = self.contentsMargins()
            has_room = width > margins.left() + margins.right() + _NO_ROOM
            self._heights[width] = self._height_at(width) if has_room else margins.top() + margins.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget the height at each width: an item was added or removed, or its text, font or style has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  (Qt's name)
        """Place the items in the rectangle."""
        super().setGeometry(rect)
        if self._is_placing:
            self._place(rect)

    def activate_early(self) -> None:
        """Do what Qt does when the widget is shown, which is to forget all heights, here and around, but place nothing.

        The widget must not be shown yet: once it is, it is given its size, and with that all is placed.
        """
        self._is_placing = False
        self.activate()
        self._is_placing = True

    def _height_at(self, width: int) -> int:
        raise NotImplementedError

    def _place(self, rect: QRect) -> None:
        raise NotImplementedError

    def _put(self, item: QLayoutItem, place: QRect, inside: QRect) -> None:
        """Give an item its place, as counted from the side where a line begins.

        A text takes any size: as an item, it would first be asked for the least and the greatest it likes.
        """
        left = inside.left() + inside.right() - place.right() if self._is_mirrored() else place.left()
        widget = item.widget()
        placed = widget if isinstance(widget, QLabel) and not widget.isHidden() else item
        placed.setGeometry(QRect(left, place.top(), place.width(), place.height()))

    def _is_mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft


def set_margins(framed: QLayout | QWidget, *, start: int, top: int = 0, end: int = 0, bottom: int = 0) -> None:
    """Set margins where text starts and ends: Qt's own are left and right in every language."""
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    framed.setContentsMargins(end if is_mirrored else start, top, start if is_mirrored else end, bottom)


class FlowLayout(ItemLayout):
    """Lays items out in reading order, right to left in such a window; rows grow with the text size.

    A text that may wrap stands in one line, and wraps only if it is wider than all of the row.
    `spacing` in pixels stands between items and between rows; with -1 the borders of neighbours are one.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._rows_of: dict[int, list[list[tuple[QLayoutItem, QSize]]]] = {}
        self._between = spacing  # Qt's own property takes -1 for the style's
        self.setContentsMargins(0, 0, 0, 0)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  (Qt's name)
        """Ask for no more space than needed."""
        return Qt.Orientation(0)

    def invalidate(self) -> None:
        """Forget the rows of each width too."""
        self._rows_of.clear()
        super().invalidate()

    def _place(self, rect: QRect) -> None:
        """Place the items; those of one row are centred on a line."""
        y = 0
        for row in self._rows(rect.width()):
            x, height = 0, max(size.height() for _, size in row)
            for item, size in row:
                top = rect.top() + y + (height - size.height()) // 2
                self._put(item, QRect(rect.left() + x, top, min(size.width(), rect.width()), size.height()), rect)
                x += size.width() + self._between
            y += height + self._between

    def sizeHint(self) -> QSize:
        """Return the size of everything in one row."""
        shown = [natural_size(item) for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._between * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _height_at(self, width: int) -> int:
        heights = [max(size.height() for _, size in row) for row in self._rows(width)]
        return sum(heights) + self._between * max(0, len(heights) - 1)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        if width in self._rows_of:
            return self._rows_of[width]
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = natural_size(item)
            if size.width() > width and item.hasHeightForWidth():
                size = QSize(width, item.heightForWidth(width))
            if not rows or x + size.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self._between
        self._rows_of[width] = rows
        return rows


def natural_size(item: QLayoutItem) -> QSize:
    """Return the size of an item with all its text on one line; a subclass of QLabel knows that itself."""
    widget = item.widget()
    if type(widget) is not QLabel or not widget.wordWrap():
        return item.sizeHint()
    around = widget.width() - widget.contentsRect().width()
    width = max(widget.minimumWidth(), widget.fontMetrics().horizontalAdvance(widget.text()) + around + 1)
    return QSize(width, widget.heightForWidth(width))
