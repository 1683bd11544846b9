"""Makes every system call on the vault fail in turn, with strace: nothing is lost, and failures are reported."""

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from evolve_desktop.errors import RefusedError, VaultError
from evolve_desktop.vault import file_names
from tools.fault_injection.forks import ENDED, forking
from tools.fault_injection.results import Tally
from tools.fault_injection.vault_workload import FAST, FIRST, SECOND, Clock, diary, number_of, vault_in

ERRORS = ("EIO", "ENOSPC", "EROFS", "EACCES")
CALLS = (
    "openat", "write", "fsync", "read", "close", "newfstatat", "fstat", "lstat", "stat", "rename", "link", "linkat",
    "unlink", "getdents64", "flock", "mkdir", "rmdir", "utimensat", "fadvise64", "lseek", "access", "faccessat",
)  # fmt: skip
JOBS = ("keep", "save", "key", "restore", "reopen", "back up", "erase")
_OLD, _NEW = 3, 4


def _do(job: str, folder: Path, go: Connection) -> None:
    """Open the vault, wait for the start signal, do the job, and print the outcome."""
    clock = Clock()
    vault = vault_in(folder, clock)
    if job != "keep":
        vault.open(FIRST)
    copies = vault.backups() if job == "restore" else ()
    clock.pass_days(1)
    go.send("ready")
    go.recv()
    jobs: dict[str, Callable[[], object]] = {
        "keep": lambda: vault.create(diary(_NEW), FIRST),
        "save": lambda: vault.save(diary(_NEW)),
        "key": lambda: vault.set_passphrase(SECOND),
        "restore": lambda: vault.restore(copies[-1].name),
        "reopen": lambda: vault.open(FIRST),
        "back up": lambda: vault.back_up(folder.parent / "backup.evolve"),
        "erase": vault.erase,
    }
    try:
        jobs[job]()
    except RefusedError:
        if job in {"keep", "save"}:
            jobs[job]()  # the next try works, whatever the first one left behind
        go.send("refused")
    except VaultError as error:
        go.send(f"told as {type(error).__name__}: {error}")
    except OSError as error:
        go.send(f"not told: {error}")
    else:
        go.send("done")


def _prepared(base: Path) -> Path:
    """Save some diaries with the old key below a folder, and return the vault's own."""
    folder = base / "vault"
    clock = Clock()
    vault = vault_in(folder, clock)
    vault.create(diary(1), FIRST)
    for number in (2, _OLD):
        clock.pass_days(1)
        vault.save(diary(number))
    return folder


def _paths(folder: Path) -> Iterator[str]:
    """Yield every path that a job may touch; strace ignores all others."""
    yield str(folder)
    yield str(folder.parent)
    yield str(folder.parent / "backup.evolve")
    copies = [
        file_names.MAIN,
        file_names.PREVIOUS,
        *(file_names.daily(n, Clock().now.date().replace(day=n + 1)) for n in range(1, 5)),
    ]
    for name in copies:
        yield from (str(folder / f"{name}{end}") for end in ("", file_names.BEING_WRITTEN, file_names.BEING_SEALED))


@dataclass(frozen=True)
class _Bench:
    """What every try shares: a saved vault to copy, and what forks for each."""

    prepared: Path
    here: Connection

    @contextmanager
    def traced(self, job: str, *options: str) -> Iterator[tuple[Path, str, str]]:
        """Do the job on a copy of the vault with strace attached; yield its folder, the answer and the log."""
        with tempfile.TemporaryDirectory(dir=FAST) as base, tempfile.NamedTemporaryFile("r", dir=FAST) as log:
            folder = Path(base) / "vault"
            if job != "keep":
                shutil.copytree(self.prepared, folder)  # with its times; no two of its files are one
            self.here.send((_do, (job, folder)))
            fork, _ready = self.here.recv(), self.here.recv()
            watched = [part for path in _paths(folder) for part in ("-P", path)]
            command = ["strace", "-p", str(fork), "-o", log.name, *options, *watched]
            with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
                if tracer.stderr is not None:
                    tracer.stderr.readline()  # it reports that it is attached
                self.here.send("go")
                answers = [*iter(self.here.recv, ENDED)]
            yield folder, str(next(iter(answers), "not told at all")), log.read()

    def calls_of(self, job: str) -> list[tuple[str, int]]:
        """Return every call that a job makes when all goes well: its name, and the how many of its kind it is."""
        known = ",".join(f"?{call}" for call in CALLS)  # strace leaves out what this processor does not have
        with self.traced(job, "-e", f"trace={known}") as (_, _, log):
            made = Counter(line.partition("(")[0] for line in log.splitlines())
        return [(call, when) for call in CALLS for when in range(1, made[call] + 1)]

    def inject(self, job: str, call: str, error: str, when: int, tally: Tally) -> bool:
        """Let one call fail, the `when`-th of its kind; return whether there was such a call at all."""
        options = ("-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}")
        with self.traced(job, *options) as (folder, answer, log):
            if "INJECTED" not in log:
                return False
            tally.tries += 1
            _check(folder, job, answer, f"{job}: {call} {when} fails with {error}", tally)
            return True


def _check(folder: Path, job: str, answer: str, where: str, tally: Tally) -> None:
    tally.acknowledged += answer == "done"
    tally.noticed += answer == "refused"
    if answer not in {"done", "refused"}:
        tally.failures.append(f"{where}: {answer}")
    vault = vault_in(folder)
    if job == "erase":
        return
    for passphrase in (FIRST, SECOND):
        try:
            found = number_of(vault.open(passphrase))
        except VaultError:
            continue
        allowed = {"keep": {_NEW}, "save": {_NEW}, "restore": {_OLD, 1}}.get(job, {_OLD})
        if answer == "done":
            allowed = {"keep": {_NEW}, "save": {_NEW}, "restore": {1}}.get(job, {_OLD})
        if found not in allowed or (job == "key" and answer == "done" and passphrase == FIRST):
            tally.fail(f"{where} ({answer}): holds {found}")
        if any(copy.check_ins is None for copy in vault.backups()):
            tally.fail(f"{where} ({answer}): a copy cannot be opened")
        return
    tally.fail(f"{where} ({answer}): does not open")


def fail_in_turn(
    jobs: Iterable[str], errors: tuple[str, ...], tally: Tally, *, every: bool = True, stride: int = 1
) -> None:
    """Let each call of each job fail with each error; with `every` off, with one of them in turn."""
    turn = 0
    with tempfile.TemporaryDirectory(dir=FAST) as base, forking("tools.fault_injection.io_errors") as here:
        bench = _Bench(_prepared(Path(base)), here)
        for job in jobs:
            for call, when in bench.calls_of(job)[::stride]:
                turn += 1
                for error in errors if every else (errors[turn % len(errors)],):
                    if not bench.inject(job, call, error, when, tally):
                        tally.failures.append(f"{job}: {call} {when} was there once, and then not")
