"""A layout for two things beside each other, or below each other if they do not fit."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from evolve_desktop.gui.widgets.flow_layout import FlowLayout, ItemLayout, natural_size

_GAP = 16
_LABEL_GAP = 8
_LINE_GAP = 4
_FEWEST = 16  # characters of a title beside its buttons; with less room they stand below


class Pair(NamedTuple):
    """Where two things stand, the first at the side where a line begins."""

    first: QRect
    second: QRect

    @property
    def end(self) -> int:
        """The first pixel below both."""
        return max(self.first.bottom(), self.second.bottom()) + 1


def place_pair(first: QLayoutItem, second: QLayoutItem, line: QRect, least: int, reserved: int = 0) -> Pair:
    """Return the places in a line of this left, top and width: beside each other if the first has `least` pixels there.

    The first takes the width that is left, and is at least `reserved` pixels high; the second stands at the line's end.
    """
    wanted = second.sizeHint()
    room = line.width() - wanted.width() - (_GAP if wanted.width() else 0)
    if room < least:
        high = max(height_at(first, line.width()), reserved)
        below = QRect(line.left(), line.top() + high + _LINE_GAP, min(wanted.width(), line.width()), 0)
        below.setHeight(height_at(second, below.width()))
        return Pair(QRect(line.left(), line.top(), line.width(), high), below)
    high = max(height_at(first, room), reserved)
    shift = max(0, (wanted.height() - high) // 2)
    place = QRect(line.left() + line.width() - wanted.width(), line.top(), wanted.width(), wanted.height())
    return Pair(QRect(line.left(), line.top() + shift, room, high), place)


def height_at(item: QLayoutItem, width: int) -> int:
    """Return the height of an item at this width; 0 for a hidden one."""
    if item.isEmpty():
        return 0
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class PairLayout(ItemLayout):
    """Lays two widgets out beside each other while the first has `least()` pixels there, else below each other.

    Beside each other, each stands in the middle of the line, which may be higher than both.
    """

    def __init__(self, parent: QWidget, least: Callable[[], int]) -> None:
        super().__init__(parent)
        self._least = least
        self.setContentsMargins(0, 0, 0, 0)

    def _place(self, rect: QRect) -> None:
        for item, place in zip(self._items, self._placed(rect), strict=True):
            self._put(item, place, rect)

    def sizeHint(self) -> QSize:
        """Return the size of both beside each other."""
        hints = [item.sizeHint() for item in self._items]
        margins = self.contentsMargins()
        width = sum(hint.width() for hint in hints) + _GAP + margins.left() + margins.right()
        return QSize(width, max(hint.height() for hint in hints) + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return no least size: each takes the width that there is."""
        return QSize(0, 0)

    def _height_at(self, width: int) -> int:
        return self._placed(QRect(0, 0, width, 0)).end + self.contentsMargins().bottom()

    def _placed(self, rect: QRect) -> Pair:
        margins = self.contentsMargins()
        inside = rect.adjusted(margins.left(), margins.top(), -margins.right(), 0)
        first, second = self._items
        pair = place_pair(first, second, inside, self._least())
        if pair.second.left() <= pair.first.right():
            return pair
        room = rect.height() - margins.top() - margins.bottom()
        line = max(room, *(place.height() for place in pair))
        return Pair(
            *(QRect(it.left(), inside.top() + (line - it.height()) // 2, it.width(), it.height()) for it in pair)
        )


class LabelledLayout(PairLayout):
    """Lays a field out beside its label, which is as wide as its words, while the field has `least()` pixels there."""

    def _placed(self, rect: QRect) -> Pair:
        margins = self.contentsMargins()
        inside = rect.adjusted(margins.left(), margins.top(), -margins.right(), 0)
        label, field = self._items
        words = natural_size(label)
        room = inside.width() - words.width() - _LABEL_GAP
        if room < self._least():
            high = height_at(label, inside.width())
            top = inside.top() + (high + _LINE_GAP if high else 0)
            below = QRect(inside.left(), top, inside.width(), height_at(field, inside.width()))
            return Pair(QRect(inside.left(), inside.top(), inside.width(), high), below)
        high = height_at(field, room)
        line = max(high, words.height())
        beside = QRect(inside.left(), inside.top() + (line - words.height()) // 2, words.width(), words.height())
        left = inside.left() + words.width() + _LABEL_GAP
        return Pair(beside, QRect(left, inside.top() + (line - high) // 2, room, high))


def title_line(title: QWidget, *ways: QWidget) -> QWidget:
    """Return a title with its buttons beside it, or below it if they do not fit."""
    line, side = QWidget(), QWidget()
    row = FlowLayout(side)
    for way in ways:
        row.addWidget(way)
    layout = PairLayout(line, lambda: _FEWEST * line.fontMetrics().averageCharWidth())
    layout.addWidget(title)
    layout.addWidget(side)
    return line
