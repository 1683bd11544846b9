"""Typing in the open check-in is undone a word at a time, and no text is ever skipped."""

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.session import Session


def type_note(session: Session, item_id: str, *texts: str) -> None:
    for text in texts:
        session.note(item_id, text)


def type_topic(session: Session, text: str) -> None:
    plan = session.check_in.plan
    session.write("main-topic", plan.main_topic, plan.with_main_topic(text), text)


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
