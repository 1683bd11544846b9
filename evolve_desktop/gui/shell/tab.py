"""The tabs of the window, by name."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Tab(IntEnum):
    """The tabs in their order; ARTICLE is a tab only in a narrow window."""

    ARTICLE = 0
    CHECK_IN = 1
    RED_FLAGS = 2
    MY_PAGE = 3
    EARLIER = 4

    @property
    def title(self) -> str:
        """The title of the tab."""
        return {
            Tab.ARTICLE: translate("MainTabs", "Article"),
            Tab.CHECK_IN: translate("MainTabs", "Check-in"),
            Tab.RED_FLAGS: translate("MainTabs", "Red flags"),
            Tab.MY_PAGE: translate("MainTabs", "My page"),
            Tab.EARLIER: translate("MainTabs", "Earlier"),
        }[self]
