"""Prints the time from the start of the process until a window is painted, and the memory, as JSON.

Both are measured at that moment, before any work that waits for it, and the process then ends at once. The first
argument is the parent's clock, read just before it started the process.
"""

import json
import os
import resource
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Prints the figures and ends the process once a widget is painted for the first time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until the painting is over; filter nothing."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        took = (time.monotonic() - float(sys.argv[1])) * 1000
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(json.dumps({"painted": took, "memory": memory}), flush=True)
        os._exit(0)
