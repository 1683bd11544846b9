"""Collects Python's garbage in the window's thread only: a Qt object must not be destroyed in another one."""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

_AFTER_MS = 1000


class GcTimer(QObject):
    """Replaces Python's automatic collection, at the same thresholds, while the app runs.

    It looks whenever the window has done its work and is about to wait; an idle window is never woken.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.collect)
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._on_about_to_wait)

    def collect(self) -> None:
        """Collect the oldest generation that is over its threshold, and the younger ones with it."""
        due = _due()
        if due:
            gc.collect(max(due))

    def _on_about_to_wait(self) -> None:
        """Collect in a moment if anything is due: not between two keys."""
        if not self._timer.isActive() and _due():
            self._timer.start()


def _due() -> list[int]:
    """Return the generations that are over their thresholds."""
    counted = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
    return [generation for generation, (count, threshold) in counted if count > threshold > 0]
