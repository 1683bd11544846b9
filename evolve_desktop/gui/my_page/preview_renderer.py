"""Lays sheets out beside the window's own work, so that typing never waits for the preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.background_tasks import WorkerThread
from evolve_desktop.gui.services.ports import RenderedDocument

Order = Callable[[], RenderedDocument]


class PreviewRenderer(QObject):
    """Takes orders one after the other; an order that was overtaken by a newer one is left out.

    `done` follows each: `sheet` is then the newest sheet, or `problem` says in a sentence why there is none.
    """

    done = Signal()
    _laid_out = Signal(int, object)

    def __init__(self) -> None:
        """Start with nothing to do."""
        super().__init__()
        self.sheet: RenderedDocument | None = None
        self.problem = ""
        self._waiting: Order | None = None
        self._is_busy = False
        self._turn = 0
        self._thread = WorkerThread()
        self._laid_out.connect(self._on_laid_out)

    def take(self, order: Order) -> None:
        """Lay this out next."""
        self._waiting = order
        if not self._is_busy:
            self._start()

    def finish(self) -> None:
        """Wait for the sheet in hand, and forget it and the one behind it: nobody looks at them any more."""
        self._waiting = None
        self._thread.wait()
        self._turn += 1  # the signal of the sheet in hand may still be on its way
        self._is_busy = False
        self.sheet = None

    def _start(self) -> None:
        order, self._waiting = self._waiting, None
        if order is not None:
            self._is_busy = True
            self._thread.do(partial(self._work, self._turn, order))

    def _work(self, turn: int, order: Order) -> None:
        """Run in the other thread; the signal carries the result over into this one."""
        try:
            self._laid_out.emit(turn, order())
        except PageError as error:
            self._laid_out.emit(turn, error)

    def _on_laid_out(self, turn: int, made: RenderedDocument | PageError) -> None:
        if turn != self._turn:
            return
        self._is_busy = False
        if isinstance(made, PageError):
            self.problem = str(made)
        else:
            self.sheet, self.problem = made, ""
        self.done.emit()
        self._start()
