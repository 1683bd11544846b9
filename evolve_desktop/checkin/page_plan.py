"""The plan of My page: the texts and picks that the person wants on it, and its layout."""

from collections.abc import Callable
from enum import Enum
from typing import Self

import msgspec

from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.schema import Id
from evolve_desktop.errors import PickLimitError

MAX_BRING = 3
MAX_HELPING = 4
ALSO_LINES = 2
QUESTION_LINES = 3


class Paper(Enum):
    """The two paper sizes."""

    A4 = "a4"
    LETTER = "letter"


class PagePlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The person's texts for the page, their picks by id in the order picked, and the layout.

    `bring` holds at most three items to talk about, `helping` at most four strengths; `notes` the items whose private
    note may be printed, `flags` the red flags ticked one by one; `since` allows changes since the last check-in,
    `last_agreed` what was agreed after it, `more_pages` more sides than usual.
    """

    main_topic: str = ""
    also: tuple[str, ...] = ("",) * ALSO_LINES
    helping: tuple[Id, ...] = ()
    bring: tuple[Id, ...] = ()
    notes: tuple[Id, ...] = ()
    flags: tuple[Id, ...] = ()
    questions: tuple[str, ...] = ("",) * QUESTION_LINES
    would_help: tuple[Id, ...] = ()
    use: PageUse | None = None
    since: bool = False
    last_agreed: bool = False
    name: str = ""
    agreed_lines: bool = True
    paper: Paper = Paper.A4
    large_print: bool = False
    more_pages: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError if the plan breaks a rule that the window enforces."""
        if len(self.bring) > MAX_BRING or len(self.helping) > MAX_HELPING:
            raise ValueError("more lines are picked than the page has room for")
        if len(self.also) != ALSO_LINES or len(self.questions) != QUESTION_LINES:
            raise ValueError("`also` holds two lines and `questions` three")

    def layout_only(self) -> Self:
        """Return an empty plan with the same layout."""
        layout = type(self)(paper=self.paper, large_print=self.large_print, more_pages=self.more_pages)
        return msgspec.structs.replace(layout, agreed_lines=self.agreed_lines)

    def with_bring(self, item_id: str, *, on: bool) -> Self:
        """Return the plan with the item picked or not; raise PickLimitError for a fourth."""
        bring = _toggle(self.bring, item_id, on=on)
        if len(bring) > MAX_BRING:
            raise PickLimitError("You can bring three lines. Untick one first, then pick this one.")
        return msgspec.structs.replace(self, bring=bring)

    def with_helping(self, item_id: str, *, on: bool) -> Self:
        """Return the plan with the item under *what is helping* or not; raise PickLimitError for a fifth."""
        helping = _toggle(self.helping, item_id, on=on)
        if len(helping) > MAX_HELPING:
            raise PickLimitError("There is room for four lines that help. Untick one first, then pick this one.")
        return msgspec.structs.replace(self, helping=helping)

    def with_note(self, item_id: str, *, on: bool) -> Self:
        """Return the plan with the item's private note allowed on the page or not."""
        return msgspec.structs.replace(self, notes=_toggle(self.notes, item_id, on=on))

    def with_flag(self, flag_id: str, *, on: bool) -> Self:
        """Return the plan with the red flag ticked for the page or not."""
        return msgspec.structs.replace(self, flags=_toggle(self.flags, flag_id, on=on))

    def with_would_help(self, option_id: str, *, on: bool) -> Self:
        """Return the plan with this kind of help ticked or not."""
        return msgspec.structs.replace(self, would_help=_toggle(self.would_help, option_id, on=on))

    def with_main_topic(self, text: str) -> Self:
        """Return the plan with the one thing the person most wants to talk about, cleaned."""
        return msgspec.structs.replace(self, main_topic=clean(text))

    def with_also(self, index: int, text: str) -> Self:
        """Return the plan with one of the two further topics, cleaned."""
        return msgspec.structs.replace(self, also=_replace_line(self.also, index, text))

    def with_question(self, index: int, text: str) -> Self:
        """Return the plan with one of the three questions, cleaned."""
        return msgspec.structs.replace(self, questions=_replace_line(self.questions, index, text))

    def with_name(self, text: str) -> Self:
        """Return the plan with a name or initials, cleaned; empty prints none."""
        return msgspec.structs.replace(self, name=clean(text))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in the plan."""
        return (self.main_topic, *self.also, *self.questions, self.name)

    @property
    def has_picks(self) -> bool:
        """Whether anything is picked that the answers may not allow."""
        return bool(self.bring or self.helping or self.notes or self.flags)

    def cleaned(self) -> Self:
        """Return the plan with every text in it cleaned."""
        return self.with_texts(clean)

    def with_texts(self, change: Callable[[str], str]) -> Self:
        """Return the plan with every text in it changed by the function."""
        changed = msgspec.structs.replace(
            self,
            main_topic=change(self.main_topic),
            also=tuple(map(change, self.also)),
            questions=tuple(map(change, self.questions)),
            name=change(self.name),
        )
        return self if changed == self else changed


def _toggle(ids: tuple[str, ...], item_id: str, *, on: bool) -> tuple[str, ...]:
    if on == (item_id in ids):
        return ids
    return (*ids, item_id) if on else tuple(other for other in ids if other != item_id)


def _replace_line(lines: tuple[str, ...], index: int, text: str) -> tuple[str, ...]:
    return (*lines[:index], clean(text), *lines[index + 1 :])
