"""The app started over and over in one folder, as a person would: one window after the other."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.gui.services.dialogs import UnsavedChoice
from evolve_desktop.window_state import FILE_NAME
from tests.gui.person import Answers, Person
from tests.surroundings import surroundings


@dataclass
class Starts:
    """Opens a window and closes it again."""

    app: QApplication
    qtbot: QtBot
    folder: Path
    answers: Answers
    desktop: RunningApp | None = field(default=None)

    @property
    def file(self) -> Path:
        """Where the window remembers how it was left."""
        return self.folder / FILE_NAME

    @property
    def now(self) -> RunningApp:
        """The window that is open."""
        assert self.desktop is not None
        return self.desktop

    def open(self) -> Person:
        """Start the app, and return the person before it."""
        self.desktop = build_window(self.app, surroundings(self.folder, self.answers))
        with self.qtbot.waitExposed(self.desktop.window):
            self.desktop.window.show()
            self.desktop.window.start()
        return Person(self.desktop.window)

    def close(self) -> None:
        """Close the window, and all that belongs to it."""
        if self.desktop is not None:
            self.answers.leaves = UnsavedChoice.DISCARD
            self.desktop.window.close()
            Shiboken.delete(self.desktop.window)
            self.desktop = None
            self.app.setStyleSheet("")

    def again(self) -> Person:
        """Close the window and start the app another time."""
        self.close()
        return self.open()

    def line(self, text: str) -> QAction:
        """Return the line of a menu that says this, without the mark of its letter."""
        lines = self.now.window.findChildren(QAction)
        (found,) = [line for line in lines if line.text().replace("&", "") == text]
        return found
