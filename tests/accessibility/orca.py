"""The screen reader Orca in a home of its own, without a voice: what it would say is read from its protocol."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.accessibility.bus import Bus

PATIENCE = 20
PAUSE = 0.05
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: voice=\w+)? ?\{'", re.DOTALL)
WRITE_AT_ONCE = "from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n"


@dataclass(slots=True)
class Orca:
    """Tells what is said, a sentence after the other."""

    protocol: Path
    heard: int = 0

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
        told = self.protocol.read_text(encoding="utf-8") if self.protocol.exists() else ""
        return [" ".join(sentence.split()) for sentence in SPOKEN.findall(told)]


def why_silent() -> str:
    """Return why Orca cannot be heard here; empty where it can."""
    if shutil.which("orca") is None:
        return "not installed here: orca"
    others = subprocess.run(["pgrep", "-x", "orca"], capture_output=True, check=False)  # noqa: S607  (the system's)
    return "" if others.returncode else "somebody listens to an Orca of their own, and two do not run side by side"


@contextmanager
def speaking(bus: Bus, folder: Path) -> Iterator[Orca]:
    """Start Orca on the window that is there, and wait until it has told the title."""
    own = folder / "orca"
    own.mkdir(mode=0o700)
    (own / "orca-customizations.py").write_text(WRITE_AT_ONCE, encoding="utf-8")
    protocol = own / "protocol.txt"
    command: list[str | Path] = ["setpriv", "--pdeathsig", "KILL"]  # a test that is killed leaves no Orca behind
    command += ["orca", "--user-prefs", own, "--disable", "key-echo", "--debug-file", protocol]
    voice = f"unix_socket:{own}/nobody"  # nothing shall sound
    with subprocess.Popen(
        command,
        env={**bus.environment, "SPEECHD_ADDRESS": voice},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        try:
            orca = Orca(protocol)
            orca.says("Evolve frame.")
            yield orca
        finally:
            started.kill()  # it takes its time to leave
