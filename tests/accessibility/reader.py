"""A person who sees nothing of the window and has only what the accessibility bus tells."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from tests.accessibility.bus import Bus

Told = Any  # whatever JSON holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing in the window, with all that a screen reader can know of it."""

    id: str
    role: str
    name: str
    description: str
    text: str
    states: frozenset[str]
    labels: tuple[str, ...]
    attributes: Mapping[str, str]
    size: tuple[int, ...]
    children: "tuple[Node, ...]"

    @classmethod
    def read(cls, told: Told) -> Self:
        """Make one from what the walker says."""
        sets = {
            "states": frozenset(told["states"]),
            "labels": tuple(told["labels"]),
            "size": tuple(told["size"]),
            "children": tuple(map(cls.read, told["children"])),
        }
        return cls(**{**told, **sets})

    def walk(self) -> "Iterator[Node]":
        """Yield this and all that is inside it, in the order of the window."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, name: str) -> "Node":
        """Return the only one of this object name."""
        (found,) = [node for node in self.walk() if node.id == name]
        return found


class Reader:
    """Reads and acts through a walker, which is a program of its own; each call waits for what it asks for."""

    def __init__(self, bus: Bus) -> None:
        """Start the walker."""
        self._walker = bus.start_walker()

    def tree(self, **what: str) -> Node:
        """Return what can be seen: all of it, or what has this `id`, `role` or `name`."""
        return Node.read(self._ask("tree", **(what or {"role": "application"})))

    def press(self, name: str) -> None:
        """Press the button of this object name."""
        self._ask("act", id=name, action="Press")

    def choose(self, role: str, name: str) -> None:
        """Press what has this role and accessible name."""
        self._ask("act", role=role, name=name, action="Press")

    def toggle(self, name: str) -> None:
        """Take the choice of this object name, or let it go."""
        self._ask("act", id=name, action="Toggle")

    def go_to(self, name: str) -> None:
        """Give the focus to what has this object name."""
        self._ask("act", id=name, action="SetFocus")

    def show_menu(self, name: str) -> None:
        """Open the menu of this name."""
        self._ask("act", role="menu item", name=name, action="ShowMenu")

    def write(self, name: str, text: str) -> None:
        """Set the text of the field of this object name."""
        assert self._ask("write", id=name, text=text), name

    def waits_until_shown(self, name: str, words: str) -> None:
        """Wait until what has this object name is described with these words."""
        assert self._ask("said", id=name, words=words), (name, words)

    def waits_until_gone(self, **what: str) -> None:
        """Wait until nothing of the kind can be seen."""
        assert self._ask("gone", **what), what

    def hears(self, least: int = 1, moment: float = 0.3) -> list[str]:
        """Return what was announced since the last time: at least so many sentences, where they come."""
        return [str(sentence) for sentence in self._ask("heard", least=least, moment=moment)]

    def follows(self, least: int = 1, moment: float = 0.3) -> list[str]:
        """Return where the focus went since the last time, by object names."""
        return [str(name) for name in self._ask("stopped", least=least, moment=moment)]

    def spells(self, least: int = 1, moment: float = 0.5) -> list[str]:
        """Return the texts that came into fields or left them since the last time, as the bus carried them."""
        return [str(text) for text in self._ask("spelled", least=least, moment=moment)]

    def asks_for_the_text(self, name: str) -> list[str]:
        """Return all answers of the field of this object name to questions about its text."""
        return [str(answer) for answer in self._ask("queried", id=name)]

    def leave(self) -> None:
        """End the walker."""
        self._walker.communicate(timeout=10)

    def _ask(self, what: str, **how: str | float) -> Told:
        assert self._walker.stdin is not None
        assert self._walker.stdout is not None
        self._walker.stdin.write(json.dumps({"do": what, **how}) + "\n")
        self._walker.stdin.flush()
        answer = json.loads(self._walker.stdout.readline() or self._says_why())
        assert "failed" not in answer, answer["failed"]
        return answer["is"]

    def _says_why(self) -> str:
        return json.dumps({"failed": self._walker.communicate(timeout=10)[1]})


def ended(app: "subprocess.Popen[str]") -> tuple[int, str]:
    """Wait for the end of the app; return its exit code and what it complained of, but for the reader's questions."""
    _, errors = app.communicate(timeout=20)
    lines = [line for line in errors.splitlines() if not line.startswith("qt.accessibility.atspi: ")]
    return app.returncode, "\n".join(lines)
