"""What the screen reader Orca says, compared with a committed file that `--update-expected` writes anew."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.accessibility.bus import Bus
from tests.accessibility.conftest import Start
from tests.accessibility.keys import Keys
from tests.accessibility.orca import Orca, speaking, why_silent
from tests.accessibility.reader import Reader

EXPECTED = Path(__file__).parent / "expected" / "orca.txt"
UNTAKEN, TAKEN = "not selected radio button", "selected radio button"


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who presses keys one by one, listens to the end each time, and writes down what was said."""

    keys: Keys
    reader: Reader
    orca: Orca
    story: list[str] = field(default_factory=list)

    def turns_to(self, name: str, ending: str) -> None:
        """Go to a place; what is said on the way is not written down."""
        self.reader.go_to(name)
        self.orca.says(ending)

    def presses(self, key: str, what: str, ending: str) -> None:
        """Press a key, and write down what is said because of it."""
        self.keys.press(key)
        self.hears(f"{what}: {key}", ending)

    def hears(self, what: str, ending: str) -> None:
        """Write down what is said up to a sentence with this ending."""
        said = self.orca.says(ending)
        self.story.append("\n".join([f"# {what}", *said, ""]))


@pytest.fixture
def listener(bus: Bus, start: Start, reader: Reader, tmp_path: Path) -> Iterator[Listener]:
    if why := why_silent():
        pytest.skip(why)
    start()
    reader.tree(id="C16")
    keys = Keys(bus)
    keys.turn_to("Evolve")
    with speaking(bus, tmp_path) as orca:
        orca.says(".")  # where the focus is
        yield Listener(keys, reader, orca)


def test_what_orca_says(listener: Listener, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    hear_a_reply_row(listener)
    hear_a_red_flag(listener)
    hear_of_keeping(listener)
    hear_an_error(listener, tmp_path)
    told = "\n".join(listener.story)
    if request.config.getoption("--update-expected"):
        EXPECTED.parent.mkdir(exist_ok=True)
        EXPECTED.write_text(told, encoding="utf-8")
    assert told == EXPECTED.read_text(encoding="utf-8")


def hear_a_reply_row(listener: Listener) -> None:
    listener.turns_to("read-the-role-of-trust-in-mental-health", "push button.")
    listener.presses("Tab", "A reply row", UNTAKEN)
    listener.presses("space", "Its reply", "selected")
    listener.presses("Right", "Another reply", TAKEN)
    listener.presses("Tab", "The row, on", "push button.")
    listener.presses("Tab", "Its note", "push button.")
    listener.presses("Tab", "Its way onto the page", "check box not checked.")
    listener.presses("space", "Its way onto the page, taken", "checked")


def hear_a_red_flag(listener: Listener) -> None:
    listener.reader.choose("page tab", "Red flags")
    listener.turns_to("show-part-1", "Worth talking about push button.")
    listener.presses("Tab", "A red flag", UNTAKEN)
    listener.presses("space", "Its reply", "selected")
    listener.presses("Right", "Another reply", TAKEN)
    listener.presses("Right", "The flag, raised", TAKEN)
    listener.presses("Tab", "The flag, on", "push button.")
    listener.presses("Tab", "What is next", "push button.")


def hear_of_keeping(listener: Listener) -> None:
    listener.turns_to("keeping-more", "push button.")
    listener.presses("space", "The page about keeping", "push button.")
    listener.turns_to("keep-passphrase-first", "password text.")
    listener.presses("Tab", "The passphrase", "check box not checked.")
    listener.turns_to("keep-passphrase-second", "password text.")
    listener.presses("Tab", "The passphrase again", "check box not checked.")
    listener.presses("Tab", "The recovery code", "check box checked.")
    listener.presses("Tab", "The way on", "push button.")


def hear_an_error(listener: Listener, folder: Path) -> None:
    """Close the window when what should be kept cannot be."""
    listener.reader.press("keep-open")
    listener.reader.tree(id="show-copies")
    listener.reader.press("keeping-back")
    listener.turns_to("R03-no", UNTAKEN)
    shutil.rmtree(folder / "check-ins")
    (folder / "check-ins").touch()
    listener.presses("space", "Another flag", "selected")
    listener.reader.tree(id="keeping-again")
    listener.presses("ctrl+q", "An error", "push button.")
