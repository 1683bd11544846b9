"""Shows a window and prints the time from the start of the process to its first painting, and the memory, as JSON.

Both are measured at that moment, before any work that waits for it. The first argument is the parent's clock, read
just before it started the process.
"""

import json
import resource
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    """Ends the application after the window's first painting, and holds its time and peak memory."""

    painted = 0.0
    memory = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        if not self.painted:
            self.painted = time.monotonic()
            self.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        QApplication.quit()


def report(window: QWidget) -> None:
    """Show the window, wait for its painting, and print milliseconds and kilobytes."""
    watch = _Watch()
    window.installEventFilter(watch)
    window.show()
    QApplication.exec()
    milliseconds = (watch.painted - float(sys.argv[1])) * 1000
    print(json.dumps({"first paint": milliseconds, "memory": watch.memory}))
