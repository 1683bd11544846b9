"""A page that scrolls up and down: one column of widgets, no wider than is good to read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_WIDEST_EMS = 44


class Column(QScrollArea):
    """A scroll area with one column in its middle; `body` takes the widgets."""

    def __init__(self, accessible_name: str, widest_ems: int = _WIDEST_EMS) -> None:
        """Take what a screen reader calls the page, and the greatest width in letter heights."""
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widest_ems = widest_ems
        outer = self._outer = QWidget()
        outer.setProperty("column", True)  # noqa: FBT003  (Qt\'s own order)
        self._inner = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(20, 18, 20, 28)
        row.addStretch(1)
        row.addWidget(self._inner, stretch=1000)
        row.addStretch(1)
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(14)
        self.setWidget(outer)

    def fit(self) -> None:
        """Set the greatest width anew, when the text size has changed."""
        self._inner.setMaximumWidth(self._widest_ems * self.fontMetrics().height() // 2 * 2 * 10 // 14)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that the widget stands at the top, as far as the page goes."""
        top = widget.mapTo(self._outer, widget.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top - 12))
