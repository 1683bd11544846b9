"""One thread beside the window's own, for what takes a while; what is given to it is done in that order."""

from collections.abc import Callable

from PySide6.QtCore import QThreadPool


class SecondThread:
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
