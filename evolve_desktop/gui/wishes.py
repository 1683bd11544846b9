"""What the menus ask the window for."""

from collections.abc import Callable
from dataclasses import dataclass

Wish = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """A callable for each thing that more than one room has a part in."""

    new_check_in: Wish
    print_out: Wish
    save_pdf: Wish
    copy_text: Wish
    keep: Wish
    lock: Wish
    hide: Wish
    about: Wish
    leave: Wish
