"""The session holds the open check-in and is its only writer: views call it, listen to it, and store nothing."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Self

import msgspec

from evolve_desktop.checkin.answered_wording import answer_line, plan_page, seen_under
from evolve_desktop.checkin.change import Change, find_agreed_change, find_change
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.checkin.wording import UNSAFE, Wording
from evolve_desktop.content.red_flags import UnsafeMeaning

Listener = Callable[[], None]

MOST_STEPS = 500
"""How many steps can be undone: each keeps a whole check-in, and nobody counts further back."""


class Keystroke(msgspec.Struct, frozen=True):
    """One character typed or deleted in a text field."""

    field: str
    place: int
    character: str
    is_typed: bool

    @classmethod
    def between(cls, field: str, before: str, after: str) -> Self | None:
        """Return the keystroke between two texts; None if they differ by more than one character."""
        if abs(len(after) - len(before)) != 1:
            return None
        is_typed = len(after) > len(before)
        longer, shorter = (after, before) if is_typed else (before, after)
        pairs = enumerate(zip(longer, shorter, strict=False))
        place = next((i for i, (a, b) in pairs if a != b), len(shorter))
        if longer[place + 1 :] != shorter[place:]:
            return None
        return cls(field=field, place=place, character=longer[place], is_typed=is_typed)

    def continues(self, last: Self) -> bool:
        """Whether this keystroke continues the word: beside the last one, same direction, no white space."""
        is_next = self.place - last.place in ({1} if self.is_typed else {0, -1})
        is_same_run = self.field == last.field and self.is_typed == last.is_typed
        return is_next and is_same_run and not self.character.isspace()


class _State(msgspec.Struct, frozen=True):
    """The open check-in, and what was agreed after others as far as that was typed since they were opened."""

    check_in: CheckIn
    agreed: Mapping[str, str] = msgspec.field(default_factory=dict)


class Session:
    """Holds the open check-in and the states for undo and redo, and calls its listeners after every change.

    Setting the present state again is ignored, which ends every loop of signals. Typing is undone a word at a time,
    everything else a step at a time, and no more than the last MOST_STEPS. Answers are kept under `wording`, the words
    that are shown; without one, under none.
    """

    def __init__(self, check_in: CheckIn, wording: Wording | None = None) -> None:
        self.wording = wording
        self._present = _State(check_in)
        self._seen = seen_under(check_in, wording)
        self._past: deque[_State] = deque(maxlen=MOST_STEPS)
        self._future: deque[_State] = deque(maxlen=MOST_STEPS)
        self._last_key: Keystroke | None = None
        self._listeners: list[Listener] = []

    @property
    def check_in(self) -> CheckIn:
        """The present state as the present words show it; answers to other words stand in its `older`."""
        return self._seen

    @property
    def whole(self) -> CheckIn:
        """The present state as it is saved."""
        return self._present.check_in

    @property
    def agreed(self) -> Mapping[str, str]:
        """What was agreed after other check-ins, by their ids, as far as it was typed here."""
        return self._present.agreed

    @property
    def can_undo(self) -> bool:
        """Whether there is a state to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone state to return to."""
        return bool(self._future)

    @property
    def is_typing(self) -> bool:
        """Whether the last change was a keystroke, so that more are likely to follow."""
        return self._last_key is not None

    def under(self, wording: Wording) -> "Session":
        """Return a session of the same states, with their undo, under other words; nobody listens to it yet."""
        other = Session(self.whole, wording)
        other._take(self._present, self._past, self._future)
        return other

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every change; the returned function unsubscribes it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def reply(self, item_id: str, reply: Reply | None) -> None:
        """Answer an item, or clear its answer with None."""
        self._answer(item_id, lambda check_in: check_in.with_reply(item_id, reply))

    def note(self, item_id: str, text: str) -> None:
        """Write the private note of an item."""
        key = Keystroke.between(f"note {item_id}", self.check_in.answer(item_id).note, text)
        self._answer(item_id, lambda check_in: check_in.with_note(item_id, text), key)

    def bring(self, item_id: str, *, on: bool) -> None:
        """Put an item on the page or take it off; raise PickLimitError for a fourth."""
        self._step(self.whole.with_bring(item_id, on=on))

    def helping(self, item_id: str, *, on: bool) -> None:
        """Put a strength under *what is helping* or take it off; raise PickLimitError for a fifth."""
        self._step(self.whole.with_helping(item_id, on=on))

    def flag(self, flag_id: str, reply: FlagReply | None) -> None:
        """Answer a red flag or a step-up question, or clear the answer with None."""
        self._answer(flag_id, lambda check_in: check_in.with_flag(flag_id, reply))

    def unsafe(self, meaning: UnsafeMeaning | None) -> None:
        """Set or clear the meaning of "unsafe"."""
        self._answer(UNSAFE, lambda check_in: check_in.with_unsafe(meaning))

    def plan(self, plan: PagePlan) -> None:
        """Set the page plan."""
        self._step(plan_page(self.whole, plan, self.wording))

    def plan_whole(self, plan: PagePlan) -> None:
        """Set the page plan as it is saved, with the picks of lines in other words."""
        self._step(self.whole.with_plan(plan))

    def write(self, field: str, before: str, plan: PagePlan, after: str) -> None:
        """Set the page plan after a change in the text field `field`, so that its words are undone one by one."""
        self._step(plan_page(self.whole, plan, self.wording), Keystroke.between(field, before, after))

    def agree(self, check_in_id: str, before: str, after: str) -> None:
        """Write what was agreed after the open check-in or another one, where `before` stood."""
        known = {check_in_id: before, **self.agreed}
        self._present = msgspec.structs.replace(self._present, agreed=known)  # undo leads back to what stood there
        check_in = self.whole.with_agreed(after) if check_in_id == self.whole.id else self.whole
        key = Keystroke.between(f"agreed {check_in_id}", before, after)
        self._step(check_in, key, agreed={**known, check_in_id: clean(after)})

    def set_day(self, day: date) -> None:
        """Set the day of the check-in."""
        self._step(self.whole.with_day(day))

    def start_new(self, check_in: CheckIn) -> None:
        """Begin another check-in; undo leads back to the previous one."""
        self._step(check_in)

    def close(self, check_in: CheckIn) -> None:
        """Begin another check-in and forget every earlier state: undo does not lead back."""
        self._past.clear()
        self._future.clear()
        self._move_to(_State(check_in))

    def undo(self) -> Change | None:
        """Go back one state and return what that changed; do nothing if there is none."""
        return self._step_over(self._past, self._future)

    def redo(self) -> Change | None:
        """Take an undo back and return what that changed; do nothing if there is none."""
        return self._step_over(self._future, self._past)

    def _take(self, present: _State, past: Iterable[_State], future: Iterable[_State]) -> None:
        self._past.extend(past)
        self._future.extend(future)
        self._move_to(present)

    def _step_over(self, source: deque[_State], target: deque[_State]) -> Change | None:
        if not source:
            return None
        before, seen = self._present, self._seen
        target.append(before)
        self._move_to(source.pop())
        return (
            find_agreed_change(before.agreed, self.agreed)
            or find_change(seen, self.check_in)
            or find_change(before.check_in, self.whole)
        )

    def _answer(self, line_id: str, change: Callable[[CheckIn], CheckIn], key: Keystroke | None = None) -> None:
        self._step(answer_line(self.whole, line_id, self.wording, change), key)

    def _step(self, check_in: CheckIn, key: Keystroke | None = None, agreed: Mapping[str, str] | None = None) -> None:
        """Add a state; a keystroke that continues the last one joins its step."""
        state = _State(check_in, self.agreed if agreed is None else agreed)
        if state == self._present:
            return
        if not (key and self._last_key and key.continues(self._last_key)):
            self._past.append(self._present)
        self._future.clear()
        self._move_to(state, key)

    def _move_to(self, state: _State, key: Keystroke | None = None) -> None:
        self._present = state
        self._seen = seen_under(state.check_in, self.wording)
        self._last_key = key
        for listener in tuple(self._listeners):
            listener()
