"""The reading grade: its rule for syllables, what is graded, and that hard sentences are doubts and not faults."""

from pathlib import Path

import msgspec
import pytest

from evolve_desktop.cli import main
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.reading_grade import (
    arabic_grade,
    hard_sentences,
    has_formula,
    inflesz,
    reading_grade,
    sentences,
    spanish_syllables,
    syllables,
)
from tests.content.conftest import Change

TRUST = "These lines come from the article. There are no right answers and no score."

LEFT_HARD = {
    "help_lines.toml: anywhere.no_emergency",  # five words that everybody knows
    "help_lines.toml: countries[9].no_emergency",
    "guide.toml: about.lines[1]",  # names of licenses and libraries
    "guide.toml: about.lines[3]",
}


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "i page rules phone the asked stopped one taught tries skilled"),
        (2, "little moment someone something sometimes being going trying people couldn't didn't"),
        (2, "safely useful lifeline beyond tables settled wanted changes healing private create doesn\u2019t"),
        (3, "anyone therapist another everything emotion employer article serious diary media"),
        (4, "january emergency seriously reality vulnerable"),
        (5, "communication possibility"),
        (7, "confidentiality"),
    ],
)
def test_syllables_are_groups_of_vowels_without_a_silent_e(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_grade_is_the_formula_of_flesch_and_kincaid() -> None:
    sentence = "I can be myself in the room."
    assert reading_grade(sentence) == round(0.39 * 7 + 11.8 * 8 / 7 - 15.59, 1)


@pytest.mark.parametrize("text", ["Anywhere", "Confidentiality information", "My therapist's supervisor", ""])
def test_a_title_is_no_sentence_and_has_no_grade(text: str) -> None:
    assert reading_grade(text) == 0


def test_numbers_addresses_and_blanks_are_not_words() -> None:
    plain = reading_grade("You can call or write to them.")
    assert reading_grade("You can call 0800 111 0111 or write to them. findahelpline.com/en {number}") == plain


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (TRUST, ["These lines come from the article.", "There are no right answers and no score."]),
        ("Say “no.” Then wait.", ["Say “no.”", "Then wait."]),
        ("It is by The Qt Company Ltd. and others.", ["It is by The Qt Company Ltd. and others."]),
        ("Talk to someone: a doctor, a friend.", ["Talk to someone:", "a doctor, a friend."]),
        ("free · day and night\nask", ["free", "day and night", "ask"]),
    ],
)
def test_a_text_is_read_sentence_by_sentence(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_the_article_its_quotations_sources_and_names_are_not_graded(pack: Pack) -> None:
    graded = list(hard_sentences(pack, above=-20))
    assert not [found.place for found in graded if found.place.startswith("article.md")]
    assert not [found.place for found in graded if found.place.endswith((".source", ".source_url", ".id", ".name"))]
    overnight = next(found for found in graded if "overnight" in found.sentence)
    assert (overnight.place, overnight.grade) == ("checklist.toml: all_not_yet", 0)


def in_language(pack: Pack, language: str) -> Pack:
    return msgspec.structs.replace(pack, about=msgspec.structs.replace(pack.about, language=language))


def test_a_pack_in_a_language_without_a_formula_is_not_graded(pack: Pack) -> None:
    assert list(hard_sentences(pack))
    assert list(hard_sentences(in_language(pack, "fi"))) == []
    assert not has_formula("fi")
    assert has_formula("es-MX")


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "que hoy ya pie bien quien"),
        (2, "guía día mayor creer aquí sesión"),
        (3, "confianza leído vergüenza línea despacio"),
        (4, "terapeuta energía"),
    ],
)
def test_spanish_syllables_take_weak_vowels_to_a_strong_one(count: int, words: str) -> None:
    assert {word: spanish_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_spanish_is_measured_on_the_scale_of_inflesz(pack: Pack) -> None:
    easy, hard = "No hay que ir más de prisa.", "La confidencialidad profesional necesita autorización explícita."
    assert inflesz(easy) == round(206.835 - 62.3 * 8 / 7 - 7, 1)
    assert inflesz("Dos palabras") == 100
    checklist = msgspec.structs.replace(pack.checklist, lead=f"{easy} {hard}", items=(), parts=())
    found = hard_sentences(in_language(msgspec.structs.replace(pack, checklist=checklist), "es"))
    (graded,) = [graded for graded in found if graded.place == "checklist.toml: lead"]
    assert (graded.sentence, graded.scale) == (hard, "INFLESZ")


def test_arabic_is_measured_by_letters_and_words_whatever_its_vowel_marks() -> None:
    plain, marked = "كتب الولد في البيت درسا", "كَتَبَ الوَلَدُ في البَيْتِ دَرْسًا"
    assert arabic_grade(plain) == arabic_grade(marked) == round(4.71 * 19 / 5 + 0.5 * 5 - 21.43, 1)
    assert arabic_grade("كلمتان فقط") == 0


@pytest.mark.parametrize("text", ["هل هذا ممكن؟ نعم.", "يقول المقال: «نعم.» هذا كل شيء."])
def test_an_arabic_text_is_read_sentence_by_sentence(text: str) -> None:
    assert len(sentences(text)) > 1


def test_no_sentence_of_ours_is_above_grade_eight_but_those_with_a_reason(pack: Pack) -> None:
    hard = [found for found in hard_sentences(pack, above=8) if not found.place.startswith("red_flags.toml")]
    assert {found.place for found in hard} <= LEFT_HARD, hard


def test_a_hard_sentence_is_told_with_its_grade_and_is_no_fault(
    change: Change, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hard = "Practitioners appreciate uninterrupted conversational confidentiality."
    change("checklist.toml", "Skip any line.", hard)
    assert main(["check-content", str(folder)]) == 0
    first, *doubts = capsys.readouterr().out.splitlines()
    assert first == f"{folder}: no faults"
    assert f"checklist.toml: lead: reading grade {reading_grade(hard)}: {hard}" in doubts
