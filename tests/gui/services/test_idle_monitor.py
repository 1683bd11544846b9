from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.idle_monitor import IdleMonitor


@pytest.fixture
def monitor(qapp: QApplication) -> Iterator[IdleMonitor]:
    built = IdleMonitor(qapp)
    yield built
    built.setParent(None)


@pytest.fixture
def window(monitor: IdleMonitor, qtbot: QtBot) -> Iterator[QWindow]:
    assert monitor is not None
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


def test_the_third_shift_asks_for_the_privacy_screen(monitor: IdleMonitor, window: QWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Shift, Qt.Key.Key_Shift)
    with qtbot.waitSignal(monitor.privacy_screen_requested):
        press(window, Qt.Key.Key_Shift)


def test_a_capital_letter_between_is_only_typing(monitor: IdleMonitor, window: QWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(monitor.privacy_screen_requested):
        press(window, Qt.Key.Key_Shift, Qt.Key.Key_A, Qt.Key.Key_Shift, Qt.Key.Key_B, Qt.Key.Key_Shift)


def test_a_clock_that_jumped_tells_of_a_sleep(qapp: QApplication, qtbot: QtBot) -> None:
    clock = [1000.0]
    monitor = IdleMonitor(qapp, lambda: clock[0])
    (tick,) = [timer for timer in monitor.findChildren(QTimer) if timer.isActive()]
    tick.setInterval(10)
    with qtbot.waitSignal(monitor.idle):
        clock[0] += 3600
    monitor.setParent(None)


@pytest.mark.parametrize("kind", [QEvent.Type.MouseMove, QEvent.Type.KeyPress])
def test_after_a_sleep_the_first_input_finds_the_window_idle(
    qapp: QApplication, qtbot: QtBot, kind: QEvent.Type
) -> None:
    clock = [1000.0]
    monitor = IdleMonitor(qapp, lambda: clock[0])
    with qtbot.assertNotEmitted(monitor.idle):
        monitor.eventFilter(monitor, QEvent(kind))
    clock[0] += 3600
    with qtbot.waitSignal(monitor.idle, timeout=0):
        monitor.eventFilter(monitor, QEvent(kind))
    monitor.setParent(None)


def test_nothing_is_idle_where_nobody_asked_for_it(monitor: IdleMonitor, window: QWindow, qtbot: QtBot) -> None:
    monitor.set_idle_minutes(0)
    with qtbot.assertNotEmitted(monitor.warning_due, wait=50):
        press(window, Qt.Key.Key_A)
