"""The screen reader Orca in a home of its own, without a voice: what it would say is read from its protocol."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.accessibility.bus import Bus

COMPARED = re.compile(r"\b43\.")  # the version whose words are expected; a later one words and pauses in another way
PATIENCE = 20
PAUSE = 0.05
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: voice=\w+)? ?\{'", re.DOTALL)
CUSTOMIZATIONS = """
import re
from gi.repository import Atspi
from orca import debug
debug.debugFile.reconfigure(line_buffering=True)
debug.eventDebugFilter = re.compile("none")  # to describe each event would take longer than to answer it
Atspi.Accessible.__str__ = object.__repr__  # the protocol would ask the app for each name: most of all that is asked
"""


@dataclass(slots=True)
class Orca:
    """Tells what is said, a sentence after the other."""

    protocol: Path
    heard: int = 0
    _sentences: list[str] = field(default_factory=list)
    _read: int = 0  # bytes
    _rest: str = ""

    def says(self, ending: str) -> list[str]:
        """Wait for a sentence with this ending; return all from the last time up to it, so that no clock decides."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            news = self._all()[self.heard :]
            found = [index for index, sentence in enumerate(news, start=1) if sentence.endswith(ending)]
            if found:
                self.heard += found[0]
                return news[: found[0]]
            time.sleep(PAUSE)
        raise AssertionError(f"not said: {ending}; but: {self._all()[self.heard :]}")

    def _all(self) -> list[str]:
        """Return all that was said; only what is new in the protocol, which grows to megabytes, is read."""
        if self.protocol.exists():
            with self.protocol.open("rb") as told:
                told.seek(self._read)
                lines, end, _ = told.read().rpartition(b"\n")
            self._read += len(lines + end)
            self._rest += (lines + end).decode()
            for spoken in SPOKEN.finditer(self._rest):
                self._sentences.append(" ".join(spoken[1].split()))
            self._rest = SPOKEN.split(self._rest)[-1]
        return self._sentences


def why_silent() -> str:
    """Return why Orca cannot be heard here; empty where it can."""
    if shutil.which("orca") is None:
        return "not installed here: orca"
    told = subprocess.run(["orca", "--version"], capture_output=True, text=True, check=False)  # noqa: S607  (as below)
    if not COMPARED.search(told.stdout):
        return f"what is expected are the words of Orca 43, and here is another: {told.stdout.strip()}"
    others = subprocess.run(["pgrep", "-x", "orca"], capture_output=True, check=False)  # noqa: S607  (the system's)
    return "" if others.returncode else "somebody listens to an Orca of their own, and two do not run side by side"


@contextmanager
def speaking(bus: Bus, folder: Path) -> Iterator[Orca]:
    """Start Orca on the window that is there, and wait until it has told the title."""
    own = folder / "orca"
    own.mkdir(mode=0o700)
    (own / "orca-customizations.py").write_text(CUSTOMIZATIONS, encoding="utf-8")
    protocol = own / "protocol.txt"
    command: list[str | Path] = ["setpriv", "--pdeathsig", "KILL"]  # a test that is killed leaves no Orca behind
    command += ["orca", "--user-prefs", own, "--disable", "key-echo", "--disable", "braille", "--debug-file", protocol]
    silent = {"SPEECHD_ADDRESS": f"unix_socket:{own}/nobody", "GST_PLUGIN_SYSTEM_PATH": str(own)}
    with subprocess.Popen(
        command,
        env={**bus.environment, **silent},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        try:
            orca = Orca(protocol)
            orca.says("Evolve frame.")
            yield orca
        finally:
            started.kill()  # it takes its time to leave
