"""Steps of tests of the privacy screen: Shift three times, random keys and clicks, and the only words it may say."""

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from evolve_desktop.app import RunningApp
from tests.gui.accessible_words import accessible_words
from tests.gui.fits import shown

TIMES = {"short": 50, "long": 200}
"""How often random events are tried with each `--faults`."""

SEED = 26  # of the first 50 events, five are clicks on *All notes*, and one is its key
LONG_MS = 600_000
WORDS = {"Notes", "All notes", "Tuesday, 24 November 2026", "An empty page. F9 goes back to all notes."}
KEYS = [Qt.Key(number) for number in range(Qt.Key.Key_Space, Qt.Key.Key_Z)] + [
    *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift),
    *(Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Menu, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace),
]
MODIFIERS = [
    *[Qt.KeyboardModifier.NoModifier] * 4,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
]


def quiet_of(desktop: RunningApp) -> QTimer:
    """Return the clock of the two seconds, which goes on only when a test says so."""
    found = desktop.window.findChild(QTimer, "privacy-screen-quiet")
    assert isinstance(found, QTimer)
    found.setInterval(LONG_MS)
    return found


def handle_of(window: QWidget) -> QWindow:
    handle = window.windowHandle()
    assert handle is not None
    return handle


def press_shift(desktop: RunningApp, window: QWidget | None = None) -> None:
    handle = handle_of(window or desktop.window)
    handle.installEventFilter(desktop.idle_monitor)  # the offscreen platform gives no window the focus by itself
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Shift)


def press_at_random(
    window: QWidget, times: int, *, with_clicks: bool, but: Callable[[Qt.Key, Qt.KeyboardModifier], bool]
) -> None:
    """Press keys and click, by chance, as if somebody fell on the keyboard; every tenth click is on *All notes*."""
    chance, handle = Random(SEED), handle_of(window)  # noqa: S311  (nothing is secret here)
    back = window.findChild(QPushButton, "privacy-screen-back")
    assert isinstance(back, QPushButton)
    for _ in range(times):
        if with_clicks and chance.random() < 0.5:
            point = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
            if chance.random() < 0.1:
                point = back.mapTo(window, back.rect().center())
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=point)
        else:
            key, modifier = chance.choice(KEYS), chance.choice(MODIFIERS)
            if not but(key, modifier):
                QTest.keyClick(handle, key, modifier)


def anything(_key: Qt.Key, _modifier: Qt.KeyboardModifier) -> bool:
    return False


def told_key(key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
    return key == Qt.Key.Key_F9 and modifier == Qt.KeyboardModifier.NoModifier


def assert_says_nothing(window: QWidget) -> None:
    """Check that the privacy screen is all there is: on the screen, in the title, and for a screen reader."""
    others = [other for other in QApplication.topLevelWidgets() if other.isVisible() and other is not window]
    assert [other for other in others if other.objectName() != "qt_tooltip_label"] == []
    assert others == []
    assert window.windowTitle() == "Notes"
    seen = {part.text() for part in shown(window) if isinstance(part, QLabel | QPushButton)}
    assert seen <= WORDS
    assert accessible_words(window) == WORDS
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "privacy-screen"
