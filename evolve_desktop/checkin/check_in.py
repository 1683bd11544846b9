"""One check-in as a frozen value: every change is a new value, so equality and undo are free."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import partial
from typing import Self

import msgspec

from evolve_desktop.checkin.check_in_id import begun_at
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.text_cleaning import MAX_TEXT, clean
from evolve_desktop.checkin.wording import UNSAFE, Wording
from evolve_desktop.content.checklist import ReplyWords
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.content.schema import Id
from evolve_desktop.errors import PickLimitError


class Reply(Enum):
    """A reply to a checklist item; None, in the place of a reply, means that the item is unanswered."""

    NOT_YET = "not yet"
    A_LITTLE = "a little"
    MOSTLY = "mostly"
    YES = "yes"
    NOT_FOR_ME = "not for me"

    @property
    def is_strength(self) -> bool:
        """Whether the item counts as a strength, already here."""
        return self in {Reply.MOSTLY, Reply.YES}

    def called(self, words: ReplyWords) -> str:
        """Return the name of this reply in the content."""
        return {
            Reply.NOT_YET: words.not_yet,
            Reply.A_LITTLE: words.a_little,
            Reply.MOSTLY: words.mostly,
            Reply.YES: words.yes,
            Reply.NOT_FOR_ME: words.not_for_me,
        }[self]


class FlagReply(Enum):
    """A reply to a red flag; *Skip* is a reply, None means unanswered."""

    NO = "no"
    NOT_SURE = "not sure"
    YES = "yes"
    SKIP = "skip"

    @property
    def is_raised(self) -> bool:
        """Whether the red flag counts as raised; "Not sure" raises it too."""
        return self in {FlagReply.YES, FlagReply.NOT_SURE}


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The reply to one item, and a private note about it."""

    reply: Reply | None = None
    note: str = ""

    def called(self, words: ReplyWords) -> str:
        """Return the name of the reply in the content."""
        return self.reply.called(words) if self.reply else words.unanswered


class OtherAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An answer to a line whose id has other words in the present pack: it keeps the words it was given to.

    `line` is the id of an item, a red flag or a step-up question, or `UNSAFE`.
    """

    line: Id
    wording: Wording
    reply: Reply | None = None
    note: str = ""
    flag: FlagReply | None = None
    unsafe: UnsafeMeaning | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of it."""
        return self == type(self)(line=self.line, wording=self.wording)


_NO_PLAN = PagePlan()


class CheckIn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The person's answers from one sitting; an item without an entry is unanswered.

    `answers` is keyed by item id, `flags` by red-flag or step-up id; `unsafe` is the meaning of "unsafe", if chosen.
    `agreed` is what was agreed in the session that followed. All of it was answered under `wording`, but for the lines
    in `other_wordings`; `older` holds answers whose line was answered anew in other words.
    """

    id: Id
    started: date
    answers: Mapping[Id, Answer] = msgspec.field(default_factory=dict)
    flags: Mapping[Id, FlagReply] = msgspec.field(default_factory=dict)
    unsafe: UnsafeMeaning | None = None
    plan: PagePlan = _NO_PLAN
    agreed: str = ""
    wording: Wording | None = None
    other_wordings: Mapping[Id, Wording] = msgspec.field(default_factory=dict)
    older: tuple[OtherAnswer, ...] = ()

    @property
    def order(self) -> tuple[date, int]:
        """What comes before what: the day, and on one day the moment at which each was begun, wherever that was."""
        return self.started, begun_at(self.id) or 0

    def answer(self, item_id: str) -> Answer:
        """Return the answer to an item, an empty one if the item was skipped."""
        return self.answers.get(item_id, Answer())

    def wording_of(self, line_id: str) -> Wording | None:
        """Return the words under which a line was answered; None if nothing says which."""
        return self.other_wordings.get(line_id, self.wording)

    @property
    def lines(self) -> tuple[str, ...]:
        """The ids of all that is answered or ticked: items, red flags, step-ups, `UNSAFE`, kinds of help."""
        unsafe = () if self.unsafe is None else (UNSAFE,)
        return (*self.answers, *self.flags, *unsafe, *self.plan.would_help)

    @property
    def notes(self) -> tuple[str, ...]:
        """Every private note."""
        older = (answer.note for answer in self.older)
        return tuple(note for note in (*(answer.note for answer in self.answers.values()), *older) if note)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, also the empty ones."""
        notes = [answer.note for answer in self.answers.values()]
        return (*self.plan.texts, self.agreed, *notes, *[answer.note for answer in self.older])

    @property
    def wordings(self) -> frozenset[Wording]:
        """All words under which something in it was answered."""
        default = () if self.wording is None else (self.wording,)
        return frozenset((*default, *self.other_wordings.values(), *(answer.wording for answer in self.older)))

    @property
    def raised(self) -> frozenset[str]:
        """The red flags and step-up questions answered "Yes" or "Not sure"."""
        return frozenset([flag_id for flag_id, reply in self.flags.items() if reply.is_raised])

    def is_raised(self, flag_id: str) -> bool:
        """Whether a red flag or a step-up question was answered "Yes" or "Not sure"."""
        reply = self.flags.get(flag_id)
        return reply is not None and reply.is_raised

    @property
    def answered_count(self) -> int:
        """The number of items with a reply; progress, never a score."""
        return sum(answer.reply is not None for answer in self.answers.values())

    @property
    def is_empty(self) -> bool:
        """Whether the person has not answered or written anything yet; the choice of paper does not count."""
        return self == type(self)(id=self.id, started=self.started, plan=self.plan.layout_only())

    @property
    def to_talk_about(self) -> tuple[str, ...]:
        """The brought items that are strengths: the person wants to talk about them though they go well."""
        return tuple(filter(self._is_strength, self.plan.bring))

    @property
    def to_work_on(self) -> tuple[str, ...]:
        """The brought items that are not yet strengths."""
        return tuple(item_id for item_id in self.plan.bring if not self._is_strength(item_id))

    def with_reply(self, item_id: str, reply: Reply | None) -> Self:
        """Return the check-in with this reply or none; an item without a reply leaves the page too."""
        return self._with_answer(item_id, msgspec.structs.replace(self.answer(item_id), reply=reply))

    def with_note(self, item_id: str, note: str) -> Self:
        """Return the check-in with this private note, cleaned; an empty note leaves the page too."""
        return self._with_answer(item_id, msgspec.structs.replace(self.answer(item_id), note=clean(note)))

    def with_bring(self, item_id: str, *, on: bool) -> Self:
        """Return the check-in with the item on the page or not; raise PickLimitError for a fourth."""
        if on and not self._can_be_on_page(item_id):
            raise PickLimitError("Answer this line first. Then you can bring it.")
        return self.with_plan(self.plan.with_bring(item_id, on=on))

    def with_helping(self, item_id: str, *, on: bool) -> Self:
        """Return the check-in with the item under *what is helping* or not; raise PickLimitError for a fifth.

        An item stands in one place only, the one picked last.
        """
        if on and not self._is_strength(item_id):
            raise PickLimitError("Only a line that you answered “Mostly” or “Yes” can stand here.")
        plan = self.plan.with_bring(item_id, on=False) if on else self.plan
        return self.with_plan(plan.with_helping(item_id, on=on))

    def with_flag(self, flag_id: str, reply: FlagReply | None) -> Self:
        """Return the check-in with this reply to a red flag or none; a flag that is not raised leaves the page."""
        flags = {key: value for key, value in self.flags.items() if key != flag_id}
        if reply is not None:
            flags[flag_id] = reply
        return msgspec.structs.replace(self, flags=flags).with_plan(self.plan)

    def with_day(self, day: date) -> Self:
        """Return the check-in as one of another day."""
        return msgspec.structs.replace(self, started=day)

    def with_unsafe(self, meaning: UnsafeMeaning | None) -> Self:
        """Return the check-in with this meaning of "unsafe", or none."""
        return msgspec.structs.replace(self, unsafe=meaning)

    def with_agreed(self, text: str) -> Self:
        """Return the check-in with what was agreed in the session after it, cleaned."""
        return msgspec.structs.replace(self, agreed=clean(text))

    def with_plan(self, plan: PagePlan) -> Self:
        """Return the check-in with this page plan, without the picks that the answers do not allow."""
        allowed = plan
        if plan.has_picks:
            bring = _filter_picks(plan.bring, self._can_be_on_page)
            allowed = msgspec.structs.replace(
                plan,
                bring=bring,
                helping=_filter_picks(plan.helping, lambda item: self._is_strength(item) and item not in bring),
                notes=_filter_picks(plan.notes, self._has_note_for_page),
                flags=_filter_picks(plan.flags, self.is_raised),
            )
        if allowed == _NO_PLAN:
            allowed = _NO_PLAN  # an empty plan is left out of the JSON only if it is the very default
        elif allowed == self.plan:
            allowed = self.plan
        return self if allowed is self.plan else msgspec.structs.replace(self, plan=allowed)

    def cleaned(self) -> Self:
        """Return the check-in as if typed in the app, with clean texts and allowed picks; for files of other origin."""
        if self._is_clean:
            return self.with_plan(self.plan).tidied()
        return self.with_texts(clean).tidied()

    def tidied(self) -> Self:
        """Return the check-in without words that nothing in it was answered under."""
        if not (self.other_wordings or self.wording):
            return self
        lines = set(self.lines)
        others = {
            line: wording for line, wording in self.other_wordings.items() if line in lines and wording != self.wording
        }
        wording = self.wording if lines else None
        if wording is self.wording and len(others) == len(self.other_wordings):
            return self
        return msgspec.structs.replace(self, wording=wording, other_wordings=others)

    def with_texts(self, change: Callable[[str], str]) -> Self:
        """Return the check-in with every text changed by the function, without answers and picks left empty by it."""
        notes = {key: msgspec.structs.replace(answer, note=change(answer.note)) for key, answer in self.answers.items()}
        answers = {key: answer for key, answer in notes.items() if answer != Answer()}
        older = (msgspec.structs.replace(answer, note=change(answer.note)) for answer in self.older)
        return msgspec.structs.replace(
            self,
            answers=answers,
            agreed=change(self.agreed),
            older=tuple(answer for answer in older if not answer.is_empty),
        ).with_plan(self.plan.with_texts(change))

    def in_pieces(self) -> tuple[Self, ...]:
        """Return the check-in, its texts cut after MAX_TEXT characters, and check-ins that hold the rest of them.

        Older versions could import longer texts. Nothing of them is lost: each piece is a check-in of the same day.
        """
        if len("".join(self.texts)) <= MAX_TEXT:
            return (self,)
        longest = max(map(len, self.texts))
        if longest <= MAX_TEXT:
            return (self,)
        only_texts = msgspec.structs.replace(
            self,
            answers={key: Answer(note=answer.note) for key, answer in self.answers.items()},
            flags={},
            unsafe=None,
            plan=msgspec.structs.replace(self.plan, bring=(), helping=(), notes=(), flags=(), would_help=(), use=None),
            older=tuple(OtherAnswer(line=one.line, wording=one.wording, note=one.note) for one in self.older),
        )
        rests = (
            msgspec.structs.replace(
                only_texts.with_texts(partial(_piece, start)).tidied(),
                id=f"{self.id}-{start // MAX_TEXT + 1}",
            )
            for start in range(MAX_TEXT, longest, MAX_TEXT)
        )
        return (self.with_texts(partial(_piece, 0)), *rests)

    @property
    def _is_clean(self) -> bool:
        """Whether `with_texts(clean)` would change nothing; all texts are looked at as one."""
        text = "".join(self.texts)
        is_empty = any(not (answer.reply or answer.note) for answer in self.answers.values())
        return clean(text) == text and not is_empty and not any(answer.is_empty for answer in self.older)

    def _can_be_on_page(self, item_id: str) -> bool:
        return self.answer(item_id).reply not in {None, Reply.NOT_FOR_ME}

    def _is_strength(self, item_id: str) -> bool:
        reply = self.answer(item_id).reply
        return reply is not None and reply.is_strength

    def _has_note_for_page(self, item_id: str) -> bool:
        return self._can_be_on_page(item_id) and bool(self.answer(item_id).note)

    def _with_answer(self, item_id: str, answer: Answer) -> Self:
        answers = {key: value for key, value in self.answers.items() if key != item_id}
        if answer != Answer():
            answers[item_id] = answer
        return msgspec.structs.replace(self, answers=answers).with_plan(self.plan)


def _piece(start: int, text: str) -> str:
    return text[start : start + MAX_TEXT]


def _filter_picks(ids: tuple[str, ...], is_allowed: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(picked for picked in dict.fromkeys(ids) if is_allowed(picked))
