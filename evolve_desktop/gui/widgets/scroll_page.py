"""A page that scrolls up and down: one column of widgets."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from evolve_desktop.gui.widgets.labels import set_role

BETWEEN_PARTS = 14
_SIDE, _TOP, _BOTTOM = 20, 12, 28
_EDGE_LINES = 2
_CLEAR = 12
_PASSES = 4
_HIGH = 10_000


class _Column(QWidget):
    """All that a page scrolls over: as high as its texts are in the width that there is.

    The scroll area asks for that at each change of style, out of sight too, where a layout would be for nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self._latest = _HIGH
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        """Return no preference: the column takes the width that there is."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the least width."""
        return QSize(super().minimumSizeHint().width(), 0) if self._is_in_sight else QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width; out of sight, the one that was returned last.

        The first is so high that the scroll bar has its place before anything is laid out: else all is laid out twice.
        """
        if self._is_in_sight:
            self._latest = super().heightForWidth(width)
        return self._latest

    @property
    def _is_in_sight(self) -> bool:
        return self.isVisible() and self.updatesEnabled()


class _Body(QVBoxLayout):
    """Says without a look at its items that its height depends on its width."""

    def hasHeightForWidth(self) -> bool:
        """Return that it does."""
        return True


class ScrollPage(QScrollArea):
    """A scroll area with one column, `body`, at most `widest` characters wide."""

    def __init__(self, accessible_name: str, widest: int | None = None) -> None:
        super().__init__()
        self._widest = widest
        self._room = QSize()  # the size of the viewport: to ask Qt for that widget loads every widget class
        self._kept: tuple[QWidget, float] | None = None
        self._scrolls = 0  # to leave off with one when another was asked for
        self.setAccessibleName(accessible_name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = self._outer = _Column()
        set_role(outer, "column")
        self.body = _Body(outer)
        self.body.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        self.body.setSpacing(BETWEEN_PARTS)
        self.setWidget(outer)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end of the column."""
        for widget in widgets:
            self.body.addWidget(widget)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that the widget is at the top, if the page is long enough; a hidden page does so once shown."""
        self._scrolls += 1
        if self._kept or not self.isVisible():
            self._kept = widget, 0.0
            return
        self.verticalScrollBar().setValue(max(0, self._top_of(widget) - _CLEAR))

    def go_to_start(self) -> None:
        """Scroll to the very top; a hidden page scrolls once it is shown."""
        self.reveal(self._outer)

    def go_to(self, widget: QWidget, share: float) -> None:
        """Scroll so that this share of the widget is hidden above the page; a hidden page scrolls once it is shown."""
        if self._kept or not self.isVisible():
            self._kept = widget, share
        else:
            self._bring_back((widget, share))

    def bring_near(self, widget: QWidget, share: float) -> None:
        """Scroll, if needed, so that the line at this share of the widget's height is well inside the page."""
        line = self._top_of(widget) + round(share * widget.height())
        edge = _EDGE_LINES * self.fontMetrics().lineSpacing()
        bar, height = self.verticalScrollBar(), self._room.height()
        if not bar.value() + edge <= line <= bar.value() + height - edge:
            bar.setValue(line - height // 2)

    def show_start(self, widget: QWidget) -> None:
        """Scroll, if the first line of the widget is out of view; a hidden page has it at the top once it is shown."""
        if self._kept or not self.isVisible():
            self._kept = widget, 0.0
            return
        top, two_lines = self._top_of(widget), 2 * self.fontMetrics().lineSpacing()
        bar, height = self.verticalScrollBar(), self._room.height()
        if not bar.value() <= top <= bar.value() + height - two_lines:
            bar.setValue(top - height // 3)

    def hold_still(self, widget: QWidget | None) -> Callable[[Sequence[QWidget]], None]:
        """Return a function to call after a change, which brings a widget back to its present height on the screen.

        The function then scrolls as little as shows all of the widgets that it is given, or their top if they are
        higher than the page.
        """
        is_here = widget is not None and self._outer.isAncestorOf(widget) and widget.isVisible()
        held = widget if is_here else None
        offset = self._top_of(held) - self.verticalScrollBar().value() if held else 0

        def scroll(opened: Sequence[QWidget]) -> None:
            self._scrolls += 1
            follow(opened, self._scrolls, _PASSES)

        def follow(opened: Sequence[QWidget], which: int, passes: int) -> None:
            if which != self._scrolls:
                return
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            if held and Shiboken.isValid(held) and held.isVisible():
                self.verticalScrollBar().setValue(self._top_of(held) - offset)
            self._bring_into_view([it for it in opened if Shiboken.isValid(it) and it.isVisible()])
            if passes:  # a new width changes a height, which may change a width again
                QTimer.singleShot(0, self, partial(follow, opened, which, passes - 1))

        return scroll

    def _bring_into_view(self, widgets: Sequence[QWidget]) -> None:
        if not widgets:
            return
        top = min(map(self._top_of, widgets)) - _CLEAR
        bottom = max(self._top_of(widget) + widget.height() for widget in widgets) + _CLEAR
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), bottom - self._room.height())))

    def showEvent(self, event: QShowEvent) -> None:
        """Find out how high the column is, and scroll to the place that was asked for while the page was hidden."""
        super().showEvent(event)
        self.body.invalidate()  # the height that it knows may be of the width before
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        if self._kept:
            QTimer.singleShot(0, self, self._on_laid_out)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and the same text at the top if the width changed.

        While the window changes its style, all would be laid out with half of the old sizes, and then again.
        """
        self._room = event.size()
        if not self.window().updatesEnabled():
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
            return
        kept = self.at_top()
        self._centre()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._bring_back(kept)

    def changeEvent(self, event: QEvent) -> None:
        """Let the column grow with the text size, with the same text at the top."""
        super().changeEvent(event)
        if event.type() not in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            return
        if not self._kept:
            self._kept = self.at_top()
            QTimer.singleShot(0, self, self._on_laid_out)
        self._centre()

    def _centre(self) -> None:
        """Leave margins if the page is wider than the column may be."""
        if self._widest is None:
            return
        widest = self._widest * self.fontMetrics().averageCharWidth()
        side = max(_SIDE, (self._room.width() - widest) // 2)
        self.body.setContentsMargins(side, _TOP, side, _BOTTOM)

    def at_top(self) -> tuple[QWidget, float] | None:
        """Return the widget at the top and its share that is scrolled out; None at the very start."""
        if self._kept:
            return self._kept
        top = self.verticalScrollBar().value()
        for index in range(self.body.count() if top else 0):
            item = self.body.itemAt(index)
            widget = item.widget() if item else None
            if widget and not widget.isHidden() and widget.geometry().bottom() >= top:
                return widget, (top - widget.y()) / max(1, widget.height())
        return None

    def _bring_back(self, kept: tuple[QWidget, float] | None) -> None:
        if kept and Shiboken.isValid(kept[0]) and self._outer.isAncestorOf(kept[0]):  # else it was moved or deleted
            widget, share = kept
            self.verticalScrollBar().setValue(self._top_of(widget) + round(share * widget.height()))

    def _on_laid_out(self) -> None:
        if self.isVisible():
            kept, self._kept = self._kept, None
            self._bring_back(kept)

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._outer, QPoint(0, 0)).y()
