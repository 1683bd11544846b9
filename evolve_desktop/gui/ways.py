"""Where the boxes of the red flags page can lead; the page itself knows how."""

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QWidget

from evolve_desktop.content.red_flags import Tier


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """`to_part` opens a part, `to_help` the help lines, `reveal` scrolls to something that is shown."""

    to_part: Callable[[Tier], None]
    to_help: Callable[[], None]
    reveal: Callable[[QWidget], None]
