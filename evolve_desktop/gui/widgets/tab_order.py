"""The order of Tab where something is built late: as it stands in the window, not as it came."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_tab_order(content: QWidget) -> None:
    """Move what came late from the end of the window's tab order to behind what stands before it."""
    window = content.window()
    found = [stop for stop in window.findChildren(QWidget) if stop.focusPolicy() != Qt.FocusPolicy.NoFocus]
    stops = [stop for stop in found if stop.window() == window]  # a menu is a window of its own
    for before, stop in pairwise(stops):
        if content.isAncestorOf(stop):
            QWidget.setTabOrder(before, stop)
