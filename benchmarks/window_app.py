"""The window as `evolve-desktop` opens it, with only the modules that the installed app finds.

The second argument says what is waited for: the window's first painting as a person sees it who has been here before
(`article`) or not (`welcome`), or that of the check-in, which is built after the article (`check-in`). The third is the
compiled copy of the pack, as the executables have one; it has the name of the pack's language.
"""
# ruff: noqa: E402  (the statements between the imports decide what the later ones load)

import gc
import sys
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

gc.disable()  # as its __main__ does
sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # msgspec imports it if a developer has it installed

# first, as its start does: Qt would have Python read the source of each module that is imported after it
from evolve_desktop.app import LaunchOptions, application, build_window  # isort: skip

from PySide6.QtWidgets import QWidget

from benchmarks.first_paint import Painted
from evolve_desktop import resource_paths
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.widgets.lazy_view import LazyView


def watch_late_view() -> None:
    """Wait for the first view that is built after the window's painting."""
    widget: cached_property[QWidget] = vars(LazyView)["widget"]
    build = widget.func

    def build_and_watch(view: object) -> QWidget:
        built = build(view)
        Painted(built)
        return built

    widget.func = build_and_watch


_, _, awaited, compiled = sys.argv
if awaited == "check-in":
    watch_late_view()
app = application()
outside = LaunchOptions(
    content=resource_paths.content_pack(Path(compiled).stem),
    compiled=lambda _pack: Path(compiled),
    data=Path("nowhere"),
    now=lambda: datetime.now(tz=UTC),
    dialogs=Dialogs(),
)
desktop = build_window(app, outside)
if awaited != "check-in":
    Painted(desktop.window)
desktop.window.show()
if awaited == "welcome":
    desktop.window.start()
app.exec()
