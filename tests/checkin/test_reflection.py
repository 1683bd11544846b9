"""The reflection of the replies, without a number or a ranking."""

from collections.abc import Callable, Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.reflection import Reflection, reflect
from evolve_desktop.content.checklist import Checklist, Item
from evolve_desktop.content.pack import Pack

REPLIES = st.none() | st.sampled_from(Reply)


@pytest.fixture
def checklist(pack: Pack, new_item: Callable[..., Item]) -> Checklist:
    items = tuple(new_item(f"C0{number}", red_flag_link=number % 2 == 0) for number in range(1, 7))
    return msgspec.structs.replace(pack.checklist, items=items)


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.id for item in items]


def answered(check_in: CheckIn, replies: Mapping[str, Reply | None]) -> CheckIn:
    for item_id, reply in replies.items():
        check_in = check_in.with_reply(item_id, reply)
    return check_in


def test_each_line_stands_where_its_reply_says_in_the_order_of_the_checklist(
    checklist: Checklist, empty: CheckIn
) -> None:
    replies = {
        "C06": Reply.YES,
        "C05": Reply.NOT_FOR_ME,
        "C03": Reply.A_LITTLE,
        "C02": Reply.NOT_YET,
        "C01": Reply.MOSTLY,
    }
    reflection = reflect(checklist, answered(empty, replies))
    assert ids(reflection.already_here) == ["C01", "C06"]
    assert ids(reflection.starting) == ["C03"]
    assert ids(reflection.to_work_on) == ["C02"]
    assert ids(reflection.left_out) == ["C04", "C05"]


def test_an_empty_check_in_leaves_everything_out_and_says_nothing(checklist: Checklist, empty: CheckIn) -> None:
    reflection = reflect(checklist, empty)
    assert ids(reflection.left_out) == ids(checklist.items)
    assert not reflection.is_all_not_yet
    assert not reflection.is_all_yes
    assert not reflection.offers_red_flags


def test_a_checklist_without_items_says_nothing(checklist: Checklist, empty: CheckIn) -> None:
    reflection = reflect(msgspec.structs.replace(checklist, items=()), empty)
    assert not reflection.is_all_not_yet
    assert not reflection.is_all_yes


def test_all_not_yet_offers_the_red_flags(checklist: Checklist, empty: CheckIn) -> None:
    reflection = reflect(checklist, answered(empty, {item.id: Reply.NOT_YET for item in checklist.items}))
    assert reflection.is_all_not_yet
    assert reflection.offers_red_flags
    assert not reflection.is_all_yes


def test_all_yes_does_not_offer_the_red_flags(checklist: Checklist, empty: CheckIn) -> None:
    reflection = reflect(checklist, answered(empty, {item.id: Reply.YES for item in checklist.items}))
    assert reflection.is_all_yes
    assert not reflection.offers_red_flags


def test_half_of_the_lines_are_enough_for_all_and_one_less_is_not(checklist: Checklist, empty: CheckIn) -> None:
    two = answered(empty, {"C01": Reply.NOT_YET, "C04": Reply.NOT_YET, "C05": Reply.NOT_FOR_ME})
    assert not reflect(checklist, two).is_all_not_yet
    assert reflect(checklist, two.with_reply("C06", Reply.NOT_YET)).is_all_not_yet


@pytest.mark.parametrize("other", [Reply.A_LITTLE, Reply.MOSTLY, Reply.YES])
def test_one_other_reply_on_the_scale_is_not_all(checklist: Checklist, empty: CheckIn, other: Reply) -> None:
    check_in = answered(empty, {item.id: Reply.NOT_YET for item in checklist.items})
    assert not reflect(checklist, check_in.with_reply("C03", other)).is_all_not_yet


def test_mostly_is_not_yes_when_all_are_asked_for(checklist: Checklist, empty: CheckIn) -> None:
    check_in = answered(empty, {item.id: Reply.YES for item in checklist.items})
    assert not reflect(checklist, check_in.with_reply("C03", Reply.MOSTLY)).is_all_yes


def test_an_answer_to_a_line_the_checklist_does_not_have_is_not_looked_at(checklist: Checklist, empty: CheckIn) -> None:
    check_in = answered(empty, {item.id: Reply.YES for item in checklist.items})
    assert reflect(checklist, check_in.with_reply("Z99", Reply.NOT_YET)) == reflect(checklist, check_in)


def test_there_is_no_number_in_a_reflection() -> None:
    kinds = {str(field.type) for field in msgspec.structs.fields(Reflection)}
    assert kinds == {str(tuple[Item, ...]), str(bool)}


@given(st.data())
def test_every_line_stands_in_exactly_one_group(pack: Pack, data: st.DataObject) -> None:
    items = pack.checklist.items
    replies = {item.id: data.draw(REPLIES, label=item.id) for item in items}
    check_in = CheckIn(id="one", started=data.draw(st.dates()))
    reflection = reflect(pack.checklist, answered(check_in, replies))
    groups = (reflection.already_here, reflection.starting, reflection.to_work_on, reflection.left_out)
    assert sorted(item.id for group in groups for item in group) == sorted(item.id for item in items)
    assert all(list(group) == [item for item in items if item in group] for group in groups)
