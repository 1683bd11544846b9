from collections.abc import Mapping
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import Answer, CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import MAX_BRING, MAX_HELPING, PagePlan, Paper
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.red_flags import Tier, UnsafeMeaning
from evolve_desktop.document.model import Document
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.text import document_text
from evolve_desktop.errors import PageError

PACK = load_pack(resource_paths.content_pack())
ITEMS = [item.id for item in PACK.checklist.items]
FLAGS = [flag.id for part in PACK.red_flags.parts for flag in part.flags]
HELPS = [option.id for option in PACK.page.what_would_help]


def lists(ids: list[str], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), max_size=most).map(tuple)


PLANS = st.builds(
    PagePlan,
    main_topic=st.text(),
    helping=lists(ITEMS, MAX_HELPING),
    bring=lists(ITEMS, MAX_BRING),
    notes=lists(ITEMS, len(ITEMS)),
    flags=lists(FLAGS, 30),
    would_help=lists(HELPS, 7),
    use=st.sampled_from([None, *PageUse]),
    agreed_lines=st.booleans(),
)
CHECK_INS = st.builds(
    CheckIn,
    id=st.just("a"),
    started=st.dates(),
    answers=st.fixed_dictionaries(
        {
            item_id: st.builds(Answer, reply=st.sampled_from([None, *Reply]), note=st.just(f"the note of {item_id}."))
            for item_id in ITEMS
        }
    ),
    flags=st.dictionaries(st.sampled_from(FLAGS), st.sampled_from(FlagReply)),
    plan=PLANS,
)


def parts(page: Document) -> Mapping[str, list[str]]:
    return {block.heading: [line.text for line in block.lines] for block in page.blocks}


def test_a_page_has_its_parts_in_the_order_of_a_talk(pack: Pack, full: CheckIn) -> None:
    page = build_my_page(pack, full)
    text = pack.page
    assert list(parts(page)) == [
        text.use,
        text.would_help,
        text.main_topic,
        text.also,
        text.raise_flags,
        text.helping,
        text.work_on,
        text.questions,
        text.agreed,
    ]
    assert (page.title, page.name, page.dated) == ("Notes for my session", "J. M.", "24 November 2026")


@pytest.mark.parametrize(
    ("flag_id", "meaning"), [("X01", None), ("R03", UnsafeMeaning.THERAPIST), ("R03", UnsafeMeaning.DANGER)]
)
def test_a_line_that_was_ticked_before_danger_was_named_does_not_go_out(
    pack: Pack, full: CheckIn, flag_id: str, meaning: UnsafeMeaning | None
) -> None:
    assert pack.page.raise_flags in parts(build_my_page(pack, full))
    warned = full.with_flag(flag_id, FlagReply.NOT_SURE).with_unsafe(meaning)
    assert warned.plan.flags == full.plan.flags
    assert pack.page.raise_flags not in parts(build_my_page(pack, warned))


def test_empty_parts_vanish(pack: Pack, one_line: CheckIn) -> None:
    assert list(parts(build_my_page(pack, one_line))) == [pack.page.main_topic, pack.page.agreed]


def test_lines_for_what_was_agreed_can_be_left_out(pack: Pack, one_line: CheckIn) -> None:
    plan = msgspec.structs.replace(one_line.plan, agreed_lines=False)
    assert list(parts(build_my_page(pack, one_line.with_plan(plan)))) == [pack.page.main_topic]


def test_each_picked_line_stands_under_the_heading_of_its_reply_with_the_reply_beside_it(
    pack: Pack, empty: CheckIn
) -> None:
    check_in = empty
    for item_id, reply in (("C01", Reply.A_LITTLE), ("C02", Reply.MOSTLY), ("C03", Reply.YES), ("C04", Reply.NOT_YET)):
        check_in = check_in.with_reply(item_id, reply)
    for item_id in ("C04", "C02", "C01"):
        check_in = check_in.with_bring(item_id, on=True)
    page = parts(build_my_page(pack, check_in.with_helping("C03", on=True)))
    text = {item.id: item.text for item in pack.checklist.items}
    assert page[pack.page.helping] == [f"{text['C03']} (Yes)"]
    assert page[pack.page.work_on] == [f"{text['C04']} (Not yet)", f"{text['C01']} (A little)"]
    assert page[pack.page.talk_about] == [f"{text['C02']} (Mostly)"]


def test_what_would_help_stands_in_the_order_it_was_ticked(pack: Pack, full: CheckIn) -> None:
    assert parts(build_my_page(pack, full))[pack.page.would_help][:2] == ["just listen first", "slow down"]


def test_spaces_alone_are_not_a_line(pack: Pack, empty: CheckIn) -> None:
    plan = msgspec.structs.replace(
        empty.plan, main_topic="  \n ", also=("\t", " a line "), name=" ", agreed_lines=False
    )
    page = build_my_page(pack, empty.with_plan(plan))
    assert parts(page) == {pack.page.also: ["a line"]}
    assert page.name == ""


def test_what_no_paper_can_show_is_left_out_of_a_text_that_was_typed_elsewhere(pack: Pack, empty: CheckIn) -> None:
    plan = msgspec.structs.replace(empty.plan, main_topic="\ufeffone\x00\ud800\r\ntwo")
    assert parts(build_my_page(pack, empty.with_plan(plan)))[pack.page.main_topic] == ["one\ntwo"]


@pytest.mark.parametrize("field", ["bring", "helping", "notes", "flags", "would_help"])
def test_a_pick_that_the_content_does_not_know_is_named_not_dropped(pack: Pack, empty: CheckIn, field: str) -> None:
    plan = msgspec.structs.replace(empty.plan, **{field: ("C99",)})
    with pytest.raises(PageError, match="pick “C99”"):
        build_my_page(pack, msgspec.structs.replace(empty, plan=plan))


def test_the_paper_and_the_print_size_are_those_of_the_plan(pack: Pack, empty: CheckIn) -> None:
    page = build_my_page(pack, empty.with_plan(PagePlan(paper=Paper.LETTER, large_print=True)))
    assert (page.paper, page.large_print) == (Paper.LETTER, True)


@pytest.mark.parametrize(
    ("form", "written"),
    [("{day} {month} {year}", "4 May 2026"), ("{month} {day}, {year}", "May 4, 2026"), ("{year}年{day}", "2026年4")],
)
def test_the_date_is_written_as_the_content_says(pack: Pack, form: str, written: str) -> None:
    pack = msgspec.structs.replace(pack, page=msgspec.structs.replace(pack.page, date=form))
    assert build_my_page(pack, CheckIn(id="a", started=date(2026, 5, 4))).dated == written


def test_what_changed_since_last_time_is_printed_in_words_where_it_is_wanted(pack: Pack, empty: CheckIn) -> None:
    earlier = CheckIn(id="before", started=date(2026, 11, 1)).with_reply("C03", Reply.A_LITTLE)
    later = empty.with_reply("C03", Reply.MOSTLY).with_reply("C05", Reply.YES)
    wanted = later.with_plan(msgspec.structs.replace(later.plan, since=True))
    item = pack.checklist.item("C03").text
    assert parts(build_my_page(pack, wanted, earlier))[pack.page.since] == [f"{item} A little → Mostly"]
    assert pack.page.since not in parts(build_my_page(pack, later, earlier))
    assert pack.page.since not in parts(build_my_page(pack, wanted))


def part_three_is_never_on_it(check_in: CheckIn, page: Document) -> None:
    printed, typed = document_text(page), check_in.plan.main_topic
    assert not [flag.text for flag in PACK.red_flags.part(Tier.STOP).flags if flag.text in printed.replace(typed, "")]


def a_red_flag_is_printed_only_if_it_is_ticked_and_still_raised(check_in: CheckIn, page: Document) -> None:
    printed = parts(page).get(PACK.page.raise_flags, [])
    ids = [flag.id for part in PACK.red_flags.parts for flag in part.flags if flag.text in printed]
    assert set(ids) <= {flag_id for flag_id in check_in.plan.flags if check_in.is_raised(flag_id)}
    assert len(printed) == len(set(printed))


def a_note_is_printed_only_if_it_was_ticked_and_under_its_own_line(check_in: CheckIn, page: Document) -> None:
    for line in (line for block in page.blocks for line in block.lines if line.note):
        item = next(item for item in PACK.checklist.items if line.text.startswith(f"{item.text} ("))
        assert item.id in check_in.plan.notes
        assert line.note == f"the note of {item.id}."


def no_part_is_longer_than_the_design_allows(_: CheckIn, page: Document) -> None:
    said = parts(page)
    assert len(said.get(PACK.page.helping, [])) <= MAX_HELPING
    assert len([*said.get(PACK.page.work_on, []), *said.get(PACK.page.talk_about, [])]) <= MAX_BRING


def no_line_stands_under_a_heading_that_says_the_opposite_of_its_reply(_: CheckIn, page: Document) -> None:
    said = {PACK.page.helping: ("(Mostly)", "(Yes)"), PACK.page.talk_about: ("(Mostly)", "(Yes)")}
    said[PACK.page.work_on] = ("(Not yet)", "(A little)")
    for heading, replies in said.items():
        assert all(line.endswith(replies) for line in parts(page).get(heading, []))


def the_parts_never_change_places(_: CheckIn, page: Document) -> None:
    text = PACK.page
    order = [text.use, text.would_help, text.main_topic, text.also, text.raise_flags]
    order += [text.helping, text.work_on, text.talk_about, text.questions, text.agreed]
    headings = [block.heading for block in page.blocks]
    assert headings == [heading for heading in order if heading in headings]


@given(CHECK_INS)
def test_whatever_is_answered_and_picked_each_of_these_is_true_of_the_page(check_in: CheckIn) -> None:
    page = build_my_page(PACK, check_in)
    part_three_is_never_on_it(check_in, page)
    a_red_flag_is_printed_only_if_it_is_ticked_and_still_raised(check_in, page)
    a_note_is_printed_only_if_it_was_ticked_and_under_its_own_line(check_in, page)
    no_part_is_longer_than_the_design_allows(check_in, page)
    no_line_stands_under_a_heading_that_says_the_opposite_of_its_reply(check_in, page)
    the_parts_never_change_places(check_in, page)
