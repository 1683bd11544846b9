"""The app as it is always run, with somebody who types into a note without a pause; each key seen is reported.

`test_endings.py` starts it as a program of its own with the data folder; a second argument opens a dialog meanwhile.
"""

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit

from evolve_desktop import app as evolve
from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, RunningApp
from tests.gui.person import Person

_BETWEEN_KEYS_MS = 20
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Typist:
    """Opens the note of C03 once it is there, then presses a key each time."""

    def __init__(self, person: Person, *, opens_dialog: bool) -> None:
        self._person = person
        self._opens_dialog = opens_dialog
        self._timer = QTimer(interval=_BETWEEN_KEYS_MS)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self) -> None:
        person = self._person
        if person.sees("C03-note"):
            note = person.find("C03-note")
            assert isinstance(note, QPlainTextEdit)
            length = len(note.toPlainText())
            QTest.keyClicks(note, _LETTERS[length % len(_LETTERS)])
            sys.stdout.write(f"{note.toPlainText()}\n")
            sys.stdout.flush()
        elif person.sees("C03-add-note"):
            person.click("C03-add-note")
            if self._opens_dialog:
                QTimer.singleShot(0, self._open_dialog)

    def _open_dialog(self) -> None:
        QMessageBox(QMessageBox.Icon.Information, "Notes", "A question", parent=self._person.window).exec()


def main(folder: Path, *, opens_dialog: bool) -> int:
    typists: list[Typist] = []
    build = evolve.build_window

    def build_and_type(app: QApplication, options: LaunchOptions) -> RunningApp:
        running = build(app, options)
        typists.append(Typist(Person(running.window), opens_dialog=opens_dialog))
        return running

    evolve.build_window = build_and_type
    return evolve.run(resource_paths.content_pack(), folder)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
    sys.exit(main(Path(sys.argv[1]), opens_dialog="dialog" in sys.argv[2:]))
