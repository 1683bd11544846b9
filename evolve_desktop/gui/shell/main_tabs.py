"""The tabs beside the article; in a narrow window the article is the first tab instead."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.focus import focus_first
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.settings import Preferences

if TYPE_CHECKING:
    from evolve_desktop.gui.checkin.checkin_view import CheckinView
    from evolve_desktop.gui.history.history_view import HistoryView
    from evolve_desktop.gui.my_page.page_view import PageView
    from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView

translate = QCoreApplication.translate
_NARROWEST = 110  # characters: about 900 pixels at the usual text size


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


class MainTabs(QSplitter):
    """Builds the views, each when it is first shown, and connects them to each other.

    `tab_shown` follows every call that leads to a tab, `tab_changed` when another one is in view; `storage_requested`,
    `new_requested` and `help_requested` come from the views.
    """

    tab_shown = Signal()
    tab_changed = Signal()
    storage_requested = Signal()
    new_requested = Signal()
    help_requested = Signal()

    def __init__(  # noqa: PLR0913  (what the views are made from)
        self,
        pack: Pack,
        session: Session,
        *,
        signals: SessionSignals,
        autosave: Autosave,
        preferences: Preferences,
        documents: Documents,
        output: DocumentOutput,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._pack, self._session, self._signals = pack, session, signals
        self._autosave, self._preferences = autosave, preferences
        self._documents, self._output, self._today = documents, output, today
        self.article = self._build_article()
        self._checkin = LazyView(self._build_checkin, after_paint=True)
        self._red_flags = LazyView(self._build_red_flags)
        self._page = LazyView(self._build_page)
        self._history = LazyView(self._build_history)
        self._tabs = QTabWidget(documentMode=True)
        self._fill()

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return next(tab for tab, view in self._views().items() if view is self._tabs.currentWidget())

    @property
    def page(self) -> "PageView":
        """My page, built if it was not yet."""
        return self._page.widget

    @property
    def is_narrow(self) -> bool:
        """Whether the article is a tab."""
        return self._tabs.indexOf(self.article) >= 0

    @property
    def panes(self) -> list[QWidget]:
        """The panes beside each other, in reading order."""
        return [self._tabs] if self.is_narrow else [self.article, self._tabs]

    def show_tab(self, tab: Tab) -> None:
        """Go to a tab, with the focus; the article comes back if another tab had taken its place."""
        if tab is Tab.ARTICLE:
            self._show_article()
            self.article.take_focus()
            return
        self._turn_to(tab)
        view = self._views()[tab]
        focus_first(view.widget if isinstance(view, LazyView) else view)

    def take_focus(self) -> None:
        """Focus the article, whose title is then said and which the keys scroll, or the first control of the tab."""
        if self.article.isVisible():
            self.article.take_focus()
        else:
            focus_first(self)

    def show_find(self) -> None:
        """Show the article and open its search."""
        self._show_article()
        self.article.show_find()

    def step_find(self, by: int) -> None:
        """Show the article and its next match, or the previous one for -1."""
        self._show_article()
        self.article.step_find(by)

    def show_document(self, kind: DocumentKind) -> None:
        """Go to My page and show one of the documents."""
        self.show_tab(Tab.MY_PAGE)
        self.page.show_kind(kind)

    def show_complaints(self) -> None:
        """Go to the red flags and show where to complain."""
        self.show_tab(Tab.RED_FLAGS)
        self._red_flags.widget.show_complaints()

    def forget(self) -> None:
        """Remove every private word that the session does not hold any more."""
        self.article.forget()
        for view in (self._page, self._history):
            if view.is_built:
                view.widget.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the article into a tab or out of it, as the width requires."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROWEST * self.fontMetrics().averageCharWidth()
        if is_narrow and not self.is_narrow:
            self._tabs.insertTab(0, self.article, Tab.ARTICLE.title)
        elif self.is_narrow and not is_narrow:
            self._tabs.removeTab(0)
            self.insertWidget(0, self.article)
            self.article.lower()  # a screen reader meets it before the tabs, as before
            self._on_tab()

    def _fill(self) -> None:
        self._tabs.setObjectName("tabs")
        self._tabs.tabBar().setAccessibleName(self.tr("Pages"))
        for tab, view in self._views().items():
            if tab is not Tab.ARTICLE:
                self._tabs.addTab(view, tab.title)
        self.setChildrenCollapsible(False)
        self.addWidget(self.article)
        self.addWidget(self._tabs)
        self.setSizes([440, 840])
        self._tabs.currentChanged.connect(self._on_tab)

    def _views(self) -> dict[Tab, QWidget]:
        return {
            Tab.ARTICLE: self.article,
            Tab.CHECK_IN: self._checkin,
            Tab.RED_FLAGS: self._red_flags,
            Tab.MY_PAGE: self._page,
            Tab.EARLIER: self._history,
        }

    def _turn_to(self, tab: Tab) -> None:
        self.tab_shown.emit()
        self._tabs.setCurrentWidget(self._views()[tab])

    def _show_article(self) -> None:
        """Show the article if it is out of sight; the focus stays, so that a search can give it back."""
        beside = Tab.CHECK_IN if self.tab is Tab.MY_PAGE else self.tab
        self._turn_to(Tab.ARTICLE if self.is_narrow else beside)

    def _build_article(self) -> ArticleView:
        view = ArticleView(self._pack.article, self._pack.about.publisher)
        preferences = self._preferences
        view.larger_requested.connect(lambda: preferences.change(preferences.settings.with_larger_text()))
        view.smaller_requested.connect(lambda: preferences.change(preferences.settings.with_smaller_text()))
        view.section_changed.connect(lambda: self._checkin.widget.mark_section(view.section))
        return view

    def _build_checkin(self) -> "CheckinView":
        from evolve_desktop.gui.checkin.checkin_view import CheckinView  # noqa: PLC0415  (painted after the first window)

        view = CheckinView(self._pack, self._session, self._signals, autosave=self._autosave, today=self._today)
        view.history_requested.connect(lambda: self.show_tab(Tab.EARLIER))
        view.section_requested.connect(self._on_section_requested)
        view.red_flags_requested.connect(lambda: self.show_tab(Tab.RED_FLAGS))
        return view

    def _build_red_flags(self) -> "RedFlagsView":
        from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView  # noqa: PLC0415  (not for the first window)

        view = RedFlagsView(self._pack, self._session, self._signals, self._preferences)
        view.help_requested.connect(self.help_requested)
        view.history_requested.connect(lambda: self.show_tab(Tab.EARLIER))
        return view

    def _build_page(self) -> "PageView":
        from evolve_desktop.gui.my_page.page_view import PageView  # noqa: PLC0415  (not for the first window)

        return PageView(self._pack, self._session, self._signals, self._documents, self._output)

    def _build_history(self) -> "HistoryView":
        from evolve_desktop.gui.history.history_view import HistoryView  # noqa: PLC0415  (not for the first window)

        view = HistoryView(self._pack, self._session, self._autosave)
        view.opened.connect(lambda: self.show_tab(Tab.CHECK_IN))
        view.storage_requested.connect(self.storage_requested)
        view.new_requested.connect(self.new_requested)
        return view

    def _on_section_requested(self) -> None:
        self.show_tab(Tab.ARTICLE)
        self.article.show_section(self._checkin.widget.requested_section)

    def _on_tab(self) -> None:
        """Give the whole width to My page and its preview."""
        if not self.is_narrow:
            self.article.setVisible(self._tabs.currentWidget() is not self._page)
        self.tab_changed.emit()
