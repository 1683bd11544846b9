"""What the menus ask the window for."""

from collections.abc import Callable

import msgspec
from PySide6.QtGui import QAction

Wish = Callable[[], object]


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """A callable for each thing that more than one room has a part in, and the line that is ticked to remember."""

    new_check_in: Wish
    print_out: Wish
    save_pdf: Wish
    copy_text: Wish
    keep: Wish
    lock: Wish
    hide: Wish
    welcome: Wish
    guide: Wish
    report: Wish
    about: Wish
    next_pane: Wish
    previous_pane: Wish
    leave: Wish
    remember: QAction
