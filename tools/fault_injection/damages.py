"""Damaged files: each must be noticed, never shown as good, and never written to."""

import random
from collections.abc import Callable
from pathlib import Path

from evolve_desktop.errors import DamagedVaultError, VaultError
from evolve_desktop.vault.file_names import MAIN
from tools.fault_injection.results import Tally
from tools.fault_injection.vault_workload import diary, vault_in

Damage = Callable[[bytes, random.Random], bytes]


def _bit(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _bit_of_the_header(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(min(len(data), 400))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _overwritten(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    piece = chance.randbytes(chance.randrange(1, 64))
    return data[:at] + piece + data[at + len(piece) :]


def _zeroed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    gone = min(chance.choice((1, 16, 512, 4096)), len(data) - at)
    return data[:at] + bytes(gone) + data[at + gone :]


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _longer(data: bytes, chance: random.Random) -> bytes:
    return data + chance.choice((b"\0", chance.randbytes(7), bytes(4096), data))


def _piece_lost(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randrange(1, 600) :]


def _swapped(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.sample(range(0, len(data) - 64, 64), 2))
    return (
        data[:first]
        + data[second : second + 64]
        + data[first + 64 : second]
        + data[first : first + 64]
        + (data[second + 64 :])
    )


def _digit(data: bytes, chance: random.Random) -> bytes:
    places = [at for at, byte in enumerate(data[:1000]) if chr(byte).isdigit()]
    at = chance.choice(places)
    return data[:at] + str(chance.randrange(10)).encode() + data[at + 1 :]


DAMAGES: tuple[Damage, ...] = (
    _bit, _bit_of_the_header, _overwritten, _zeroed, _cut_off, _longer, _piece_lost, _swapped, _digit,
)  # fmt: skip


def damage(folder: Path, passphrase: str, times: int, tally: Tally, *, seed: int = 0) -> None:
    """Damage a good file in many ways and open each result."""
    chance = random.Random(seed)  # noqa: S311  (to be repeated, not to be secret)
    vault = vault_in(folder)
    vault.create(diary(5), passphrase)
    path = folder / MAIN
    whole = path.read_bytes()
    while tally.tries < times:
        damaged = DAMAGES[tally.tries % len(DAMAGES)](whole, chance)
        if damaged == whole:
            continue
        tally.tries += 1
        path.write_bytes(damaged)
        try:
            vault.open(passphrase)
        except DamagedVaultError:
            tally.noticed += 1
        except VaultError as error:
            tally.failures.append(f"told as {type(error).__name__}: {error}")
        else:
            tally.silently_wrong += 1
        if path.read_bytes() != damaged:
            tally.fail("the damaged file was written to")
