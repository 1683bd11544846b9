"""Undo for what a page can bring back, by key and by menu, before it undoes an answer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class UndoKey(QObject):
    """Calls `undo` when the undo key is pressed inside a page while `can_undo` says so.

    A field with a history of its own, such as a search, has the key first.
    """

    def __init__(self, page: QWidget, can_undo: Callable[[], bool], undo: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._can_undo = can_undo
        self.undo = undo
        page.installEventFilter(self)

    @property
    def is_ready(self) -> bool:
        """Whether the page is in view and can bring something back."""
        return self._page.isVisible() and self._can_undo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key from the window's shortcut, then act on it."""
        kinds = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
        if event.type() in kinds and isinstance(event, QKeyEvent) and self._is_wanted(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.undo()
            return True
        return super().eventFilter(watched, event)

    def _is_wanted(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and self._can_undo()


def undo_key_name() -> str:
    """Return the undo key as this system names it."""
    return QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
