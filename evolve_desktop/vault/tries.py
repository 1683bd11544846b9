"""Wrong passphrases make the next try slower; the right one is never spoilt."""

from collections.abc import Callable

_FREE = 2
_LONGEST_S = 30.0


class Tries:
    """Counts wrong tries since the last right one; nobody is made to sleep here."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        """Take a clock that only runs forward, in seconds."""
        self._ticks = ticks
        self._wrong = 0
        self._until = ticks()

    @property
    def wait(self) -> float:
        """How many seconds to wait before the next try; 0 where it may be now."""
        return max(0.0, self._until - self._ticks())

    def count(self, *, right: bool) -> None:
        """Take note of a try: two wrong ones are free, then the wait doubles, up to half a minute."""
        self._wrong = 0 if right else self._wrong + 1
        slow = self._wrong - _FREE
        self._until = self._ticks() + (min(2.0 ** (slow - 1), _LONGEST_S) if slow > 0 else 0.0)
