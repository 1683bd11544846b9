"""What a person sees and what standard error says when the app itself went wrong: never a word that was written."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.prompts import Prompts


class Mishap(QObject):
    """Takes what no part of the app foresaw; its `report` is what `sys.excepthook` is set to.

    A message may hold what a person typed, so only the kind of the exception and the places in our code are written.
    """

    _happened = Signal()

    def __init__(self, window: QWidget, prompts: Prompts) -> None:
        """Take the window that stays open, and the prompts that say so."""
        super().__init__(window)
        self._window = window
        self._prompts = prompts
        self._is_telling = False
        self._happened.connect(self._tell)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write where it happened, in whatever thread, and have the person told in the window's own."""
        del error
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        sys.stderr.write("\n".join([f"evolve-desktop: {kind.__name__}", *places, ""]))
        self._happened.emit()

    def _tell(self) -> None:
        """Tell the person, unless they are reading it just now."""
        if self._is_telling:
            return
        self._is_telling = True
        sentence = self.tr(
            "Something went wrong in the app itself. Your answers are still here. "
            "To be safe, save the page as PDF, then close the window and start again."
        )
        self._prompts.tell(self._window, sentence)
        self._is_telling = False
