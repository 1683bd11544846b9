"""The panes of the window, and the way from one to the next with F6."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.focus import focus_first


class PaneSwitcher:
    """Goes around the panes that are seen; each gets the focus where it last had it."""

    def __init__(self, panes: Callable[[], list[QWidget]]) -> None:
        """Take what lists the panes in reading order, none inside another."""
        self._panes = panes

    def go_on(self) -> None:
        """Go to the next pane, from the last to the first."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the pane before, from the first to the last."""
        self._go(-1)

    def _go(self, by: int) -> None:
        panes = [pane for pane in self._panes() if pane.isVisible()]
        if not panes:
            return
        focus = panes[0].window().focusWidget()
        inside = [index for index, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)]
        before_first = -1 if by > 0 else 0
        _give_focus(panes[((inside or [before_first])[0] + by) % len(panes)])


def _give_focus(pane: QWidget) -> None:
    last = pane.focusWidget()
    if last is not None and last.isVisible() and last.isEnabled():
        last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    else:
        focus_first(pane)
