"""Views that are built when they are first seen, and refreshed only while they are seen."""

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.focus import inside_of, put_in_tab_order

View = TypeVar("View", bound=QWidget)


class LazyView(QWidget, Generic[View]):
    """Builds its one view when it is shown, or as soon as the window around it has been painted.

    It has the name of the function that builds its view, which is the same in every language.
    """

    def __init__(self, build: Callable[[], View], *, after_paint: bool = False) -> None:
        super().__init__()
        self.setObjectName(build.__name__)
        self._build = build
        self._after_paint = after_paint
        self._layout = column(self)

    @cached_property
    def widget(self) -> View:
        """The view, built if it was not yet."""
        view = self._build()
        view.ensurePolished()  # else Qt looks up the rules of the style sheet, forgets them, and looks them up again
        for part in inside_of(view):
            part.ensurePolished()
        self._layout.addWidget(view)
        put_in_tab_order(self)
        view.show()  # at once, not with the next event
        self.setFocusProxy(view)
        return view

    @property
    def is_built(self) -> bool:
        """Whether the view was built already."""
        return "widget" in vars(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the view, unless the window is to be painted first."""
        if not self._after_paint:
            _ = self.widget
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Build the view next, if it waited for this."""
        super().paintEvent(event)
        if self._after_paint and not self.is_built:
            QTimer.singleShot(0, self, lambda: self.widget)
