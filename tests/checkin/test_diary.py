"""The diary as a value: check-ins are added, changed and removed."""

from datetime import date

import msgspec
import pytest

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.diary import Diary


@pytest.fixture
def check_in() -> CheckIn:
    return CheckIn(id="one", started=date(2026, 11, 24))


def on(day: date, check_in_id: str) -> CheckIn:
    return CheckIn(id=check_in_id, started=day)


def test_a_new_diary_is_empty_and_has_no_newest_check_in() -> None:
    assert Diary().check_ins == ()
    assert Diary().newest is None


def test_a_new_check_in_stands_at_the_end(empty: CheckIn) -> None:
    other = on(date(2026, 1, 1), "two")
    assert Diary().with_check_in(empty).with_check_in(other).check_ins == (empty, other)


def test_a_changed_check_in_stays_in_its_place(empty: CheckIn) -> None:
    other = on(date(2026, 1, 1), "two")
    changed = empty.with_reply("C01", Reply.YES)
    diary = Diary(check_ins=(empty, other)).with_check_in(changed)
    assert diary.check_ins == (changed, other)


def test_a_check_in_can_be_taken_out_and_put_back(empty: CheckIn) -> None:
    other = on(date(2026, 1, 1), "two")
    diary = Diary(check_ins=(empty, other))
    assert diary.without("one").check_ins == (other,)
    assert diary.without("one").with_check_in(empty).check_ins == (other, empty)
    assert diary.without("three") == diary


def test_the_newest_is_the_one_with_the_latest_date_and_then_the_one_begun_last() -> None:
    first, second = on(date(2026, 3, 1), "a"), on(date(2026, 3, 1), "b")
    older = on(date(2026, 2, 1), "c")
    assert Diary(check_ins=(first, second, older)).newest == second


def test_two_check_ins_never_share_an_id(empty: CheckIn) -> None:
    with pytest.raises(ValueError, match="two check-ins have the same id"):
        Diary(check_ins=(empty, empty.with_reply("C01", Reply.YES)))


def test_what_was_agreed_is_written_into_its_check_ins_and_the_others_stay(empty: CheckIn) -> None:
    other = on(date(2026, 1, 1), "two")
    diary = Diary(check_ins=(empty, other))
    agreed = diary.with_agreed({"two": "We go slower.", "three": "gone"})
    assert agreed.check_ins == (empty, other.with_agreed("We go slower."))
    assert agreed.check_ins[0] is empty
    assert diary.with_agreed({}) is diary
    assert agreed.with_agreed({"two": "We go slower."}) is agreed


def test_a_diary_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        Diary().version = 2  # type: ignore[misc]  # that it is refused is the point

    assert msgspec.structs.replace(Diary()) == Diary()
