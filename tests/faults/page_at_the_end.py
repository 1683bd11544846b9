"""The app as it is always run; once it shows one of its places, it is told to end, as by the end of a session.

`test_endings.py` starts it as a program of its own with the data folder and the place.
"""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from evolve_desktop import app as evolve
from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, RunningApp
from tools.window_tour import Tour


def main(folder: Path, place: str) -> int:
    build = evolve.build_window

    def build_and_end(app: QApplication, options: LaunchOptions) -> RunningApp:
        running = build(app, options)

        def show_and_end() -> None:
            Tour(app, running).show(place)
            os.kill(os.getpid(), signal.SIGTERM)

        QTimer.singleShot(0, running.window, show_and_end)
        return running

    evolve.build_window = build_and_end
    return evolve.run(resource_paths.content_pack(), folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
