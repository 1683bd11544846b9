"""Sends thousands of random events to the real window with a real vault: no error may occur and nothing be lost.

What takes place in a second thread or after a while may fall otherwise when a seed is played again.
"""

import argparse
import faulthandler
import random
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from evolve_desktop.app import application
from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.my_page import printing
from evolve_desktop.gui.services.gc_timer import GcTimer
from tools.fault_injection.app_harness import Home, Spoil
from tools.fault_injection.window_driver import Rescue

# Warnings of the offscreen platform only, which has no screen: it cannot send a minimum size to a window manager,
# raise a window, grab keyboard and mouse for a menu, or open a file or folder (the window then says so).
OF_THE_PLATFORM = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
    "This plugin does not support grabbing the mouse",
    "This plugin does not support QPlatformServices::openDocument()",
)
_LOUD = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
_STUCK_S = 120
_FRAMES = 12


@contextmanager
def noticing(wrong: list[str]) -> Iterator[None]:
    """Record each uncaught exception and each warning of Qt."""

    def take_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        wrong.append("".join(traceback.format_exception(kind, error, trace)))

    def take_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in _LOUD and not message.startswith(OF_THE_PLATFORM):
            wrong.append("".join([f"Qt: {message}\n", *traceback.format_stack()[-_FRAMES:-1]]))

    before = qInstallMessageHandler(take_message)
    try:
        with patch.object(sys, "excepthook", take_error), patch.object(sys, "unraisablehook", wrong.append):
            yield
    finally:
        qInstallMessageHandler(before)


def play(count: int, seed: int, folder: Path, spoil: Spoil) -> list[str]:
    """Send `count` events and return the faults found."""
    app = application()
    GcTimer(app)
    wrong: list[str] = []
    with noticing(wrong):
        home = Home(app, folder, random.Random(seed), spoil)  # noqa: S311  (to be repeated, not to be secret)
        rescue = Rescue(random.Random(seed), lambda: home.player.steps)  # noqa: S311  (see above)
        with patch.object(printing, "QPrintDialog", home.answers.print_dialog):
            while home.player.steps < count and not wrong and not home.wrong:
                faulthandler.dump_traceback_later(_STUCK_S, exit=True)
                home.live()
        try:
            home.settle()
            home.leave()
        except UserFacingError as error:
            wrong.append(f"the vault does not open: {error}")
        del rescue
    if wrong or home.wrong:
        print(f"after {home.player.steps} events, the last of them:", *home.player.last, sep="\n  ")
    return wrong + home.wrong


def main(arguments: list[str], spoil: Spoil = lambda _desktop: None) -> int:
    """Run with the given seed or a new one; print the seed and the faults found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args(arguments)
    faulthandler.enable()
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        wrong = play(options.count, options.seed, Path(folder), spoil)
    print(*wrong, sep="\n", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
