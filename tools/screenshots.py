"""Draws every place of the window into build/screens, and the README's pictures and contact sheets into docs/screens.

Each place is drawn in every theme, window size and text size, then in Spanish, in Arabic and in the trial language.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, build_window
from evolve_desktop.gui.my_page.page_preview import PagePreview
from evolve_desktop.gui.services.dialogs import Dialogs, UnsavedChoice
from evolve_desktop.gui.services.gc_timer import GcTimer
from evolve_desktop.settings import Theme
from tools.translations import make_pseudo, written
from tools.window_tour import MORE_PLACES, PLACES, Tour, answer_some, answer_typically

ROOT = Path(__file__).parent.parent
SCREENS = ROOT / "build" / "screens"
DOCS = ROOT / "docs" / "screens"
THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
SIZES = ((1280, 800), (1024, 768), (720, 800))
PERCENTS = (100, 200)
README = (("check-in", Theme.LIGHT), ("red-flags", Theme.DARK), ("my-page", Theme.LIGHT))
ON_SHEET = ((1280, 800, 100), (1280, 800, 200), (720, 800, 100))
SHEETS = ("my-page", "for-me", "wallet-card", "empty-form", "saved")
_HEIGHT, _GAP = 320, 8


class _Silent(Dialogs):
    """Answers every question of the closing window without a dialog."""

    def ask_before_discarding(self, parent: object, before_save: str) -> UnsavedChoice:
        """Discard the changes."""
        del parent, before_save
        return UnsavedChoice.DISCARD


@contextmanager
def window(app: QApplication, language: str = "en") -> Iterator[Tour]:
    """Show a window with answers, one saved check-in and a new one."""
    with TemporaryDirectory() as folder:
        outside = LaunchOptions(
            content=resource_paths.content_pack(language),
            data=Path(folder) / "check-ins",
            now=lambda: datetime(2026, 11, 24, 14, 2).astimezone(),
            dialogs=_Silent(),
        )
        desktop = build_window(app, outside)
        answer_some(desktop.session)
        desktop.window.show()
        tour = Tour(app, desktop)
        try:
            tour.keep(answer_typically)
            yield tour
        finally:  # a window that is left to the end of Python may outlive what draws it
            desktop.window.close()
            desktop.speak_english()


def draw(tour: Tour, folder: Path) -> None:
    """Write a picture of each place."""
    folder.mkdir(parents=True, exist_ok=True)
    sheet = ""
    for place in chain(tour.places(), tour.more_places()):
        if place in SHEETS:
            sheet = _next_sheet(tour, sheet)
        tour.desktop.window.grab().save(str(folder / f"{place}.png"))


def _next_sheet(tour: Tour, former: str) -> str:
    """Wait until another sheet is laid out, and return its words."""
    tour.wait(lambda: _sheet(tour) not in {"", former})
    return _sheet(tour)


def _sheet(tour: Tour) -> str:
    """Return the words of the sheet that is laid out; empty if there is none."""
    preview = tour.desktop.window.findChild(PagePreview)
    return preview.accessibleDescription() if isinstance(preview, PagePreview) else ""


def folder_of(kind: str, width: int, height: int, percent: int) -> Path:
    """Return the folder for the pictures of one kind (a theme, say), window size and text size."""
    return SCREENS / kind / f"{width}x{height}-{percent}"


def draw_all(app: QApplication, kind: str, theme: Theme, language: str = "en") -> None:
    """Draw one theme in every window size and text size."""
    with window(app, language) as tour:
        for width, height in SIZES:
            for percent in PERCENTS:
                tour.apply(theme, percent)
                tour.resize(width, height)
                draw(tour, folder_of(kind, width, height, percent))
    print(SCREENS / kind)


def contact_sheet(kind: str) -> None:
    """Put a few window sizes of one theme side by side into docs/screens, one row for each place."""
    places = (*PLACES, *MORE_PLACES)
    pictures = [[QImage(str(folder_of(kind, *size) / f"{place}.png")) for size in ON_SHEET] for place in places]
    width = _GAP + sum(round(_HEIGHT * width / height) + _GAP for width, height, _ in ON_SHEET)
    sheet = QImage(width, _GAP + len(places) * (_HEIGHT + _GAP), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for row, in_row in enumerate(pictures):
        left = _GAP
        for picture in in_row:
            small = picture.scaledToHeight(_HEIGHT, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(QPoint(left, _GAP + row * (_HEIGHT + _GAP)), small)
            left += small.width() + _GAP
    painter.end()
    sheet.save(str(DOCS / f"contact-{kind}.jpg"), quality=80)


def main() -> None:
    """Draw everything."""
    app = QApplication(sys.argv)
    GcTimer(app)
    DOCS.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        draw_all(app, theme.value, theme)
        contact_sheet(theme.value)
    for place, theme in README:
        path = folder_of(theme.value, 1280, 800, 100) / f"{place}.png"
        (DOCS / f"{place}-{theme.value}.png").write_bytes(path.read_bytes())
    for language in ("es", "ar"):
        draw_all(app, language, Theme.LIGHT, language)
    translator = QTranslator(app)
    translator.load(str(make_pseudo(SCREENS / "trial-language", written())))
    app.installTranslator(translator)
    draw_all(app, "trial-language", Theme.LIGHT)


if __name__ == "__main__":
    main()
