"""Handles exceptions that the app did not foresee: one dialog, and a line on standard error without private words."""

import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.errors import print_error
from evolve_desktop.gui.services.dialogs import Dialogs

_OWN_PACKAGE = "evolve_desktop."


class CrashHandler(QObject):
    """`handle` is what `sys.excepthook` is set to; `last_error` names the exception and its place in our code.

    A message may hold what a person typed, and a path may hold their name, so only the type of the exception and the
    modules and lines it came through are written. `is_unlocked` says whether the menus, and so the report of a
    problem, can be reached.
    """

    _handled = Signal()

    def __init__(self, window: QWidget, dialogs: Dialogs, is_unlocked: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._dialogs = dialogs
        self._is_unlocked = is_unlocked
        self._is_telling = False
        self.last_error = ""
        self._handled.connect(self._tell)

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write where it happened, in whatever thread, and tell the person in the window's thread."""
        del error
        frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(trace)]
        places = [f"{module}:{line}" for module, line in frames]
        own_places = [place for place in places if place.startswith(_OWN_PACKAGE)]
        self.last_error = " in ".join([kind.__name__, *own_places[-1:]])
        print_error("\n".join([kind.__name__, *places]))
        self._handled.emit()

    def _tell(self) -> None:
        """Tell the person, unless the dialog about an earlier exception is still open."""
        if self._is_telling:
            return
        self._is_telling = True
        sentence = self.tr(
            "Something went wrong in the app itself. Your answers are still here. "
            "To be safe, save the page as PDF. Help > Report a problem has a text about it, with none of your words, "
            "for whoever gave you this app. Then close the window and start again."
        )
        locked = self.tr("Something went wrong in the app itself. Please close the window and start again.")
        self._dialogs.tell(self._window, sentence if self._is_unlocked() else locked)
        self._is_telling = False
