"""What a person sees and what standard error says when the app itself went wrong: never a word that was written."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.services.dialogs import Dialogs

_OURS = "evolve_desktop."


class CrashHandler(QObject):
    """Takes what no part of the app foresaw; its `report` is what `sys.excepthook` is set to.

    A message may hold what a person typed, and a path may hold their name, so only the kind of the exception and the
    modules and lines that it came through are written. `last` says the kind and the place in our code.
    """

    _happened = Signal()

    def __init__(self, window: QWidget, dialogs: Dialogs, is_open: Callable[[], bool]) -> None:
        """Take the window that stays, the prompts that say so, and whether the menus are there."""
        super().__init__(window)
        self._window = window
        self._dialogs = dialogs
        self._is_open = is_open
        self._is_telling = False
        self.last = ""
        self._happened.connect(self._tell)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write where it happened, in whatever thread, and have the person told in the window's own."""
        del error
        frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(trace)]
        places = [f"{module}:{line}" for module, line in frames]
        ours = [place for place in places if place.startswith(_OURS)]
        self.last = " in ".join([kind.__name__, *ours[-1:]])
        sys.stderr.write("\n".join([f"evolve-desktop: {kind.__name__}", *places, ""]))
        self._happened.emit()

    def _tell(self) -> None:
        """Tell the person, unless they are reading it just now."""
        if self._is_telling:
            return
        self._is_telling = True
        sentence = self.tr(
            "Something went wrong in the app itself. Your answers are still here. "
            "To be safe, save the page as PDF. Help > Report a problem has a text about it, with none of your words, "
            "for whoever gave you this app. Then close the window and start again."
        )
        locked = self.tr("Something went wrong in the app itself. Please close the window and start again.")
        self._dialogs.tell(self._window, sentence if self._is_open() else locked)
        self._is_telling = False
