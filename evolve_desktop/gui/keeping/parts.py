"""The parts of keeping, tied to each other."""

from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.keeping.door import Door
from evolve_desktop.gui.keeping.keys import Keys
from evolve_desktop.gui.keeping.transfers import Transfers
from evolve_desktop.gui.services.background_tasks import Chores
from evolve_desktop.gui.services.context import Needs


class KeepingParts:
    """One safe, and all that acts on it, one thing after the other."""

    def __init__(self, window: QWidget, needs: Needs) -> None:
        """Build the parts; the views are built when they are first looked at."""
        chores = self.chores = Chores()
        self.keys = Keys(needs, chores)
        self.door = Door(needs, self.keys, chores)
        self.transfers = Transfers(window, needs, self.keys, chores)
