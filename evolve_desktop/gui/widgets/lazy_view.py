"""A place for a view that is built when it is first looked at: until then it costs neither time nor memory."""

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.focus import put_in_tab_order

View = TypeVar("View", bound=QWidget)


class LazyView(QWidget, Generic[View]):
    """Holds one view."""

    def __init__(self, build: Callable[[], View], *, after_paint: bool = False) -> None:
        """Take what builds the view, once: when it is shown, or as soon as the window around it has been painted."""
        super().__init__()
        self._build = build
        self._after_paint = after_paint
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def view(self) -> View:
        """The view, built by now."""
        view = self._build()
        self._layout.addWidget(view)
        put_in_tab_order(self)
        view.show()  # at once, not with the next event
        self.setFocusProxy(view)
        return view

    @property
    def is_built(self) -> bool:
        """Whether anybody has looked at it yet."""
        return "view" in vars(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the view, unless the window shall be painted first."""
        if not self._after_paint:
            _ = self.view
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing, and build the view next where it waited for this."""
        super().paintEvent(event)
        if self._after_paint and not self.is_built:
            QTimer.singleShot(0, self, lambda: self.view)


class RefreshWhenSeen(QObject):
    """Calls `refresh` at once while the view is visible, otherwise once when the view is shown next."""

    def __init__(self, view: QWidget, refresh: Callable[[], None]) -> None:
        super().__init__(view)
        self._view = view
        self._refresh = refresh
        self._is_due = False

    def request(self) -> None:
        """Refresh now or later."""
        if self._view.isVisible():
            self._refresh()
        elif not self._is_due:
            self._is_due = True
            self._view.installEventFilter(self)  # only now: a filter is asked about each event of the view

    def catch_up(self) -> None:
        """Refresh what is due, even if the view is hidden."""
        if self._is_due:
            self._is_due = False
            self._view.removeEventFilter(self)
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up before the view is painted, without announcing what changed in the meantime."""
        if event.type() == QEvent.Type.Show:
            self._view.setUpdatesEnabled(False)
            self.catch_up()
            self._view.setUpdatesEnabled(True)
        return super().eventFilter(watched, event)
