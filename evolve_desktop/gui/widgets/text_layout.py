"""A layout for wrapped texts and for rows under each other, which asks each for its height once a width."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from evolve_desktop.gui.widgets.flow_layout import ItemLayout
from evolve_desktop.gui.widgets.pair_layout import height_at

_MARK_SPACE = 8


def text_column(parent: QWidget, *widgets: QWidget, spacing: int = 8) -> "TextLayout":
    """Lay widgets out under each other in their parent, without margins, and return the layout."""
    layout = TextLayout(parent, spacing)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


class TextLayout(ItemLayout):
    """Lays wrapped texts out under each other, `spacing` pixels apart; a mark, such as a bullet, stands before one.

    Nested box layouts ask every text for its width, least width and height again and again, which lays it out anew each
    time. Here a text is as wide as there is room and asked for its height alone: a word wider than that is cut off.
    """

    def __init__(self, parent: QWidget, spacing: int = 8) -> None:
        super().__init__(parent)
        self._marks: set[QWidget] = set()  # the text of each comes after it
        self._heights_of_items: dict[int, list[int]] = {}  # by the width of all
        self.setSpacing(spacing)

    def add_marked(self, mark: QWidget, text: QWidget) -> None:
        """Add a text with a mark before it."""
        self._marks.add(mark)
        self.addWidget(mark)
        self.addWidget(text)

    def invalidate(self) -> None:
        """Forget the heights of the items too."""
        self._heights_of_items.clear()
        super().invalidate()

    def _place(self, rect: QRect) -> None:
        """Place the texts, the marks at the side where a line begins."""
        inside = rect.marginsRemoved(self.contentsMargins())
        y, indent = inside.top(), 0
        for item, height in zip(self._items, self._item_heights(inside.width()), strict=True):
            if self._is_mark(item):
                size = item.sizeHint()
                indent = size.width() + _MARK_SPACE
                self._put(item, QRect(inside.left(), y, size.width(), size.height()), inside)
            elif height:
                self._put(item, QRect(inside.left() + indent, y, inside.width() - indent, height), inside)
                y += height + self.spacing()
                indent = 0

    def sizeHint(self) -> QSize:
        """Return the size of the margins: the texts take the width that there is."""
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return the size of the margins."""
        return self.sizeHint()

    def _height_at(self, width: int) -> int:
        margins = self.contentsMargins()
        heights = [height for height in self._item_heights(width - margins.left() - margins.right()) if height]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1) + margins.top() + margins.bottom()

    def _item_heights(self, width: int) -> list[int]:
        """Return the height of each item where all have this width; 0 for a hidden one and for a mark."""
        if width not in self._heights_of_items:
            heights, indent = [], 0
            for item in self._items:
                is_mark = self._is_mark(item)
                heights.append(0 if is_mark else height_at(item, width - indent))
                indent = item.sizeHint().width() + _MARK_SPACE if is_mark else 0
            self._heights_of_items[width] = heights
        return self._heights_of_items[width]

    def _is_mark(self, item: QLayoutItem) -> bool:
        return item.widget() in self._marks
