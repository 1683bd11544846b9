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
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.crash_handler import CrashHandler
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.documents import Documents
from evolve_desktop.gui.services.gc_timer import GcTimer
from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.gui.services.locale import default_paper, install_translator
from evolve_desktop.gui.services.ports import VaultPort
from evolve_desktop.gui.services.single_instance import SingleInstance
from evolve_desktop.gui.services.theme import ThemeStyler
from evolve_desktop.gui.shell.main_window import MainWindow
from evolve_desktop.settings import Preferences, Settings
from evolve_desktop.window_state import FILE_NAME, WindowStateFile

if TYPE_CHECKING:
    from evolve_desktop.document.renderer import DocumentRenderer
    from evolve_desktop.vault.file_header import KdfCost


class LaunchOptions(msgspec.Struct, frozen=True, kw_only=True):
    """All that a window needs from outside: folders, clock, a person to ask; only tests lower the `cost` of a key.

    A `memory` of nothing, unless another is given, begins with a window nobody has changed, and forgets it again.
    """

    content: Path
    data: Path
    now: Callable[[], datetime]
    dialogs: Dialogs
    memory: WindowStateFile = msgspec.field(default_factory=WindowStateFile)
    paper: Paper = Paper.A4
    cost: "KdfCost | None" = None


class RunningApp(msgspec.Struct, frozen=True):
    """The parts of a running window."""

    window: MainWindow
    session: Session
    autosave: Autosave
    styler: ThemeStyler
    watch: IdleMonitor


def application() -> QApplication:
    """Start Qt. Its style is named here: to set it later would hand back the old one, and load all that Qt has."""
    return QApplication(["evolve-desktop", "-style", "Fusion"])


def build_window(app: QApplication, outside: LaunchOptions) -> RunningApp:
    """Build the window for the pack in a folder, not yet shown; ContentError where the pack has faults."""
    pack = load_pack(outside.content)
    install_translator(app, pack.about.language, resource_paths.resources() / "i18n")
    preferences = Preferences(outside.memory.found.settings if outside.memory.found else Settings())
    resources = resource_paths.resources()
    styler = ThemeStyler(app, preferences, resources / "styles" / "evolve.qss", resources / "icons")
    watch = IdleMonitor(app)

    def new_check_in() -> CheckIn:
        return CheckIn(id=os.urandom(8).hex(), started=outside.now().date(), plan=PagePlan(paper=outside.paper))

    session = Session(new_check_in())
    autosave = Autosave(session, outside.now)
    needs = Needs(
        pack=pack,
        session=session,
        autosave=autosave,
        safe=cache(lambda: _vault(outside)),
        is_kept=lambda: outside.data.is_dir() and needs.safe().exists,
        documents=Documents(cache(lambda: _press(pack)), session, preferences, lambda: autosave.diary),
        preferences=preferences,
        dialogs=outside.dialogs,
        watch=watch,
        new_check_in=new_check_in,
        memory=outside.memory,
    )
    window = MainWindow(needs)
    styler.apply()  # once everything stands: each part would otherwise be styled again wherever it is put
    return RunningApp(window, session, autosave, styler, watch)


def _vault(outside: LaunchOptions) -> VaultPort:
    """Load the vault, which a first window needs only if something was saved."""
    from evolve_desktop.vault.file_header import KdfCost  # noqa: PLC0415  (see above)
    from evolve_desktop.vault.vault import Vault  # noqa: PLC0415

    return Vault(outside.data, outside.now, cost=outside.cost or KdfCost())


def _press(pack: Pack) -> "DocumentRenderer":
    """Load the page room, when a page is first wanted."""
    from evolve_desktop.document.renderer import DocumentRenderer  # noqa: PLC0415  (see above)

    return DocumentRenderer(pack, resource_paths.resources() / "page")


def run(content: Path, data: Path) -> int:
    """Open the window and return its exit code when it is closed; a second start for one folder only knocks."""
    _leave_no_dumps()
    app = application()
    app.setApplicationName("Evolve")
    app.setDesktopFileName("evolve-desktop")
    app.setWindowIcon(QIcon(str(resource_paths.resources() / "icons" / "app.svg")))
    GcTimer(app)
    dialogs = Dialogs()
    paper = default_paper(QLocale.system())
    memory = WindowStateFile(data.parent / FILE_NAME)
    outside = LaunchOptions(content=content, data=data, now=_now, dialogs=dialogs, paper=paper, memory=memory)
    desktop = build_window(app, outside)
    presence = SingleInstance(data, desktop.window.come_forward)
    if not presence.acquire():
        presence.activate_other()
        return 0
    desktop.autosave.changed.connect(lambda: desktop.autosave.state is SaveState.SAVED and presence.acquire())
    sys.excepthook = CrashHandler(desktop.window, dialogs, desktop.window.has_menus).report
    desktop.window.show()
    desktop.window.start()
    code = app.exec()
    presence.release()
    return code


def paint(content: Path) -> None:
    """Build the window and paint it into a picture; ValueError where the picture stays empty. Nothing is opened."""
    app = QApplication.instance() or application()
    if not isinstance(app, QApplication):
        raise TypeError("Qt runs without windows here")
    outside = LaunchOptions(content=content, data=content, now=_now, dialogs=Dialogs())
    picture = build_window(app, outside).window.grab().toImage()
    middle = picture.height() // 2
    if picture.isNull() or len({picture.pixel(x, middle) for x in range(0, picture.width(), 8)}) == 1:
        raise ValueError("the window stays empty")


def _now() -> datetime:
    """Return what the clock on the wall says."""
    return datetime.now().astimezone()


def _leave_no_dumps() -> None:
    """Keep what is in memory out of a core dump, should the app ever crash."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  (Windows has none)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
