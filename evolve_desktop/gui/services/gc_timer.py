"""Collects Python's garbage in the window's thread only: a Qt object must not be destroyed in another one."""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


class GcTimer(QObject):
    """Stands in for Python's automatic collection, at the same thresholds, for as long as the app runs."""

    def __init__(self, parent: QObject) -> None:
        """Switch the automatic collection off, and look at it now and then."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it; nothing where none is."""
        due = [
            age
            for age, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > threshold > 0
        ]
        if due:
            gc.collect(max(due))
