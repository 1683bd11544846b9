"""The tab order of widgets that are built late, the first focus in a page, and scrolling to the focus."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import Shiboken

_WHOLE = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)
"""Widgets that are one control: their children are Qt's own."""


def put_in_tab_order(holder: QWidget) -> None:
    """Move a holder's new children from the end of the window's tab order to the holder's own place."""
    moved = [holder, *inside_of(holder)]
    before = [(widget, widget.focusPolicy(), widget.focusProxy()) for widget in moved]
    for widget, _, proxy in before:  # Qt moves only what takes the focus, and each of these may take it later
        if proxy is not None:
            widget.setFocusProxy(None)  # type: ignore[arg-type]  # Qt's way to say: none
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for first, second in pairwise(moved):
        QWidget.setTabOrder(first, second)
    for widget, policy, proxy in before:
        widget.setFocusPolicy(policy)  # first, for Qt would give it to the proxy too
        if proxy is not None:
            widget.setFocusProxy(proxy)


def focus_first(inside: QWidget) -> None:
    """Give the focus to the first tab stop inside a widget, unless the focus is inside already."""
    focus = inside.window().focusWidget()
    if focus is not None and focus is not inside and inside.isAncestorOf(focus) and focus.isVisible():
        return
    if (first := first_stop(inside)) is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def first_stop(inside: QWidget) -> QWidget | None:
    """Return the first tab stop inside a widget that can be seen and used, or None."""
    stops = (widget for widget in inside_of(inside) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((widget for widget in stops if widget.isVisible() and widget.isEnabled()), None)


def is_after(widget: QWidget, other: QWidget, inside: QWidget) -> bool:
    """Whether one widget comes after another in the order in which those inside a third were added."""
    order = list(inside_of(inside))
    return order.index(widget) > order.index(other)


def has_focus_inside(part: QWidget) -> bool:
    """Return whether a control that can be seen and used inside a part of the window has its focus."""
    focus = part.window().focusWidget()
    return focus is not None and part.isAncestorOf(focus) and focus.isVisible() and focus.isEnabled()


def is_written_in(part: QWidget) -> bool:
    """Return whether a field for words inside a part of the window has its focus."""
    focus = part.window().focusWidget()
    return isinstance(focus, QPlainTextEdit | QLineEdit) and part.isAncestorOf(focus)


class FocusReturn:
    """Disables a part of a page for a while, and then gives the focus back that was inside it."""

    def __init__(self, part: QWidget) -> None:
        self._part = part
        self._lost: QWidget | None = None

    def set_enabled(self, *, enabled: bool) -> None:
        """Enable or disable the part; Qt leaves the window without a focus if it was inside."""
        if not enabled and self._part.isEnabled():
            self._lost = self._part.window().focusWidget() if has_focus_inside(self._part) else None
        self._part.setEnabled(enabled)

    def give_back(self, instead: QWidget) -> None:
        """Focus the control that lost the focus, or another widget if that one cannot have it any more."""
        lost, self._lost = self._lost, None
        if lost is None or has_focus_inside(self._part.window()):
            return
        is_there = Shiboken.isValid(lost) and lost.isVisible() and lost.isEnabled()
        (lost if is_there else instead).setFocus(Qt.FocusReason.OtherFocusReason)


def inside_of(holder: QWidget) -> Iterator[QWidget]:
    """Yield the descendants of a widget in the order they were added.

    Left out are menus, which are windows of their own, and viewports, whose focus is that of their scroll area.
    `findChildren`, and `focusProxy` of a viewport, would make PySide tie the lifetime of their result to the widget.
    What Qt has put into widgets itself is not asked for: to name its class, PySide would load every class there is.
    """
    if isinstance(holder, QScrollArea):
        if (inside := holder.widget()) is not None:
            yield inside
            yield from inside_of(inside)
        return
    for child in holder.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield child
            if not isinstance(child, _WHOLE):
                yield from inside_of(child)


def ensure_visible(widget: QWidget) -> None:
    """Scroll to a widget that has just been shown or made, as soon as it is laid out."""
    QTimer.singleShot(0, widget, lambda: _scroll(widget))


def scroll_area_around(widget: QWidget) -> QScrollArea | None:
    """Return the innermost scroll area that the widget is in, or None."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _scroll(widget: QWidget) -> None:
    area = scroll_area_around(widget)
    if area is not None:
        area.ensureWidgetVisible(widget, 0, widget.fontMetrics().lineSpacing())
