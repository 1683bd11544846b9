"""A sentence of an error is English, and can be said in another language with the same values."""

import pytest

from evolve_desktop.errors import ContentError, RefusedError, Sentence, UsageError, said

SPANISH = {
    "{path}: is larger than {limit} bytes": "{path}: ocupa más de {limit} bytes",
    "{what}. Try again.": "{what}. Inténtalo otra vez.",
    "the folder is gone": "la carpeta ya no está",
    "is missing": "falta",
}


def in_spanish(text: str) -> str:
    return said(text, lambda form: SPANISH.get(form, form), lambda number: f"{number:,}".replace(",", "."))


def test_an_error_says_its_values_in_english() -> None:
    error = UsageError("{path}: is larger than {limit} bytes", path="a {b}", limit=16000)
    assert str(error) == "a {b}: is larger than 16,000 bytes"
    assert in_spanish(str(error)) == "a {b}: ocupa más de 16.000 bytes"


def test_a_sentence_in_a_sentence_is_said_too() -> None:
    sentence = Sentence("{what}. Try again.", what=Sentence("the folder is gone"))
    assert sentence == "the folder is gone. Try again."
    assert in_spanish(sentence) == "la carpeta ya no está. Inténtalo otra vez."


@pytest.mark.parametrize("text", ["{half", "what {0} is", "a plain text"])
def test_a_text_of_another_origin_stays_as_it_is(text: str) -> None:
    assert str(UsageError(text)) == text
    assert in_spanish(text) == in_spanish(str(UsageError(text))) == text


def test_every_fault_of_a_pack_is_said() -> None:
    error = ContentError((Sentence("is missing"), "article.md: {strange}"))
    assert str(error) == "is missing\narticle.md: {strange}"
    assert in_spanish(str(error)) == "falta\narticle.md: {strange}"


def test_a_refusal_keeps_the_reason_of_the_system() -> None:
    error = RefusedError("Not kept: {reason}. Try again.", Sentence("is missing"))
    assert (str(error), error.reason) == ("Not kept: is missing. Try again.", "is missing")
