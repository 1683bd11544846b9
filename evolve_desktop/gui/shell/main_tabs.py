"""The article beside the self-check; in a narrow window the article is the first tab instead."""

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.documents import DocumentKind
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.focus import focus_first
from evolve_desktop.gui.widgets.lazy_view import LazyView

if TYPE_CHECKING:
    from evolve_desktop.gui.checkin.checkin_view import CheckinView
    from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView
    from evolve_desktop.gui.history.history_view import HistoryView
    from evolve_desktop.gui.my_page.page_view import PageView
    from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView
if TYPE_CHECKING:
    from evolve_desktop.gui.checkin.checkin_view import CheckinView
    from evolve_desktop.gui.history.history_view import HistoryView
    from evolve_desktop.gui.my_page.page_view import PageView
    from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView


translate = QCoreApplication.translate


class Tab(IntEnum):
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
            Tab.ARTICLE: translate("MainTabs", "Article"),
            Tab.CHECK_IN: translate("MainTabs", "Check-in"),
            Tab.RED_FLAGS: translate("MainTabs", "Red flags"),
            Tab.MY_PAGE: translate("MainTabs", "My page"),
            Tab.EARLIER: translate("MainTabs", "Earlier"),
            Tab.HELP_LINES: translate("MainTabs", "Help lines"),
        }[self]


class ViewFactory(msgspec.Struct, frozen=True, kw_only=True):
    """What the views are made of."""

    needs: Needs
    bridge: SessionSignals
    outlet: DocumentOutput

    def article(self) -> ArticleView:
        """Build the article; its two buttons change the size of all text."""
        view = ArticleView(self.needs.pack.article, self.needs.pack.about.publisher)
        preferences = self.needs.preferences
        view.larger_requested.connect(lambda: preferences.change(preferences.settings.with_larger_text()))
        view.smaller_requested.connect(lambda: preferences.change(preferences.settings.with_smaller_text()))
        return view

    def checkin(self) -> "CheckinView":
        """Build the check-in."""
        from evolve_desktop.gui.checkin.checkin_view import CheckinView  # noqa: PLC0415  (painted after the first window)

        return CheckinView(self.needs.pack, self.needs.session, self.bridge)

    def red_flags(self) -> "RedFlagsView":
        """Build the red flags."""
        from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView  # noqa: PLC0415  (not for the first window)

        return RedFlagsView(self.needs.pack, self.needs.session, self.bridge)

    def page(self) -> "PageView":
        """Build My page."""
        from evolve_desktop.gui.my_page.page_view import PageView  # noqa: PLC0415  (not for the first window)

        return PageView(self.needs.pack, self.needs.session, self.bridge, self.needs.documents, self.outlet)

    def earlier(self) -> "HistoryView":
        """Build the earlier check-ins."""
        from evolve_desktop.gui.history.history_view import HistoryView  # noqa: PLC0415  (not for the first window)

        return HistoryView(self.needs.pack.checklist, self.needs.pack.keeping, self.needs.session, self.needs.autosave)

    def help_lines(self, keep: Callable[[], None]) -> "HelpLinesView":
        """Build the help lines; `keep` follows the wish to keep."""
        from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView  # noqa: PLC0415  (not for the first window)

        needs = self.needs
        today = needs.session.check_in.started
        view = HelpLinesView(needs.pack.help_lines, needs.preferences, needs.autosave, today)
        view.keep_requested.connect(keep)
        return view


_NARROWEST = 110  # characters: about 900 pixels at the usual text size


class MainTabs(QSplitter):
    """Holds the views and ties them to each other.

    `entered` follows the way into any room; `keep_wanted` and `new_wanted` the wish to keep, and for a new check-in.
    """

    entered = Signal()
    keep_requested = Signal()
    new_requested = Signal()

    def __init__(self, views: ViewFactory) -> None:
        """Build the article and the check-in; the others are built when they are first shown."""
        super().__init__()
        self.setChildrenCollapsible(False)
        self._build = views
        self.article = views.article()
        self._checkin = LazyView(self._build_checkin, after_paint=True)
        self._red_flags = LazyView(self._build_red_flags)
        self._page = LazyView(views.page)
        self._earlier = LazyView(self._build_earlier)
        self._help = LazyView(lambda: views.help_lines(self.keep_requested.emit))
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.setObjectName("tabs")
        self._tabs.tabBar().setAccessibleName(self.tr("Pages"))
        for room, view in self._views().items():
            if room is not Tab.ARTICLE:
                self._tabs.addTab(view, room.title)
        self.addWidget(self.article)
        self.addWidget(self._tabs)
        self.setSizes([440, 840])
        self.article.section_changed.connect(lambda: self._checkin.view.mark_section(self.article.section))
        self._tabs.currentChanged.connect(self._on_tab)

    @property
    def room(self) -> Tab:
        """The room in front."""
        return next(room for room, view in self._views().items() if view is self._tabs.currentWidget())

    @property
    def page(self) -> "PageView":
        """My page, built by now."""
        return self._page.view

    @property
    def is_writing(self) -> bool:
        """Whether something is being written that is kept only when the person says so."""
        return self._help.is_built and self._help.view.is_writing

    @property
    def is_narrow(self) -> bool:
        """Whether the article is a tab."""
        return self._tabs.indexOf(self.article) >= 0

    @property
    def panes(self) -> list[QWidget]:
        """What stands beside each other, in reading order."""
        return [self._tabs] if self.is_narrow else [self.article, self._tabs]

    def show_tab(self, room: Tab) -> None:
        """Go to a room, with the focus; the article comes back where another room had taken its place."""
        if room is Tab.ARTICLE:
            self._show_article()
            self.article.take_focus()
            return
        self._turn_to(room)
        place = self._views()[room]
        focus_first(place.view if isinstance(place, LazyView) else place)

    def show_find(self) -> None:
        """Show the article and open its search."""
        self._show_article()
        self.article.show_find()

    def step_find(self, by: int) -> None:
        """Show the article and the place so many on, or back, that says what was typed."""
        self._show_article()
        self.article.step_find(by)

    def show_sheet(self, kind: DocumentKind) -> None:
        """Go to My page and show one of the sheets."""
        self.show_tab(Tab.MY_PAGE)
        self.page.show_kind(kind)

    def show_help_lines(self) -> None:
        """Go to the help lines, and to the first number there."""
        self.show_tab(Tab.HELP_LINES)
        self._help.view.focus_first()

    def show_complaints(self) -> None:
        """Go to the red flags and show where to complain."""
        self.show_tab(Tab.RED_FLAGS)
        self._red_flags.view.show_complaints()

    def forget(self) -> None:
        """Leave nowhere a word of the person's that the session does not hold any more."""
        self.article.forget()
        for room in (self._page, self._earlier, self._help):
            if room.is_built:
                room.view.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the article into a tab or out of it, as the width asks for it."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROWEST * self.fontMetrics().averageCharWidth()
        if is_narrow and not self.is_narrow:
            self._tabs.insertTab(0, self.article, Tab.ARTICLE.title)
        elif self.is_narrow and not is_narrow:
            self._tabs.removeTab(0)
            self.insertWidget(0, self.article)
            self.article.lower()  # a screen reader meets it before the tabs, as before
            self._on_tab()

    def _views(self) -> dict[Tab, QWidget]:
        return {
            Tab.ARTICLE: self.article,
            Tab.CHECK_IN: self._checkin,
            Tab.RED_FLAGS: self._red_flags,
            Tab.MY_PAGE: self._page,
            Tab.EARLIER: self._earlier,
            Tab.HELP_LINES: self._help,
        }

    def _turn_to(self, room: Tab) -> None:
        self.entered.emit()
        self._tabs.setCurrentWidget(self._views()[room])

    def _show_article(self) -> None:
        """Bring the article back where it is out of sight; the focus stays, so that a search can give it back."""
        beside = Tab.CHECK_IN if self.room is Tab.MY_PAGE else self.room
        self._turn_to(Tab.ARTICLE if self.is_narrow else beside)

    def _build_checkin(self) -> "CheckinView":
        view = self._build.checkin()
        view.section_requested.connect(self._on_section_wanted)
        view.red_flags_requested.connect(lambda: self.show_tab(Tab.RED_FLAGS))
        return view

    def _build_red_flags(self) -> "RedFlagsView":
        view = self._build.red_flags()
        view.help_requested.connect(self.show_help_lines)
        return view

    def _build_earlier(self) -> "HistoryView":
        view = self._build.earlier()
        view.opened.connect(lambda: self.show_tab(Tab.CHECK_IN))
        view.keep_requested.connect(self.keep_requested)
        view.new_requested.connect(self.new_requested)
        return view

    def _on_section_wanted(self) -> None:
        self.show_tab(Tab.ARTICLE)
        self.article.show_section(self._checkin.view.wanted)

    def _on_tab(self) -> None:
        """Leave the whole width to My page and its preview."""
        if not self.is_narrow:
            self.article.setVisible(self._tabs.currentWidget() is not self._page)
