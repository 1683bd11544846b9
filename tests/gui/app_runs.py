"""The app run again and again in one folder, as a person does: one window after the other."""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop import resource_paths
from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.gui.services.actions import plain_text
from evolve_desktop.gui.services.dialogs import UnsavedChoice
from evolve_desktop.window_state import FILE_NAME
from tests.gui.person import Answers, Person
from tests.launch import launch_options


def close_window(app: QApplication, desktop: RunningApp, answers: Answers, font: QFont) -> None:
    """Close a window and undo what it did to the application: another one would be styled and watched along with it."""
    answers.leaves = UnsavedChoice.DISCARD
    desktop.window.close()
    Shiboken.delete(desktop.idle_monitor)  # it looks at every key and click in any later window
    Shiboken.delete(desktop.window)
    app.setFont(font)


def menu_line(window: QWidget, text: str) -> QAction:
    """Return the menu item with this text, without the mark of its letter."""
    (found,) = [line for line in window.findChildren(QAction) if plain_text(line.text()) == text]
    return found


@dataclass
class AppRuns:
    """Opens a window and closes it again."""

    app: QApplication
    qtbot: QtBot
    folder: Path
    answers: Answers
    content: Path = field(default_factory=resource_paths.content_pack)
    desktop: RunningApp | None = field(default=None)
    font: QFont = field(default_factory=QApplication.font)

    @property
    def file(self) -> Path:
        """The file of the window state."""
        return self.folder / FILE_NAME

    @property
    def now(self) -> RunningApp:
        """The run whose window is open."""
        assert self.desktop is not None
        return self.desktop

    def open(self, backup: Path | None = None) -> Person:
        """Start the app, with a backup that was opened by a double click, and return the person before it."""
        options = msgspec.structs.replace(launch_options(self.folder, self.answers), content=self.content)
        self.desktop = build_window(self.app, options)
        with self.qtbot.waitExposed(self.desktop.window):
            self.desktop.window.show()
            self.desktop.window.start(backup)
        return Person(self.desktop.window)

    def close(self) -> None:
        """Close the window, and all that belongs to it."""
        if self.desktop is not None:
            close_window(self.app, self.desktop, self.answers, self.font)
            self.desktop = None

    def again(self) -> Person:
        """Close the window and start the app another time."""
        self.close()
        return self.open()

    def line(self, text: str) -> QAction:
        """Return the menu item with this text, without the mark of its letter."""
        return menu_line(self.now.window, text)
