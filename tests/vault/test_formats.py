"""A file of every format that was ever written opens for ever; these files are never made again."""

import base64
import hashlib
import json
import struct
from datetime import datetime
from pathlib import Path

import nacl.bindings
import pytest
from nacl.pwhash import argon2id

from evolve_desktop.checkin.diary import VERSION, Diary
from evolve_desktop.vault.diary_json import from_json, to_json
from evolve_desktop.vault.vault import Vault

DATA = Path(__file__).parent.parent / "data"
PASSPHRASE = "Grüße aus dem Café"  # noqa: S105  (it opens a file of this folder only)
CODE = "WS0JY-S196R-3YGJM-7W3ZF-NXD5Y-GS9YC"


@pytest.fixture
def expected() -> Diary:
    return from_json((DATA / "vault" / "answers-1.json").read_bytes())


def test_answers_of_version_1_open_without_contacts_and_are_written_anew_in_the_present_version(
    expected: Diary,
) -> None:
    assert expected.contacts == ()
    written = json.loads(to_json(expected))
    assert written.pop("contacts") == []
    assert written.pop("version") == VERSION
    first = json.loads((DATA / "vault" / "answers-1.json").read_bytes())
    assert first.pop("version") == 1
    assert written == first


@pytest.mark.parametrize(("secret", "is_code"), [(PASSPHRASE, False), (CODE, True)], ids=["phrase", "code"])
def test_a_sealed_file_of_format_1_opens(folder: Path, expected: Diary, secret: str, *, is_code: bool) -> None:
    vault = Vault(folder, datetime.now)
    assert vault.restore_from(DATA / "vault" / "format-1-sealed.evolve", secret, is_code=is_code) == expected
    assert vault.has_recovery_code


def test_a_plain_file_of_format_1_opens(folder: Path, expected: Diary) -> None:
    assert Vault(folder, datetime.now).restore_from(DATA / "vault" / "format-1-plain.evolve") == expected


def test_a_sealed_file_of_format_1_can_be_read_with_libsodium_alone(expected: Diary) -> None:
    """The steps of docs/vault-format.md, without any code of ours until the JSON is there."""
    data = (DATA / "vault" / "format-1-sealed.evolve").read_bytes()
    magic, version, length = struct.unpack_from("<8sHI", data)
    assert (magic, version) == (b"\x89EVOLVE\n", 1)
    prefix, rest = data[: 14 + length], data[14 + length :]
    slot = json.loads(prefix[14:])["slots"][0]
    salt, closed = (base64.b64decode(slot[field]) for field in ("salt", "key"))
    derived = argon2id.kdf(32, PASSPHRASE.encode(), salt, slot["passes"], slot["memory_kib"] * 1024)
    decrypt = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt
    data_key = decrypt(closed[24:], slot["kind"].encode(), closed[:24], derived)
    padded = decrypt(rest[24:], prefix, rest[:24], data_key)
    assert from_json(padded.rstrip(b"\0")[:-1]) == expected


def test_a_plain_file_of_format_1_can_be_read_with_sha_256_alone(expected: Diary) -> None:
    data = (DATA / "vault" / "format-1-plain.evolve").read_bytes()
    end = 14 + struct.unpack_from("<I", data, 10)[0]
    prefix, digest, padded = data[:end], data[end : end + 32], data[end + 32 :]
    assert hashlib.sha256(prefix + padded).digest() == digest
    assert from_json(padded.rstrip(b"\0")[:-1]) == expected
