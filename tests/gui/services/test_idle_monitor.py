from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.idle_monitor import IdleMonitor


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[IdleMonitor]:
    built = IdleMonitor(qapp)
    yield built
    built.setParent(None)


@pytest.fixture
def window(watch: IdleMonitor, qtbot: QtBot) -> Iterator[QWindow]:
    assert watch is not None
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    handle = field.windowHandle()
    assert handle is not None
    yield handle
    field.close()


def press(window: QWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window, key)


def test_the_third_shift_hides(watch: IdleMonitor, window: QWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Shift, Qt.Key.Key_Shift)
    with qtbot.waitSignal(watch.privacy_screen_requested):
        press(window, Qt.Key.Key_Shift)


def test_a_capital_letter_between_is_only_typing(watch: IdleMonitor, window: QWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(watch.privacy_screen_requested):
        press(window, Qt.Key.Key_Shift, Qt.Key.Key_A, Qt.Key.Key_Shift, Qt.Key.Key_B, Qt.Key.Key_Shift)


def test_a_clock_that_jumped_tells_of_a_sleep(qapp: QApplication, qtbot: QtBot) -> None:
    clock = [1000.0]
    watch = IdleMonitor(qapp, lambda: clock[0])
    (tick,) = [timer for timer in watch.findChildren(QTimer) if timer.isActive()]
    tick.setInterval(10)
    with qtbot.waitSignal(watch.idle):
        clock[0] += 3600
    watch.setParent(None)


@pytest.mark.parametrize("kind", [QEvent.Type.MouseMove, QEvent.Type.KeyPress])
def test_after_a_sleep_the_first_input_finds_the_window_idle(
    qapp: QApplication, qtbot: QtBot, kind: QEvent.Type
) -> None:
    clock = [1000.0]
    watch = IdleMonitor(qapp, lambda: clock[0])
    with qtbot.assertNotEmitted(watch.idle):
        watch.eventFilter(watch, QEvent(kind))
    clock[0] += 3600
    with qtbot.waitSignal(watch.idle, timeout=0):
        watch.eventFilter(watch, QEvent(kind))
    watch.setParent(None)


def test_nothing_is_idle_where_nobody_asked_for_it(watch: IdleMonitor, window: QWindow, qtbot: QtBot) -> None:
    watch.set_idle_minutes(0)
    with qtbot.assertNotEmitted(watch.warning_due, wait=50):
        press(window, Qt.Key.Key_A)
