from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.comparison import Moment, compare, find_changes, over_time, previous_check_in
from evolve_desktop.content.loader import load_pack

CHECKLIST = load_pack(resource_paths.content_pack()).checklist
REPLIES = st.dictionaries(st.sampled_from([item.id for item in CHECKLIST.items]), st.sampled_from(Reply))
EARLIER = CheckIn(id="earlier", started=date(2026, 11, 1))
LATER = CheckIn(id="later", started=date(2026, 11, 24))


def answered(check_in: CheckIn, replies: dict[str, Reply]) -> CheckIn:
    for item_id, reply in replies.items():
        check_in = check_in.with_reply(item_id, reply)
    return check_in


def test_an_item_stands_beside_its_earlier_reply() -> None:
    (pair,) = compare(CHECKLIST, EARLIER.with_reply("C03", Reply.A_LITTLE), LATER.with_reply("C03", Reply.MOSTLY))
    assert (pair.item.id, pair.before, pair.after) == ("C03", Reply.A_LITTLE, Reply.MOSTLY)
    assert pair.has_changed
    assert not pair.has_moved_back


@pytest.mark.parametrize(("before", "after"), [(Reply.YES, None), (None, Reply.YES), (Reply.YES, Reply.YES)])
def test_a_skipped_or_repeated_line_has_not_changed(before: Reply | None, after: Reply | None) -> None:
    earlier, later = EARLIER.with_reply("C03", before), LATER.with_reply("C03", after)
    assert len(compare(CHECKLIST, earlier, later)) == 1
    assert find_changes(CHECKLIST, earlier, later) == ()


@pytest.mark.parametrize(
    ("before", "after", "back"),
    [
        (Reply.YES, Reply.A_LITTLE, True),
        (Reply.A_LITTLE, Reply.YES, False),
        (Reply.NOT_FOR_ME, Reply.NOT_YET, False),
        (Reply.YES, Reply.NOT_FOR_ME, False),
    ],
)
def test_only_the_scale_has_a_back(before: Reply, after: Reply, *, back: bool) -> None:
    (pair,) = compare(CHECKLIST, EARLIER.with_reply("C03", before), LATER.with_reply("C03", after))
    assert pair.has_moved_back is back


@given(REPLIES, REPLIES)
def test_every_answered_item_is_there_once_in_the_checklists_order(
    before: dict[str, Reply], after: dict[str, Reply]
) -> None:
    pairs = compare(CHECKLIST, answered(EARLIER, before), answered(LATER, after))
    order = [item.id for item in CHECKLIST.items]
    assert [pair.item.id for pair in pairs] == [item_id for item_id in order if item_id in before.keys() | after.keys()]
    assert all((pair.before, pair.after) == (before.get(pair.item.id), after.get(pair.item.id)) for pair in pairs)


def test_one_item_is_shown_over_time_without_the_days_that_left_it_out() -> None:
    middle = CheckIn(id="middle", started=date(2026, 11, 10))
    noted = LATER.with_note("C03", "mine")
    moments = over_time("C03", [noted, middle, EARLIER.with_reply("C03", Reply.YES)])
    assert moments == (Moment(EARLIER.started, Reply.YES, ""), Moment(LATER.started, None, "mine"))


def test_the_one_before_is_the_newest_that_was_begun_earlier() -> None:
    same_day = CheckIn(id="same-day", started=LATER.started)
    future = CheckIn(id="future", started=date(2027, 1, 1))
    assert previous_check_in(LATER, ()) is None
    assert previous_check_in(LATER, [EARLIER]) == EARLIER
    assert previous_check_in(LATER, [EARLIER, same_day, LATER, future]) == same_day
    assert previous_check_in(same_day, [EARLIER, same_day, LATER]) == EARLIER
    assert previous_check_in(EARLIER, [EARLIER, LATER]) is None


def test_an_item_that_the_content_no_longer_has_is_not_compared() -> None:
    assert compare(CHECKLIST, EARLIER.with_reply("C99", Reply.YES), LATER) == ()
