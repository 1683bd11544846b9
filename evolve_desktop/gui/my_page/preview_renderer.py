"""Renders documents in a worker thread, so that typing never waits for the preview."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from evolve_desktop.errors import PageError
from evolve_desktop.gui.services.background_tasks import WorkerThread
from evolve_desktop.gui.services.ports import RenderedDocument

Order = Callable[[], RenderedDocument]


class PreviewRenderer(QObject):
    """Renders one order after the other; an order that is followed by a newer one before its turn is skipped.

    `done` is emitted after each: `document` is then the newest, or `problem` a sentence that says why there is none.
    """

    done = Signal()
    _rendered = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.document: RenderedDocument | None = None
        self.problem = ""
        self._waiting: Order | None = None
        self._is_busy = False
        self._turn = 0
        self._thread = WorkerThread()
        self._rendered.connect(self._on_rendered)

    def take(self, order: Order) -> None:
        """Render this next."""
        self._waiting = order
        if not self._is_busy:
            self._start()

    def finish(self) -> None:
        """Wait for the running order, and forget its document and the waiting order: the preview is no longer seen."""
        self._waiting = None
        self._thread.wait()
        self._turn += 1  # the signal of the running order may still be queued
        self._is_busy = False
        self.document = None

    def _start(self) -> None:
        order, self._waiting = self._waiting, None
        if order is not None:
            self._is_busy = True
            self._thread.do(partial(self._work, self._turn, order))

    def _work(self, turn: int, order: Order) -> None:
        """Run in the worker thread; the signal carries the result into this one."""
        try:
            self._rendered.emit(turn, order())
        except PageError as error:
            self._rendered.emit(turn, error)

    def _on_rendered(self, turn: int, made: RenderedDocument | PageError) -> None:
        if turn != self._turn:
            return
        self._is_busy = False
        if isinstance(made, PageError):
            self.problem = str(made)
        else:
            self.document, self.problem = made, ""
        self.done.emit()
        self._start()
