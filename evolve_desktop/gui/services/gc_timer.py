"""Collects Python's garbage in the window's thread only: a Qt object must not be destroyed in another one."""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


class GcTimer(QObject):
    """Replaces Python's automatic collection, at the same thresholds, while the app runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is over its threshold, and the younger ones with it."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > threshold > 0
        ]
        if due:
            gc.collect(max(due))
