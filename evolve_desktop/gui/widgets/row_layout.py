"""The layout of a line to answer: the sentence beside its replies, and below them what stands or opens there."""

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.flow_layout import ItemLayout
from evolve_desktop.gui.widgets.pair_layout import height_at, place_pair

_GAP = 16
_LINE_GAP = 1
_BELOW_GAP = 6
_FEWEST = 24
"""The characters that a line of the sentence has room for beside the replies; with less, they stand below it."""


class RowLayout(ItemLayout):
    """Lays out a sentence, its replies, a hint, the tools, and under each other all widgets that follow them.

    The sentence stands beside the replies or above them, and so does the hint beside the tools. `hints` returns every
    hint that may come to stand there. Room for the highest is kept, so that an answer moves nothing.
    """

    def __init__(self, parent: QWidget, hints: Callable[[], Sequence[str]]) -> None:
        super().__init__(parent)
        self._hints = hints
        self._places_at: dict[int, list[QRect]] = {}
        self.setContentsMargins(14, 6, 14, 4)

    def invalidate(self) -> None:
        """Forget the places at each width too."""
        self._places_at.clear()
        super().invalidate()

    def _place(self, rect: QRect) -> None:
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            self._put(item, place.translated(rect.topLeft()), rect)

    def sizeHint(self) -> QSize:
        """Return no preference: the row takes the width that there is."""
        return QSize(0, 0)

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """Return no least size."""
        return QSize(0, 0)

    def _height_at(self, width: int) -> int:
        end = max(place.bottom() + 1 for place in self._places(width) if place.height())
        return end + self.contentsMargins().bottom()

    def _places(self, width: int) -> list[QRect]:
        """Return where each part stands in a row of this width, from left to right."""
        if width not in self._places_at:
            self._places_at[width] = self._placed(width)
        return self._places_at[width]

    def _placed(self, width: int) -> list[QRect]:
        sentence, replies, hint, tools = self._items[:4]
        margins, least = self.contentsMargins(), self._narrowest()
        left, inner = margins.left(), width - margins.left() - margins.right()
        top = place_pair(sentence, replies, QRect(left, margins.top(), inner, 0), least)
        beside = inner - tools.sizeHint().width() - _GAP
        reserved = self._reserved(beside if beside >= least else inner)
        below = place_pair(hint, tools, QRect(left, top.end + _LINE_GAP, inner, 0), least, reserved)
        places, end = [*top, *below], below.end
        for item in islice(self._items, 4, None):
            height = height_at(item, inner)
            places.append(QRect(left, end + _BELOW_GAP, inner, height))
            end = end + _BELOW_GAP + height if height else end
        return places

    def _narrowest(self) -> int:
        parent = self.parentWidget()
        return _FEWEST * parent.fontMetrics().averageCharWidth() if parent else 0

    def _reserved(self, width: int) -> int:
        """Return the height of the highest hint at this width."""
        hint = self._items[2].widget()
        if hint is None or width <= 0:
            return 0
        metrics, space = hint.fontMetrics(), 4  # its border
        area = QRect(0, 0, max(1, width - space), 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        return max(metrics.boundingRect(area, wrap, text).height() + space for text in self._hints())
