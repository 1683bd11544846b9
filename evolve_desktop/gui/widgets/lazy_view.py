"""Views that are built when they are first seen, and refreshed and styled only while they are seen."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.flow_layout import ItemLayout, column
from evolve_desktop.gui.widgets.focus import inside_of, put_in_tab_order

View_co = TypeVar("View_co", bound=QWidget, covariant=True)

_AFTER_PAINT_MS = 50


class LazyView(QWidget, Generic[View_co]):
    """Builds its one view when it is shown, or as soon as the window around it has been painted.

    It has the name of the function that builds its view, which is the same in every language.
    """

    def __init__(self, build: Callable[[], View_co], *, after_paint: bool = False) -> None:
        super().__init__()
        self.setObjectName(build.__name__)
        self._build = build
        self._after_paint = after_paint
        self._is_style_due = False
        self._layout = column(self)

    @cached_property
    def widget(self) -> View_co:
        """The view, built if it was not yet."""
        view = self._build()
        parts: list[QWidget] = [view, *inside_of(view)]
        for part in parts:  # else Qt looks up the rules of the style sheet, forgets them, and looks them up again
            part.ensurePolished()
        self._layout.addWidget(view)
        for part in reversed(parts):  # else each layout forgets what those inside had found out about their heights
            if isinstance(layout := part.layout(), ItemLayout):
                layout.activate_early()
        put_in_tab_order(self)
        view.setGeometry(self.contentsRect())  # else all is laid out for another size first
        view.show()  # at once, not with the next event
        self.setFocusProxy(view)
        return view

    @property
    def is_built(self) -> bool:
        """Whether the view was built already."""
        return "widget" in vars(self)

    def build_soon(self) -> None:
        """Build the view shortly after the page around it is painted, also where it is scrolled out of sight."""
        wait = partial(QTimer.singleShot, _AFTER_PAINT_MS, self, lambda: self.widget)
        QTimer.singleShot(0, self, wait)  # what is laid out until then may take longer than the wait

    def put_aside(self) -> None:
        """Take the view out of its window, whose restyling then leaves it alone, until it is put back."""
        QObject.setParent(self.widget, None)

    def put_back(self) -> None:
        """Put the view back, to be styled when it is next shown."""
        QObject.setParent(self.widget, self)
        self._layout.addWidget(self.widget)  # a layout forgets a widget that was taken out
        self._is_style_due = True

    def showEvent(self, event: QShowEvent) -> None:
        """Build the view, unless the window is to be painted first, or style it if that is due."""
        if not self._after_paint:
            _ = self.widget
        if self._is_style_due:
            self._is_style_due = False
            self.setUpdatesEnabled(False)
            self.setStyleSheet("")  # has all that is inside follow the sheet around it, once
            self.setUpdatesEnabled(True)
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Build the view next, if it waited for this."""
        super().paintEvent(event)
        if self._after_paint and not self.is_built:
            QTimer.singleShot(0, self, lambda: self.widget)


@contextmanager
def unstyled_out_of_sight(views: Iterable[LazyView[QWidget]]) -> Iterator[None]:
    """Have the views in sight alone follow a new style sheet; the others follow it when they are next shown.

    Qt styles every child of the widget that is given a sheet, and has no way to leave one out. So for that moment the
    others are no children: as objects, for a widget that loses its parent would be styled for that.
    """
    aside = [view for view in views if view.is_built and not view.isVisible()]
    for view in aside:
        view.put_aside()
    try:
        yield
    finally:
        for view in aside:
            view.put_back()
