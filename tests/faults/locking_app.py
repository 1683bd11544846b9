"""The app as it is always run, with somebody who unlocks it, writes, looks at the page and locks; then it waits.

`test_memory.py` starts it with the data folder. The words come reversed, on standard input, and so does
the passphrase: only what was typed can be found in the memory of this process.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evolve_desktop import app as evolve
from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, RunningApp
from tests.gui.person import Person

_GET_DUMPABLE, _SET_DUMPABLE = 3, 4
_AFTER_LOCK_MS = 2000

Step = Callable[[], bool]


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def type_reversed(person: Person, name: str, reversed_words: str) -> None:
    for letter in reversed(reversed_words):
        QTest.keyClicks(person.find(name), letter)


def steps(person: Person, passphrase: str, note: str, topic: str) -> Iterator[Step]:
    """Yield each condition to wait for before the next step."""
    yield lambda: person.sees("unlock-secret") and person.find("unlock-open").isEnabled()
    type_reversed(person, "unlock-secret", passphrase)
    person.click("unlock-open")
    yield lambda: person.sees("C03-add-note")
    person.click("C03-add-note")
    type_reversed(person, "C03-note", note)
    tabs = person.tabs
    tabs.setCurrentIndex(next(index for index in range(tabs.count()) if tabs.tabText(index) == "My page"))
    yield lambda: person.sees("main-topic")
    person.find("main-topic").setFocus()
    type_reversed(person, "main-topic", topic)
    if person.sees("see-paper"):
        person.click("see-paper")
    yield lambda: topic in person.find("preview").accessibleDescription()[::-1]
    if person.sees("article-back"):
        person.click("article-back")
    yield lambda: person.sees("copy-text")
    person.click("copy-text")
    yield lambda: person.find("keeping-state").property("text").startswith("Kept")
    QTest.keyClick(person.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    yield lambda: person.sees("unlock-secret")


class Walk:
    """Takes one step after the other, and says in the end that the window is locked."""

    def __init__(self, person: Person, passphrase: str, note: str, topic: str) -> None:
        self._steps = steps(person, passphrase, note, topic)
        self._is_ready: Step = lambda: True
        self._timer = QTimer(interval=50)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self._is_ready():
            try:
                self._is_ready = next(self._steps)
            except StopIteration:
                self._timer.stop()
                QTimer.singleShot(_AFTER_LOCK_MS, self._finish)

    def _finish(self) -> None:
        """Say whether others could read this memory, then let the test read it."""
        library = ctypes.CDLL(None)
        say(f"dumpable {library.prctl(_GET_DUMPABLE)}")
        library.prctl(_SET_DUMPABLE, 1)
        say("locked")


def main(folder: Path) -> int:
    passphrase, note, topic = (sys.stdin.readline().strip() for _ in range(3))
    walks: list[Walk] = []
    build = evolve.build_window

    def build_and_walk(app: QApplication, options: LaunchOptions) -> RunningApp:
        running = build(app, options)
        walks.append(Walk(Person(running.window), passphrase, note, topic))
        return running

    evolve.build_window = build_and_walk
    return evolve.run(resource_paths.content_pack(), folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
