from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.comparison import (
    Moment,
    compare,
    find_changes,
    lines_apart,
    over_time,
    previous_check_in,
    text_of,
)
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import Wording
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
    assert (pair.line, pair.before, pair.after) == ("C03", Reply.A_LITTLE, Reply.MOSTLY)
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
    assert [pair.line for pair in pairs] == [item_id for item_id in order if item_id in before.keys() | after.keys()]
    assert all((pair.before, pair.after) == (before.get(pair.line), after.get(pair.line)) for pair in pairs)


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


DAYS = st.integers(1, 3).map(lambda day: date(2026, 11, day))
MOMENTS = st.integers(0, 9).map("019ab5f{}-1e00-7a3b-8c2d-4e5f60718293".format)
SOME = st.lists(st.builds(CheckIn, id=MOMENTS | st.sampled_from("abc"), started=DAYS), unique_by=lambda one: one.id)


@given(SOME)
def test_the_one_before_comes_before_it_and_after_all_others_that_do(some: list[CheckIn]) -> None:
    places = {check_in.id: (check_in.order, place) for place, check_in in enumerate(some)}
    for here in some:
        before = [other for other in some if places[other.id] < places[here.id]]
        assert previous_check_in(here, some) == max(before, key=lambda one: places[one.id], default=None)


def test_an_item_that_the_content_no_longer_has_is_not_compared() -> None:
    assert compare(CHECKLIST, EARLIER.with_reply("C99", Reply.YES), LATER) == ()


def answered_under(wording: Wording, check_in: CheckIn, **replies: Reply) -> CheckIn:
    session = Session(check_in, wording)
    for item_id, reply in replies.items():
        session.reply(item_id, reply)
    return session.whole


def test_a_line_whose_words_have_changed_is_not_compared_with_the_present_one(
    wording: Wording, changed: Wording
) -> None:
    earlier = answered_under(wording, EARLIER, C01=Reply.YES, C03=Reply.YES)
    later = answered_under(changed, LATER, C01=Reply.NOT_YET, C03=Reply.NOT_YET)
    same, present, other = compare(CHECKLIST, earlier, later, changed)
    assert (same.line, same.before, same.after) == ("C01", Reply.YES, Reply.NOT_YET)
    assert (present.line, present.before, present.after) == ("C03", None, Reply.NOT_YET)
    assert not present.earlier.was_asked
    assert (other.item, other.text, other.before, other.after) == (None, wording.words.lines["C03"], Reply.YES, None)
    assert not other.later.was_asked
    assert not other.has_moved_back
    assert [pair.line for pair in find_changes(CHECKLIST, earlier, later, changed)] == ["C01"]


def test_two_check_ins_under_the_same_older_words_are_compared_with_each_other(
    wording: Wording, changed: Wording
) -> None:
    earlier = answered_under(wording, EARLIER, C03=Reply.YES, C02=Reply.YES)
    later = answered_under(wording, LATER, C03=Reply.NOT_YET)
    _, pair = compare(CHECKLIST, earlier, later, changed)
    assert (pair.text, pair.before, pair.after) == (wording.words.lines["C03"], Reply.YES, Reply.NOT_YET)
    assert pair.has_moved_back


def test_a_line_of_older_words_that_the_other_check_in_skipped_is_skipped(wording: Wording, changed: Wording) -> None:
    earlier = answered_under(wording, EARLIER, C03=Reply.YES)
    later = answered_under(wording, LATER, C01=Reply.YES)
    for one, other in ((earlier, later), (later, earlier)):
        pair = compare(CHECKLIST, one, other, changed)[-1]
        assert pair.text == wording.words.lines["C03"]
        assert pair.earlier.was_asked
        assert pair.later.was_asked


def test_two_languages_of_a_line_are_compared_each_under_its_words(wording: Wording, spanish: Wording) -> None:
    earlier = answered_under(spanish, EARLIER, C03=Reply.YES)
    later = answered_under(wording, LATER, C03=Reply.A_LITTLE)
    (pair,) = compare(CHECKLIST, earlier, later, wording)
    assert pair.has_changed
    assert text_of("C03", pair.earlier.wording) == f"[es] {CHECKLIST.item('C03').text}"
    assert text_of("C03", pair.later.wording) == CHECKLIST.item("C03").text


def test_an_answer_given_anew_is_compared_and_the_older_one_stands_apart(wording: Wording, changed: Wording) -> None:
    earlier = answered_under(changed, answered_under(wording, EARLIER, C03=Reply.YES), C03=Reply.A_LITTLE)
    later = answered_under(wording, LATER, C03=Reply.MOSTLY)
    present, other = compare(CHECKLIST, earlier, later, changed)
    assert (present.before, present.after) == (Reply.A_LITTLE, None)
    assert (other.before, other.after) == (Reply.YES, Reply.MOSTLY)


def test_words_that_are_not_known_are_the_present_ones_or_the_id(wording: Wording) -> None:
    assert text_of("C03", None, "the present words") == "the present words"
    assert text_of("Z99", wording) == "Z99"


def test_a_line_over_time_is_followed_in_its_own_words_only(
    wording: Wording, changed: Wording, spanish: Wording
) -> None:
    old = answered_under(wording, EARLIER, C03=Reply.YES)
    both = answered_under(changed, answered_under(spanish, LATER, C03=Reply.MOSTLY), C03=Reply.NOT_YET)
    days = EARLIER.started, LATER.started
    assert over_time("C03", [both, old], wording) == (
        Moment(days[0], Reply.YES, "", wording),
        Moment(days[1], Reply.MOSTLY, "", spanish),
    )
    assert over_time("C03", [both, old], changed) == (Moment(days[1], Reply.NOT_YET, "", changed),)
    assert over_time("C01", [both, old], changed) == ()


def test_lines_apart_are_named_once_with_their_words(wording: Wording, changed: Wording, spanish: Wording) -> None:
    old = answered_under(wording, EARLIER, C01=Reply.YES, C03=Reply.YES)
    same = answered_under(wording, LATER, C03=Reply.NOT_YET)
    both = answered_under(changed, answered_under(spanish, LATER, C03=Reply.MOSTLY, C05=Reply.YES), C03=Reply.NOT_YET)
    assert lines_apart([old, same], changed) == (("C03", wording),)
    assert lines_apart([old, same], wording) == ()
    assert lines_apart([both, old], changed) == (("C03", spanish), ("C05", spanish))
    assert lines_apart([both, old], wording) == (("C03", changed),)
    assert lines_apart([EARLIER.with_reply("C03", Reply.YES)], changed) == ()


def test_a_red_flag_under_older_words_is_no_line_over_time(wording: Wording, changed: Wording) -> None:
    session = Session(answered_under(wording, EARLIER, C01=Reply.YES), wording)
    session.flag("R03", FlagReply.YES)
    again = Session(session.whole, changed)
    again.flag("R03", FlagReply.NO)
    assert again.whole.older
    assert lines_apart([again.whole], changed) == ()
    assert [pair.line for pair in compare(CHECKLIST, again.whole, LATER, changed)] == ["C01"]
