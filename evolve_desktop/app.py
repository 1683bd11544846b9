"""Builds the parts and ties them together; the only place that knows them all."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from evolve_desktop import assets
from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.loading import load_pack
from evolve_desktop.gui.collector import Collector
from evolve_desktop.gui.keeper import Keeper
from evolve_desktop.gui.main_window import MainWindow
from evolve_desktop.gui.mishap import Mishap
from evolve_desktop.gui.needs import Needs
from evolve_desktop.gui.presence import Presence
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.gui.sheets import Sheets
from evolve_desktop.gui.theme import Wardrobe
from evolve_desktop.gui.watch import Watch
from evolve_desktop.page.press import Press
from evolve_desktop.safekeeping import Safekeeping
from evolve_desktop.settings import Preferences, Settings
from evolve_desktop.vault.slots import Cost
from evolve_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """All that a window needs from outside: folders, clock, a person to ask; only tests lower the `cost` of a key."""

    content: Path
    data: Path
    now: Callable[[], datetime]
    prompts: Prompts
    settings: Settings = field(default_factory=Settings)
    cost: Cost = field(default_factory=Cost)


@dataclass(frozen=True, slots=True)
class Desktop:
    """The parts of a running window."""

    window: MainWindow
    session: Session
    wardrobe: Wardrobe
    watch: Watch


def build_window(app: QApplication, outside: Surroundings) -> Desktop:
    """Build the window for the pack in a folder, not yet shown; ContentError where the pack has faults."""
    pack = load_pack(outside.content)
    preferences = Preferences(outside.settings)
    resources = assets.resources()
    wardrobe = Wardrobe(app, preferences, resources / "styles" / "evolve.qss", resources / "icons")
    watch = Watch(app)

    def new_check_in() -> CheckIn:
        return CheckIn(id=os.urandom(8).hex(), started=outside.now().date())

    session = Session(new_check_in())
    keeper = Keeper(session, outside.now)
    needs = Needs(
        pack=pack,
        session=session,
        keeper=keeper,
        safe=Safekeeping(Vault(outside.data, outside.now, cost=outside.cost), pack),
        sheets=Sheets(Press(pack, resources / "page"), session, preferences, lambda: keeper.check_ins),
        preferences=preferences,
        prompts=outside.prompts,
        watch=watch,
        new_check_in=new_check_in,
    )
    window = MainWindow(needs)
    wardrobe.dress()  # once everything stands: each part would otherwise be styled again wherever it is put
    return Desktop(window, session, wardrobe, watch)


def run(content: Path, data: Path) -> int:
    """Open the window and return its exit code when it is closed; a second start for one folder only knocks."""
    _leave_no_dumps()
    app = QApplication(["evolve-desktop"])
    app.setApplicationName("Evolve")
    Collector(app)
    prompts = Prompts()
    outside = Surroundings(content=content, data=data, now=_now, prompts=prompts)
    desktop = build_window(app, outside)
    presence = Presence(data, desktop.window.come_forward)
    if not presence.claim():
        presence.knock()
        return 0
    desktop.window.kept.connect(presence.claim)
    sys.excepthook = Mishap(desktop.window, prompts).report
    desktop.window.show()
    desktop.window.start()
    code = app.exec()
    presence.release()
    return code


def paint(content: Path) -> None:
    """Build the window and paint it into a picture; ValueError where the picture stays empty. Nothing is opened."""
    app = QApplication.instance() or QApplication(["evolve-desktop"])
    if not isinstance(app, QApplication):
        msg = "Qt runs without windows here"
        raise TypeError(msg)
    outside = Surroundings(content=content, data=content, now=_now, prompts=Prompts())
    picture = build_window(app, outside).window.grab().toImage()
    if picture.isNull() or picture.pixelColor(0, 0) == picture.pixelColor(picture.rect().center()):
        msg = "the window stays empty"
        raise ValueError(msg)


def _now() -> datetime:
    """Return what the clock on the wall says."""
    return datetime.now().astimezone()


def _leave_no_dumps() -> None:
    """Keep what is in memory out of a core dump, should the app ever crash."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  (Windows has none)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
