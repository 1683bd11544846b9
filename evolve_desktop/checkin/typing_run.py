"""Where a run of typing ends, so that undo takes back a word at a time and never skips a text."""

from typing import Self

import msgspec


class Keystroke(msgspec.Struct, frozen=True):
    """One character typed or taken away at a place of a text field."""

    field: str
    place: int
    character: str
    is_typed: bool

    @classmethod
    def between(cls, field: str, before: str, after: str) -> Self | None:
        """Return the keystroke that leads from one text to the other; None where it was more than one character."""
        if abs(len(after) - len(before)) != 1:
            return None
        is_typed = len(after) > len(before)
        longer, shorter = (after, before) if is_typed else (before, after)
        pairs = enumerate(zip(longer, shorter, strict=False))
        place = next((i for i, (a, b) in pairs if a != b), len(shorter))
        if longer[place + 1 :] != shorter[place:]:
            return None
        return cls(field=field, place=place, character=longer[place], is_typed=is_typed)

    def goes_on(self, last: Self) -> bool:
        """Whether it goes on with the same word: next to the last one, in the same direction, and no white space."""
        is_next = self.place - last.place in ({1} if self.is_typed else {0, -1})
        is_same_run = self.field == last.field and self.is_typed == last.is_typed
        return is_next and is_same_run and not self.character.isspace()
