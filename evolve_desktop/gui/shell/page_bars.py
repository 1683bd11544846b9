"""The bars below the pages; only that of the page in front is visible."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.widgets.bottom_bar import BottomBar
from evolve_desktop.gui.widgets.flow_layout import column


class PageBars(QWidget):
    """Holds the bar of each page; those of the check-in and of My page are made with their pages.

    `show_tab` and `show_reflection` are called by the buttons that lead on, `go_back` by the one back from the article.
    """

    def __init__(
        self, show_tab: Callable[[Tab], None], *, show_reflection: Callable[[], None], go_back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._show_tab, self._show_reflection = show_tab, show_reflection
        self._bars: dict[Tab, BottomBar] = {}
        self._tab = Tab.CHECK_IN
        self._body = column(self, spacing=0)
        article = BottomBar()
        (self._back,) = article.add_ways([], [("", "article-back", go_back)])
        self.add(Tab.ARTICLE, article)
        self.add(Tab.RED_FLAGS, self._make_red_flags())
        self.add(Tab.EARLIER, self._make_history())

    def add(self, tab: Tab, bar: BottomBar) -> None:
        """Add the bar of a page, which replaces an earlier one of that page."""
        if tab in self._bars:
            self._bars[tab].hide()
        self._bars[tab] = bar
        self._body.addWidget(bar)
        bar.setVisible(self._tab is tab)

    def show_bar(self, tab: Tab) -> None:
        """Show the bar of the page in front; the article's leads back to the page before."""
        if tab is not Tab.ARTICLE:
            self._back.setText(self.tr("Back to: {page}").format(page=tab.title))
        self._tab = tab
        for place, bar in self._bars.items():
            bar.setVisible(place is tab)

    def tell(self, sentence: str) -> None:
        """Show and say a sentence in the visible bar; an empty one takes it away."""
        for tab, bar in self._bars.items():
            bar.tell(sentence if tab is self._tab else "")

    def _make_red_flags(self) -> BottomBar:
        quiet = [
            (self.tr("What this says back"), "flags-to-reflection", self._show_reflection),
            (Tab.CHECK_IN.title, "flags-to-check-in", lambda: self._show_tab(Tab.CHECK_IN)),
        ]
        bar = BottomBar()
        bar.add_ways(quiet, [(self.tr("Make my page"), "flags-to-my-page", lambda: self._show_tab(Tab.MY_PAGE))])
        return bar

    def _make_history(self) -> BottomBar:
        bar = BottomBar()
        reflection = (self.tr("What this says back"), "earlier-to-reflection", self._show_reflection)
        on = (self.tr("Go on with the check-in"), "earlier-to-check-in", lambda: self._show_tab(Tab.CHECK_IN))
        bar.add_ways([reflection], [on])
        return bar
