"""Draws the pictures of the README and of docs/screens: every page, light and dark."""

import os
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QTabWidget

from evolve_desktop import assets
from evolve_desktop.app import build_window
from evolve_desktop.checkin.answers import Reply
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.settings import Settings, Theme

FOLDER = Path(__file__).parent.parent / "docs" / "screens"


def main() -> None:
    """Write one PNG per page and theme."""
    app = QApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for theme in (Theme.LIGHT, Theme.DARK):
        desktop = build_window(app, assets.content_pack(), lambda: date(2026, 11, 24), Prompts(), Settings(theme=theme))
        session = desktop.session
        session.reply("C16", Reply.YES)
        session.reply("C01", Reply.NOT_YET)
        session.bring("C01", on=True)
        session.plan(session.check_in.plan.with_main_topic("How we work together. I often leave with questions."))
        desktop.window.show()
        tabs = desktop.window.findChild(QTabWidget, "tabs")
        assert tabs is not None  # noqa: S101  (the window has its tabs, or there is nothing to draw)
        for index, name in enumerate(("check-in", "red-flags", "my-page", "help-lines")):
            tabs.setCurrentIndex(index)
            app.processEvents()
            path = FOLDER / f"{name}-{theme.value}.png"
            desktop.window.grab().save(str(path))
            print(path.name)
        while session.can_undo:
            session.undo()
        desktop.window.close()


main()
