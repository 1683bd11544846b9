"""Has a screen reader say what has just changed, while the focus stays in its place."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from evolve_desktop.gui.widgets.labels import show_text


def announce(widget: QWidget, sentence: str) -> None:
    """Announce a sentence that belongs to a widget, unless it is empty or the widget cannot be seen.

    A view whose updates are off is being filled before it is painted, which is not news.
    """
    if sentence and widget.isVisible() and widget.updatesEnabled():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def show_and_announce(widget: QLabel, sentence: str) -> None:
    """Show and announce a sentence; hide the label if it is empty."""
    show_text(widget, sentence)
    announce(widget, sentence)


def show_and_announce_once(widget: QLabel, sentence: str) -> None:
    """Show a sentence, and announce it unless it was shown already."""
    is_new = sentence != widget.text()
    show_text(widget, sentence)
    if is_new:
        announce(widget, sentence)
