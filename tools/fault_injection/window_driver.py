"""Finds the visible parts of a window, types into it, and answers dialogs that block everything else."""

import random
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

_Key = Qt.Key
_IN_DIALOGS = (_Key.Key_Down, _Key.Key_Up, _Key.Key_Return, _Key.Key_Escape, _Key.Key_Tab, _Key.Key_Space)
_PATIENCE_MS, _TICK_MS = 30, 20


def seen(holder: QWidget) -> Iterator[QWidget]:
    """Yield every visible part of a window, even if scrolled out of sight.

    `findChildren` would tell PySide that what it returns belongs to the one that was asked.
    """
    waiting = holder.children()[::-1]
    while waiting:
        child = waiting.pop()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            waiting += child.children()[::-1]


def in_front() -> QWidget | None:
    """Return the menu or the dialog in front of the window, if any."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def lines(window: QWidget) -> Iterator[QAction]:
    """Yield every enabled line of every menu; none while the window has no menus."""
    for bar in seen(window):
        if isinstance(bar, QMenuBar):
            for title in bar.actions():
                yield from _lines(title)


def _lines(action: QAction) -> Iterator[QAction]:
    menu = action.menu()
    if isinstance(menu, QMenu):
        for line in menu.actions():
            yield from _lines(line)
    elif action.isEnabled() and not action.isSeparator():
        yield action


def compose(widget: QWidget, words: str, *, begins: bool = False) -> None:
    """Type as an input method does, with any characters; with `begins` the text is first underlined."""
    if begins:
        QApplication.sendEvent(widget, QInputMethodEvent(words[:3], []))
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def let_pass(milliseconds: int, is_so: Callable[[], bool] = lambda: False) -> bool:
    """Process events until the condition is true or the time is over; return whether it is true."""
    end = QDeadlineTimer(milliseconds)
    while not is_so() and not end.hasExpired():
        QTest.qWait(min(_TICK_MS, max(1, end.remainingTime())))
    return is_so()


class Rescue(QObject):
    """Presses keys in a dialog that blocks everything else, and closes it."""

    def __init__(self, chance: random.Random, steps: Callable[[], int]) -> None:
        """Take dice of its own, and what counts the steps that others take."""
        super().__init__()
        self._chance = chance
        self._steps = steps
        self._seen = -1
        self._timer = QTimer(self, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._on_timer)
        self._timer.start()

    def _on_timer(self) -> None:
        if self._seen != self._steps():
            self._seen = self._steps()
            return
        waiting = in_front()
        if waiting is None:
            return
        if self._chance.random() < 0.3:  # noqa: PLR2004  (after some keys)
            waiting.close()
            return
        target, key = waiting.focusWidget() or waiting, self._chance.choice(_IN_DIALOGS)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # posted: a dialog may wait for this to return
            QCoreApplication.postEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
