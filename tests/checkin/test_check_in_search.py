import msgspec

from evolve_desktop.checkin.check_in import CheckIn, OtherAnswer
from evolve_desktop.checkin.check_in_search import find_check_ins, written_texts
from evolve_desktop.checkin.wording import Wording


def matches(check_in: CheckIn, wanted: str) -> bool:
    return find_check_ins((check_in,), wanted) == (check_in,)


def test_all_that_the_person_wrote_is_searched_and_nothing_else(empty: CheckIn) -> None:
    plan = empty.plan.with_main_topic("How we talk").with_also(1, "Holidays").with_question(0, "Why?").with_name("J.")
    check_in = empty.with_note("C03", "The form").with_plan(plan)
    assert written_texts(check_in) == ("How we talk", "Holidays", "Why?", "The form")
    assert not matches(check_in, "J.")


def test_words_are_found_in_any_order_with_other_case_accents_and_apostrophes(empty: CheckIn) -> None:
    check_in = empty.with_note("C03", "I didn\u2019t go to the café.")
    for wanted in ("cafe", "CAFÉ didn't", "go  the", ""):
        assert matches(check_in, wanted)
    for missing in ("tea", "cafe tea"):
        assert not matches(check_in, missing)


def test_what_was_agreed_and_notes_to_other_words_are_found(empty: CheckIn, wording: Wording) -> None:
    older = (OtherAnswer(line="C03", wording=wording, note="the heron"),)
    check_in = msgspec.structs.replace(empty, agreed="We go slower.", older=older)
    assert matches(check_in, "slower")
    assert matches(check_in, "heron slower")
    assert not matches(check_in, "faster")


def test_those_found_stay_in_their_order(empty: CheckIn) -> None:
    notes = ("the heron", "tea", "The HERON again")
    check_ins = [msgspec.structs.replace(empty, id=str(n)).with_note("C01", note) for n, note in enumerate(notes)]
    assert find_check_ins(check_ins, "heron") == (check_ins[0], check_ins[2])
