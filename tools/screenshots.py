"""Draws the pictures of the README and of docs/screens: every room, light and dark."""

import os
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from evolve_desktop import assets
from evolve_desktop.app import Surroundings, build_window
from evolve_desktop.checkin.answers import FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.prompts import Prompts
from evolve_desktop.gui.rooms import Room, Rooms
from evolve_desktop.settings import Settings, Theme

FOLDER = Path(__file__).parent.parent / "docs" / "screens"
NAMES = {
    Room.CHECK_IN: "check-in",
    Room.RED_FLAGS: "red-flags",
    Room.MY_PAGE: "my-page",
    Room.EARLIER: "earlier",
    Room.HELP_LINES: "help-lines",
}
SETTLED_MS = 600


def fill_in(session: Session) -> None:
    """Answer as somebody might."""
    session.reply("C16", Reply.YES)
    session.bring("C16", on=True)
    session.reply("C01", Reply.NOT_YET)
    session.bring("C01", on=True)
    session.reply("C12", Reply.A_LITTLE)
    session.flag("R06", FlagReply.NOT_SURE)
    session.plan(session.check_in.plan.with_main_topic("How we work together. I often leave with questions."))


def settle() -> None:
    """Let the window finish what it is doing, the preview above all."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()


def draw(app: QApplication, theme: Theme) -> None:
    """Write one PNG per room."""
    outside = Surroundings(
        content=assets.content_pack(),
        data=FOLDER / "nowhere",
        now=lambda: datetime(2026, 11, 24, 14, 2, tzinfo=UTC),
        prompts=Prompts(),
        settings=Settings(theme=theme),
    )
    desktop = build_window(app, outside)
    fill_in(desktop.session)
    desktop.window.show()
    rooms = desktop.window.findChild(Rooms)
    assert isinstance(rooms, Rooms)  # noqa: S101  (or there is nothing to draw)
    for room, name in NAMES.items():
        rooms.show_room(room)
        settle()
        path = FOLDER / f"{name}-{theme.value}.png"
        desktop.window.grab().save(str(path))
        print(path.name)
    while desktop.session.can_undo:
        desktop.session.undo()
    desktop.window.close()


def main() -> None:
    """Write the pictures of both themes."""
    app = QApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for theme in (Theme.LIGHT, Theme.DARK):
        draw(app, theme)


main()
