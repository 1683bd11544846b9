"""Uses a window and prints what the person waits for, in milliseconds, as JSON: pages, theme, text size, answers, keys.

Each figure is the longest time for which the window can do nothing else, from the click or key until all that it
changes is painted. It is the time of the processor in the window's thread, which other programs hardly change. Of many
answers or keys, 19 in 20 take less. The argument is the folder of a vault: with one, only
the search in it is measured.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTabBar, QWidget
from shiboken6 import Shiboken

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, application, build_window
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.gc_timer import GcTimer

_QUIET_MS, _REST_MS, _PATIENCE_MS = 1000, 150, 60_000
_TIMES = 60
_LETTERS = "we talk about the week and not about us "
_THEMES = ("Dark", "Light", "High contrast", "Light")
_SIZES = ("larger-text", "larger-text", "smaller-text", "smaller-text")
_EARLIER = 3


class Use:
    """Uses the window of the app, and measures each wait."""

    def __init__(self, data: Path | None) -> None:
        self._app = application()
        GcTimer(self._app)  # as the app has it: garbage is not collected in the middle of anything
        outside = LaunchOptions(
            content=resource_paths.content_pack(), data=data or Path("nowhere"), now=datetime.now, dialogs=Dialogs()
        )
        desktop = build_window(self._app, outside)
        self._window = desktop.window
        self._window.show()
        if data:
            self._window.start()
        QTest.qWait(_QUIET_MS)

    def close(self) -> None:
        """Take the window away as the app does: left to the end of Python, it may outlive what draws it."""
        self._window.hide()
        Shiboken.delete(self._window)

    def wait_after(self, do: Callable[[], None]) -> float:
        """Do this, and return the longest time in which the window took no event, until it has come to rest."""
        longest = _took(do)
        rest = QDeadlineTimer(_REST_MS)
        while not rest.hasExpired():
            longest = max(longest, _took(self._app.processEvents))
        return longest

    def waits(self, each: Iterable[Callable[[], None]]) -> float:
        """Do all of these, and return what 19 in 20 of them stay below."""
        waits = sorted(self.wait_after(do) for do in each)
        return waits[int(0.95 * len(waits))]

    def show_tab(self, index: int) -> Callable[[], None]:
        """Return what shows a tab."""
        (tabs,) = self._window.findChildren(QTabBar, "tab-bar")
        return lambda: tabs.setCurrentIndex(index)

    def click(self, name: str) -> Callable[[], None]:
        """Return what clicks a button that is in sight."""
        (button,) = (found for found in self._window.findChildren(QAbstractButton, name) if found.isVisible())
        return button.click

    def keys(self, name: str) -> Iterable[Callable[[], None]]:
        """Return what types one letter after the other into a field that is in sight."""
        (field,) = (found for found in self._window.findChildren(QWidget, name) if found.isVisible())
        field.setFocus()
        letters = cycle(_LETTERS)
        return [lambda: QTest.keyClicks(field, next(letters)) for _ in range(_TIMES)]

    def wait_until_seen(self, name: str) -> None:
        """Wait until a widget is in sight and the window has come to rest."""
        end = QDeadlineTimer(_PATIENCE_MS)
        while not any(found.isVisible() for found in self._window.findChildren(QWidget, name)):
            if end.hasExpired():
                raise TimeoutError(name)
            self._app.processEvents()
        QTest.qWait(_QUIET_MS)

    def choose(self, text: str) -> Callable[[], None]:
        """Return what chooses an entry of the menus."""
        (action,) = (found for found in self._window.findChildren(QAction) if found.text().replace("&", "") == text)
        return action.trigger


def _took(do: Callable[[], object]) -> float:
    start = time.thread_time()
    do()
    return (time.thread_time() - start) * 1000


def everyday(use: Use) -> dict[str, float]:
    """Return the figures of a window in which nothing is kept."""
    pages = [use.wait_after(use.show_tab(index)) for index in (3, 2, 1, 0)]
    replies = [f"C{line:02}-{reply}" for reply in ("yes", "not-yet", "a-little") for line in range(1, 18)]
    figures = {
        "page": max(pages),
        "theme": use.waits(use.choose(theme) for theme in _THEMES),
        "text": use.waits(use.click(name) for name in _SIZES),
        "answer": use.waits(use.click(name) for name in replies),
    }
    use.show_tab(2)()
    QTest.qWait(_QUIET_MS)
    return {**figures, "key": use.waits(use.keys("main-topic"))}


def search(use: Use) -> dict[str, float]:
    """Return the figure of the search in all that is kept."""
    use.show_tab(_EARLIER)()
    use.wait_until_seen("earlier-search")
    return {"search": use.waits(use.keys("earlier-search"))}


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    use = Use(data)
    print(json.dumps(search(use) if data else everyday(use)))
    use.close()


if __name__ == "__main__":
    main()
