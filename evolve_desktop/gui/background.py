"""Work that takes a while runs in a second thread, one piece after the other, and the window stays alive."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.second_thread import SecondThread

T = TypeVar("T")


class Background(QObject):
    """Runs a piece of work and calls back in the window's own thread; `changed` follows every change of `is_busy`."""

    changed = Signal()
    _done = Signal(object)

    def __init__(self) -> None:
        """Start with nothing to do."""
        super().__init__()
        self._running = 0
        self._thread = SecondThread()
        self._done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be done."""
        return self._running > 0

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[UserFacingError], None]) -> None:
        """Do the work, then call `then` with what it returned, or `failed` with the error it raised."""
        self._running += 1
        self._thread.do(partial(self._work, work, then, failed))
        self.changed.emit()

    def finish(self) -> None:
        """Wait for what is being done, and have it called back at once."""
        self._thread.wait()
        QCoreApplication.sendPostedEvents(self)

    def _work(
        self, work: Callable[[], T], then: Callable[[T], None], failed: Callable[[UserFacingError], None]
    ) -> None:
        """Run in the other thread; the signal carries the rest over into this one."""
        try:
            self._done.emit(partial(then, work()))
        except UserFacingError as error:
            self._done.emit(partial(failed, error))

    def _on_done(self, call_back: Callable[[], None]) -> None:
        self._running -= 1
        call_back()
        self.changed.emit()
