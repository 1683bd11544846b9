"""Opens the window on a vault and prints as JSON: first painting, vault opened and painted, tab Earlier painted.

The figures are milliseconds. The arguments are the folder and the time of the start.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, build_window
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.gc_timer import GcTimer

_QUIET = 500


class Painted(QObject):
    """Holds the time of a widget's last painting."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the time of a painting; filter nothing."""
        if event.type() == QEvent.Type.Paint:
            self.at = time.monotonic()
        return False


def wait_for(is_so: Callable[[], object]) -> None:
    """Process events until the condition is true."""
    while not is_so():
        app.processEvents()


gc.disable()  # as the app's __main__ does
app = QApplication([])
GcTimer(app)
outside = LaunchOptions(
    content=resource_paths.content_pack(), data=Path(sys.argv[1]), now=lambda: datetime.now(tz=UTC), dialogs=Dialogs()
)
window = build_window(app, outside).window
(tabs,) = window.findChildren(QWidget, "tabs")
(bar,) = window.findChildren(QTabBar, "tab-bar")
(pages,) = window.findChildren(QStackedWidget, "pages")
first, painted_tabs = Painted(window), Painted(tabs)
window.show()
window.start()
wait_for(lambda: first.at)
painted = time.monotonic()
wait_for(lambda: painted_tabs.at and tabs.isVisible())
opened = time.monotonic()

QTest.qWait(_QUIET)  # until everything that follows the first painting is built
(earlier,) = (index for index in range(bar.count()) if bar.tabText(index) == "Earlier")
view = Painted(pages.widget(earlier) or tabs)
wanted = time.monotonic()
bar.setCurrentIndex(earlier)
wait_for(lambda: view.at)
begin = float(sys.argv[2])
figures = {"first paint": painted - begin, "open": opened - begin, "earlier": time.monotonic() - wanted}
print(json.dumps({name: seconds * 1000 for name, seconds in figures.items()}))
window.hide()
