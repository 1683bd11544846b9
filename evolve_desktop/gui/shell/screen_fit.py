"""Fits the window, with its frame, into the free area of its screen."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # the largest usual title bar and edges: the real ones are known only once the window is shown
_PANEL = 48  # where the system does not say what its panels cover, as under Wayland or with two screens under X11


def free_area(screen: QScreen) -> QRect:
    """Return the part of the screen that no panel covers."""
    free = screen.availableGeometry()
    return free.adjusted(0, 0, 0, -_PANEL) if free.height() == screen.geometry().height() else free


def first_size(wanted: QSize, screen: QScreen) -> QSize:
    """Return the wanted size, or less, so that the window can stand on the screen with any usual frame."""
    return wanted.boundedTo(free_area(screen).size() - _FRAME)


def fitted(place: QRect, free: QRect) -> QRect:
    """Return the place, made smaller and moved as little as it takes to lie within the free area."""
    size = place.size().boundedTo(free.size())
    left = max(free.left(), min(place.left(), free.right() + 1 - size.width()))
    top = max(free.top(), min(place.top(), free.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def bring_into_view(window: QWidget) -> None:
    """Shrink and move a shown window whose real frame goes over the edge of the free area."""
    if window.isMaximized() or window.isFullScreen() or window.isMinimized():
        return
    frame, inner = window.frameGeometry(), window.geometry()
    place = fitted(frame, free_area(window.screen()))
    if place != frame:
        window.resize(inner.size() - (frame.size() - place.size()))
        window.move(place.topLeft())
