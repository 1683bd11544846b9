"""The tabs above a reading pane and the page in use; in a narrow window the reading pane is the first tab instead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QTabBar, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.shell.checkin_pages import CheckinPages
from evolve_desktop.gui.shell.page_bars import PageBars
from evolve_desktop.gui.shell.reading_pane import ReadingPane
from evolve_desktop.gui.shell.section_follower import SectionFollower
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.flow_layout import column, set_margins
from evolve_desktop.gui.widgets.focus import focus_first
from evolve_desktop.gui.widgets.labels import set_role
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.gui.widgets.pair_layout import PairLayout
from evolve_desktop.settings import Preferences

if TYPE_CHECKING:
    from evolve_desktop.gui.help.welcome_view import WelcomeView
    from evolve_desktop.gui.history.history_view import HistoryView
    from evolve_desktop.gui.my_page.page_view import PageView
    from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView

_USUAL_SHARE = 0.39
_NARROWEST = 110  # characters: about 900 pixels at the usual text size


class MainTabs(QWidget):
    """Builds the views, each when it is first shown, and connects them to each other.

    `header` stands at the end of the tabs' line, each page's bar below the panes. The pane in use leads and the other
    follows: it scrolls to the same section and marks it. `tab_shown` is emitted by every call that leads to a tab,
    `tab_changed` when another one is in front. The views emit `storage_requested` and `help_requested`; a button for a
    new check-in emits `start_requested`, and the page that deletes the open one `new_requested`.
    """

    tab_shown = Signal()
    tab_changed = Signal()
    storage_requested = Signal()
    new_requested = Signal()
    start_requested = Signal()
    help_requested = Signal()

    def __init__(  # noqa: PLR0913  (what the views are made from)
        self,
        pack: Pack,
        session: Session,
        *,
        header: QWidget,
        signals: SessionSignals,
        autosave: Autosave,
        preferences: Preferences,
        documents: Documents,
        output: DocumentOutput,
    ) -> None:
        super().__init__()
        self._pack, self._session, self._signals = pack, session, signals
        self._autosave, self._preferences, self._documents, self._output = autosave, preferences, documents, output
        self.article = self._build_article()
        self._reading = ReadingPane(self.article)
        self.checkin = self._build_checkin()
        self._red_flags, self._page = LazyView(self._build_red_flags), LazyView(self._build_page)
        self.history, self._welcome = LazyView(self._build_history), LazyView(self._build_welcome)
        self._bar, self._pages, self._before_article = QTabBar(), QStackedWidget(), Tab.CHECK_IN
        self._bars = PageBars(
            self.show_tab, show_reflection=self._show_reflection, go_back=lambda: self.show_tab(self._before_article)
        )
        self.splitter, self._share = QSplitter(), _USUAL_SHARE
        self._follower = SectionFollower(pack, session, self.article, red_flags=self._red_flags, page=self._page)
        self._fill(header)

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return next(tab for tab, view in self._views().items() if view is self._pages.currentWidget())

    @property
    def page(self) -> "PageView":
        """My page, built if it was not yet."""
        return self._page.widget

    @property
    def document_kind(self) -> DocumentKind:
        """The document that My page shows."""
        return self.page.kind if self._page.is_built else DocumentKind.MY_PAGE

    @property
    def is_narrow(self) -> bool:
        """Whether the reading pane is a tab."""
        return self._pages.indexOf(self._reading) >= 0

    @property
    def panes(self) -> list[QWidget]:
        """The tabs with their line, the panes below them, and the bar of the page, in reading order."""
        return [self._top, *([] if self.is_narrow else [self._reading]), self._pages, self._bars]

    @property
    def lazy_views(self) -> list[LazyView[QWidget]]:
        """The pages that are built when they are first shown."""
        return [*self.checkin.lazy_views, self._red_flags, self._page, self.history, self._welcome]

    @property
    def reading_share(self) -> float:
        """The share of the width that the reading pane has, or would have in a wider window."""
        return self._share

    @reading_share.setter
    def reading_share(self, share: float) -> None:
        self._share = share
        self._share_width()

    def show_tab(self, tab: Tab) -> None:
        """Go to a tab, with the focus; the article comes back if another tab had taken its place."""
        if tab is Tab.ARTICLE:
            self._show_article()
            self.article.take_focus()
            return
        self._turn_to(tab)
        view = self._views()[tab]
        if tab is Tab.MY_PAGE:
            self.page.take_focus()
        elif view is self.checkin:
            self.checkin.take_focus()
        else:
            focus_first(view.widget if isinstance(view, LazyView) else view)

    def show_welcome(self) -> None:
        """Show the welcome in the place of the article, with the focus on the button that goes on."""
        self._turn_to(Tab.CHECK_IN)
        if self.is_narrow:
            self._turn_to(Tab.ARTICLE)
        self._reading.show_welcome(self._welcome)
        self._show_foot()
        self._welcome.widget.setFocus()

    def show_line(self, name: str) -> None:
        """Go to the check-in, and where lines come one at a time to the one with the control of this name."""
        self._turn_to(Tab.CHECK_IN)
        self.checkin.show_step(name)
        self.checkin.take_focus()

    def begin(self) -> None:
        """Go to the first unanswered line, as in a new check-in."""
        self._turn_to(Tab.CHECK_IN)
        self.checkin.begin()

    def take_focus(self) -> None:
        """Focus the article, whose title is then said and which the keys scroll, or the first control of the tab.

        Where lines come one at a time, or an earlier check-in is offered, the check-in is focused.
        """
        if self.tab is Tab.CHECK_IN and (self.checkin.is_one_line or self.checkin.offers):
            self.checkin.take_focus()
        elif self.article.isVisible():
            self.article.take_focus()
        else:
            focus_first(self)

    def offer_kept(self) -> None:
        """Go to where the newest check-in that is kept can be gone on with, unless that is in sight under *Earlier*."""
        if self.isVisible() and self.checkin.offers and self.tab is not Tab.EARLIER:
            self._turn_to(Tab.CHECK_IN)
            self.checkin.focus_front()

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
        for view in (self._page, self.history):
            if view.is_built:
                view.widget.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the reading pane into a tab or out of it, as the width requires."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROWEST * self.fontMetrics().averageCharWidth()
        if is_narrow is not self.is_narrow:
            self._move_reading(into_tab=is_narrow)
        self._share_width()

    def _move_reading(self, *, into_tab: bool) -> None:
        """Make the reading pane a tab, or put it beside the pages; the paragraph that was in sight stays there."""
        focus, is_paper = self.window().focusWidget(), self._reading.shows_paper
        is_reading = focus is not None and self._reading.isAncestorOf(focus)
        tab = Tab.ARTICLE if into_tab and is_reading else self.tab
        if into_tab:
            self._pages.insertWidget(0, self._reading)
            self._bar.insertTab(0, Tab.ARTICLE.title)
        else:
            tab = self._before_article if tab is Tab.ARTICLE else tab
            self._bar.removeTab(0)
            self._pages.removeWidget(self._reading)
            self.splitter.insertWidget(0, self._reading)
            self._reading.show()
            self._reading.lower()  # a screen reader meets it before the page, as before
        view = self._views()[tab]
        self._pages.setCurrentWidget(view)
        self._bar.setCurrentIndex(self._pages.indexOf(view))
        self._on_tab()
        if tab is Tab.ARTICLE and is_paper:
            self._reading.show_paper()
        if focus is not None and is_reading:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_width(self) -> None:
        """Give the reading pane its share of the width: Qt alone would leave it the width of a narrow window."""
        width = self.splitter.width()
        if not self.is_narrow:
            self.splitter.setSizes([round(width * self._share), round(width * (1 - self._share))])

    def _on_splitter(self) -> None:
        sizes = self.splitter.sizes()
        self._share = sizes[0] / max(1, sum(sizes))

    def _fill(self, header: QWidget) -> None:
        self.setObjectName("tabs")
        self._pages.setObjectName("pages")
        self._bar.setObjectName("tab-bar")
        self._bar.setAccessibleName(self.tr("Pages"))
        self._bar.setExpanding(False)
        for tab, view in self._views().items():
            if tab is not Tab.ARTICLE:
                self._bar.addTab(tab.title)
                self._pages.addWidget(view)
        self._top = QFrame()
        set_role(self._top, "bar")
        line = PairLayout(self._top, lambda: self._bar.sizeHint().width())
        set_margins(line, start=8, end=12)
        line.addWidget(self._bar)
        line.addWidget(header)
        self.splitter.setChildrenCollapsible(False)
        self._reading.setMinimumHeight(1)  # it scrolls, and is no reason to cut the bar of a page
        self.splitter.addWidget(self._reading)
        self.splitter.addWidget(self._pages)
        self.splitter.splitterMoved.connect(self._on_splitter)
        self._bars.add(Tab.CHECK_IN, self.checkin.bar)
        column(self, self._top, self.splitter, self._bars, spacing=0).setStretchFactor(self.splitter, 1)
        self._bar.currentChanged.connect(self._on_bar)

    def _views(self) -> dict[Tab, QWidget]:
        return {
            Tab.ARTICLE: self._reading,
            Tab.CHECK_IN: self.checkin,
            Tab.RED_FLAGS: self._red_flags,
            Tab.MY_PAGE: self._page,
            Tab.EARLIER: self.history,
        }

    def _turn_to(self, tab: Tab) -> None:
        self.tab_shown.emit()
        self._bar.setCurrentIndex(self._pages.indexOf(self._views()[tab]))

    def _on_bar(self, index: int) -> None:
        """Show the page of the chosen tab, unless the reading pane is just becoming a tab or ceasing to be one."""
        if self._bar.count() == self._pages.count():
            if index != self._pages.currentIndex():
                self._reading.show_article()
            self._pages.setCurrentIndex(index)
            self._on_tab()

    def _on_tab(self) -> None:
        """Let the reading pane follow the page in front, and show the page's own bar."""
        tab = self.tab
        if tab is not Tab.ARTICLE:
            self._before_article = tab
        self._reading.offer_paper(offered=tab is Tab.MY_PAGE and not self.is_narrow)
        self._bars.show_bar(tab)
        self._show_foot()
        if self._page.is_built:
            self.page.bar.offer_paper(offered=self.is_narrow)
        if tab is Tab.CHECK_IN:
            self.article.follow(self.checkin.section)
        if tab is Tab.RED_FLAGS:
            self.article.follow(self._pack.red_flags.section)
        self.tab_changed.emit()

    def _show_article(self) -> None:
        """Show the article if it is out of sight; the focus stays, so that a search can give it back."""
        self._turn_to(Tab.ARTICLE if self.is_narrow else self.tab)
        self._reading.show_article()

    def tell(self, sentence: str) -> None:
        """Show and say a sentence in the bar of the page in front; an empty one takes it away."""
        self._bars.tell(sentence)

    def _show_foot(self) -> None:
        """Show the bar of the page in front; the welcome has a bar of its own."""
        self._bars.setVisible(not (self.tab is Tab.ARTICLE and self._reading.shows_welcome))

    def _leave_welcome(self) -> None:
        """Show the article in the place of the welcome, or in a narrow window the check-in."""
        self._reading.show_article()
        if self.is_narrow:
            self._turn_to(Tab.CHECK_IN)
        self.take_focus()

    def _show_reflection(self) -> None:
        """Go to the reflection at the end of the check-in."""
        self.show_tab(Tab.CHECK_IN)
        self.checkin.show_reflection()

    def show_paper(self) -> None:
        """Show the paper, which in a narrow window takes the place of the page."""
        if self.is_narrow:
            self._turn_to(Tab.ARTICLE)
        self._reading.show_paper()

    def _build_article(self) -> ArticleView:
        view = ArticleView(self._pack.article, self._pack.about.publisher, self._pack.about.translated)
        preferences = self._preferences
        view.larger_requested.connect(lambda: preferences.change(preferences.settings.with_larger_text()))
        view.smaller_requested.connect(lambda: preferences.change(preferences.settings.with_smaller_text()))
        view.section_changed.connect(lambda: self.checkin.follow(view.section))
        return view

    def _build_checkin(self) -> CheckinPages:
        pages = CheckinPages(
            self._pack,
            self._session,
            self._signals,
            self._autosave,
            self._preferences,
            show_tab=self.show_tab,
            start_new=self.start_requested.emit,
            follow_section=self.article.follow,
            read_section=self._read_section,
        )
        pages.bar_changed.connect(lambda: self._bars.add(Tab.CHECK_IN, pages.bar))
        return pages

    def _build_red_flags(self) -> "RedFlagsView":
        from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView  # noqa: PLC0415  (not for the first window)

        view = RedFlagsView(self._pack, self._session, self._signals, self._preferences)
        view.help_requested.connect(self.help_requested)
        view.history_requested.connect(lambda: self.show_tab(Tab.EARLIER))
        return view

    def _build_page(self) -> "PageView":
        from evolve_desktop.gui.my_page.page_view import PageView  # noqa: PLC0415  (not for the first window)

        view = PageView(self._pack, self._session, self._signals, self._documents, self._output)
        view.bar.paper_requested.connect(self.show_paper)
        view.bar.offer_paper(offered=self.is_narrow)
        view.bar.reflection_requested.connect(self._show_reflection)
        self._reading.set_paper(view.preview, view.paper)
        self._bars.add(Tab.MY_PAGE, view.bar)
        return view

    def _build_welcome(self) -> "WelcomeView":
        from evolve_desktop.gui.help.welcome_view import WelcomeView  # noqa: PLC0415  (not for a known window)

        view = WelcomeView(self._pack.welcome, self._pack.keeping)
        view.closed.connect(self._leave_welcome)
        self._session.subscribe(self._reading.leave_welcome)  # the person has begun
        view.one_line_requested.connect(self.checkin.show_one_line)
        view.one_line_requested.connect(lambda: self.show_tab(Tab.CHECK_IN))
        return view

    def _build_history(self) -> "HistoryView":
        from evolve_desktop.gui.history.history_view import HistoryView  # noqa: PLC0415  (not for the first window)

        view = HistoryView(self._pack, self._session, self._autosave)
        view.opened.connect(lambda: self.show_tab(Tab.CHECK_IN))
        view.storage_requested.connect(self.storage_requested)
        view.new_requested.connect(self.new_requested)
        return view

    def _read_section(self, section: str) -> None:
        self.show_tab(Tab.ARTICLE)
        self.article.show_section(section)
