"""All that the window is built from, by name: its constructor's signature in one value."""

from collections.abc import Callable

import msgspec

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.documents import Documents
from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.gui.services.ports import VaultPort
from evolve_desktop.settings import Preferences
from evolve_desktop.window_state import WindowStateFile


class Needs(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown, what is said and where it is kept, what goes out, and how to ask the person.

    `safe` loads what it needs when it is first called; `is_kept` says without it whether anything is kept. `memory` is
    what the window knows of how it was left.
    """

    pack: Pack
    session: Session
    autosave: Autosave
    safe: Callable[[], VaultPort]
    is_kept: Callable[[], bool]
    documents: Documents
    preferences: Preferences
    dialogs: Dialogs
    watch: IdleMonitor
    new_check_in: Callable[[], CheckIn]
    memory: WindowStateFile = msgspec.field(default_factory=WindowStateFile)
