"""The picks for My page that the answers allow: lines with their notes, red flags, kinds of help."""

from collections.abc import Collection, Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from evolve_desktop.checkin.answered_wording import answered_text, other_lines
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.red_flag_guidance import Guidance, decide_guidance
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.checklist import Item
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier
from evolve_desktop.gui.widgets.pick_list import Pick

_STRENGTHS = frozenset({Reply.MOSTLY, Reply.YES})
_STILL_OPEN = frozenset({Reply.NOT_YET, Reply.A_LITTLE})


class _Put(Protocol):
    """Returns the plan with a line, or without it."""

    def __call__(self, plan: PagePlan, line_id: str, /, *, on: bool) -> PagePlan: ...


class PagePicks(QObject):
    """Returns picks from the session; each writes to the session when it is ticked or unticked."""

    def __init__(self, pack: Pack, session: Session) -> None:
        super().__init__()
        self._pack = pack
        self._session = session
        self._once_brought: tuple[str, set[str]] = ("", set())

    @property
    def guidance(self) -> Guidance:
        """What the red-flag answers allow on the page and beside it."""
        return decide_guidance(self._pack.red_flags, self._session.check_in)

    def helping(self) -> list[Pick]:
        """Return the strengths that are not brought, each picked one followed by its note, if any."""
        check_in = self._session.check_in
        strengths = self._answered(_STRENGTHS)
        return self._lines(
            [item for item in strengths if item.id not in check_in.plan.bring],
            "helps",
            check_in.plan.helping,
            self._session.helping,
        )

    def to_talk_about(self) -> list[Pick]:
        """Return the brought strengths, each followed by its note, if any.

        One that is taken off stays, unticked, so that it can be brought again where it stood.
        """
        check_in = self._session.check_in
        if self._once_brought[0] != check_in.id:
            self._once_brought = (check_in.id, set())
        once = self._once_brought[1]
        once.update(check_in.to_talk_about)
        lines = [item for item in self._answered(_STRENGTHS) if item.id in once]
        return self._lines(lines, "talk", check_in.to_talk_about, self._session.bring)

    def to_work_on(self) -> list[Pick]:
        """Return the lines answered "Not yet" or "A little", each picked one followed by its note, if any."""
        to_work_on = self._session.check_in.to_work_on
        return self._lines(self._answered(_STILL_OPEN), "work-on", to_work_on, self._session.bring)

    def red_flags(self, tier: Tier, guidance: Guidance) -> list[Pick]:
        """Return the raised flags of a part; none once an answer warns of a word with the therapist."""
        ticked = self._session.check_in.plan.flags
        if not guidance.may_suggest_therapist:
            return []
        return [
            self._pick(f"{flag.id}-raise", flag.text, flag.id, ticked, PagePlan.with_flag)
            for flag in self._pack.red_flags.part(tier).flags
            if flag.id in guidance.raised
        ]

    def would_help(self) -> list[Pick]:
        """Return the kinds of help to ask for."""
        ticked = self._session.check_in.plan.would_help
        return [
            self._pick(f"would-help-{option.id}", option.text, option.id, ticked, PagePlan.with_would_help)
            for option in self._pack.page.what_would_help
        ]

    def apart(self) -> list[Pick]:
        """Return what can be on the page of the answers to other words, each under its own words."""
        whole = self._session.whole
        picks: list[Pick] = []
        for line in other_lines(whole, self._session.wording):
            reply, text = whole.answer(line).reply, answered_text(whole, line)
            if reply not in {None, Reply.NOT_FOR_ME}:
                picks += self._line_apart(line, text)
            elif line in whole.plan.flags:
                picks.append(self._plan_apart(f"{line}-raise-apart", text, line, PagePlan.with_flag, whole.plan.flags))
        return picks

    def _line_apart(self, line: str, text: str) -> list[Pick]:
        """Return a line in other words with its reply, and its note once it is picked."""
        whole = self._session.whole
        answer, own, plan = whole.answer(line), whole.wording_of(line), whole.plan
        if own is not None:
            text = self._pack.page.line_with_reply(text, answer.called(own.words.replies))
        is_on = line in (*plan.bring, *plan.helping)
        helps = answer.reply in _STRENGTHS and line not in plan.bring
        switch = self._session.helping if helps else self._session.bring
        picks = [Pick(name=f"{line}-apart", text=text, is_on=is_on, change=partial(_switch, switch, line))]
        if is_on and answer.note:
            words = self.tr("Print my note with it: “{note}”").format(note=_beginning(answer.note))
            name = f"{line}-print-note-apart"
            picks.append(self._plan_apart(name, words, line, PagePlan.with_note, plan.notes, indented=True))
        return picks

    def _plan_apart(  # noqa: PLR0913  (the parts of a pick)
        self, name: str, text: str, line: str, put: _Put, ticked: Collection[str], *, indented: bool = False
    ) -> Pick:
        def change(on: bool) -> None:  # noqa: FBT001  (the box's new state)
            self._session.plan_whole(put(self._session.whole.plan, line, on=on))

        return Pick(name=name, text=text, is_on=line in ticked, change=change, indented=indented)

    def not_yet(self) -> list[Item]:
        """Return the lines answered "Not yet"."""
        return self._answered({Reply.NOT_YET})

    def _answered(self, replies: Collection[Reply]) -> list[Item]:
        answers = self._session.check_in.answers.items()
        answered = {line for line, answer in answers if answer.reply in replies}
        return [item for item in self._pack.checklist.items if item.id in answered]

    def _lines(self, items: Iterable[Item], suffix: str, picked: Collection[str], switch: "_Switch") -> list[Pick]:
        """Return a pick for each item, with the reply in words as on paper, each picked one followed by its note."""
        picks: list[Pick] = []
        for item in items:
            reply = self._session.check_in.answer(item.id).called(self._pack.checklist.replies)
            text = self._pack.page.line_with_reply(item.text, reply)
            is_on = item.id in picked
            change = partial(_switch, switch, item.id)
            picks.append(Pick(name=f"{item.id}-{suffix}", text=text, is_on=is_on, change=change))
            picks += self._note(item, is_on=is_on)
        return picks

    def _note(self, item: Item, *, is_on: bool) -> list[Pick]:
        note = self._session.check_in.answer(item.id).note
        if not is_on or not note:
            return []
        text = self.tr("Print my note with it: “{note}”").format(note=_beginning(note))
        notes = self._session.check_in.plan.notes
        return [self._pick(f"{item.id}-print-note", text, item.id, notes, PagePlan.with_note, indented=True)]

    def _pick(  # noqa: PLR0913  (the parts of a pick)
        self, name: str, text: str, line_id: str, ticked: Collection[str], put: _Put, *, indented: bool = False
    ) -> Pick:
        def change(on: bool) -> None:  # noqa: FBT001  (the box's new state)
            self._session.plan(put(self._session.check_in.plan, line_id, on=on))

        return Pick(name=name, text=text, is_on=line_id in ticked, change=change, indented=indented)


class _Switch(Protocol):
    """Picks a line in the session, or unpicks it."""

    def __call__(self, line_id: str, /, *, on: bool) -> None: ...


def _switch(switch: _Switch, line_id: str, on: bool) -> None:  # noqa: FBT001  (the box's new state)
    switch(line_id, on=on)


def _beginning(note: str, length: int = 80) -> str:
    """Return the first words of a note, enough to recognise it."""
    line = " ".join(note.split())
    return line if len(line) <= length else f"{line[:length].rstrip()}…"
