"""The open check-in: one writer, undo by step or by word, listeners that hear of changes only."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.change import Change, ChangePlace
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.checkin.session import MOST_STEPS, Keystroke, Session
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.errors import PickLimitError
from tests.wordings import FIRST, translated


def type_topic(session: Session, text: str) -> None:
    plan = session.check_in.plan
    session.write("main-topic", plan.main_topic, plan.with_main_topic(text), text)


def test_a_session_starts_with_nothing_to_undo(session: Session, empty: CheckIn) -> None:
    assert session.check_in == empty
    assert not session.can_undo
    assert not session.can_redo
    session.undo()
    session.redo()
    assert session.check_in == empty


def test_each_kind_of_answer_reaches_the_check_in(session: Session, empty: CheckIn) -> None:
    session.reply("C01", Reply.YES)
    session.note("C01", "well")
    session.bring("C01", on=True)
    session.reply("C02", Reply.MOSTLY)
    session.helping("C02", on=True)
    session.flag("R03", FlagReply.NOT_SURE)
    session.unsafe(UnsafeMeaning.THERAPIST)
    session.plan(session.check_in.plan.with_note("C01", on=True))
    type_topic(session, "sleep")
    expected = empty.with_reply("C01", Reply.YES).with_note("C01", "well").with_flag("R03", FlagReply.NOT_SURE)
    expected = expected.with_unsafe(UnsafeMeaning.THERAPIST).with_reply("C02", Reply.MOSTLY)
    plan = PagePlan(main_topic="sleep", bring=("C01",), helping=("C02",), notes=("C01",))
    assert session.check_in == expected.with_plan(plan)


def test_a_listener_hears_of_every_change_once_and_reads_the_new_state(session: Session) -> None:
    seen: list[Reply | None] = []
    session.subscribe(lambda: seen.append(session.check_in.answer("C01").reply))
    session.reply("C01", Reply.YES)
    session.reply("C01", None)
    session.undo()
    session.redo()
    assert seen == [Reply.YES, None, Reply.YES, None]


def test_a_repeat_tells_nobody_and_adds_nothing_to_undo(session: Session) -> None:
    session.reply("C01", Reply.YES)
    heard: list[None] = []
    session.subscribe(lambda: heard.append(None))
    session.reply("C01", Reply.YES)
    session.note("C01", "")
    session.flag("R01", None)
    session.unsafe(None)
    session.plan(session.check_in.plan)
    type_topic(session, "")
    assert heard == []
    session.undo()
    assert not session.can_undo


def test_a_listener_that_went_away_hears_nothing(session: Session) -> None:
    heard: list[str] = []
    leave = session.subscribe(lambda: heard.append("first"))
    session.subscribe(lambda: heard.append("second"))
    leave()
    session.reply("C01", Reply.YES)
    assert heard == ["second"]


def test_a_listener_may_go_away_while_it_is_told(session: Session) -> None:
    heard: list[str] = []

    def once() -> None:
        heard.append("once")
        leave()

    leave = session.subscribe(once)
    session.subscribe(lambda: heard.append("always"))
    session.reply("C01", Reply.YES)
    session.reply("C02", Reply.YES)
    assert heard == ["once", "always", "always"]


def test_a_refused_pick_changes_nothing(session: Session) -> None:
    for item_id in ("C01", "C02", "C03", "C04"):
        session.reply(item_id, Reply.YES)
    for item_id in ("C01", "C02", "C03"):
        session.bring(item_id, on=True)
    before = session.check_in
    with pytest.raises(PickLimitError):
        session.bring("C04", on=True)
    assert session.check_in == before
    session.undo()
    assert session.check_in.plan.bring == ("C01", "C02")


def test_a_new_answer_after_undo_ends_redo(session: Session) -> None:
    session.reply("C01", Reply.YES)
    session.undo()
    session.reply("C02", Reply.YES)
    assert not session.can_redo
    assert session.check_in.answer("C01").reply is None


def test_a_new_check_in_carries_nothing_over(session: Session, empty: CheckIn) -> None:
    session.reply("C01", Reply.YES)
    session.bring("C01", on=True)
    session.flag("X01", FlagReply.YES)
    type_topic(session, "old")
    old = session.check_in
    new = CheckIn(id="two", started=empty.started)
    session.start_new(new)
    assert session.check_in == new
    assert session.check_in.is_empty
    assert session.check_in.answer("C01").reply is None
    assert not session.check_in.is_raised("X01")
    session.reply("C02", Reply.NOT_YET)
    assert session.check_in.answers.keys() == {"C02"}
    session.undo()
    session.undo()
    assert session.check_in == old


def test_closing_leaves_nothing_to_undo_or_redo(session: Session, empty: CheckIn) -> None:
    session.reply("C01", Reply.YES)
    session.reply("C02", Reply.YES)
    session.undo()
    session.close(empty)
    assert session.check_in == empty
    assert not session.can_undo
    assert not session.can_redo


def test_a_session_is_typing_after_a_keystroke_only(session: Session) -> None:
    assert not session.is_typing
    session.note("C01", "a")
    assert session.is_typing
    session.note("C01", "a pasted text")
    assert not session.is_typing


def type_note(session: Session, item_id: str, *texts: str) -> None:
    for text in texts:
        session.note(item_id, text)


def letter_by_letter(text: str) -> list[str]:
    return [text[: end + 1] for end in range(len(text))]


def undone_notes(session: Session, item_id: str) -> list[str]:
    notes = []
    while session.can_undo:
        session.undo()
        notes.append(session.check_in.answer(item_id).note)
    return notes


def test_typing_is_undone_word_by_word(session: Session) -> None:
    type_note(session, "C01", *letter_by_letter("I am here"))
    assert undone_notes(session, "C01") == ["I am", "I", ""]


def test_taking_away_is_undone_word_by_word_too(session: Session) -> None:
    session.note("C01", "I am here")
    type_note(session, "C01", *reversed(letter_by_letter("I am here")), "")
    assert undone_notes(session, "C01") == ["I ", "I am ", "I am here", ""]


def test_a_word_that_was_typed_and_taken_away_comes_back(session: Session) -> None:
    type_note(session, "C01", *letter_by_letter("no"), "n", "")
    session.undo()
    assert session.check_in.answer("C01").note == "no"


def test_a_paste_is_a_step_of_its_own(session: Session) -> None:
    type_note(session, "C01", "a", "ab", "ab and more", "ab and more!")
    assert undone_notes(session, "C01") == ["ab and more", "ab", ""]


def test_typing_goes_on_anew_after_another_field_and_after_an_answer(session: Session) -> None:
    type_note(session, "C01", "a", "ab")
    type_note(session, "C02", "x")
    type_note(session, "C01", "abc")
    session.reply("C01", Reply.YES)
    type_note(session, "C01", "abcd")
    assert undone_notes(session, "C01") == ["abc", "abc", "ab", "ab", ""]


def test_a_field_that_repeats_its_text_does_not_swallow_the_answer_before(session: Session, empty: CheckIn) -> None:
    session.reply("C01", Reply.YES)
    session.note("C01", "")
    session.note("C01", "a")
    session.undo()
    assert session.check_in == empty.with_reply("C01", Reply.YES)


def test_the_first_letter_after_a_repeat_can_be_undone(session: Session, empty: CheckIn) -> None:
    session.note("C01", "")
    session.note("C01", "a")
    session.undo()
    assert session.check_in == empty


def test_typing_on_after_undo_keeps_what_undo_led_to(session: Session) -> None:
    type_note(session, "C01", *letter_by_letter("one two"))
    session.undo()
    type_note(session, "C01", "one", "onex")
    assert undone_notes(session, "C01") == ["one", ""]


def test_an_answer_given_by_a_listener_is_not_swallowed_by_the_next_letter(session: Session) -> None:
    session.subscribe(lambda: session.reply("C01", Reply.YES))
    type_note(session, "C01", "a", "ab")
    session.undo()
    assert session.check_in.answer("C01").note == "a"


def test_a_dropped_character_is_no_change(session: Session) -> None:
    type_note(session, "C01", "a", "a\x00", "ab")
    assert undone_notes(session, "C01") == [""]


def test_the_topic_is_undone_word_by_word(session: Session) -> None:
    for text in letter_by_letter("my sleep"):
        type_topic(session, text)
    session.undo()
    assert session.check_in.plan.main_topic == "my"


def continues(first: str, second: str, third: str) -> bool:
    last, key = Keystroke.between("note", first, second), Keystroke.between("note", second, third)
    assert last is not None
    assert key is not None
    return key.continues(last)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (("", "a", "ab"), "the next letter"),
        (("hel", "hell", "helll"), "the same letter again"),
        (("a ", "a b", "a bc"), "the second letter of a word"),
        (("a", "a ", "a b"), "the first letter of a word, after its space"),
        (("xz", "xaz", "xabz"), "in the middle of a word"),
        (("abc", "ab", "a"), "backspace"),
        (("xabc", "xbc", "xc"), "the delete key"),
        (("", "👩", "👩🏽"), "a mark that joins the last character"),
    ],
)
def test_a_word_goes_on(texts: tuple[str, str, str], why: str) -> None:
    assert continues(*texts), why


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (("a", "ab", "ab "), "a space ends a word"),
        (("a", "ab", "ab\n"), "a line break ends a word"),
        (("ab", "abc", "ab"), "taking back what was typed"),
        (("abc", "ab", "abd"), "typing after taking away"),
        (("ab", "abc", "xabc"), "typing elsewhere"),
        (("ab c", "ab ", "ab"), "a space taken away"),
        (("abcdef", "abcde", "bcde"), "taking away elsewhere"),
    ],
)
def test_a_word_ends(texts: tuple[str, str, str], why: str) -> None:
    assert not continues(*texts), why


def test_another_field_is_another_run() -> None:
    last, key = Keystroke.between("note C01", "", "a"), Keystroke.between("note C02", "a", "ab")
    assert last is not None
    assert key is not None
    assert not key.continues(last)


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("", "ab"), ("abc", "a"), ("abc", "abd"), ("ab", "xyz"), ("ab", "a\u0301c")]
)
def test_a_paste_or_a_replacement_is_no_keystroke(before: str, after: str) -> None:
    assert Keystroke.between("note", before, after) is None


@given(st.text(max_size=8), st.data())
def test_a_keystroke_says_exactly_what_changed(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    character = data.draw(st.characters())
    longer = text[:place] + character + text[place:]
    typed, removed = Keystroke.between("f", text, longer), Keystroke.between("f", longer, text)
    assert typed is not None
    assert removed is not None
    assert (typed.is_typed, removed.is_typed) == (True, False)
    assert text[: typed.place] + typed.character + text[typed.place :] == longer
    assert longer[: removed.place] + longer[removed.place + 1 :] == text


def test_the_day_is_changed_in_a_step_that_undo_takes_back(session: Session, empty: CheckIn) -> None:
    session.set_day(date(2026, 11, 23))
    assert session.check_in == empty.with_day(date(2026, 11, 23))
    session.undo()
    assert session.check_in == empty


def test_a_session_under_other_words_has_the_same_states_and_tells_the_former_listeners_nothing(
    session: Session,
) -> None:
    heard: list[Session] = []
    session.reply("C01", Reply.YES)
    session.reply("C02", Reply.NOT_YET)
    session.undo()
    session.subscribe(lambda: heard.append(session))
    other = session.under(translated(FIRST))
    assert other.check_in.answer("C01").reply is Reply.YES
    assert other.wording == translated(FIRST)
    other.redo()
    assert other.check_in.answer("C02").reply is Reply.NOT_YET
    for _ in range(2):
        other.undo()
    assert not other.can_undo
    assert other.check_in.is_empty
    assert session.check_in.answer("C01").reply is Reply.YES
    assert heard == []


def test_what_was_agreed_after_another_check_in_is_written_and_undone_a_word_at_a_time(session: Session) -> None:
    session.reply("C01", Reply.YES)
    text = "old"
    for key in " go slower":
        session.agree("two", text, text + key)
        text += key
    assert session.agreed == {"two": "old go slower"}
    assert session.is_typing
    change = session.undo()
    assert change == Change(ChangePlace.EARLIER, "agreed-two")
    assert session.agreed == {"two": "old go"}
    session.undo()
    assert session.agreed == {"two": "old"}
    assert session.check_in.answer("C01").reply is Reply.YES
    session.undo()
    assert session.check_in.is_empty
    while session.redo():
        pass
    assert session.agreed == {"two": "old go slower"}


def test_what_was_agreed_after_the_open_check_in_is_in_it(session: Session, empty: CheckIn) -> None:
    session.agree("one", "", "We go\x00 slower.")
    assert session.whole == empty.with_agreed("We go slower.")
    assert session.agreed == {"one": "We go slower."}
    session.undo()
    assert session.whole == empty
    assert session.agreed == {"one": ""}


def test_writing_the_same_agreement_again_tells_nobody(session: Session) -> None:
    heard: list[None] = []
    session.subscribe(lambda: heard.append(None))
    session.agree("two", "as before", "as before")
    assert heard == []
    assert not session.can_undo


def test_a_closed_session_knows_no_agreement(session: Session, empty: CheckIn) -> None:
    session.agree("two", "", "a secret")
    session.close(empty)
    assert session.agreed == {}


def test_a_new_check_in_has_nothing_agreed(session: Session) -> None:
    session.agree("one", "", "We go slower.")
    session.start_new(CheckIn(id="two", started=date(2026, 11, 30)))
    assert session.whole.agreed == ""
    assert session.agreed == {"one": "We go slower."}


def test_no_more_than_the_last_steps_are_held_and_a_word_is_one_of_them(session: Session) -> None:
    for number in range(MOST_STEPS):
        session.set_day(date.fromordinal(date(2026, 1, 1).toordinal() + number))
    for end in range(1, 6):
        type_topic(session, "sleep"[:end])
    steps = 0
    while session.undo():
        steps += 1
    assert steps == MOST_STEPS
    assert session.check_in.started == date(2026, 1, 1)
    while session.can_redo:
        session.redo()
    assert session.check_in.plan.main_topic == "sleep"
