"""How many of our own functions are called for one answer, for one key on My page and for one unlock; prints a table.

Every call of a Python function of the package counts, comprehensions too, from the click or key until the window has
come to rest; Qt's own work does not. Unlike milliseconds the figures are the same on every computer.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QStackedWidget, QTabBar, QWidget

import evolve_desktop
from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, application, build_window
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.vault.key_slots import KdfCost

BARS = {"one answer in the check-in": 1900, "one key on My page": 500}
PACKAGE = str(Path(evolve_desktop.__file__).parent)
PATIENCE_MS, REST_MS = 5000, 300
CHECK_IN, MY_PAGE = "C01", "main-topic"
WORDS = "three green herons"

Part = TypeVar("Part", bound=QWidget)


class Calls:
    """Counts the calls of the package's functions while something is done; `by_name` tells which."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self._app = app
        self._window = window
        self.by_name: Counter[str] = Counter()

    def count(self, do: Callable[[], None], is_done: Callable[[], bool] = lambda: True) -> int:
        """Return how many calls it takes to do this, until it is done and the window has come to rest."""
        self.by_name.clear()
        sys.setprofile(self._on_event)
        try:
            do()
            self.wait(is_done)
        finally:
            sys.setprofile(None)
        return self.by_name.total()

    def wait(self, is_done: Callable[[], bool] = lambda: True) -> None:
        """Let the window work until this is done, and then until its timers have run out."""
        end = QDeadlineTimer(PATIENCE_MS)
        while not is_done():
            if end.hasExpired():
                raise TimeoutError("the window did not come to rest")
            self._app.processEvents()
        rest = QDeadlineTimer(REST_MS)
        while not rest.hasExpired():
            self._app.processEvents()

    def wait_for_timer(self, name: str) -> None:
        """Let the window work until its timer of this name has run out."""
        self.wait()
        timer = next(timer for timer in self._window.findChildren(QTimer, name))
        self.wait(lambda: not timer.isActive())

    def sees(self, name: str) -> bool:
        """Return whether the widget of this name is seen."""
        return any(widget.isVisible() for widget in self._window.findChildren(QWidget, name))

    def seen(self, kind: type[Part], name: str) -> Part:
        """Return the widget of this kind and name that is seen."""
        return next(widget for widget in self._window.findChildren(kind, name) if widget.isVisible())

    def click(self, name: str) -> None:
        """Click the button of this name that is seen."""
        self.seen(QAbstractButton, name).click()

    def show_tab(self, holding: str) -> None:
        """Bring the tab to the front that holds the widget of this name."""
        pages = self.seen(QStackedWidget, "pages")
        shown = (pages.widget(index) for index in range(pages.count()))
        found = next(index for index, page in enumerate(shown) if page and page.findChildren(QWidget, holding))
        self.seen(QTabBar, "tab-bar").setCurrentIndex(found)
        self.wait()

    def visit_every_tab(self) -> None:
        """Have every page built."""
        tabs = self.seen(QTabBar, "tab-bar")
        for index in range(tabs.count()):
            tabs.setCurrentIndex(index)
            self.wait()

    def _on_event(self, frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(PACKAGE):
            self.by_name[f"{Path(code.co_filename).stem}.{code.co_qualname}"] += 1


def measure(calls: Calls) -> dict[str, int]:
    """Return the figures, each of a window in which every page is built and some lines are answered."""
    calls.visit_every_tab()
    calls.show_tab(CHECK_IN)
    calls.click("C02-not-yet")
    calls.wait()
    figures = {"one answer in the check-in": calls.count(lambda: calls.click("C01-yes"))}
    report(calls)
    calls.show_tab(MY_PAGE)
    topic = calls.seen(QWidget, MY_PAGE)
    topic.setFocus()
    QTest.keyClick(topic, Qt.Key.Key_A)
    calls.wait()
    figures["one key on My page"] = calls.count(lambda: QTest.keyClick(topic, Qt.Key.Key_B))
    report(calls)
    calls.show_tab(CHECK_IN)
    lock(calls)
    figures["one unlock"] = calls.count(lambda: calls.click("unlock-open"), lambda: calls.sees("tabs"))
    report(calls)
    return figures


def lock(calls: Calls) -> None:
    """Begin to keep with a passphrase, lock, and type the passphrase."""
    calls.click("keeping-more")
    calls.wait(lambda: calls.sees("keep-passphrase-first"))
    for line in ("first", "second"):
        calls.seen(QLineEdit, f"keep-passphrase-{line}").setText(WORDS)
    calls.click("keep-passphrase-with-code")
    calls.click("keep-locked")
    calls.wait(lambda: not calls.sees("keep-locked"))
    calls.click("keeping-back")
    calls.click("hide")
    calls.wait_for_timer("privacy-screen-quiet")
    calls.click("privacy-screen-back")
    calls.wait(lambda: calls.sees("unlock-secret"))
    calls.seen(QLineEdit, "unlock-secret").setText(WORDS)


def report(calls: Calls) -> None:
    """Print the functions called most; with --top N only."""
    if "--top" in sys.argv:
        for name, times in calls.by_name.most_common(int(sys.argv[sys.argv.index("--top") + 1])):
            print(f"{times:6}  {name}")


def main() -> None:
    """Print what each costs beside what it may cost."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        outside = LaunchOptions(
            content=resource_paths.content_pack(),
            data=Path(folder) / "check-ins",
            now=datetime.now,
            dialogs=Dialogs(),
            cost=KdfCost(passes=1, memory_kib=8),
        )
        desktop = build_window(app, outside)
        desktop.window.show()
        calls = Calls(app, desktop.window)
        calls.wait(lambda: calls.sees(CHECK_IN))
        figures = measure(calls)
        desktop.window.hide()
    for name, figure in figures.items():
        print(f"{name:28}{figure:6}  {f'at most {BARS[name]}' if name in BARS else ''}".rstrip())


if __name__ == "__main__":
    main()
