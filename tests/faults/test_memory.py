"""The memory of a locked window, read from outside: how often it still holds what was written."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault
from tests.launch import CHEAP, NOW

PASSPHRASE = "three green herons walking"  # noqa: S105  (a test's own)
NOTE = "Quagga said so on a Tuesday"
TOPIC = "Okapis in the waiting room"
ENCODINGS = ("utf-8", "utf-16-le")
SECONDS = 60

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there can the memory be read as a file")


@pytest.fixture
def locked(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """Return the app after somebody has unlocked it, written, looked at the page and locked."""
    Vault(folder, lambda: NOW, cost=CHEAP).create(Diary(), PASSPHRASE)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.locking_app", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(f"{PASSPHRASE[::-1]}\n{NOTE[::-1]}\n{TOPIC[::-1]}\n")
        process.stdin.flush()
        yield process
        process.kill()


def hits(process_id: int, words: str) -> int:
    """Return how often the process's memory holds the words, in the encodings that Python and Qt use."""
    found = 0
    with Path(f"/proc/{process_id}/maps").open() as maps, Path(f"/proc/{process_id}/mem").open("rb", 0) as memory:
        for line in maps:
            place, access, *_ = line.split()
            if "r" not in access or "[v" in line:
                continue
            start, end = (int(number, 16) for number in place.split("-"))
            try:
                memory.seek(start)
                data = memory.read(end - start)
            except OSError:
                continue
            found += sum(data.count(words.encode(encoding)) for encoding in ENCODINGS)
    return found


def test_a_locked_window_holds_nothing_of_what_was_written(locked: "subprocess.Popen[str]") -> None:
    assert locked.stdout is not None
    assert locked.stdout.readline() == "dumpable 0\n"
    assert locked.stdout.readline() == "locked\n"
    found = {words: hits(locked.pid, words) for words in (NOTE, TOPIC, PASSPHRASE)}
    assert found == {NOTE: 0, TOPIC: 0, PASSPHRASE: 0}
