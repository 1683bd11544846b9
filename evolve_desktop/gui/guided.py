"""Widgets that show what the red-flag answers open, built when they are first needed."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.checkin.guidance import Guidance


class Guided(QWidget):
    """A part of the red flags page."""

    def refresh(self, guidance: Guidance) -> None:
        """Make the widget equal to the session; for most, the guidance says all that is needed."""

    def hold(self, *widgets: QWidget, spacing: int = 14) -> None:
        """Take these, under each other."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing)
        for widget in widgets:
            layout.addWidget(widget)


class Drawer(Guided):
    """Holds one widget, built when the drawer is first open; the Tab key finds it where it stands."""

    def __init__(self, build: Callable[[], Guided], is_open: Callable[[Guidance], bool]) -> None:
        """Take how to build what is inside, and when to show it."""
        super().__init__()
        self._build = build
        self._is_open = is_open
        self._content: Guided | None = None
        self.hide()

    def refresh(self, guidance: Guidance) -> None:
        """Show what is inside, or hide it."""
        is_open = self._is_open(guidance)
        if is_open and self._content is None:
            self._content = self._build()
            self.hold(self._content)
            self._put_in_tab_order(self._content)
        if self._content is not None:
            self._content.refresh(guidance)
        self.setVisible(is_open)

    def _put_in_tab_order(self, content: QWidget) -> None:
        """Move what came late from the end of the window's tab order to behind what stands before it."""
        stops = [stop for stop in self.window().findChildren(QWidget) if stop.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for before, stop in pairwise(stops):
            if content.isAncestorOf(stop):
                QWidget.setTabOrder(before, stop)
