"""Where a person can be."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Room(IntEnum):
    """The rooms, in the order of the tabs."""

    ARTICLE = 0
    CHECK_IN = 1
    RED_FLAGS = 2
    MY_PAGE = 3
    EARLIER = 4
    HELP_LINES = 5

    @property
    def title(self) -> str:
        """What the room is called."""
        return {
            Room.ARTICLE: translate("Rooms", "Article"),
            Room.CHECK_IN: translate("Rooms", "Check-in"),
            Room.RED_FLAGS: translate("Rooms", "Red flags"),
            Room.MY_PAGE: translate("Rooms", "My page"),
            Room.EARLIER: translate("Rooms", "Earlier"),
            Room.HELP_LINES: translate("Rooms", "Help lines"),
        }[self]
