"""Lays sheets out beside the window's own work, so that typing never waits for the preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal

from evolve_desktop.errors import PageError
from evolve_desktop.gui.press import Sheet

Order = Callable[[], Sheet]


class Layouter(QObject):
    """Takes orders one after the other; an order that was overtaken by a newer one is left out.

    `done` follows each: `sheet` is then the newest sheet, or `problem` says in a sentence why there is none.
    """

    done = Signal()
    _laid_out = Signal(object)

    def __init__(self) -> None:
        """Start with nothing to do."""
        super().__init__()
        self.sheet: Sheet | None = None
        self.problem = ""
        self._waiting: Order | None = None
        self._is_busy = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._laid_out.connect(self._on_laid_out)

    def take(self, order: Order) -> None:
        """Lay this out next."""
        self._waiting = order
        if not self._is_busy:
            self._start()

    def finish(self) -> None:
        """Wait for the sheet in hand, and forget the one behind it: nobody looks at it any more."""
        self._waiting = None
        self._pool.waitForDone()

    def _start(self) -> None:
        order, self._waiting = self._waiting, None
        if order is not None:
            self._is_busy = True
            self._pool.start(partial(self._work, order))

    def _work(self, order: Order) -> None:
        """Run in the other thread; the signal carries the result over into this one."""
        try:
            self._laid_out.emit(order())
        except PageError as error:
            self._laid_out.emit(error)

    def _on_laid_out(self, made: Sheet | PageError) -> None:
        self._is_busy = False
        if isinstance(made, PageError):
            self.problem = str(made)
        else:
            self.sheet, self.problem = made, ""
        self.done.emit()
        self._start()
