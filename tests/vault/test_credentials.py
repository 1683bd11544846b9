"""Secrets: one passphrase however the keyboard spells it, and never shown."""

import pytest

from evolve_desktop.errors import VaultError
from evolve_desktop.vault.credentials import MAX_PASSPHRASE, Secret


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
    with pytest.raises(VaultError, match="1024 characters long at most"):
        Secret.passphrase("x" * (MAX_PASSPHRASE + 1))
