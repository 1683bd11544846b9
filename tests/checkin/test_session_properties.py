"""Properties of every sequence of edits: undo and redo are exact, picks stay within bounds, no text is lost."""

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.errors import PickLimitError

Edit = Callable[[Session], None]

ITEMS = st.sampled_from([f"C0{number}" for number in range(1, 8)])
FLAGS = st.sampled_from(["R01", "R03", "S01", "X01", "U1"])
IDS = st.lists(ITEMS | FLAGS, max_size=3, unique=True).map(tuple)
PLANS = st.builds(PagePlan, bring=IDS, helping=IDS, notes=IDS, flags=IDS, use=st.sampled_from(PageUse))
EMPTY = CheckIn(id="one", started=date(2026, 11, 24))


def edit(
    name: str, *values: st.SearchStrategy[object], **keywords: st.SearchStrategy[object]
) -> st.SearchStrategy[Edit]:
    """Return a strategy for calls of a session method; a refused pick is no edit."""

    def build(drawn: tuple[tuple[object, ...], dict[str, object]]) -> Edit:
        def call(session: Session) -> None:
            try:
                getattr(session, name)(*drawn[0], **drawn[1])
            except PickLimitError:
                return

        return call

    return st.tuples(st.tuples(*values), st.fixed_dictionaries(dict(keywords))).map(build)


STEPS = st.one_of(
    edit("reply", ITEMS, st.none() | st.sampled_from(Reply)),
    edit("bring", ITEMS, on=st.booleans()),
    edit("helping", ITEMS, on=st.booleans()),
    edit("flag", FLAGS, st.none() | st.sampled_from(FlagReply)),
    edit("unsafe", st.none() | st.sampled_from(UnsafeMeaning)),
    edit("plan", PLANS),
    edit("start_new", st.builds(CheckIn, id=st.sampled_from(["one", "two", "three"]), started=st.dates())),
)
NOTES = edit("note", ITEMS, st.text(max_size=4))
EDITS = st.lists(STEPS | NOTES, max_size=40)


@given(st.lists(STEPS, max_size=40))
def test_undo_gives_back_each_earlier_check_in_exactly_and_redo_each_later_one(steps: list[Edit]) -> None:
    session = Session(EMPTY)
    values = [EMPTY]
    for step in steps:
        step(session)
        if session.check_in != values[-1]:
            values.append(session.check_in)
    for value in reversed(values[:-1]):
        session.undo()
        assert session.check_in == value
    assert not session.can_undo
    for value in values[1:]:
        session.redo()
        assert session.check_in == value
    assert not session.can_redo


@given(EDITS)
def test_listeners_hear_of_each_change_and_of_no_repeat_and_undo_shows_only_what_was_there(edits: list[Edit]) -> None:
    session = Session(EMPTY)
    heard: list[CheckIn] = []
    session.subscribe(lambda: heard.append(session.check_in))
    values = [EMPTY]
    for change in edits:
        count = len(heard)
        change(session)
        assert len(heard) - count == (session.check_in != values[-1])
        values.append(session.check_in)
    while session.can_undo:
        session.undo()
        assert session.check_in in values
    assert session.check_in == EMPTY
    while session.can_redo:
        session.redo()
        assert session.check_in in values
    assert session.check_in == values[-1]


@given(EDITS, ITEMS, st.sampled_from(Reply))
def test_the_page_holds_only_what_may_stand_on_it_and_a_cleared_reply_is_unanswered(
    edits: list[Edit], item_id: str, reply: Reply
) -> None:
    session = Session(EMPTY)
    for change in edits:
        change(session)
        check_in, plan = session.check_in, session.check_in.plan
        assert len(plan.bring) <= 3
        assert len(plan.helping) <= 4
        for picked in (*plan.bring, *plan.helping, *plan.notes):
            assert check_in.answer(picked).reply not in {None, Reply.NOT_FOR_ME}
        assert all(check_in.answer(picked).reply in {Reply.MOSTLY, Reply.YES} for picked in plan.helping)
        assert all(check_in.answer(picked).note for picked in plan.notes)
        assert all(check_in.flags[flag_id] in {FlagReply.YES, FlagReply.NOT_SURE} for flag_id in plan.flags)
    session.reply(item_id, reply)
    session.reply(item_id, None)
    assert session.check_in.answer(item_id).reply is None


@given(EDITS, EDITS)
def test_a_new_check_in_knows_nothing_of_the_one_before(before: list[Edit], after: list[Edit]) -> None:
    new = CheckIn(id="new", started=date(2027, 1, 1))
    fresh, session = Session(new), Session(EMPTY)
    for change in before:
        change(session)
    session.start_new(new)
    assert session.check_in == new
    for change in after:
        change(fresh)
        change(session)
    assert session.check_in == fresh.check_in


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 20), st.sampled_from("ab \n")), max_size=40))
def test_no_text_is_lost_when_it_is_taken_away_key_by_key(keys: list[tuple[bool, int, str]]) -> None:
    session = Session(EMPTY)
    texts = [""]
    for is_typed, place, character in keys:
        text = texts[-1]
        after = text[:place] + character + text[place:] if is_typed else text[:place] + text[place + 1 :]
        session.note("C01", after)
        texts.append(after)
    peaks = {
        text
        for earlier, text, later in zip(texts, texts[1:], [*texts[2:], ""], strict=False)
        if len(earlier) < len(text) > len(later)
    }
    reachable = {session.check_in.answer("C01").note}
    while session.can_undo:
        session.undo()
        reachable.add(session.check_in.answer("C01").note)
    assert peaks <= reachable | {""}
