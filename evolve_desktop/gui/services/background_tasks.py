"""Runs slow work in one worker thread, in order, and calls back in the window's thread."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from shiboken6 import Shiboken

from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.widgets.localized import localized

T = TypeVar("T")
Failed = Callable[[UserFacingError], None]


def ignore_result(result: object) -> None:
    """Ignore the result: the work itself did what was needed."""
    del result


def ignore_error(error: UserFacingError) -> None:
    """Ignore the error: it is already on the page."""
    del error


_IDLE_MS = 1000  # an idle thread would keep what it freed last, private words as well


class TaskQueue(QObject):
    """One worker thread; `changed` follows every change of `is_busy`.

    An exception other than UserFacingError is a bug and reaches `sys.excepthook`.
    """

    changed = Signal()
    _done = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(_IDLE_MS)
        self._running = 0
        self._next: Callable[[], None] | None = None
        self._generation = 0
        self._done.connect(self._on_done)

    @property
    def is_busy(self) -> bool:
        """Whether work is running or waiting."""
        return self._running > 0

    def run(
        self, work: Callable[[], T], then: Callable[[T], None] = ignore_result, failed: Failed = ignore_error
    ) -> None:
        """Do the work in the worker thread, then call `then` with its result, or `failed` with its error."""
        self._running += 1
        self._pool.start(partial(self._work, self._generation, work, then, failed))
        self.changed.emit()

    def run_latest(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        """Do the work after the running task; newer work replaces work that still waits."""
        start = partial(self.run, work, then, failed)
        if self.is_busy:
            self._next = start
        else:
            start()

    def wait(self) -> None:
        """Return when the work is done; its callbacks follow with the next events."""
        self._pool.waitForDone()

    def finish(self) -> None:
        """Wait for the work and call back at once."""
        self.wait()
        QCoreApplication.sendPostedEvents(self)

    def cancel(self) -> None:
        """Wait for the running task and drop its callback, and drop what waits."""
        self._next = None
        self.wait()
        self._generation += 1
        self._running = 0

    def _work(self, generation: int, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        """Run in the worker thread; the signal carries the callback into the window's thread, if that is still open."""
        try:
            call_back = partial(then, work())
        except UserFacingError as error:
            call_back = partial(failed, error)
        if Shiboken.isValid(self):
            self._done.emit(generation, call_back)

    def _on_done(self, generation: int, call_back: Callable[[], None]) -> None:
        if generation != self._generation:
            return
        self._running -= 1
        call_back()
        start, self._next = self._next, None
        if start is not None:
            start()
        self.changed.emit()


class ReportingTaskQueue(TaskQueue):
    """A queue whose last `report` says in a sentence what was done, or why it was not.

    `changed` also follows every change of the report, `succeeded` every task that went well.
    """

    succeeded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.report = ""

    def run_and_report(self, work: Callable[[], T], then: Callable[[T], str], failed: Failed = ignore_error) -> None:
        """Do the work; the report is what `then` returns, or the error, which `failed` gets as well."""
        self.report = ""
        self.run(work, partial(self._on_success, then), partial(self._on_failure, failed))

    def show_report(self, sentence: str) -> None:
        """Show this sentence as the report; an empty one clears it."""
        self.report = sentence
        self.changed.emit()

    def _on_success(self, then: Callable[[T], str], result: T) -> None:
        self.report = then(result)
        self.succeeded.emit()

    def _on_failure(self, failed: Failed, error: UserFacingError) -> None:
        self.report = localized(error)
        failed(error)
