"""Help lines: only numbers that a source vouches for, each with the source and its date."""

import re

import msgspec
import pytest

from evolve_desktop.content.help_lines import Country, HelpLine, Way
from evolve_desktop.content.pack import Pack

EMERGENCY = {
    "us": ["911"],
    "ca": ["911"],
    "gb": ["999"],
    "ie": ["112", "999"],
    "au": ["000"],
    "nz": ["111"],
    "in": ["112"],
    "za": ["112", "10111", "10177"],
    "sg": ["995", "999"],
    "ph": [],
    "fr": ["112"],
    "de": ["112"],
    "nl": ["112"],
    "br": ["192", "190"],
    "eu": ["112"],
}
REACHED = {
    "us": [(("988",), "988", ""), (("800-656-4673",), "", "")],
    "ca": [(("9-8-8",), "9-8-8", "")],
    "gb": [
        (("116 123",), "", ""),
        ((), "85258", "SHOUT"),
        (("111",), "", ""),
        (("111",), "", ""),
        (("0808 808 8000",), "", ""),
    ],
    "ie": [(("116 123",), "", ""), ((), "50808", "HELLO"), (("1800 111 888",), "", "")],
    "au": [(("13 11 14",), "0477 13 11 14", "")],
    "nz": [(("1737",), "1737", "")],
    "in": [(("14416",), "", "")],
    "za": [(("0800 567 567",), "", "")],
    "sg": [(("1771",), "", "")],
    "ph": [(("0917 899 8727",), "", "")],
    "fr": [(("3114",), "", "")],
    "de": [(("0800 111 0 111", "0800 111 0 222", "116 123"), "", "")],
    "nl": [(("113", "0800-0113"), "", "")],
    "br": [(("188",), "", "")],
    "eu": [],
}
LEFT_OUT = (
    "13 92 76",  # one weaker page only
    "1553",
    "1800-91-4416",  # conflicting forms
    "891-4416",
    "1767",  # never seen on the owner's page
    "1800RESPECT",
    "0900-0113",  # replaced
    "press 3",  # ended on 17 July 2025
    "LGBT",
    "NHS 24",
    "Scotland",
    "Rape Crisis",
    "Kenya",
    "Nigeria",
    "Japan",
)


def countries(pack: Pack) -> tuple[Country, ...]:
    return (*pack.help_lines.countries, pack.help_lines.anywhere)


def lines(pack: Pack) -> list[HelpLine]:
    return [line for country in countries(pack) for line in country.lines]


def test_every_country_has_its_emergency_numbers_before_its_lines(pack: Pack) -> None:
    assert {c.id: [e.number for e in c.emergency] for c in pack.help_lines.countries} == EMERGENCY
    assert list(Country.__struct_fields__).index("emergency") < list(Country.__struct_fields__).index("lines")


def test_every_line_is_reached_by_the_numbers_as_they_were_printed(pack: Pack) -> None:
    reached = {c.id: [(line.call, line.text, line.text_word) for line in c.lines] for c in pack.help_lines.countries}
    assert reached == REACHED


def test_anywhere_leads_to_a_directory_and_to_the_local_emergency_number(pack: Pack) -> None:
    anywhere = pack.help_lines.anywhere
    assert [line.chat for line in anywhere.lines] == ["findahelpline.com"]
    assert anywhere.no_emergency == "Call your local emergency number."


@pytest.mark.parametrize("words", LEFT_OUT)
def test_what_was_not_verified_is_left_out(words: str, pack: Pack) -> None:
    shown = msgspec.json.encode(pack.help_lines).decode()
    assert words.lower() not in shown.lower()


def test_the_philippines_give_no_emergency_number_and_say_so(pack: Pack) -> None:
    country = pack.help_lines.country("ph")
    assert country.emergency == ()
    assert "No emergency number was confirmed" in country.no_emergency
    assert "911" not in msgspec.json.encode(country).decode().replace("0917 899", "")


def test_emergency_numbers_from_general_knowledge_are_said_to_be_so(pack: Pack) -> None:
    unverified = [c.id for c in pack.help_lines.countries if c.emergency_source == "General knowledge, not verified"]
    assert unverified == ["ca", "sg"]


def test_every_line_has_the_address_and_the_date_of_its_source(pack: Pack) -> None:
    for line in lines(pack):
        assert re.match(r"https?://", line.source_url), line.id
        assert re.fullmatch(r"undated|\d{4}(-\d\d){0,2}", line.source_date), line.id


def test_no_line_claims_to_have_been_checked(pack: Pack) -> None:
    assert {(line.checked_on, line.checked_by, line.review_by) for line in lines(pack)} == {("", "", "")}


def test_the_list_says_that_numbers_change_and_what_a_call_needs(pack: Pack) -> None:
    notes = " ".join(pack.help_lines.notes)
    assert "Numbers can change. If one does not work, call your local emergency number" in notes
    assert "need a phone" in notes
    assert "phone bill" in notes


def test_only_a_screen_is_told_what_can_be_done_on_a_screen(pack: Pack) -> None:
    assert any("select a number and copy it" in note for note in pack.help_lines.screen_notes)
    assert not any("select" in note for note in pack.help_lines.notes)


def test_the_chosen_country_is_shown_with_anywhere_and_no_other(pack: Pack) -> None:
    shown = pack.help_lines.shown("nz")
    assert [country.id for country in shown] == ["nz", "anywhere"]


@pytest.mark.parametrize("country_id", ["", "xx", "anywhere"])
def test_where_no_country_of_the_pack_was_chosen_all_are_shown(country_id: str, pack: Pack) -> None:
    assert pack.help_lines.shown(country_id) == countries(pack)


def test_each_way_to_reach_a_line_is_said_with_its_number_set_apart(pack: Pack) -> None:
    ways = {line.id: pack.help_lines.ways(line) for line in lines(pack)}
    assert ways["L-GB-2"] == (Way(before="Text SHOUT to ", reach="85258"),)
    assert [way.words for way in ways["L-AU-1"]] == [
        "Call 13 11 14",
        "Text 0477 13 11 14",
        "Online: on Lifeline's website",
    ]
    assert [way.words for way in ways["L-DE-1"]] == ["Call 0800 111 0 111", "Call 0800 111 0 222", "Call 116 123"]


def test_a_number_may_stand_in_the_middle_of_its_words(pack: Pack) -> None:
    changed = {"call_form": "{number} anrufen", "text_word_form": "An {number} das Wort {word} senden"}
    help_lines = msgspec.structs.replace(pack.help_lines, **changed)
    line = msgspec.structs.replace(pack.help_lines.country("gb").lines[1], call=("999",))
    assert help_lines.ways(line) == (
        Way(before="", reach="999", after=" anrufen"),
        Way(before="An ", reach="85258", after=" das Wort SHOUT senden"),
    )


def test_details_that_are_not_known_are_left_out(pack: Pack) -> None:
    assert pack.help_lines.country("us").lines[1].details == ("24 hours, 7 days", "From an older page")


def test_countries_are_found_by_their_ids(pack: Pack) -> None:
    assert pack.help_lines.country("nz").name == "New Zealand"
    with pytest.raises(KeyError):
        pack.help_lines.country("xx")
