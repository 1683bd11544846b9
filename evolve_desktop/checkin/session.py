"""The open check-in and the only writer of it: views call it, listen to it, and keep nothing themselves."""

from collections.abc import Callable

from evolve_desktop.checkin.answers import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.red_flags import UnsafeMeaning

Listener = Callable[[], None]


def _is_same_word(before: str, after: str) -> bool:
    """Whether the edit goes on with a word: one character more or less, and no white space typed."""
    if abs(len(after) - len(before)) != 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    return len(after) < len(before) or not after[start].isspace()


class Session:
    """Holds the present check-in with what undo and redo lead to; tells its listeners that something changed.

    A repeat of the present state is ignored, which ends every loop of signals. Typing is undone a word at a time,
    everything else a step at a time.
    """

    def __init__(self, check_in: CheckIn) -> None:
        """Start with a check-in, and nothing to undo."""
        self._present = check_in
        self._past: list[CheckIn] = []
        self._future: list[CheckIn] = []
        self._typing = ""
        self._listeners: list[Listener] = []

    @property
    def check_in(self) -> CheckIn:
        """The present state."""
        return self._present

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether an undone state can come back."""
        return bool(self._future)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def reply(self, item_id: str, reply: Reply | None) -> None:
        """Answer an item, or clear its answer with None."""
        self._step(self._present.with_reply(item_id, reply))

    def note(self, item_id: str, text: str) -> None:
        """Write the private note of an item."""
        before = self._present.answer(item_id).note
        self._type(self._present.with_note(item_id, text), f"note {item_id}", before, text)

    def bring(self, item_id: str, *, on: bool) -> None:
        """Put an item on the page or take it off; PickLimitError past three."""
        self._step(self._present.with_bring(item_id, on=on))

    def helping(self, item_id: str, *, on: bool) -> None:
        """Put a strength under *what is helping* or take it off; PickLimitError past four."""
        self._step(self._present.with_helping(item_id, on=on))

    def flag(self, flag_id: str, reply: FlagReply | None) -> None:
        """Answer a red flag or a step-up question, or clear the answer with None."""
        self._step(self._present.with_flag(flag_id, reply))

    def unsafe(self, meaning: UnsafeMeaning | None) -> None:
        """Say what "unsafe" means."""
        self._step(self._present.with_unsafe(meaning))

    def plan(self, plan: PagePlan) -> None:
        """Change a choice about the page."""
        self._step(self._present.with_plan(plan))

    def write(self, field: str, before: str, plan: PagePlan, after: str) -> None:
        """Type into a text field of the page; `field` names it, so that its words are undone one by one."""
        self._type(self._present.with_plan(plan), field, before, after)

    def start_new(self, check_in: CheckIn) -> None:
        """Begin another check-in; undo leads back to the one before."""
        self._step(check_in)

    def undo(self) -> None:
        """Go back one state; does nothing where there is none."""
        if self._past:
            self._future.append(self._present)
            self._move_to(self._past.pop())

    def redo(self) -> None:
        """Take an undo back; does nothing where there is none."""
        if self._future:
            self._past.append(self._present)
            self._move_to(self._future.pop())

    def _type(self, check_in: CheckIn, field: str, before: str, after: str) -> None:
        goes_on = field == self._typing and _is_same_word(before, after)
        self._step(check_in, merge=goes_on)
        self._typing = field

    def _step(self, check_in: CheckIn, *, merge: bool = False) -> None:
        if check_in == self._present:
            return
        if not merge:
            self._past.append(self._present)
        self._future.clear()
        self._move_to(check_in)

    def _move_to(self, check_in: CheckIn) -> None:
        self._present = check_in
        self._typing = ""
        for listener in tuple(self._listeners):
            listener()
