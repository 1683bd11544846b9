"""What a person wants done with what is kept: one thing after the other, in a second thread, with what came of it."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.background import Background

T = TypeVar("T")


class Chores(QObject):
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
