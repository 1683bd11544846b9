"""A person at a screen, who has the built single file and knows of it what a screen reader is told."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.accessibility.bus import Bus, running_bus
from tests.accessibility.reader import Reader, Told
from tests.packaged.hands import press
from tests.packaged.program import PROGRAMS, SECONDS, waited_for
from tests.pdf import words_of

_UNPLUG = ["unshare", "--net"]


class PatientReader(Reader):
    """Looks again where what was looked at went away meanwhile, as a dialog does that closes."""

    def answer(self, button: str) -> None:
        """Press this button of a question."""
        self._ask("act", id="QPushButton", name=button, action="Press")

    def _ask(self, what: str, **how: str | float) -> Told:
        end = time.monotonic() + SECONDS
        while True:
            try:
                return super()._ask(what, **how)
            except AssertionError as error:
                if "No such object" not in str(error) or time.monotonic() > end:
                    raise


@dataclass(frozen=True, slots=True)
class Desk:
    """A person at a screen, with the program and a folder for what they keep."""

    bus: Bus
    reader: PatientReader
    folder: Path

    def start(self, **more: str) -> "subprocess.Popen[str]":
        """Start the single file without a network, as far as the system lets us take it away."""
        unplug = _UNPLUG if can_unplug() else []
        arguments: list[str | Path] = [*unplug, PROGRAMS["single file"], "--data-dir", self.folder]
        started = self.bus.start(arguments, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", **more)
        self.reader.tree(role="frame")
        if not (self.folder / "check-ins").exists():
            self.reader.press("start")  # the welcome of a first start
        return started

    def quit(self, program: "subprocess.Popen[str]") -> None:
        """Quit by the key and wait until nothing runs any more."""
        press(self.bus.environment["DISPLAY"], "ctrl+q")
        program.communicate(timeout=SECONDS)
        assert program.returncode == 0

    def save_page(self, pdf: Path) -> str:
        """Save the page, which is to be seen, and return its words."""
        self.reader.press("save-pdf")
        self.reader.write("fileNameEdit", str(pdf))
        self.reader.answer("Save")
        self.wait_for("told", lambda said: said == f"Saved as {pdf.name} in {pdf.parent.name}.")
        return words_of(pdf)

    def wait_for(self, name: str, is_so: Callable[[str], bool]) -> None:
        """Wait until what this widget says is as it should be."""
        waited_for(lambda: is_so(self.reader.tree(id=name).name))


def can_unplug() -> bool:
    """Whether the system lets us start a program without a network."""
    return subprocess.run([*_UNPLUG, "true"], capture_output=True, check=False).returncode == 0


def network_of(program: "subprocess.Popen[str]") -> set[str]:
    """Return the names of the ways into a network that a running program has."""
    table = Path(f"/proc/{program.pid}/net/dev").read_text(encoding="ascii").splitlines()[2:]
    return {line.partition(":")[0].strip() for line in table}


@contextmanager
def sitting_at(home: Path) -> Iterator[Desk]:
    """Set up a screen, and a folder for what is kept, inside a folder of the tests' own."""
    folder = home / "kept here"
    folder.mkdir()
    with running_bus(home) as bus:
        reader = PatientReader(bus)
        yield Desk(bus, reader, folder)
        reader.leave()
