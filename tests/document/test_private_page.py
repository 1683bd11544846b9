from datetime import date

import msgspec
import pytest

from evolve_desktop.checkin.check_in import CheckIn, FlagReply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.content.help_lines import HelpLine
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import Tier, UnsafeMeaning
from evolve_desktop.document.private_page import build_private_page
from evolve_desktop.document.text import document_text


def steps(pack: Pack, tier: Tier) -> list[str]:
    what_next = pack.red_flags.part(tier).what_next
    return [what_next.intro, *(step.text for step in what_next.steps)]


def with_line(pack: Pack, **changes: str) -> Pack:
    """Return a pack with one country and one help line with these changes."""
    country = pack.help_lines.countries[0]
    line: HelpLine = msgspec.structs.replace(country.lines[0], **changes)
    country = msgspec.structs.replace(country, lines=(line,))
    lines = msgspec.structs.replace(pack.help_lines, countries=(country,))
    return msgspec.structs.replace(pack, help_lines=lines)


def test_the_sheet_says_first_whose_it_is(pack: Pack, empty: CheckIn) -> None:
    sheet = build_private_page(pack, empty, "")
    assert sheet.title == "For me only"
    assert sheet.blocks[0].lines[0].text == pack.page.for_me.notice


def test_own_contacts_stand_before_the_help_lines_and_their_heading_only_with_them(pack: Pack, empty: CheckIn) -> None:
    contacts = (Contact.written("Dr Example", "555 0100, after six"), Contact.written("Ann", "ann@example.org"))
    words = document_text(build_private_page(pack, empty, "gb", contacts))
    own = words[words.index(pack.help_lines.own_title) : words.index(pack.help_lines.intro)]
    assert own.index("555 0100, after six") < own.index("Dr Example") < own.index("ann@example.org") < own.index("Ann")
    assert pack.help_lines.own_title not in document_text(build_private_page(pack, empty, "gb"))


def test_without_a_raised_line_there_are_help_lines_and_nothing_else(pack: Pack, empty: CheckIn) -> None:
    words = document_text(
        build_private_page(pack, empty.with_flag("X01", FlagReply.NO).with_flag("R01", FlagReply.SKIP), "gb")
    )
    assert pack.page.for_me.next_steps not in words
    assert pack.red_flags.complaints_title not in words
    assert "Call 116 123" in words


@pytest.mark.parametrize("reply", [FlagReply.YES, FlagReply.NOT_SURE])
def test_part_one_brings_its_next_steps_and_no_complaint_routes(pack: Pack, empty: CheckIn, reply: FlagReply) -> None:
    words = document_text(build_private_page(pack, empty.with_flag("R01", reply), "gb"))
    assert all(step in words for step in steps(pack, Tier.TALK))
    assert pack.red_flags.complaints_title not in words
    assert pack.page.for_me.stop_script not in words


def test_part_two_brings_the_words_for_stopping_and_the_complaint_routes(pack: Pack, empty: CheckIn) -> None:
    words = document_text(
        build_private_page(pack, empty.with_flag("R01", FlagReply.YES).with_flag("S01", FlagReply.NOT_SURE), "gb")
    )
    assert all(step in words for tier in (Tier.TALK, Tier.SECOND_OPINION) for step in steps(pack, tier))
    assert pack.page.for_me.stop_script in words
    assert all(route.route in words for route in pack.red_flags.complaints)


def test_once_part_three_is_raised_nothing_suggests_a_word_to_the_therapist(pack: Pack, empty: CheckIn) -> None:
    check_in = empty
    for flag_id in ("R01", "S01", "X01"):
        check_in = check_in.with_flag(flag_id, FlagReply.YES)
    words = document_text(build_private_page(pack, check_in, ""))
    assert all(step in words for step in steps(pack, Tier.STOP))
    left_out = [step for tier in (Tier.TALK, Tier.SECOND_OPINION) for step in steps(pack, tier)]
    assert [step for step in left_out if step in words] == ["You can complain now, later, or never."]
    assert pack.page.for_me.stop_script not in words
    assert all(route.route in words for route in pack.red_flags.complaints)


def test_who_is_afraid_reads_the_steps_of_part_three_and_no_others(pack: Pack, empty: CheckIn) -> None:
    check_in = empty
    for flag_id in ("R01", "S01", "U2"):
        check_in = check_in.with_flag(flag_id, FlagReply.NOT_SURE)
    words = document_text(build_private_page(pack, check_in, ""))
    assert all(step in words for step in steps(pack, Tier.STOP))
    left_out = [*steps(pack, Tier.TALK), *steps(pack, Tier.SECOND_OPINION)]
    assert [step for step in left_out if step in words] == ["You can complain now, later, or never."]
    assert pack.page.for_me.stop_script not in words


def unsafe(empty: CheckIn, meaning: UnsafeMeaning) -> CheckIn:
    return empty.with_flag("R03", FlagReply.YES).with_unsafe(meaning)


def test_danger_brings_the_help_lines_first_and_then_the_steps_of_part_three(pack: Pack, empty: CheckIn) -> None:
    words = document_text(build_private_page(pack, unsafe(empty, UnsafeMeaning.DANGER), "us"))
    in_order = ("Please reach out now.", pack.help_lines.intro, "Emergency", "If this is happening")
    places = [words.index(text) for text in in_order]
    assert places == sorted(places)
    assert pack.red_flags.complaints_title in words
    assert pack.page.for_me.stop_script not in words


def test_what_the_therapist_does_brings_the_words_for_stopping(pack: Pack, empty: CheckIn) -> None:
    words = document_text(build_private_page(pack, unsafe(empty, UnsafeMeaning.THERAPIST), "us"))
    assert words.index("You can stop seeing them while you decide.") < words.index(pack.page.for_me.stop_script)
    assert not [step for step in steps(pack, Tier.TALK) if step in words]


def test_who_would_rather_not_say_finds_no_sentence_to_say(pack: Pack, empty: CheckIn) -> None:
    check_in = unsafe(empty, UnsafeMeaning.NOT_SAYING).with_flag("S01", FlagReply.YES)
    assert pack.page.for_me.stop_script not in document_text(build_private_page(pack, check_in, "us"))


def test_a_sexual_assault_line_is_named_where_the_country_has_one(pack: Pack, empty: CheckIn) -> None:
    check_in = empty.with_flag("X04", FlagReply.YES)
    named = "Tell one person you trust, or a sexual-assault line: RAINN sexual assault hotline · Call 800-656-4673"
    assert named in document_text(build_private_page(pack, check_in, "us"))
    assert "- Tell one person you trust.\n" in document_text(build_private_page(pack, check_in, ""))


def test_stopping_medicine_comes_first_and_feelings_only_after_the_lines_about_sex(pack: Pack, empty: CheckIn) -> None:
    medicine = document_text(build_private_page(pack, empty.with_flag("X09", FlagReply.YES), "us"))
    assert medicine.index("Don't stop or change medicine") < medicine.index("If this is happening")
    assert "even if you had feelings" not in medicine
    touch = document_text(build_private_page(pack, empty.with_flag("X01", FlagReply.YES), "us"))
    assert "even if you had feelings" in touch
    assert "Don't stop or change medicine" not in touch


def test_nothing_that_the_person_said_or_wrote_is_on_the_sheet(pack: Pack, full: CheckIn) -> None:
    words = document_text(build_private_page(pack, full, "gb"))
    own = [full.plan.main_topic, full.plan.name, *full.plan.also, *full.plan.questions]
    own += [answer.note for answer in full.answers.values() if answer.note]
    own += [flag.text for part in pack.red_flags.parts for flag in part.flags]
    assert not [text for text in own if text in words]


def test_the_emergency_number_stands_first_in_every_country(pack: Pack, empty: CheckIn) -> None:
    sheet = build_private_page(pack, empty, "")
    by_name = {block.heading: block.lines for block in sheet.blocks}
    for country in pack.help_lines.countries:
        numbers = [emergency.number for emergency in country.emergency]
        assert [line.lead for line in by_name[country.name]][: len(numbers)] == numbers
        assert len(by_name[country.name]) == max(len(numbers), 1) + len(country.lines)


def test_a_country_without_a_confirmed_number_says_so(pack: Pack, empty: CheckIn) -> None:
    words = document_text(build_private_page(pack, empty, "ph"))
    assert pack.help_lines.anywhere.no_emergency in words


def test_a_chosen_country_stands_alone_with_the_lines_for_anywhere(pack: Pack, empty: CheckIn) -> None:
    headings = [block.heading for block in build_private_page(pack, empty, "nz").blocks if block.is_minor]
    assert headings == ["New Zealand", "Anywhere"]


@pytest.mark.parametrize("country_id", ["", "atlantis"])
def test_without_a_known_country_every_country_is_there(pack: Pack, empty: CheckIn, country_id: str) -> None:
    headings = [block.heading for block in build_private_page(pack, empty, country_id).blocks if block.is_minor]
    assert headings == [*(country.name for country in pack.help_lines.countries), "Anywhere"]


def test_every_way_to_reach_a_line_is_written_out(pack: Pack, empty: CheckIn) -> None:
    pack = with_line(pack, text="85258", text_word="SHOUT", chat="example.org")
    words = document_text(build_private_page(pack, empty, "us"))
    assert "- Call 988, Text SHOUT to 85258, Online: example.org\n" in words


def test_a_line_that_is_only_written_to_has_no_word_to_send(pack: Pack, empty: CheckIn) -> None:
    words = document_text(build_private_page(with_line(pack, text="988", chat=""), empty, "us"))
    assert "- Call 988, Text 988\n" in words


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"source_date": "2024-06-12"}, "From a public page dated 2024-06-12."),
        ({"source_date": "undated"}, "From a public page without a date."),
        ({"checked_on": "2026-01-02", "review_by": "2026-07-02"}, "Checked on 2026-01-02."),
        ({"checked_on": "2025-01-02", "review_by": "2025-07-02"}, "This list was last checked on 2025-01-02."),
    ],
)
def test_each_line_says_how_old_it_is(pack: Pack, changes: dict[str, str], said: str) -> None:
    check_in = CheckIn(id="a", started=date(2026, 7, 2))
    assert said in document_text(build_private_page(with_line(pack, checked_by="someone", **changes), check_in, "us"))
