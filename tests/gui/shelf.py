"""A safe in memory, which can be slow and can fail, and remembers every save."""

import threading
from dataclasses import dataclass, field

from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.errors import VaultError


@dataclass
class Shelf:
    """Keeps what it is told; waits for its gate, and fails while it has a problem."""

    saves: list[tuple[CheckIn, ...]] = field(default_factory=list)
    problem: str = ""
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def save(self, check_ins: tuple[CheckIn, ...]) -> None:
        self.gate.wait(5)
        if self.problem:
            raise VaultError(self.problem)
        self.saves.append(check_ins)
