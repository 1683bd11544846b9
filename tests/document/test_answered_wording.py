"""My page prints each line under the words it was answered under, and what was agreed last time if that is wanted."""

from datetime import date

import msgspec
import pytest

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import Wording, wording_of
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.model import Document, Line, Look
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.errors import PageError
from tests.pdf import words_of
from tests.wordings import reworded, translated

ORIGIN = "From “Why Trust Matters in Therapy”, 24 November 2026"


@pytest.fixture
def old(pack: Pack) -> Wording:
    return reworded(
        wording_of(pack),
        C03="I ask for water.",
        C05="I stay.",
        R02="I feel odd.",
        H1="sit down",
        X01="Odd.",
        Z01="Old.",
    )


def planned(wording: Wording, empty: CheckIn) -> Session:
    session = Session(empty, wording)
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", "from the tap")
    session.bring("C03", on=True)
    session.reply("C05", Reply.YES)
    session.helping("C05", on=True)
    session.flag("R02", FlagReply.YES)
    plan = session.check_in.plan
    session.plan(msgspec.structs.replace(plan, notes=("C03",), flags=("R02",), would_help=("H1", "H2")))
    return session


def lines(page: Document, heading: str) -> tuple[Line, ...]:
    return next((block.lines for block in page.blocks if block.heading == heading), ())


def test_each_line_has_its_own_words_and_says_where_they_are_from(pack: Pack, empty: CheckIn, old: Wording) -> None:
    page, text = build_my_page(pack, planned(old, empty).whole), pack.page
    (work_on,) = lines(page, text.work_on)
    assert work_on.text.startswith("I ask for water.")
    assert (work_on.note, work_on.source) == ("from the tap", ORIGIN)
    (helping,) = lines(page, text.helping)
    assert helping.text.startswith("I stay.")
    assert lines(page, text.raise_flags) == (Line(text="I feel odd.", source=ORIGIN),)
    second = pack.page.what_would_help[1].text
    assert lines(page, text.would_help) == (Line(text="sit down", source=ORIGIN), Line(text=second))


@pytest.mark.parametrize("options", [("H1",), ("H1", "H2")])
def test_on_paper_and_in_copied_text_each_line_says_where_its_words_are_from(
    renderer: DocumentRenderer,
    empty: CheckIn,
    old: Wording,
    options: tuple[str, ...],
) -> None:
    whole = planned(old, empty).whole
    made = renderer.my_page(whole.with_plan(msgspec.structs.replace(whole.plan, would_help=options)))
    for printed in (words_of(made.pdf().data), " ".join(made.text.split())):
        assert printed.count("From “Why Trust") == 4  # columns may break the rest into lines
        for line in ("I ask for water.", "I stay.", "I feel odd.", "sit down"):
            assert line in printed


def test_the_present_words_need_no_origin(pack: Pack, empty: CheckIn) -> None:
    page = build_my_page(pack, planned(wording_of(pack), empty).whole)
    assert [line.source for block in page.blocks for line in block.lines if line.source] == []


def test_a_line_of_another_language_is_printed_in_that_language(pack: Pack, empty: CheckIn) -> None:
    page = build_my_page(pack, planned(translated(wording_of(pack)), empty).whole)
    (line,) = lines(page, pack.page.work_on)
    assert line.text.startswith(f"[es] {pack.checklist.item('C03').text}")
    assert line.source == "From “Por qué importa”, 24 November 2026"


def test_a_line_that_the_pack_does_not_know_is_printed_under_its_own_words(
    pack: Pack, empty: CheckIn, old: Wording
) -> None:
    session = Session(empty, old)
    session.reply("Z01", Reply.NOT_YET)
    session.bring("Z01", on=True)
    (line,) = lines(build_my_page(pack, session.whole), pack.page.work_on)
    assert line.text.startswith("Old.")
    with pytest.raises(PageError, match="pick “Z02”"):
        build_my_page(pack, session.whole.with_reply("Z02", Reply.NOT_YET).with_bring("Z02", on=True))


def test_what_was_part_three_under_its_own_words_is_never_on_the_page(pack: Pack, empty: CheckIn, old: Wording) -> None:
    session = Session(empty, old)
    session.flag("X01", FlagReply.YES)
    session.plan_whole(msgspec.structs.replace(session.whole.plan, flags=("X01",)))
    assert session.whole.plan.flags == ("X01",)
    assert lines(build_my_page(pack, session.whole), pack.page.raise_flags) == ()
    moved = Wording(msgspec.structs.replace(old.words, stop=("R02",)))
    raised = planned(moved, empty).whole
    assert lines(build_my_page(pack, raised), pack.page.raise_flags) == ()


def test_a_change_since_last_time_is_told_of_the_same_line_only(pack: Pack, old: Wording) -> None:
    before = Session(CheckIn(id="before", started=date(2026, 11, 1)), old)
    before.reply("C03", Reply.YES)
    before.reply("C01", Reply.YES)
    now = Session(CheckIn(id="now", started=date(2026, 11, 24)), wording_of(pack))
    now.reply("C03", Reply.NOT_YET)
    now.reply("C01", Reply.NOT_YET)
    now.plan(msgspec.structs.replace(now.check_in.plan, since=True))
    changed = lines(build_my_page(pack, now.whole, before.whole), pack.page.since)
    assert changed == (Line(text=f"{pack.checklist.item('C01').text} Yes → Not yet"),)


def test_what_was_agreed_last_time_is_on_the_page_only_if_it_is_wanted(pack: Pack, empty: CheckIn) -> None:
    earlier = CheckIn(id="before", started=date(2026, 11, 1)).with_agreed("We go slower.\nAnd rest.")
    wanted = empty.with_plan(msgspec.structs.replace(empty.plan, last_agreed=True))
    (block,) = [
        block for block in build_my_page(pack, wanted, earlier).blocks if block.heading == "Last time we agreed"
    ]
    assert (block.lines, block.look) == ((Line(text="We go slower.\nAnd rest."),), Look.TEXT)
    for check_in, before in ((empty, earlier), (wanted, None), (wanted, earlier.with_agreed(" "))):
        assert lines(build_my_page(pack, check_in, before), pack.page.last_agreed) == ()


def test_what_was_agreed_after_this_session_is_not_on_its_own_page(pack: Pack, empty: CheckIn) -> None:
    agreed = msgspec.structs.replace(empty.with_agreed("We go slower."), plan=empty.plan)
    assert build_my_page(pack, agreed) == build_my_page(pack, empty)
