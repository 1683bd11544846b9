"""Searches the check-ins: the newest at once, the thousands before them in a worker thread."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.check_in_search import find_check_ins
from evolve_desktop.gui.services.background_tasks import TaskQueue, ignore_error

_AT_ONCE = 500  # some milliseconds; years of check-ins


class CheckInFinder(QObject):
    """`changed` follows when the rest was searched; the words looked for last win over those before.

    `found` are the check-ins found so far, newest first; `is_complete` says whether all were searched.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: tuple[CheckIn, ...] = ()
        self.is_complete = True
        self._looks = 0
        self._tasks = TaskQueue()

    def look(self, check_ins: Sequence[CheckIn], wanted: str) -> None:
        """Look for words in these check-ins, which stand newest first; all of them are found by an empty text."""
        newest, rest = check_ins[:_AT_ONCE], check_ins[_AT_ONCE:]
        self._looks += 1
        self.is_complete = not (rest and wanted)
        self.found = find_check_ins(newest, wanted) if wanted else tuple(check_ins)
        if not self.is_complete:
            self._tasks.run_latest(
                partial(find_check_ins, rest, wanted), partial(self._on_rest, self._looks), ignore_error
            )

    def forget(self) -> None:
        """Hold no check-in any more."""
        self._tasks.cancel()
        self.look((), "")

    def _on_rest(self, look: int, rest: tuple[CheckIn, ...]) -> None:
        """Add what was found by the last look; an older one is out of date."""
        if look == self._looks:
            self.found += rest
            self.is_complete = True
            self.changed.emit()
