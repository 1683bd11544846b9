"""The parts of keeping, tied to each other."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.keeping.chores import Chores
from evolve_desktop.gui.keeping.door import Door
from evolve_desktop.gui.keeping.keys import Keys
from evolve_desktop.gui.keeping.transfers import Transfers
from evolve_desktop.gui.needs import Needs

if TYPE_CHECKING:
    from evolve_desktop.gui.keeping.keeping_view import KeepingView
    from evolve_desktop.gui.keeping.locked_view import LockedView


class KeepingParts:
    """One safe, and all that acts on it, one thing after the other."""

    def __init__(self, window: QWidget, needs: Needs) -> None:
        """Build the parts, without a view."""
        self._needs = needs
        chores = self.chores = Chores()
        self.keys = Keys(needs, chores)
        self.door = Door(needs, self.keys, chores)
        self.transfers = Transfers(window, needs, self.keys, chores)

    def keeping_view(self) -> "KeepingView":
        """Build the page about keeping."""
        from evolve_desktop.gui.keeping.keeping_view import KeepingView  # noqa: PLC0415  (not for the first window)

        return KeepingView(self._needs.pack.keeping, self._needs.keeper, self)

    def locked_view(self) -> "LockedView":
        """Build the page that asks for the passphrase."""
        from evolve_desktop.gui.keeping.locked_view import LockedView  # noqa: PLC0415  (not for the first window)

        return LockedView(self._needs.pack.keeping, self)
