"""Secrets: one passphrase however the keyboard spells it and never shown; a recovery code however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.checkin.text_cleaning import visible
from evolve_desktop.errors import MistypedCodeError, VaultError
from evolve_desktop.vault import credentials
from evolve_desktop.vault.credentials import ALPHABET, LENGTH, MAX_PASSPHRASE, PassphraseThrottle, Secret

CODE = "19QQ7-MY83F-KE6BZ-4AP5B-AJKAY-09QKC"
READ = CODE.replace("-", "")


def test_two_spellings_of_one_letter_are_one_passphrase() -> None:
    assert Secret.passphrase("caf\u00e9 \ufb01n") == Secret.passphrase("cafe\u0301 fin")


def test_case_and_spaces_of_a_passphrase_matter() -> None:
    assert len({Secret.passphrase(typed) for typed in ("a b", "A b", "ab", " a b")}) == 4


def test_half_a_character_is_taken_as_it_is() -> None:
    assert Secret.passphrase("\ud800") == Secret.passphrase("\ud800")


def test_a_secret_does_not_show_itself() -> None:
    assert "open sesame" not in repr(Secret.passphrase("open sesame"))


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(VaultError, match=r"^Please type a passphrase\.$"):
        Secret.passphrase("")


def test_an_endless_passphrase_is_refused() -> None:
    Secret.passphrase("x" * MAX_PASSPHRASE)
    with pytest.raises(VaultError, match="1,024 characters long at most"):
        Secret.passphrase("x" * (MAX_PASSPHRASE + 1))


def test_a_new_code_has_six_groups_of_five_unambiguous_characters() -> None:
    groups = credentials.new_recovery_code().split("-")
    assert [len(group) for group in groups] == [5] * 6
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("OILU") & set(ALPHABET)


def test_each_new_code_is_another_and_can_be_read() -> None:
    codes = {credentials.new_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert credentials.read_recovery_code(code) == code.replace("-", "")


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        READ,
        CODE.replace("-", " "),
        CODE.replace("-", "–"),  # noqa: RUF001  (a dash that a text program put there)
        "  " + CODE.replace("-", "\n") + "\t",
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("0", "o").replace("1", "I"),
        CODE.replace("-", " - "),
    ],
)
def test_case_spaces_hyphens_and_look_alikes_do_not_matter(typed: str) -> None:
    assert credentials.read_recovery_code(typed) == READ


def test_u_is_read_as_v() -> None:
    code = next(code for code in iter(credentials.new_recovery_code, "") if "V" in code)
    assert credentials.read_recovery_code(code.replace("V", "u")) == code.replace("-", "")


@given(place=st.integers(0, LENGTH - 1), letter=st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_told(place: int, letter: str) -> None:
    wrong = READ[:place] + letter + READ[place + 1 :]
    if letter == READ[place]:
        assert credentials.read_recovery_code(wrong) == READ
        return
    with pytest.raises(MistypedCodeError, match="one of its characters is another"):
        credentials.read_recovery_code(wrong)


@given(first=st.integers(0, LENGTH - 3), second=st.integers(0, LENGTH - 3))
def test_two_characters_that_changed_places_are_always_told(first: int, second: int) -> None:
    letters = list(READ)
    letters[first], letters[second] = letters[second], letters[first]
    if letters == list(READ):
        return
    with pytest.raises(MistypedCodeError):
        credentials.read_recovery_code("".join(letters))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "it has 30 characters, and here are 0"),
        (CODE[:-1], "it has 30 characters, and here are 29"),
        (CODE + "7", "it has 30 characters, and here are 31"),
        (CODE.replace("7", "!"), "it holds only letters and digits"),
        (CODE.replace("7", "é"), "it holds only letters and digits"),
    ],
)
def test_what_cannot_be_a_code_is_told_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(MistypedCodeError) as refused:
        credentials.read_recovery_code(typed)
    assert str(refused.value) == (
        f"This is not quite the recovery code: {reason}. Please compare it with your paper once more."
    )


WORDS = "correct horse battery"
UNSEEN = [
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u2028",
    "\u2060",
    "\ufe0f",
    "\x07",
    "\u202e",
]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_nobody_sees_in_a_new_passphrase_does_not_count(unseen: str) -> None:
    for pasted in (WORDS + unseen, unseen + WORDS, WORDS.replace(" ", unseen + " ")):
        assert Secret.chosen(pasted) == Secret.chosen(WORDS) == Secret.typed(WORDS)[0] == Secret.typed(pasted)[0]


@given(st.text(max_size=60).filter(visible), st.sampled_from(UNSEEN))
def test_a_passphrase_with_an_end_that_nobody_sees_is_tried_without_it_and_exactly(typed: str, unseen: str) -> None:
    tried = Secret.typed(typed + unseen)
    assert Secret.passphrase(typed + unseen) in tried
    assert Secret.typed(typed)[0] in tried


@pytest.mark.parametrize("end", ["\n", " "])
def test_an_end_that_an_older_version_sealed_is_tried_for_the_words_alone(end: str) -> None:
    assert Secret.passphrase(WORDS + end) in Secret.typed(WORDS)


def test_a_passphrase_in_which_nothing_can_be_seen_is_refused() -> None:
    with pytest.raises(VaultError, match=r"^Please type a passphrase\.$"):
        Secret.chosen(" \u200b\n")
    assert Secret.typed(" \u200b\n") == (Secret.passphrase(" \u200b\n"),)
    assert Secret.typed("") == ()


def test_the_longest_passphrase_is_tried_and_a_longer_one_refused() -> None:
    assert Secret.typed("x" * MAX_PASSPHRASE) == (Secret.passphrase("x" * MAX_PASSPHRASE),)
    for read in (Secret.typed, Secret.chosen):
        with pytest.raises(VaultError, match="1,024 characters long at most"):
            read("x" * (MAX_PASSPHRASE + 1))


def test_a_recovery_code_is_recognized_by_its_check_characters() -> None:
    tried = Secret.typed(f"{CODE.lower()}\u200b\n")
    assert tried[0] == Secret.recovery_code(CODE)
    assert Secret.chosen(CODE.lower()) in tried
    assert credentials.is_recovery_code(CODE)
    assert not credentials.is_recovery_code(CODE.replace("7", "8"))


def test_a_slip_in_a_code_typed_as_a_passphrase_is_told_and_words_are_not_taken_for_one() -> None:
    with pytest.raises(MistypedCodeError, match="one of its characters is another"):
        credentials.require_no_slip(Secret.typed(CODE.replace("7", "8")))
    credentials.require_no_slip(Secret.typed(CODE))
    credentials.require_no_slip(Secret.typed("x" * LENGTH))
    credentials.require_no_slip(Secret.typed(""))


def test_a_wait_that_is_long_over_is_none() -> None:
    now = [0.0]
    throttle = PassphraseThrottle(lambda: now[0])
    now[0] = 100.0
    assert throttle.wait == 0
