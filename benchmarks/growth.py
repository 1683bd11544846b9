"""Uses the window for a long time and counts what grows: memory, widgets, Qt's objects and Python's; prints JSON lines.

The first argument is the number of actions (20,000 unless given), or a number of minutes such as `10m`. Each action is
an answer, a key, a tab or a theme; every answer is kept on disk. The first tenth is not counted: caches
fill, the pages are built, and undo reaches its bound. The last line says what has grown since.
"""

import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import count, cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, application, build_window
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.gui.services.actions import Actions
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.gc_timer import GcTimer
from evolve_desktop.vault.vault import Vault

ACTIONS, REPORTS = 20_000, 10
REPLIES = ("yes", "mostly", "a-little", "not-yet", "not-for-me")
LOOKS_EVERY, TABS_EVERY = 250, 10
LETTERS = "We talk too fast. "
MY_PAGE, LAYOUTS, LAYOUT_MS = 2, 60, 400
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Use:
    """One person's endless use of a window."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self._app, self._window = app, window
        (self._tabs,) = window.findChildren(QTabBar, "tab-bar")
        (actions,) = window.findChildren(Actions)
        self._looks = cycle(actions.themes.values())
        self._replies = cycle([f"C{item:02}-{reply}" for reply in REPLIES for item in range(1, 18)])
        self._letters = cycle(enumerate(LETTERS))

    def actions(self) -> Iterator[None]:
        """Take one action after the other."""
        for number in count():
            if number % LOOKS_EVERY == 0:
                next(self._looks).trigger()
            elif number % TABS_EVERY == 0:
                self._tabs.setCurrentIndex(number // TABS_EVERY % self._tabs.count())
            elif (topic := self._seen("main-topic")) is not None:
                self._type(topic)
            elif isinstance(reply := self._seen(next(self._replies)), QAbstractButton):
                reply.click()
            self._app.processEvents()
            yield

    def fill_caches(self) -> None:
        """Have so many pages laid out that Typst forgets the first of them: until then its cache grows to 8 MB."""
        self._tabs.setCurrentIndex(MY_PAGE)
        for _ in range(LAYOUTS):
            if (topic := self._seen("main-topic")) is not None:
                self._type(topic)
            QTest.qWait(LAYOUT_MS)

    def _type(self, topic: QWidget) -> None:
        """Type a letter; begin anew with each sentence, so that neither the text nor the page grows."""
        place, letter = next(self._letters)
        if place == 0:
            QTest.keyClick(topic, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(topic, letter)

    def _seen(self, name: str) -> QWidget | None:
        return next((widget for widget in self._window.findChildren(QWidget, name) if widget.isVisible()), None)

    def counts(self) -> dict[str, float]:
        """Return what must not grow."""
        QTest.qWait(1500)  # saves end, and what was deleted goes
        gc.collect()
        resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE_BYTES
        return {
            "MB": round(resident / 1e6, 2),
            "widgets": len(self._app.allWidgets()),
            "objects of Qt": len(self._window.findChildren(QObject)),
            "objects of Python": len(gc.get_objects()),
        }


def main() -> None:
    """Use the window, and print what there is ten times on the way."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else str(ACTIONS)
    app = application()
    GcTimer(app)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "check-ins"
        Vault(data, datetime.now).create(Diary())
        options = LaunchOptions(content=resource_paths.content_pack(), data=data, now=datetime.now, dialogs=Dialogs())
        window = build_window(app, options).window
        window.show()
        window.start()
        QTest.qWait(2000)
        use = Use(app, window)
        use.fill_caches()
        report(use, wanted)
        window.hide()


def report(use: Use, wanted: str) -> None:
    """Print the counts on the way, and at the end how they have grown since the first of them."""
    seconds, most = (
        (float(wanted[:-1]) * 60, sys.maxsize) if wanted.endswith("m") else (sys.float_info.max, int(wanted))
    )
    begin = time.monotonic()
    reports: list[dict[str, float]] = []
    for number, _ in enumerate(use.actions(), start=1):
        done = max(number / most, (time.monotonic() - begin) / seconds)
        if done * REPORTS >= len(reports) + 1:
            reports.append(use.counts())
            print(json.dumps({"actions": number, **reports[-1]}), flush=True)
        if done >= 1:
            break
    first, last = reports[0], reports[-1]
    print(json.dumps({name: round(last[name] - first[name], 2) for name in first}))


if __name__ == "__main__":
    main()
