"""Kills processes (SIGKILL) in the middle of saves and of key changes."""

import os
import random
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from evolve_desktop.errors import VaultError
from tools.fault_injection.forks import ENDED, forking
from tools.fault_injection.results import Tally
from tools.fault_injection.vault_workload import (
    FIRST,
    MARKER,
    SECOND,
    change_key,
    diary,
    number_of,
    save_for_ever,
    vault_in,
)

_LONGEST_SAVES_S = 0.03
_LONGEST_CHANGE_S = 0.006
_PASSPHRASES = (FIRST, SECOND, "")


_WORKLOAD = "tools.fault_injection.vault_workload"


def _killed(
    here: Connection, target: Callable[..., None], arguments: tuple[object, ...], after_s: float
) -> list[object]:
    """Run the target in a fork, kill it some time after its first output, and return all output."""
    here.send((target, arguments))
    fork = here.recv()
    words = [here.recv()]
    time.sleep(after_s)
    os.kill(fork, signal.SIGKILL)
    words += iter(here.recv, ENDED)
    return words


def kill_saves(folder: Path, times: int, tally: Tally, *, seed: int = 0) -> None:
    """Kill a process that saves without a pause; the vault has the reported saves and at most one more."""
    chance = random.Random(seed)  # noqa: S311  (to be repeated, not to be secret)
    vault = vault_in(folder)
    vault.create(diary(0), FIRST)
    with forking(_WORKLOAD) as here:
        for _ in range(times):
            told = _killed(here, save_for_ever, (folder, FIRST), chance.random() * _LONGEST_SAVES_S)
            tally.tries += 1
            tally.acknowledged += len(told)
            try:
                found = number_of(vault.open(FIRST))
            except (VaultError, ValueError) as error:
                tally.fail(f"after {told[-1]}: {error}")
                return
            if found not in {told[-1], int(str(told[-1])) + 1}:
                tally.fail(f"after {told[-1]}: holds {found}")


def kill_key_changes(base: Path, times: int, tally: Tally, *, seed: int = 0) -> None:
    """Kill a process that changes the key; the old or the new passphrase opens all files, and none is left plain."""
    chance = random.Random(seed)  # noqa: S311  (see above)
    with forking(_WORKLOAD) as here:
        for round_number in range(times):
            old, new = chance.sample(_PASSPHRASES, 2)
            folder = base / str(round_number)
            vault = vault_in(folder)
            vault.create(diary(1), old)
            for number in (2, 3):
                vault.save(diary(number))
            told = _killed(here, change_key, (folder, old, new), chance.random() * _LONGEST_CHANGE_S)
            tally.tries += 1
            tally.acknowledged += "done" in told
            _check(folder, [new] if "done" in told else [old, new], tally)


def _check(folder: Path, allowed: list[str], tally: Tally) -> None:
    vault = vault_in(folder)
    for passphrase in allowed:
        try:
            found = number_of(vault.open(passphrase))
        except VaultError:
            continue
        if found != 3:  # noqa: PLR2004  (the last one saved above)
            tally.fail(f"{folder.name}: holds {found}")
        for copy in vault.backups():
            if copy.check_ins is None:
                tally.fail(f"{folder.name}: {copy.path.name} is {copy.state.value}")
        if passphrase and vault.is_sealed:
            plain = [path.name for path in folder.iterdir() if MARKER.encode() in path.read_bytes()]
            if plain:
                tally.fail(f"{folder.name}: plain words in {plain}")
        return
    tally.fail(f"{folder.name}: neither the old nor the new passphrase opens it")
