"""A list of widgets that come and go with the answers; a widget that stays keeps its focus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.columns_layout import ColumnsLayout
from evolve_desktop.gui.widgets.flow_layout import column

BETWEEN_CARDS = 10
_BETWEEN_LINES = 2
_MOST_COLUMNS = 3


class DynamicList(QWidget):
    """Holds a widget for each name, in the order shown, which is also the tab order; hidden while it is empty.

    With a `column_width`, in characters, they stand in up to three columns of this width or more.
    """

    def __init__(self, gap: int = _BETWEEN_LINES, column_width: int = 0) -> None:
        super().__init__()
        self._widgets: dict[str, QWidget] = {}
        self._start = QWidget(self)  # never seen; the tab order continues from it, wherever a widget was made
        self._start.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._start.hide()
        self._layout = self._in_columns(column_width) if column_width else column(self, spacing=gap)
        self.hide()

    def show_widgets(self, wanted: Mapping[str, Callable[[], QWidget]]) -> None:
        """Make the missing widgets, delete the others, and leave those that stay as they are."""
        for name in [name for name in self._widgets if name not in wanted]:
            gone = self._widgets.pop(name)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if list(self._widgets) != list(wanted):
            self._widgets = {name: self._widgets.get(name) or make() for name, make in wanted.items()}
            self._place()
        before = self._start
        for widget in self._widgets.values():
            for stop in _stops(widget):
                self.setTabOrder(before, stop)
                before = stop
        self.setVisible(bool(wanted))

    def _place(self) -> None:
        """Have each widget at its place in the layout."""
        for index, widget in enumerate(self._widgets.values()):
            if self._layout.indexOf(widget) != index:
                self._layout.insertWidget(index, widget)
                if self.isVisible():
                    widget.show()  # at once, not with the next event

    def _in_columns(self, characters: int) -> ColumnsLayout:
        return ColumnsLayout(self, _MOST_COLUMNS, lambda: characters * self.fontMetrics().averageCharWidth())


def _stops(widget: QWidget) -> list[QWidget]:
    """Return the tab stops: the widget and those inside it."""
    inside = [widget, *widget.findChildren(QWidget)]
    return [stop for stop in inside if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
