"""Widgets under each other that come and go with the answers; what stays keeps its focus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

BETWEEN_CARDS = 10
_BETWEEN_LINES = 2


class DynamicList(QWidget):
    """Holds a widget for each name it is shown, in that order; the order of Tab is the same."""

    def __init__(self, gap: int = _BETWEEN_LINES) -> None:
        """Start empty, and unseen; there are so many pixels between two widgets."""
        super().__init__()
        self._widgets: dict[str, QWidget] = {}
        self._start = QWidget(self)  # never seen; Tab goes on from its place, wherever a widget was made
        self._start.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._start.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self.hide()

    def show_widgets(self, wanted: Mapping[str, Callable[[], QWidget]]) -> None:
        """Make the missing widgets, let go of the others, and leave those that stay as they are."""
        for name in [name for name in self._widgets if name not in wanted]:
            gone = self._widgets.pop(name)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        before = self._start
        for index, (name, make) in enumerate(wanted.items()):
            if name not in self._widgets:
                self._widgets[name] = make()
            widget = self._widgets[name]
            if self._layout.indexOf(widget) != index:
                self._layout.insertWidget(index, widget)
                widget.show()  # at once, not with the next event
            for stop in _stops(widget):
                self.setTabOrder(before, stop)
                before = stop
        self.setVisible(bool(wanted))


def _stops(widget: QWidget) -> list[QWidget]:
    """Return where Tab stops: at the widget or inside it."""
    inside = [widget, *widget.findChildren(QWidget)]
    return [stop for stop in inside if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
