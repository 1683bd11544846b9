"""The characters that cleaning removes from typed and pasted text, and those that always stay."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.text_cleaning import clean

ANY_TEXT = st.text(st.characters(exclude_categories=()))
TYPED_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")))


@pytest.mark.parametrize(
    "text",
    [
        "Ich fühle mich müde \u2013 “wirklich”?",
        "👩‍❤️‍💋‍👨 👩🏽‍⚕️ 🏳️‍🌈 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "مَرْحَبًا، كيف\u200c حالك؟\u061c",
        "שָׁלוֹם\u200f (דֹּאר)",
        "नमस्ते क\u094d\u200dष",
        "e\u0301 a\u0308\u0323 한국어 中文 日本語",
        "one\ttwo\n\nthree",
        "#let x = [*bold*] $sum$ \\ <html>&amp;",
        "\u00a0\u00ad\ufeff\ue000",
    ],
)
def test_letters_marks_joiners_and_emoji_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\u2029", "\v", "\f", "\x85"])
def test_every_line_break_becomes_a_plain_one(ending: str) -> None:
    assert clean(f"one{ending}two{ending}") == "one\ntwo\n"


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\udfff", "\u202e", "\u2066", "\ufdd0", "\uffff", "\U0010fffe"],
)
def test_a_character_that_nobody_means_is_dropped(character: str) -> None:
    assert clean(f"a{character}b") == "ab"


def test_of_all_unicode_only_the_named_kinds_are_dropped() -> None:
    every, between = range(sys.maxunicode + 1), "|"
    others = [code for code in every if code != ord(between)]
    cleaned = clean(between.join(map(chr, others))).split(between)
    dropped = {code for code, left in zip(others, cleaned, strict=True) if not left}
    controls = {code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc"} - set(
        map(ord, "\t\n\r\v\f\x85")
    )
    surrogates = set(range(0xD800, 0xE000))
    noncharacters = {plane + end for plane in every[::0x10000] for end in (0xFFFE, 0xFFFF)} | set(range(0xFDD0, 0xFDF0))
    overrides = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    assert dropped == controls | surrogates | noncharacters | overrides


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_what_is_cleaned_is_text_that_can_be_written_and_holds_no_control_character(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned
    assert all(unicodedata.category(character) != "Cc" or character in "\t\n" for character in cleaned)


@given(TYPED_TEXT)
def test_nothing_that_a_person_can_mean_is_lost(text: str) -> None:
    overrides = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    assert clean(text) == text.translate(overrides)
