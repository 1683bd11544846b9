"""Where a run of typing ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.session import Keystroke


def goes_on(first: str, second: str, third: str) -> bool:
    last, key = Keystroke.between("note", first, second), Keystroke.between("note", second, third)
    assert last is not None
    assert key is not None
    return key.goes_on(last)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (("", "a", "ab"), "the next letter"),
        (("hel", "hell", "helll"), "the same letter again"),
        (("a ", "a b", "a bc"), "the second letter of a word"),
        (("a", "a ", "a b"), "the first letter of a word, after its space"),
        (("xz", "xaz", "xabz"), "in the middle of a word"),
        (("abc", "ab", "a"), "backspace"),
        (("xabc", "xbc", "xc"), "the delete key"),
        (("", "👩", "👩🏽"), "a mark that joins the last character"),
    ],
)
def test_a_word_goes_on(texts: tuple[str, str, str], why: str) -> None:
    assert goes_on(*texts), why


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (("a", "ab", "ab "), "a space ends a word"),
        (("a", "ab", "ab\n"), "a line break ends a word"),
        (("ab", "abc", "ab"), "taking back what was typed"),
        (("abc", "ab", "abd"), "typing after taking away"),
        (("ab", "abc", "xabc"), "typing elsewhere"),
        (("ab c", "ab ", "ab"), "a space taken away"),
        (("abcdef", "abcde", "bcde"), "taking away elsewhere"),
    ],
)
def test_a_word_ends(texts: tuple[str, str, str], why: str) -> None:
    assert not goes_on(*texts), why


def test_another_field_is_another_run() -> None:
    last, key = Keystroke.between("note C01", "", "a"), Keystroke.between("note C02", "a", "ab")
    assert last is not None
    assert key is not None
    assert not key.goes_on(last)


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("", "ab"), ("abc", "a"), ("abc", "abd"), ("ab", "xyz"), ("ab", "a\u0301c")]
)
def test_a_paste_or_a_replacement_is_no_keystroke(before: str, after: str) -> None:
    assert Keystroke.between("note", before, after) is None


@given(st.text(max_size=8), st.data())
def test_a_keystroke_says_exactly_what_changed(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    character = data.draw(st.characters())
    longer = text[:place] + character + text[place:]
    typed, removed = Keystroke.between("f", text, longer), Keystroke.between("f", longer, text)
    assert typed is not None
    assert removed is not None
    assert (typed.is_typed, removed.is_typed) == (True, False)
    assert text[: typed.place] + typed.character + text[typed.place :] == longer
    assert longer[: removed.place] + longer[removed.place + 1 :] == text
