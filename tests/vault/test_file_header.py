"""The header of a kept file: bounded, spelt in one way only, and honest about newer formats."""

import json
import struct
import time
import tracemalloc

import pytest

from evolve_desktop.errors import DamagedVaultError, NewerVaultError
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.diary_json import MAX_BYTES
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_header import MAGIC, MAX_HEADER, Mode, split
from evolve_desktop.vault.key_slots import MAX_MEMORY_KIB, MAX_PASSES
from tools.fault_injection.vault_workload import CHEAP

SEALED = Sealing.new([Secret.passphrase("rain")], CHEAP)
HEADER: dict[str, object] = json.loads(SEALED.prefix[14:])


def file_with(header: bytes, version: int = 1, length: int | None = None) -> bytes:
    return MAGIC + struct.pack("<HI", version, len(header) if length is None else length) + header + bytes(4136)


def compact(header: object) -> bytes:
    return json.dumps(header, separators=(",", ":")).encode()


def with_slot(**fields: object) -> bytes:
    slots = HEADER["slots"]
    assert isinstance(slots, list)
    return compact({**HEADER, "slots": [{**slots[0], **fields}]})


def test_the_bounds_are_those_that_the_format_promises() -> None:
    assert (MAX_PASSES, MAX_MEMORY_KIB, MAX_BYTES) == (10, 262_144, 16_777_216)  # as docs/vault-format.md has them


def test_a_header_says_what_mode_the_file_has() -> None:
    header, prefix, content = split(SEALED.seal(b""))
    assert header.mode is Mode.SEALED
    assert prefix == SEALED.prefix
    assert prefix + content == SEALED.prefix + content
    assert split(Sealing.plain().seal(b""))[0].mode is Mode.PLAIN


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04" + bytes(100),
        MAGIC,
        MAGIC + b"\x01\x00\xff\xff\xff\xff",
        SEALED.prefix[:-1],
        file_with(b""),
        file_with(b"{}"),
        file_with(b"[]"),
        file_with(b"null"),
        file_with(b"\xff\xfe"),
        file_with(b'{"format":1,"mode":"plain","slots":[]}', version=0),
        file_with(b'{"format":2,"mode":"plain","slots":[]}'),
        file_with(b'{"format":1,"mode":"sealed","slots":[]}'),
        file_with(b'{"format":1,"mode":"open","slots":[]}'),
        file_with(b'{"format":1,"mode":"plain","slots":[]} '),
        file_with(b'{"format":1,"mode":"plain","slots":[],"slots":[]}'),
        file_with(b'{"mode":"plain","format":1,"slots":[]}'),
        file_with(b'{"format":1,"mode":"plain","slots":[],"more":1}'),
        file_with(b'{"format":NaN,"mode":"plain","slots":[]}'),
        file_with(b'{"format":1.0,"mode":"plain","slots":[]}'),
        file_with(b'{"format":1,"mode":"plain","slots":' + b"[" * 3000),
        file_with(compact({**HEADER, "mode": "plain"})),
        file_with(compact({**HEADER, "slots": [*HEADER["slots"], *HEADER["slots"]]})),  # type: ignore[misc]  # a list
        file_with(compact({**HEADER, "slots": [*HEADER["slots"]] * 3})),  # type: ignore[misc]  # a list
        file_with(b"x" * (MAX_HEADER + 1)),
        file_with(with_slot(passes=0)),
        file_with(with_slot(passes=MAX_PASSES + 1)),
        file_with(with_slot(passes=2**31)),
        file_with(with_slot(memory_kib=7)),
        file_with(with_slot(memory_kib=MAX_MEMORY_KIB + 1)),
        file_with(with_slot(memory_kib=16)),
        file_with(with_slot(salt="AAAA")),
        file_with(with_slot(key="AAAA")),
        file_with(with_slot(check="")),
        file_with(with_slot(check="AAAAAAAAAAA=")),
        file_with(with_slot(kind="recovery code")),
        file_with(with_slot(kind="hint")),
    ],
)
def test_what_no_version_writes_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedVaultError, match=r"damaged: .* It was left as it is"):
        split(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK", "it does not begin like one of our files"),
        (file_with(b" " * (MAX_HEADER + 1)), "its header is longer than it can be"),
        (SEALED.prefix[:-1], "its header is longer than it can be"),
        (file_with(b"{}"), "its header cannot be read"),
        (file_with(b'{"format":1,"mode":"plain","slots":[]} '), "its header is not as it was written"),
        (file_with(with_slot(memory_kib=16)), "a key slot is not as it was written"),
    ],
)
def test_the_person_reads_what_is_damaged_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(DamagedVaultError) as damaged:
        split(data)
    assert str(damaged.value) == (
        f"The file with your check-ins is damaged: {reason}. It was left as it is. Please choose an earlier copy."
    )


def test_a_newer_format_is_told_as_such_whatever_else_it_holds() -> None:
    with pytest.raises(NewerVaultError, match=r"kept by a newer version of this app. They were left untouched"):
        split(file_with(b'{"format":7,"locks":[{"how":"unknown"}]}', version=7))


@pytest.mark.parametrize("header", [b'{"format":1,"mode":"plain","slots":[]}', b"{}", b"\x00", b'{"format":8}'])
def test_a_damaged_version_does_not_pass_for_a_newer_one(header: bytes) -> None:
    with pytest.raises(DamagedVaultError):
        split(file_with(header, version=7))


def test_a_hostile_header_costs_neither_memory_nor_time() -> None:
    hostile = file_with(b'{"format":9,"x":' + b"[" * (MAX_HEADER - 20), version=9, length=MAX_HEADER)
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(DamagedVaultError):
        split(hostile)
    assert time.perf_counter() - started < 0.5
    assert tracemalloc.get_traced_memory()[1] < 2 * 1024**2
    tracemalloc.stop()
