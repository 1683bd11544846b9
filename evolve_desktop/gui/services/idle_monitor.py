"""Watches keys and mouse in every window of the app: Shift three times, and time without input."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from evolve_desktop.gui.services.file_portal import is_systems_dialog_open

_TIMES = 3
_WITHIN_MS = 2000
_QUICK_MS = 500  # where nobody tells of the letters between, and a name may have three capitals
_GLANCE_MS = 25
_WARNING_MS = 20_000
_TICK_MS = 15_000  # an idle window is woken no more often
_SLEPT_SECONDS = 60
_INPUT_EVENTS = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class IdleMonitor(QObject):
    """`privacy_screen_requested` follows the third Shift; `warning_due` comes 20 seconds before `idle`.

    `warning_cancelled` follows the first input after the warning. `idle` also follows a sleep of the system: after
    waking, the clock has jumped since the last look at it, which is at each tick, and before each input or change of
    window is answered. The monitor filters the events of the windows that have the focus, not of the app: that filter
    would see every event of every object. While a file dialog of the system has the keyboard, no event comes; then the
    monitor looks whether Shift is down, and at nothing else. `clock` returns seconds and goes on during a sleep.
    """

    privacy_screen_requested = Signal()
    warning_due = Signal()
    warning_cancelled = Signal()
    idle = Signal()

    def __init__(self, app: QApplication, clock: Callable[[], float] = time.time, *, tick_ms: int = _TICK_MS) -> None:
        super().__init__(app)
        self._clock = clock
        self._last_look = clock()
        self._shifts = 0
        self._is_warned = False
        self._shift_timeout = QTimer(self, singleShot=True)
        self._shift_timeout.timeout.connect(self._on_shift_timeout)
        self._until_warning = QTimer(self, singleShot=True)
        self._until_warning.timeout.connect(self._on_warning)
        self._until_idle = QTimer(self, singleShot=True, interval=_WARNING_MS)
        self._until_idle.timeout.connect(self._on_idle)
        self._tick = QTimer(self, interval=tick_ms)
        self._tick.timeout.connect(self._look_at_clock)
        self._tick.start()
        self._is_shift_down = False
        self._glance = QTimer(self, interval=_GLANCE_MS)
        self._glance.timeout.connect(self._look_at_shift)
        app.focusWindowChanged.connect(self._on_window)

    def set_idle_minutes(self, minutes: int) -> None:
        """Emit `idle` after `minutes` without input; 0 turns it off."""
        self._is_warned = False
        self._until_idle.stop()
        if minutes:
            self._until_warning.start(minutes * 60_000 - _WARNING_MS)
        else:
            self._until_warning.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at every event and let all of them through."""
        if event.type() in _INPUT_EVENTS:
            self._look_at_clock()
            self._on_input()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._on_key(event)
        return False

    def _on_window(self, window: QWindow | None) -> None:
        self._look_at_clock()
        if window is not None:
            window.installEventFilter(self)
        elif is_systems_dialog_open():
            self._glance.start()

    def _on_input(self) -> None:
        if self._until_warning.isActive():
            self._until_warning.start()
        elif self._is_warned:
            self._is_warned = False
            self._until_idle.stop()
            self._until_warning.start()
            self.warning_cancelled.emit()

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Shift:
            self._shifts = 0
        else:
            self._count_shift(_WITHIN_MS)

    def _look_at_shift(self) -> None:
        if not is_systems_dialog_open():
            self._glance.stop()
            return
        was_down, down = self._is_shift_down, QGuiApplication.queryKeyboardModifiers()
        self._is_shift_down = down == Qt.KeyboardModifier.ShiftModifier
        if self._is_shift_down and not was_down:
            self._count_shift(_QUICK_MS)

    def _count_shift(self, patience_ms: int) -> None:
        """Count a press; the next has to come in time."""
        self._shifts += 1
        self._shift_timeout.start(patience_ms)
        if self._shifts == _TIMES:
            self._shifts = 0
            self.privacy_screen_requested.emit()

    def _on_shift_timeout(self) -> None:
        self._shifts = 0

    def _look_at_clock(self) -> None:
        last, self._last_look = self._last_look, self._clock()
        if self._last_look - last > _SLEPT_SECONDS:
            self._on_idle()

    def _on_warning(self) -> None:
        self._is_warned = True
        self._until_idle.start()
        self.warning_due.emit()

    def _on_idle(self) -> None:
        self._is_warned = False
        self.idle.emit()
