"""The article beside the self-check; in a narrow window the article is the first tab instead."""

from datetime import date
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.article_view import ArticleView
from evolve_desktop.gui.bridge import Bridge
from evolve_desktop.gui.checkin_view import CheckinView
from evolve_desktop.gui.outlet import Outlet
from evolve_desktop.gui.sheets import SheetKind, Sheets
from evolve_desktop.gui.widgets.later import Later
from evolve_desktop.settings import Preferences

if TYPE_CHECKING:
    from evolve_desktop.gui.help_lines_view import HelpLinesView
    from evolve_desktop.gui.page_view import PageView
    from evolve_desktop.gui.red_flags_view import RedFlagsView

_NARROWEST = 110  # characters: about 900 pixels at the usual text size


class Room(IntEnum):
    """Where a person can be, in the order of the tabs."""

    ARTICLE = 0
    CHECK_IN = 1
    RED_FLAGS = 2
    MY_PAGE = 3
    HELP_LINES = 4


class Rooms(QSplitter):
    """Holds the views and ties them to each other."""

    def __init__(  # noqa: PLR0913, PLR0917  (all that the views can touch, each of a type of its own)
        self,
        pack: Pack,
        session: Session,
        bridge: Bridge,
        sheets: Sheets,
        outlet: Outlet,
        preferences: Preferences,
    ) -> None:
        """Build the article and the check-in; the others are built when they are first shown."""
        super().__init__()
        self.setChildrenCollapsible(False)
        self._pack = pack
        self._session = session
        self._bridge = bridge
        self.article = ArticleView(pack.article, pack.about.publisher)
        self._checkin = CheckinView(pack, session, bridge)
        self._red_flags = Later(self._build_red_flags)
        self._page = Later(partial(_page_view, pack, session, bridge, sheets, outlet))
        self._help = Later(partial(_help_lines_view, pack, preferences, session.check_in.started))
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.setObjectName("tabs")
        for room, view in self._views().items():
            if room is not Room.ARTICLE:
                self._tabs.addTab(view, self.title(room))
        self.addWidget(self.article)
        self.addWidget(self._tabs)
        self.setSizes([440, 840])
        self._connect()

    def title(self, room: Room) -> str:
        """Return what a room is called."""
        return {
            Room.ARTICLE: self.tr("Article"),
            Room.CHECK_IN: self.tr("Check-in"),
            Room.RED_FLAGS: self.tr("Red flags"),
            Room.MY_PAGE: self.tr("My page"),
            Room.HELP_LINES: self.tr("Help lines"),
        }[room]

    @property
    def page(self) -> "PageView":
        """My page, built by now."""
        return self._page.view

    @property
    def is_narrow(self) -> bool:
        """Whether the article is a tab."""
        return self._tabs.indexOf(self.article) >= 0

    def show_room(self, room: Room) -> None:
        """Go to a room; the article comes back where another room had taken its place."""
        if room is Room.ARTICLE and not self.is_narrow:
            if not self.article.isVisible():
                self.show_room(Room.CHECK_IN)
            self.article.setFocus()
            return
        self._tabs.setCurrentWidget(self._views()[room])

    def show_find(self) -> None:
        """Go to the article and open its search."""
        self.show_room(Room.ARTICLE)
        self.article.show_find()

    def show_sheet(self, kind: SheetKind) -> None:
        """Go to My page and show one of the sheets."""
        self.show_room(Room.MY_PAGE)
        self.page.show_kind(kind)

    def show_help_lines(self) -> None:
        """Go to the help lines, and to the first number there."""
        self.show_room(Room.HELP_LINES)
        self._help.view.focus_first()

    def show_complaints(self) -> None:
        """Go to the red flags and show where to complain."""
        self.show_room(Room.RED_FLAGS)
        self._red_flags.view.show_complaints()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the article into a tab or out of it, as the width asks for it."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROWEST * self.fontMetrics().averageCharWidth()
        if is_narrow and not self.is_narrow:
            self._tabs.insertTab(0, self.article, self.title(Room.ARTICLE))
        elif self.is_narrow and not is_narrow:
            self._tabs.removeTab(0)
            self.insertWidget(0, self.article)
            self._on_tab()

    def _views(self) -> dict[Room, QWidget]:
        return {
            Room.ARTICLE: self.article,
            Room.CHECK_IN: self._checkin,
            Room.RED_FLAGS: self._red_flags,
            Room.MY_PAGE: self._page,
            Room.HELP_LINES: self._help,
        }

    def _connect(self) -> None:
        self._checkin.section_wanted.connect(self._on_section_wanted)
        self._checkin.red_flags_wanted.connect(lambda: self.show_room(Room.RED_FLAGS))
        self.article.section_reached.connect(lambda: self._checkin.mark_section(self.article.section))
        self._tabs.currentChanged.connect(self._on_tab)

    def _build_red_flags(self) -> "RedFlagsView":
        from evolve_desktop.gui.red_flags_view import RedFlagsView  # noqa: PLC0415  (the first window needs none of it)

        view = RedFlagsView(self._pack, self._session, self._bridge)
        view.help_wanted.connect(self.show_help_lines)
        return view

    def _on_section_wanted(self) -> None:
        self.show_room(Room.ARTICLE)
        self.article.show_section(self._checkin.wanted)

    def _on_tab(self) -> None:
        """Leave the whole width to My page and its preview."""
        if not self.is_narrow:
            self.article.setVisible(self._tabs.currentWidget() is not self._page)


def _page_view(pack: Pack, session: Session, bridge: Bridge, sheets: Sheets, outlet: Outlet) -> "PageView":
    from evolve_desktop.gui.page_view import PageView  # noqa: PLC0415  (the first window needs none of it)

    return PageView(pack, session, bridge, sheets, outlet)


def _help_lines_view(pack: Pack, preferences: Preferences, today: date) -> "HelpLinesView":
    from evolve_desktop.gui.help_lines_view import HelpLinesView  # noqa: PLC0415  (the first window needs none of it)

    return HelpLinesView(pack.help_lines, preferences, today)
