"""Sealed and plain files: what goes in comes out, and nothing else does."""

import time

import msgspec
import nacl.bindings
import nacl.exceptions
import nacl.pwhash.argon2id
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.errors import (
    DamagedVaultError,
    PassphraseNeededError,
    RefusedError,
    VaultError,
    WrongPassphraseError,
)
from evolve_desktop.vault import credentials
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.diary_json import MAX_BYTES
from evolve_desktop.vault.encryption import BLOCK, MAX_FILE, Sealing
from evolve_desktop.vault.file_header import split
from evolve_desktop.vault.key_slots import KdfCost, KeySlot, unwrap_key
from tools.fault_injection.vault_workload import CHEAP

PASSPHRASE = Secret.passphrase("a long walk in the rain")
OTHER = Secret.passphrase("a long walk in the sun")
CODE = Secret.recovery_code(credentials.new_recovery_code())
SEALED = Sealing.new([PASSPHRASE, CODE], CHEAP)


@given(st.binary(max_size=3 * BLOCK))
def test_what_was_sealed_comes_back(content: bytes) -> None:
    for sealing in (SEALED, Sealing.plain()):
        assert sealing.unseal(sealing.seal(content)) == content


def test_passphrase_and_recovery_code_open_the_same_file() -> None:
    data = SEALED.seal(b"words")
    assert [Sealing.of(data, secret).unseal(data) for secret in (PASSPHRASE, CODE)] == [b"words", b"words"]


def test_a_plain_file_opens_with_no_secret_and_with_any() -> None:
    data = Sealing.plain().seal(b"words")
    assert Sealing.of(data).unseal(data) == Sealing.of(data, OTHER).unseal(data) == b"words"


def test_the_size_of_a_file_tells_only_how_many_blocks_it_has() -> None:
    assert len(SEALED.seal(b"")) == len(SEALED.seal(b"x" * (BLOCK - 1)))
    assert len(SEALED.seal(b"x" * BLOCK)) - len(SEALED.seal(b"")) == BLOCK


def test_the_words_are_not_in_a_sealed_file_and_no_two_files_are_alike() -> None:
    first, second = SEALED.seal(b"heliotrope"), SEALED.seal(b"heliotrope")
    assert b"heliotrope" not in first
    assert first != second


def test_each_sealing_has_a_key_of_its_own() -> None:
    assert Sealing.new([PASSPHRASE], CHEAP).data_key != Sealing.new([PASSPHRASE], CHEAP).data_key


def test_a_key_does_not_show_itself() -> None:
    assert repr(SEALED.data_key) not in repr(SEALED)


def test_another_passphrase_is_told_as_such() -> None:
    with pytest.raises(WrongPassphraseError, match="This passphrase does not open your check-ins"):
        Sealing.of(SEALED.seal(b""), OTHER)


def test_another_code_is_told_as_such() -> None:
    with pytest.raises(WrongPassphraseError, match="This recovery code does not open your check-ins"):
        Sealing.of(SEALED.seal(b""), Secret.recovery_code(credentials.new_recovery_code()))


def test_a_code_for_a_file_without_one_is_told_as_such() -> None:
    with pytest.raises(WrongPassphraseError, match="This file was kept without a recovery code"):
        Sealing.of(Sealing.new([PASSPHRASE], CHEAP).seal(b""), CODE)


def test_a_sealed_file_asks_for_a_passphrase() -> None:
    with pytest.raises(PassphraseNeededError, match="Please type your passphrase"):
        Sealing.of(SEALED.seal(b""))


@pytest.mark.parametrize("sealing", [SEALED, Sealing.plain()], ids=["sealed", "plain"])
def test_every_single_byte_is_guarded(sealing: Sealing) -> None:
    data = sealing.seal(b"I ask when I don't understand something.")
    for at in range(len(data)):
        damaged = bytearray(data)
        damaged[at] ^= 1 << at % 8
        with pytest.raises(DamagedVaultError):
            Sealing.of(bytes(damaged), PASSPHRASE).unseal(bytes(damaged))


def test_a_damaged_content_behind_a_right_passphrase_says_both() -> None:
    data = SEALED.seal(b"words")
    with pytest.raises(DamagedVaultError) as damaged:
        Sealing.of(data, PASSPHRASE).unseal(data[:-1] + bytes([data[-1] ^ 1]))
    assert str(damaged.value).startswith("Your passphrase is right, but the content of the file is damaged.")


def test_a_damaged_plain_file_speaks_of_no_passphrase() -> None:
    data = Sealing.plain().seal(b"words")
    with pytest.raises(DamagedVaultError) as damaged:
        Sealing.plain().unseal(data[:-1] + b"x")
    assert "passphrase" not in str(damaged.value)


def test_the_content_of_one_vault_is_no_content_of_another() -> None:
    with pytest.raises(DamagedVaultError):
        SEALED.unseal(Sealing.new([PASSPHRASE], CHEAP).seal(b"words"))


def test_a_header_cannot_be_swapped_for_that_of_another_vault() -> None:
    theirs = Sealing.new([PASSPHRASE], CHEAP)
    swapped = theirs.prefix + SEALED.seal(b"words")[len(SEALED.prefix) :]
    with pytest.raises(DamagedVaultError):
        Sealing.of(swapped, PASSPHRASE).unseal(swapped)


def test_more_than_a_file_holds_is_refused_before_it_is_written() -> None:
    full = SEALED.seal(bytes(MAX_BYTES))
    assert len(full) <= MAX_FILE
    assert len(SEALED.unseal(full)) == MAX_BYTES
    with pytest.raises(VaultError, match="larger than the 16 MB"):
        SEALED.seal(bytes(MAX_BYTES + 1))


def test_a_file_that_is_too_large_is_not_opened() -> None:
    with pytest.raises(DamagedVaultError):
        SEALED.unseal(SEALED.prefix + bytes(MAX_FILE))
    data = SEALED.seal(b"words")
    assert SEALED.unseal(data, len(data)) == b"words"
    with pytest.raises(DamagedVaultError):
        SEALED.unseal(data, len(data) - 1)


def test_a_plain_file_of_a_broken_block_is_damaged_even_with_its_checksum() -> None:
    plain = Sealing.plain()
    for padded in (b"", b"\x80", bytes(BLOCK)):
        digest = nacl.bindings.crypto_hash_sha256(plain.prefix + padded)
        with pytest.raises(DamagedVaultError):
            plain.unseal(plain.prefix + digest + padded)


def test_the_cost_is_at_least_64_mb_and_three_passes_unless_a_test_asks_for_less() -> None:
    started = time.perf_counter()
    sealing = Sealing.new([PASSPHRASE], KdfCost())
    took = time.perf_counter() - started
    slot = split(sealing.seal(b""))[0].slots[0]
    assert (slot.passes, slot.memory_kib) == (3, 64 * 1024)
    assert took > 0.01
    assert Sealing.of(sealing.seal(b""), PASSPHRASE) == sealing


def test_the_key_is_what_libsodium_makes_of_the_passphrase() -> None:
    slot = split(Sealing.new([PASSPHRASE], KdfCost(passes=2, memory_kib=16)).seal(b""))[0].slots[0]
    derived = nacl.pwhash.argon2id.kdf(32, b"a long walk in the rain", slot.salt, opslimit=2, memlimit=16 * 1024)
    nonce, closed = slot.key[:24], slot.key[24:]
    opened = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(closed, b"passphrase", nonce, derived)
    assert opened == unwrap_key(slot, PASSPHRASE)


def test_memory_that_is_not_there_is_a_refusal_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object, **__: object) -> bytes:
        raise nacl.exceptions.RuntimeError

    monkeypatch.setattr(nacl.pwhash.argon2id, "kdf", no_memory)
    with pytest.raises(RefusedError, match="64 MB of memory are not free") as refused:
        Sealing.new([PASSPHRASE], KdfCost())
    assert refused.value.reason == "64 MB of memory are not free"


def test_a_slot_knows_whether_it_is_whole() -> None:
    slot = split(SEALED.seal(b""))[0].slots[1]
    assert isinstance(slot, KeySlot)
    assert slot.is_whole
    assert not msgspec.structs.replace(slot, passes=2).is_whole
