"""A file of every format that was ever written opens for ever; these files are never made again."""

import base64
import hashlib
import json
import struct
from datetime import datetime
from pathlib import Path

import msgspec
import nacl.bindings
import pytest
from nacl.pwhash import argon2id

from evolve_desktop.checkin.answered_wording import answered_text
from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import VERSION, Diary
from evolve_desktop.errors import NewerVaultError, VaultError
from evolve_desktop.vault.diary_json import MAX_BYTES, from_json, to_json
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_names import MAIN
from evolve_desktop.vault.vault import Vault
from tests.wordings import FIRST, FIRST_WORDS

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
    assert written.pop("wordings") == {FIRST.key: json.loads(FIRST_WORDS.read_bytes())}
    assert {check_in.pop("wording") for check_in in written["check_ins"]} == {FIRST.key}
    first = json.loads((DATA / "vault" / "answers-1.json").read_bytes())
    assert first.pop("version") == 1
    assert written == first


def test_answers_of_version_2_open_with_the_words_of_their_time_and_are_written_anew(doctor: Contact) -> None:
    data = (DATA / "vault" / "answers-2.json").read_bytes()
    found = from_json(data)
    assert found.contacts == (doctor,)
    (check_in,) = found.check_ins
    assert check_in.wording == FIRST
    assert answered_text(check_in, "R02") == json.loads(FIRST_WORDS.read_bytes())["lines"]["R02"]
    written, second = json.loads(to_json(found)), json.loads(data)
    assert (second.pop("version"), written.pop("version")) == (2, VERSION)
    assert list(written.pop("wordings")) == [written["check_ins"][0].pop("wording")]
    assert written == second


def test_answers_of_version_3_open_with_their_words_and_what_was_agreed() -> None:
    data = (DATA / "vault" / "answers-3.json").read_bytes()
    found = from_json(data)
    check_in, spanish = found.check_ins
    assert check_in.agreed == "We begin with a look at the plan."
    assert answered_text(check_in, "R03") == "I feel unsafe."
    assert (check_in.older[0].line, check_in.older[0].wording, check_in.older[0].flag) == ("R03", FIRST, FlagReply.YES)
    assert answered_text(check_in, "C16") == FIRST.words.lines["C16"]
    assert spanish.wording is not None
    assert (spanish.wording.words.language, answered_text(spanish, "C03")) == (
        "es",
        "Pregunto cuando no entiendo algo.",
    )
    assert to_json(found) == data


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_older_diary_keeps_words_and_agreement_through_backup_restore_export_and_import(
    vault: Vault, folder: Path, tmp_path: Path, version: int
) -> None:
    found = from_json((DATA / "vault" / f"answers-{version}.json").read_bytes())
    vault.create(found, "three green herons")
    vault.back_up(tmp_path / "backup.evolve")
    vault.lock()
    assert vault.open("three green herons") == found
    other = Vault(folder.with_name("other"), datetime.now)
    restored = other.restore_from(tmp_path / "backup.evolve", "three green herons")
    assert restored == found
    other.export_json(restored, tmp_path / "answers.json")
    assert other.import_json(Diary(), tmp_path / "answers.json") == found
    assert other.import_json(restored, tmp_path / "answers.json") == found


def test_the_version_before_says_that_a_file_is_newer_and_leaves_it_untouched(
    vault: Vault, folder: Path, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary, "three green herons")
    vault.lock()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr("evolve_desktop.vault.diary_json.VERSION", 2)
    with pytest.raises(NewerVaultError, match="kept by a newer version of this app"):
        Vault(folder, datetime.now).open("three green herons")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


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


def full_of_version_2() -> bytes:
    """Return a diary that version 2 filled, almost to the last byte."""
    one = '{{"id":"n{}","started":"2025-01-01","answers":{{"C01":{{"note":"{}"}}}}}}'
    count = MAX_BYTES // 18_100
    check_ins = [one.format(number, "x" * 18_000) for number in range(count)]
    head, tail = '{"version":2,"contacts":[],"check_ins":[', "]}"
    left = MAX_BYTES - len(head) - len(tail) - sum(len(text) + 1 for text in check_ins)
    check_ins[0] = one.format(0, "x" * (18_000 + min(left, 1_999)))
    check_ins += [one.format(f"m{number}", "x" * 1_900) for number in range(max(0, left - 2_000) // 2_000)]
    return f"{head}{','.join(check_ins)}{tail}".encode()


def test_what_version_2_filled_opens_says_that_it_is_too_large_and_can_be_made_smaller(
    vault: Vault, folder: Path, tmp_path: Path
) -> None:
    content = full_of_version_2()
    assert MAX_BYTES - 4_000 < len(content) <= MAX_BYTES
    folder.mkdir(mode=0o700)
    (folder / MAIN).write_bytes(Sealing.plain().seal(content))
    copy = tmp_path / "copy"
    copy.write_bytes(Sealing.plain().seal(content))
    opened = vault.open()
    with pytest.raises(VaultError, match=r"were not kept\. Please export them, then delete some\."):
        vault.save(opened)
    vault.export_json(opened, tmp_path / "answers.json")
    assert from_json((tmp_path / "answers.json").read_bytes()) == opened
    fewer = msgspec.structs.replace(opened, check_ins=opened.check_ins[5:])
    vault.save(fewer)
    assert vault.open() == fewer
    assert vault.restore_from(copy) == opened
    assert vault.open() == opened
    vault.erase()
    assert vault.restore_from(copy) == opened
    assert vault.open() == opened
