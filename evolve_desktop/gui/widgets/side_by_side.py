"""A form beside or above the preview of what it makes, or before it in one page that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.page_preview import PagePreview
from evolve_desktop.gui.widgets.scroll_page import Column

_NARROWEST = 110  # characters
_LOWEST = 30  # lines


class SideBySide(QSplitter):
    """The border can be moved. Where there is room for neither, the preview ends the form and both scroll as one.

    How much room is little follows the size of the text. The foot is always in sight.
    """

    def __init__(self, form: Column, preview: PagePreview, foot: QWidget) -> None:
        """Take the parts; they begin side by side."""
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._form = form
        self._preview = preview
        result = QWidget()
        self._result = QVBoxLayout(result)
        self._result.setContentsMargins(0, 0, 0, 0)
        self._result.setSpacing(0)
        self._result.addWidget(preview, stretch=1)
        self._result.addWidget(foot)
        self.addWidget(form)
        self.addWidget(result)
        form.lower()  # a splitter puts what is added last below: a screen reader would begin with it
        self.setSizes([1000, 1000])  # shares, not pixels: both halves alike

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the panes, and move the preview, where the room asks for it."""
        metrics = self.fontMetrics()
        is_narrow = event.size().width() < _NARROWEST * metrics.averageCharWidth()
        is_low = event.size().height() < _LOWEST * metrics.lineSpacing()
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        self._move_preview(into_form=is_narrow and is_low)
        if wanted != self.orientation():
            self.setOrientation(wanted)
        super().resizeEvent(event)

    def _move_preview(self, *, into_form: bool) -> None:
        is_in_form = self._form.isAncestorOf(self._preview)
        if into_form and not is_in_form:
            self._form.body.addWidget(self._preview)
            self.setSizes([1000, 0])  # all but what the foot needs
        elif is_in_form and not into_form:
            self._result.insertWidget(0, self._preview, stretch=1)
            self.setSizes([1000, 1000])
        self._preview.show_whole(whole=into_form)
