"""Power cuts: a recorded job is cut after each operation, with unsynced data lost, torn or mixed."""

import hashlib
import os
import random
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from evolve_desktop.errors import VaultError
from evolve_desktop.vault.diary_json import to_json
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_names import MAIN
from evolve_desktop.vault.vault import Vault
from tools.fault_injection.disk_model import Model, lay_out
from tools.fault_injection.record import Event, record
from tools.fault_injection.results import Tally
from tools.fault_injection.vault_workload import FAST, MARKER, STEPS, Contents, diary, number_of, vault_in


def recorded() -> tuple[Path, list[Event]]:
    """Return the file events of the whole job, and the folder they happened in."""
    with tempfile.TemporaryDirectory() as folder:
        return Path(folder), record("tools.fault_injection.vault_workload", "main", Path(folder))


def recorded_in_place() -> tuple[Path, list[Event]]:
    """Return the events of a program that writes its file in place: the second control, which must fail."""
    with tempfile.TemporaryDirectory() as folder:
        return Path(folder), record("tools.fault_injection.power_cuts", "write_in_place", Path(folder))


def write_in_place(arguments: list[str]) -> None:
    """Save the first states of the job, each over the last one, with fsync."""
    folder = Path(arguments[0])
    vault_in(folder).create(diary(1))
    os.write(1, b"kept 0\n")
    for index in (1, 2):
        with (folder / MAIN).open("wb") as file:
            file.write(Sealing.plain().seal(to_json(diary(STEPS[index][1].number))))
            file.flush()
            os.fsync(file.fileno())
        os.write(1, f"kept {index}\n".encode())


def cut(base: Path, events: list[Event], tally: Tally, *, variants: int, syncs: bool = True) -> None:
    """Cut after each event and open each possible state: it has the last acknowledged step or the one in progress."""
    chance = random.Random(len(events))  # noqa: S311  (to be repeated, not to be secret)
    model = Model(syncs=syncs)
    done = -1
    known: dict[tuple[int, bytes], tuple[str, ...]] = {}
    for number, event in enumerate(events):
        model.play(event)
        if event.what == "kept":
            done = int(event.data.split()[1])
            tally.acknowledged += 1
        for state in model.states(chance, variants):
            tally.tries += 1
            disk = (done, _digest(state))
            if disk not in known:  # many operations leave what a cut may leave as it was
                with tempfile.TemporaryDirectory(dir=FAST) as folder:
                    lay_out(state, base, Path(folder))
                    known[disk] = tuple(_faults(Path(folder) / "vault", done))
            for fault in known[disk]:
                tally.fail(f"cut after operation {number} ({event.what}): {fault}")


def _digest(state: Mapping[str, bytes]) -> bytes:
    """Return the same bytes for the same files only."""
    each = sorted((path, hashlib.sha256(content).hexdigest()) for path, content in state.items())
    return hashlib.sha256(repr(each).encode()).digest()


def _faults(folder: Path, done: int) -> Iterator[str]:
    """Open the vault that a cut left, and yield what is wrong with it."""
    allowed = [STEPS[index][1] for index in (done, done + 1) if 0 <= index < len(STEPS)]
    vault = vault_in(folder)
    if done < 0 and not vault.exists:
        return
    reasons = []
    for kept in dict.fromkeys(allowed):
        try:
            found = number_of(vault.open(kept.passphrase))
        except VaultError as error:
            reasons.append(type(error).__name__)
            continue
        if found in {other.number for other in allowed}:
            yield from _faults_of_copies(folder, vault, kept)
            return
        reasons.append(f"holds {found}")
    yield ", ".join(reasons)


def _faults_of_copies(folder: Path, vault: Vault, kept: Contents) -> Iterator[str]:
    """Every copy opens with the vault's own key, and no plain word is in the folder of a sealed one."""
    for copy in vault.backups():
        if copy.check_ins is None:
            yield f"{copy.path.name} is {copy.state.value}"
    if not kept.passphrase or not vault.is_sealed:
        return
    for path in folder.iterdir():
        if MARKER.encode() in path.read_bytes():
            yield f"{path.name} holds plain words"
