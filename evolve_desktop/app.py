"""Builds the parts and ties them together; the only place that knows them all."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from evolve_desktop import assets
from evolve_desktop.checkin.answers import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.loading import load_pack
from evolve_desktop.gui.main_window import MainWindow
from evolve_desktop.gui.mishap import Mishap
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.gui.theme import Wardrobe
from evolve_desktop.page.press import Press
from evolve_desktop.settings import Preferences, Settings


@dataclass(frozen=True, slots=True)
class Desktop:
    """The parts of a running window."""

    window: MainWindow
    session: Session
    wardrobe: Wardrobe


def build_window(
    app: QApplication, content: Path, today: Callable[[], date], prompts: Prompts, settings: Settings
) -> Desktop:
    """Build the window for the pack in a folder, not yet shown; ContentError where the pack has faults."""
    pack = load_pack(content)
    preferences = Preferences(settings)
    resources = assets.resources()
    wardrobe = Wardrobe(app, preferences, resources / "styles" / "evolve.qss", resources / "icons")

    def new_check_in() -> CheckIn:
        return CheckIn(id=os.urandom(8).hex(), started=today())

    session = Session(new_check_in())
    window = MainWindow(
        pack=pack,
        session=session,
        press=Press(pack, resources / "page"),
        preferences=preferences,
        prompts=prompts,
        new_check_in=new_check_in,
    )
    wardrobe.dress()  # once everything stands: each part would otherwise be styled again wherever it is put
    return Desktop(window, session, wardrobe)


def run(content: Path) -> int:
    """Open the window and return its exit code when it is closed."""
    app = QApplication(["evolve-desktop"])
    app.setApplicationName("Evolve")
    prompts = Prompts()
    desktop = build_window(app, content, date.today, prompts, Settings())
    sys.excepthook = Mishap(desktop.window, prompts).report
    desktop.window.show()
    return app.exec()


def paint(content: Path) -> None:
    """Build the window and paint it into a picture; ValueError where the picture stays empty."""
    app = QApplication.instance() or QApplication(["evolve-desktop"])
    if not isinstance(app, QApplication):
        msg = "Qt runs without windows here"
        raise TypeError(msg)
    picture = build_window(app, content, date.today, Prompts(), Settings()).window.grab().toImage()
    if picture.isNull() or picture.pixelColor(0, 0) == picture.pixelColor(picture.rect().center()):
        msg = "the window stays empty"
        raise ValueError(msg)
