"""Help lines: only numbers that a source vouches for, each with source and date, found by word and by number."""

import re
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.help_lines import Country, HelpLine, Way, search_help_lines
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.text_search import digits_of, fold
from evolve_desktop.errors import ContentError

TODAY = date(2026, 11, 24)
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
    "ph": ["911"],
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
        (("111",), "", ""),
        (("0800 83 85 87",), "", ""),
        ((), "", ""),
    ],
    "ie": [
        (("116 123",), "", ""),
        ((), "50808", "HELLO"),
        (("1800 111 888",), "", ""),
        (("1800 77 88 88",), "", ""),
    ],
    "au": [(("13 11 14",), "0477 13 11 14", ""), (("1800 737 732",), "0458 737 732", "")],
    "nz": [(("1737",), "1737", ""), (("0800 044 334",), "4334", "")],
    "in": [(("14416",), "", "")],
    "za": [(("0800 567 567",), "", "")],
    "sg": [(("1771",), "", "")],
    "ph": [(("1553",), "", ""), (("0917 899 8727",), "", "")],
    "fr": [(("3114",), "", "")],
    "de": [(("0800 111 0 111", "0800 111 0 222", "116 123"), "", ""), (("116 016",), "", "")],
    "nl": [(("113", "0800-0113"), "", "")],
    "br": [(("188",), "", "")],
    "eu": [],
}
LEFT_OUT = (
    "13 92 76",  # one weaker page only
    "1800-91-4416",  # conflicting forms
    "891-4416",
    "1767",  # never seen on the owner's page
    "0900-0113",  # replaced
    "press 3",  # ended on 17 July 2025
    "LGBT",
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


def test_every_emergency_number_has_a_source_with_its_date_or_that_of_the_lines_below(pack: Pack) -> None:
    unknown = [c.id for c in pack.help_lines.countries if "General knowledge" in c.emergency_source]
    undated = {c.emergency_source for c in pack.help_lines.countries if not c.emergency_source_date}
    assert (unknown, undated) == ([], {"The sources of the lines below"})
    said = pack.help_lines.emergency_source(pack.help_lines.country("ph"), TODAY)
    assert said.startswith("In the whole country since 2025-09-11, free, 24 hours, 7 days: mb.com.ph")
    assert said.endswith(" · From a public page dated 2025-09-12.")
    assert pack.help_lines.emergency_source(pack.help_lines.country("gb"), TODAY) == "The sources of the lines below"


def test_a_number_that_only_a_secondary_source_gives_says_so(pack: Pack) -> None:
    marked = [(c.id, e.number) for c in pack.help_lines.countries for e in c.emergency if e.is_secondary]
    assert marked == [("sg", "999")]
    services = [pack.help_lines.service(number) for number in pack.help_lines.country("sg").emergency]
    assert services == ["ambulance and fire", "police · from a secondary source only"]


def test_emergency_numbers_that_a_person_has_checked_say_when(pack: Pack) -> None:
    checked = {"emergency_checked_on": "2026-01-05", "emergency_review_by": "2026-07-05"}
    country = msgspec.structs.replace(pack.help_lines.country("ph"), **checked)
    assert pack.help_lines.emergency_source(country, date(2026, 7, 5)).endswith(" · Checked on 2026-01-05.")
    assert "It may be out of date." in pack.help_lines.emergency_source(country, date(2026, 7, 6))


def test_an_address_without_a_number_says_that_none_was_seen(pack: Pack) -> None:
    line = next(line for line in lines(pack) if line.chat == "247sexualabusesupport.org.uk")
    assert "No phone number was seen" in line.limits
    assert (line.call, line.text) == ((), "")


def test_the_lines_for_sexual_assault_are_marked(pack: Pack) -> None:
    assert [line.name for line in lines(pack) if line.for_sexual_assault] == [
        "RAINN sexual assault hotline",
        "24/7 Rape and Sexual Abuse Support Line",
        "National Rape Crisis Helpline",
        "1800RESPECT",
        "Safe to talk",
    ]


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


def found(pack: Pack, wanted: str) -> dict[str, tuple[str, ...]]:
    """Return the ids of the found lines by country."""
    return {
        country.id: tuple(line.id for line in country.lines) for country in search_help_lines(pack.help_lines, wanted)
    }


@pytest.mark.parametrize("wanted", ["New Zealand", "zealand", "NEW", "  new   zealand ", "Zéaland"])
def test_a_country_is_found_by_its_name_whole_with_all_its_lines(pack: Pack, wanted: str) -> None:
    assert found(pack, wanted)["nz"] == tuple(line.id for line in pack.help_lines.country("nz").lines)


@pytest.mark.parametrize("wanted", ["116 123", "116123", "116-123", "(116) 123", "11 61 23", "samaritans 116 123"])
def test_a_number_is_found_however_it_is_spaced(pack: Pack, wanted: str) -> None:
    assert "L-GB-1" in found(pack, wanted)["gb"]
    assert "us" not in found(pack, wanted)


def test_a_line_is_found_by_its_name_for_whom_it_is_its_language_its_word_and_its_address(pack: Pack) -> None:
    assert found(pack, "samaritans")["gb"] == ("L-GB-1",)
    assert found(pack, "veterans")["us"] == ("L-US-1",)
    assert "L-US-1" in found(pack, "spanish")["us"]
    assert found(pack, "shout")["gb"] == ("L-GB-2",)
    assert found(pack, "findahelpline.com") == {"anywhere": ("L-ANY-1",)}


def test_every_word_has_to_be_there_and_the_name_of_the_country_counts(pack: Pack) -> None:
    assert found(pack, "usa veterans") == {"us": ("L-US-1",)}
    assert found(pack, "zealand veterans") == {}


def test_a_number_that_stands_among_words_is_found_too(pack: Pack) -> None:
    assert found(pack, "ayuda 2,") == {"us": ("L-US-1",)}
    assert found(pack, "838255") == {"us": ("L-US-1",)}


def test_an_emergency_number_finds_its_countries(pack: Pack) -> None:
    countries = {country.id for country in pack.help_lines.countries if country.emergency[:1] == ()}
    holders = {
        country.id
        for country in pack.help_lines.countries
        if any(emergency.number == "999" for emergency in country.emergency)
    }
    assert holders
    assert holders <= set(found(pack, "999"))
    assert not countries & set(found(pack, "999")) - {"anywhere"}


@pytest.mark.parametrize("wanted", ["no such words", "5550100 5550101"])
def test_what_stands_nowhere_finds_nothing(pack: Pack, wanted: str) -> None:
    assert found(pack, wanted) == {}


def test_the_emergency_numbers_of_a_country_stay_with_the_lines_that_are_found(pack: Pack) -> None:
    country = search_help_lines(pack.help_lines, "veterans")[0]
    assert country.emergency == pack.help_lines.country("us").emergency


def test_nothing_searched_for_finds_everything_in_its_order(pack: Pack) -> None:
    assert search_help_lines(pack.help_lines, "") == pack.help_lines.shown("")


def test_words_are_folded_without_capitals_accents_and_forms_of_apostrophes() -> None:
    assert fold("Ça va, l\u2019École Straße?") == "ca va, l'ecole strasse?"


def test_the_digits_of_every_script_count() -> None:
    assert digits_of("+44 (0)161-٤٩٦ x") == "440161496"


@pytest.mark.parametrize(
    ("field", "form", "lost"),
    [
        ("call_form", "Call", "{number}"),
        ("text_form", "Text", "{number}"),
        ("text_word_form", "Text {number}", "{word}"),
        ("chat_form", "Online", "{address}"),
        ("call_form", "Call {number} or {number}", "{number}"),
        ("text_word_form", "Text {word} to {number} {now}", "{word}"),
    ],
)
def test_a_form_that_would_lose_a_number_or_show_braces_is_a_fault_of_the_content(
    tmp_path: Path, field: str, form: str, lost: str
) -> None:
    folder = shutil.copytree(resource_paths.content_pack(), tmp_path / "pack")
    lines = (folder / "help_lines.toml").read_text(encoding="utf-8").splitlines()
    changed = [f'{field} = "{form}"' if line.startswith(f"{field} ") else line for line in lines]
    (folder / "help_lines.toml").write_text("\n".join(changed), encoding="utf-8")
    with pytest.raises(ContentError, match=f"{field}: has to be text with .*{lost}"):
        load_pack(folder)
