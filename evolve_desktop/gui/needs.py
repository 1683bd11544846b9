"""All that the window is built from, by name: its constructor's signature in one value."""

from collections.abc import Callable

import msgspec

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.keeper import Keeper
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.gui.safe import Safe
from evolve_desktop.gui.sheets import Sheets
from evolve_desktop.gui.watch import Watch
from evolve_desktop.settings import Preferences
from evolve_desktop.window_state import Memory


class Needs(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown, what is said and where it is kept, what goes out, and how to ask the person.

    `safe` loads what it needs when it is first called; `is_kept` says without it whether anything is kept. `memory` is
    what the window knows of how it was left.
    """

    pack: Pack
    session: Session
    keeper: Keeper
    safe: Callable[[], Safe]
    is_kept: Callable[[], bool]
    sheets: Sheets
    preferences: Preferences
    prompts: Prompts
    watch: Watch
    new_check_in: Callable[[], CheckIn]
    memory: Memory = msgspec.field(default_factory=Memory)
