"""Help lines are found by any of their words and by their numbers, however they are typed."""

import pytest

from evolve_desktop.content.help_lines import search_help_lines
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.text_search import digits_of, folded


def found(pack: Pack, wanted: str) -> dict[str, tuple[str, ...]]:
    """Return the ids of the lines found, by country."""
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
    assert folded("Ça va, l\u2019École Straße?") == "ca va, l'ecole strasse?"


def test_the_digits_of_every_script_count() -> None:
    assert digits_of("+44 (0)161-٤٩٦ x") == "440161496"
