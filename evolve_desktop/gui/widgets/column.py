"""A page that scrolls up and down: one column of widgets."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.texts import set_kind


class Column(QScrollArea):
    """A scroll area with one column; `body` takes the widgets."""

    def __init__(self, accessible_name: str) -> None:
        """Take what a screen reader calls the page."""
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = self._outer = QWidget()
        set_kind(outer, "column")
        self.body = QVBoxLayout(outer)
        self.body.setContentsMargins(20, 18, 20, 28)
        self.body.setSpacing(14)
        self.setWidget(outer)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that the widget stands at the top, as far as the page goes."""
        top = widget.mapTo(self._outer, widget.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top - 12))
