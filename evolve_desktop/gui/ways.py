"""Where the boxes of the red flags page can lead; the page itself knows how."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from evolve_desktop.content.red_flags import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """`to_part` opens a part, `to_help` the help lines, `reveal` scrolls to something that is shown."""

    to_part: Callable[[Tier], None]
    to_help: Callable[[], None]
    reveal: Callable[[QWidget], None]
