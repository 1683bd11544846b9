"""A vault in memory, which can be slow and can fail, and remembers every save."""

import threading
from dataclasses import dataclass, field

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.errors import VaultError


@dataclass
class MemoryVault:
    """Records check-ins and contacts apart; a save waits for the gate, and fails while there is a problem."""

    saves: list[tuple[CheckIn, ...]] = field(default_factory=list)
    contacts: list[Contacts] = field(default_factory=list)
    problem: str = ""
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def save(self, diary: Diary) -> None:
        self.gate.wait(5)
        if self.problem:
            raise VaultError(self.problem)
        self.saves.append(diary.check_ins)
        self.contacts.append(diary.contacts)
