"""Work that takes a while runs in a second thread, one piece after the other, and the window stays alive."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from evolve_desktop.errors import UserFacingError


class WorkerThread:
    """Does pieces of work; how each reports back is its own affair, by a signal.

    An exception that a piece of work lets out is a bug, and goes to `sys.excepthook`.
    """

    def __init__(self) -> None:
        """Start without a thread; the first piece of work makes it."""
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)

    def do(self, work: Callable[[], None]) -> None:
        """Do this next."""
        self._pool.start(work)

    def wait(self) -> None:
        """Return when everything is done."""
        self._pool.waitForDone()


T = TypeVar("T")


class Background(QObject):
    """Runs a piece of work and calls back in the window's own thread; `changed` follows every change of `is_busy`."""

    changed = Signal()
    _done = Signal(object)

    def __init__(self) -> None:
        """Start with nothing to do."""
        super().__init__()
        self._running = 0
        self._thread = WorkerThread()
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


class TaskQueue(QObject):
    """`told` says what was done or why it was not; `changed` follows every change of it, `done` what went well."""

    changed = Signal()
    done = Signal()

    def __init__(self) -> None:
        """Start with nothing to do."""
        super().__init__()
        self._work = Background()
        self._work.changed.connect(self.changed)
        self.told = ""

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work.is_busy

    def run(self, work: Callable[[], T], then: Callable[[T], str], failed: Callable[[UserFacingError], None]) -> None:
        """Do the work; `then` takes its result and says what was done, `failed` sees to what went wrong."""
        self.told = ""
        self._work.run(work, partial(self._on_done, then), partial(self._on_failed, failed))

    def tell(self, sentence: str) -> None:
        """Say something on the page."""
        self.told = sentence
        self.changed.emit()

    def finish(self) -> None:
        """Wait for what is being done."""
        self._work.finish()

    def _on_done(self, then: Callable[[T], str], result: T) -> None:
        self.told = then(result)
        self.done.emit()

    def _on_failed(self, failed: Callable[[UserFacingError], None], error: UserFacingError) -> None:
        self.told = str(error)
        failed(error)


def nothing_more(error: UserFacingError) -> None:
    """Leave it at what was told."""
    del error
