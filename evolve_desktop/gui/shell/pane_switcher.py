"""Moves the focus from pane to pane with F6."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.widgets.focus import focus_first


class PaneSwitcher:
    """Goes around the visible panes; each gets the focus where it last had it.

    `panes` returns them in reading order, none inside another.
    """

    def __init__(self, panes: Callable[[], list[QWidget]]) -> None:
        self._panes = panes

    def focus_next(self) -> None:
        """Go to the next pane, from the last to the first."""
        self._step(1)

    def focus_previous(self) -> None:
        """Go to the pane before, from the first to the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        panes = [pane for pane in self._panes() if pane.isVisible()]
        if not panes:
            return
        focus = panes[0].window().focusWidget()
        inside = [index for index, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)]
        before_first = -1 if by > 0 else 0
        _focus(panes[((inside or [before_first])[0] + by) % len(panes)])


def _focus(pane: QWidget) -> None:
    last = pane.focusWidget()
    if last is not None and last.isVisible() and last.isEnabled():
        last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    else:
        focus_first(pane)
