"""The order of Tab where something is built late: as it stands in the window, not as it came."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def put_in_tab_order(holder: QWidget) -> None:
    """Move all that was built inside a holder from the end of the window's tab order to the holder's own place."""
    moved = [holder, *_inside(holder)]
    before = [(widget, widget.focusPolicy(), widget.focusProxy()) for widget in moved]
    for widget, _, proxy in before:  # Qt moves nothing else, and each of them may take the focus later
        if proxy is not None:
            widget.setFocusProxy(None)  # type: ignore[arg-type]  # Qt's way to say: none
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for first, second in pairwise(moved):
        QWidget.setTabOrder(first, second)
    for widget, policy, proxy in before:
        if proxy is not None:
            widget.setFocusProxy(proxy)
        widget.setFocusPolicy(policy)


def focus_first(inside: QWidget) -> None:
    """Give the focus to the first place where Tab stops, unless it is inside already."""
    focus = inside.window().focusWidget()
    if focus is not None and focus is not inside and inside.isAncestorOf(focus) and focus.isVisible():
        return
    for widget in _inside(inside):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _inside(holder: QWidget) -> Iterator[QWidget]:
    """Yield all that is inside a widget as it was put there.

    Not a menu, which is a window of its own, nor a viewport, whose focus is that of its scroll area. `findChildren`,
    and `focusProxy` of a viewport, would tell PySide that what they return belongs to the one that was asked.
    """
    for child in holder.children():
        if isinstance(child, QWidget) and not child.isWindow():
            if child.objectName() != "qt_scrollarea_viewport":
                yield child
            yield from _inside(child)


def ensure_visible(widget: QWidget) -> None:
    """Scroll as soon as what has just been shown or made has its place."""
    QTimer.singleShot(0, widget, lambda: _scroll(widget))


def _scroll(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(widget, 0, widget.fontMetrics().lineSpacing())
