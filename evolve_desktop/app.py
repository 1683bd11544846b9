"""Builds the parts and ties them together; the only place that knows them all."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.page_plan import PagePlan, Paper
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.autosave import Keeper, Keeping
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.crash_handler import Mishap
from evolve_desktop.gui.services.dialogs import Prompts
from evolve_desktop.gui.services.documents import Sheets
from evolve_desktop.gui.services.gc_timer import Collector
from evolve_desktop.gui.services.idle_monitor import Watch
from evolve_desktop.gui.services.locale import speak, usual_paper
from evolve_desktop.gui.services.ports import Safe
from evolve_desktop.gui.services.single_instance import Presence
from evolve_desktop.gui.services.theme import Wardrobe
from evolve_desktop.gui.shell.main_window import MainWindow
from evolve_desktop.settings import Preferences, Settings
from evolve_desktop.window_state import FILE_NAME, Memory

if TYPE_CHECKING:
    from evolve_desktop.document.renderer import Press
    from evolve_desktop.vault.file_header import Cost


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """All that a window needs from outside: folders, clock, a person to ask; only tests lower the `cost` of a key.

    A `memory` of nothing, unless another is given, begins with a window nobody has changed, and forgets it again.
    """

    content: Path
    data: Path
    now: Callable[[], datetime]
    prompts: Prompts
    memory: Memory = msgspec.field(default_factory=Memory)
    paper: Paper = Paper.A4
    cost: "Cost | None" = None


class Desktop(msgspec.Struct, frozen=True):
    """The parts of a running window."""

    window: MainWindow
    session: Session
    keeper: Keeper
    wardrobe: Wardrobe
    watch: Watch


def application() -> QApplication:
    """Start Qt. Its style is named here: to set it later would hand back the old one, and load all that Qt has."""
    return QApplication(["evolve-desktop", "-style", "Fusion"])


def build_window(app: QApplication, outside: Surroundings) -> Desktop:
    """Build the window for the pack in a folder, not yet shown; ContentError where the pack has faults."""
    pack = load_pack(outside.content)
    speak(app, pack.about.language, resource_paths.resources() / "i18n")
    preferences = Preferences(outside.memory.found.settings if outside.memory.found else Settings())
    resources = resource_paths.resources()
    wardrobe = Wardrobe(app, preferences, resources / "styles" / "evolve.qss", resources / "icons")
    watch = Watch(app)

    def new_check_in() -> CheckIn:
        return CheckIn(id=os.urandom(8).hex(), started=outside.now().date(), plan=PagePlan(paper=outside.paper))

    session = Session(new_check_in())
    keeper = Keeper(session, outside.now)
    needs = Needs(
        pack=pack,
        session=session,
        keeper=keeper,
        safe=cache(lambda: _safe(outside, pack)),
        is_kept=lambda: outside.data.is_dir() and needs.safe().exists,
        sheets=Sheets(cache(lambda: _press(pack)), session, preferences, lambda: keeper.kept),
        preferences=preferences,
        prompts=outside.prompts,
        watch=watch,
        new_check_in=new_check_in,
        memory=outside.memory,
    )
    window = MainWindow(needs)
    wardrobe.dress()  # once everything stands: each part would otherwise be styled again wherever it is put
    return Desktop(window, session, keeper, wardrobe, watch)


def _safe(outside: Surroundings, pack: Pack) -> Safe:
    """Load the vault, which the first window of somebody who keeps nothing needs nothing of."""
    from evolve_desktop.safekeeping import Safekeeping  # noqa: PLC0415  (see above)
    from evolve_desktop.vault.file_header import Cost  # noqa: PLC0415
    from evolve_desktop.vault.vault import Vault  # noqa: PLC0415

    return Safekeeping(Vault(outside.data, outside.now, cost=outside.cost or Cost()), pack)


def _press(pack: Pack) -> "Press":
    """Load the page room, when a page is first wanted."""
    from evolve_desktop.document.renderer import Press  # noqa: PLC0415  (see above)

    return Press(pack, resource_paths.resources() / "page")


def run(content: Path, data: Path) -> int:
    """Open the window and return its exit code when it is closed; a second start for one folder only knocks."""
    _leave_no_dumps()
    app = application()
    app.setApplicationName("Evolve")
    app.setDesktopFileName("evolve-desktop")
    app.setWindowIcon(QIcon(str(resource_paths.resources() / "icons" / "app.svg")))
    Collector(app)
    prompts = Prompts()
    paper = usual_paper(QLocale.system())
    memory = Memory(data.parent / FILE_NAME)
    outside = Surroundings(content=content, data=data, now=_now, prompts=prompts, paper=paper, memory=memory)
    desktop = build_window(app, outside)
    presence = Presence(data, desktop.window.come_forward)
    if not presence.claim():
        presence.knock()
        return 0
    desktop.keeper.changed.connect(lambda: desktop.keeper.state is Keeping.KEPT and presence.claim())
    sys.excepthook = Mishap(desktop.window, prompts, desktop.window.has_menus).report
    desktop.window.show()
    desktop.window.start()
    code = app.exec()
    presence.release()
    return code


def paint(content: Path) -> None:
    """Build the window and paint it into a picture; ValueError where the picture stays empty. Nothing is opened."""
    app = QApplication.instance() or application()
    if not isinstance(app, QApplication):
        msg = "Qt runs without windows here"
        raise TypeError(msg)
    outside = Surroundings(content=content, data=content, now=_now, prompts=Prompts())
    picture = build_window(app, outside).window.grab().toImage()
    middle = picture.height() // 2
    if picture.isNull() or len({picture.pixel(x, middle) for x in range(0, picture.width(), 8)}) == 1:
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
