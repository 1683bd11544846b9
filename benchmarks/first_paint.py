"""Shows a window and prints, as JSON, how long it took from the process's start to its first painting, and the memory.

The parent hands its clock over as the first argument, read just before it started the process.
"""

import json
import resource
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    """Ends the application when the window's first painting is done, and knows when that was."""

    painted = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self.painted = self.painted or time.monotonic()
        QApplication.quit()


def report(window: QWidget) -> None:
    """Show the window, wait for its painting, and print milliseconds and kilobytes."""
    watch = _Watch()
    window.installEventFilter(watch)
    window.show()
    QApplication.exec()
    milliseconds = (watch.painted - float(sys.argv[1])) * 1000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"first paint": milliseconds, "memory": memory / 1000}))
