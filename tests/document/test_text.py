from collections.abc import Callable

import pytest

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.page_plan import PagePlan
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.forms import build_empty_form
from evolve_desktop.document.my_page import build_my_page
from evolve_desktop.document.private_page import build_private_page
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.document.text import document_text


def test_a_page_with_one_line_reads_as_expected(
    pack: Pack, one_line: CheckIn, expect: Callable[[str, str], None]
) -> None:
    expect("one_line", document_text(build_my_page(pack, one_line)))


def test_a_full_page_reads_as_expected(pack: Pack, full: CheckIn, expect: Callable[[str, str], None]) -> None:
    expect("full", document_text(build_my_page(pack, full)))


@pytest.mark.parametrize("reply", Reply)
def test_a_brought_line_reads_as_expected_with_every_reply(  # noqa: PLR0913, PLR0917  (fixtures)
    pack: Pack,
    renderer: DocumentRenderer,
    empty: CheckIn,
    expect: Callable[[str, str], None],
    read_aloud: Callable[[bytes], str],
    reply: Reply,
) -> None:
    check_in = empty.with_reply("C16", Reply.YES).with_helping("C16", on=True)
    check_in = check_in.with_reply("C10", Reply.YES).with_bring("C10", on=True).with_reply("C10", reply)
    copied = document_text(build_my_page(pack, check_in))
    expect(f"reply_{reply.name.lower()}", copied)
    rendered = renderer.my_page(check_in)
    assert rendered.text == copied
    printed = read_aloud(rendered.pdf().data)
    places = [printed.find(line.removeprefix("- ")) for line in copied.splitlines()[1:-1] if line.strip("_")]
    assert -1 not in places
    assert places == sorted(places)


def test_lines_that_were_broken_stay_broken(pack: Pack, full: CheckIn, expect: Callable[[str, str], None]) -> None:
    check_in = full.with_note("C03", "First.\nSecond.")
    plan = check_in.plan.with_main_topic("One thing\n\nand another").with_also(0, "a list:\n1\n2")
    expect("broken_lines", document_text(build_my_page(pack, check_in.with_plan(plan))))


def test_the_empty_form_reads_as_expected(pack: Pack, expect: Callable[[str, str], None]) -> None:
    expect("empty_form", document_text(build_empty_form(pack, PagePlan())))


def test_the_sheet_for_me_reads_as_expected(pack: Pack, full: CheckIn, expect: Callable[[str, str], None]) -> None:
    expect("for_me_part_three", document_text(build_private_page(pack, full.with_flag("X01", FlagReply.YES), "us")))


def test_the_sheet_for_me_without_part_three_reads_as_expected(
    pack: Pack, full: CheckIn, expect: Callable[[str, str], None]
) -> None:
    expect("for_me_parts_one_and_two", document_text(build_private_page(pack, full, "gb")))
