"""The search finds what a reader means, at positions in the shown text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.text_search import TextMatch, find

SHARP_S, TURKISH_I = "\u00df", "\u0130"
E_ACUTE, ACUTE, DOT_BELOW = "\u00e9", "\u0301", "\u0323"
FEW_LETTERS = st.text("aAbeEs'\u2019-\u2014 \u00a0" + SHARP_S + TURKISH_I + E_ACUTE + ACUTE + DOT_BELOW, max_size=12)


def said(wanted: str, text: str) -> list[str]:
    return [text[place.start : place.end] for place in find(wanted, [text])]


def test_every_occurrence_is_found_in_reading_order() -> None:
    assert find("trust", ["Trust, but trust", "none", "I trust"]) == (
        TextMatch(0, 0, 5),
        TextMatch(0, 11, 16),
        TextMatch(2, 2, 7),
    )


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("don't", "don\u2019t"),
        ("DON\u2018T", "don't"),
        ('"safe"', "\u201cSafe\u201d"),
        ("\u201esafe\u201c", '"safe"'),
        ("honest-even", "Honest\u2014Even"),
        ("non\u2013judgmental", "non-judgmental"),
        ("non\u2011judgmental", "non\u2212judgmental"),
        ("a space", "a\u00a0space"),
        ("a\tspace", "a\u202fspace"),
        ("STRASSE", "stra\u00dfe"),
        ("stra\u00dfe", "STRASSE"),
        ("\u03c3", "\u03c2"),
        (f"caf{E_ACUTE}", f"cafe{ACUTE}"),
        (f"CAFE{ACUTE}", f"caf{E_ACUTE}"),
        (f"e{ACUTE}{DOT_BELOW}", f"\u1eb9{ACUTE}"),
        (f"{E_ACUTE}{DOT_BELOW}", f"e{DOT_BELOW}{ACUTE}"),
        ("\uac00", "\u1100\u1161"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_the_same(wanted: str, text: str) -> None:
    assert said(wanted, text) == [text]


def test_nothing_typed_finds_nothing() -> None:
    assert find("", ["", "text"]) == ()


def test_what_is_not_there_is_not_found() -> None:
    assert find("therapist", ["therapy", "", "thera pist"]) == ()


def test_places_do_not_overlap() -> None:
    assert find("aa", ["aaaaa"]) == (TextMatch(0, 0, 2), TextMatch(0, 2, 4))


def test_a_character_that_counts_as_two_shifts_no_place_behind_it() -> None:
    assert said("end", f"{SHARP_S}{TURKISH_I} end, \U0001f600 end") == ["end", "end"]
    assert find("b", [f"{SHARP_S}{TURKISH_I}b"]) == (TextMatch(0, 2, 3),)


def test_half_a_character_is_no_match_but_the_search_goes_on_behind_it() -> None:
    assert find("s", [f"{SHARP_S}s"]) == (TextMatch(0, 1, 2),)
    assert find("sb", [f"{SHARP_S}bsb"]) == (TextMatch(0, 2, 4),)
    assert find("bs", [f"b{SHARP_S}bs"]) == (TextMatch(0, 2, 4),)


@pytest.mark.parametrize("shown", [E_ACUTE, f"e{ACUTE}"])
def test_an_accent_is_part_of_its_letter_however_it_is_written(shown: str) -> None:
    text = f"caf{shown} or cafe, {SHARP_S} caf{shown}s"
    assert said("cafe", text) == ["cafe"]
    assert said(f"caf{E_ACUTE}", text) == said(f"cafe{ACUTE}", text) == [f"caf{shown}"] * 2
    assert said(ACUTE, text) == []
    assert said("s", text) == ["s"]


def test_every_letter_that_counts_as_several_is_found_where_it_stands() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if len(chr(code).casefold()) != 1]
    assert len(letters) > 100
    for letter in letters:
        assert find(letter, [f"-{letter}-"]) == (TextMatch(0, 1, 2),)


def test_the_article_is_found_with_a_plain_keyboard(pack: Pack) -> None:
    texts = [block.text for section in pack.article.sections for block in section.blocks]
    assert len(find("you're", texts)) == sum(text.lower().count("you\u2019re") for text in texts) > 0
    assert len(find("hard-perhaps", texts)) == 1


@given(FEW_LETTERS.filter(bool), st.lists(FEW_LETTERS, max_size=4))
def test_each_place_says_what_is_wanted_and_between_them_nothing_does(wanted: str, texts: list[str]) -> None:
    places = find(wanted, texts)
    assert list(places) == sorted(set(places))
    for index, text in enumerate(texts):
        behind = 0
        for place in (place for place in places if place.text == index):
            assert place.start >= behind
            assert said(wanted, text[place.start : place.end]) == [text[place.start : place.end]]
            assert find(wanted, [text[behind : place.end - 1]]) == ()
            behind = place.end
        assert find(wanted, [text[behind:]]) == ()


@given(st.text(), st.text(min_size=1), st.text())
def test_any_words_are_found_in_a_text_that_holds_them(before: str, words: str, after: str) -> None:
    places = find(f" {words}", [f"{before} {words} {after}"])
    assert places
    assert places[0].start <= len(before)
