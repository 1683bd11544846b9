"""A built executable, and how to start it as a person's desktop would."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DIST = Path(__file__).parents[2] / "dist"
FOLDER = DIST / "evolve"
PROGRAMS = {"folder": FOLDER / "evolve-desktop", "single file": DIST / "evolve-desktop"}
SECONDS = 60
_PAUSE = 0.05


def waited_for(look: Callable[[], object]) -> None:
    """Look again and again until there is what was looked for; fail where patience ends first."""
    end = time.monotonic() + SECONDS
    while not look():
        assert time.monotonic() < end, "it did not come"
        time.sleep(_PAUSE)


@dataclass(frozen=True, slots=True)
class Program:
    """An executable, and the folder that stands in for the person's home."""

    path: Path
    home: Path

    @property
    def temporary(self) -> Path:
        """Where the program puts what it needs for a moment."""
        return self.home / "temporary"

    def environment(self, **more: str) -> dict[str, str]:
        """Return what a desktop would set, and nothing of Python, Qt or the tests."""
        plain = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(self.home)}
        return {**plain, "XDG_RUNTIME_DIR": str(self.home), "TMPDIR": str(self.temporary), **more}

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """Start the program in its home and let it go its way."""
        pipe = subprocess.PIPE
        environment = self.environment(**more)
        return subprocess.Popen(
            [self.path, *arguments], cwd=self.home, env=environment, stdout=pipe, stderr=pipe, text=True
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the program to its end, where there is no screen."""
        with self.start(*arguments) as started:
            output, errors = started.communicate(timeout=SECONDS)
        return subprocess.CompletedProcess(arguments, started.returncode, output, errors)
