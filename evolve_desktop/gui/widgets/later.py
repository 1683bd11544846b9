"""A place for a view that is built when it is first looked at: until then it costs neither time nor memory."""

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

View = TypeVar("View", bound=QWidget)


class Later(QWidget, Generic[View]):
    """Holds one view."""

    def __init__(self, build: Callable[[], View]) -> None:
        """Take what builds the view, once."""
        super().__init__()
        self._build = build
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def view(self) -> View:
        """The view, built by now."""
        view = self._build()
        self._layout.addWidget(view)
        view.show()  # at once, not with the next event
        return view

    @property
    def is_built(self) -> bool:
        """Whether anybody has looked at it yet."""
        return "view" in vars(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the view."""
        self.setFocusProxy(self.view)
        super().showEvent(event)
