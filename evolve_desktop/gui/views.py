"""Builds the views of the rooms, each from what it may touch; what the first window does not show is imported late."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from evolve_desktop.gui.article.article_view import ArticleView
from evolve_desktop.gui.my_page.document_output import Outlet
from evolve_desktop.gui.services.context import Bridge, Needs

if TYPE_CHECKING:
    from evolve_desktop.gui.checkin.checkin_view import CheckinView
    from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView
    from evolve_desktop.gui.history.history_view import EarlierView
    from evolve_desktop.gui.my_page.page_view import PageView
    from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView


class Views(msgspec.Struct, frozen=True, kw_only=True):
    """What the views are made of."""

    needs: Needs
    bridge: Bridge
    outlet: Outlet

    def article(self) -> ArticleView:
        """Build the article; its two buttons change the size of all text."""
        view = ArticleView(self.needs.pack.article, self.needs.pack.about.publisher)
        preferences = self.needs.preferences
        view.larger_wanted.connect(lambda: preferences.change(preferences.settings.with_larger_text()))
        view.smaller_wanted.connect(lambda: preferences.change(preferences.settings.with_smaller_text()))
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

        return PageView(self.needs.pack, self.needs.session, self.bridge, self.needs.sheets, self.outlet)

    def earlier(self) -> "EarlierView":
        """Build the earlier check-ins."""
        from evolve_desktop.gui.history.history_view import EarlierView  # noqa: PLC0415  (not for the first window)

        return EarlierView(self.needs.pack.checklist, self.needs.pack.keeping, self.needs.session, self.needs.keeper)

    def help_lines(self, keep: Callable[[], None]) -> "HelpLinesView":
        """Build the help lines; `keep` follows the wish to keep."""
        from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView  # noqa: PLC0415  (not for the first window)

        needs = self.needs
        today = needs.session.check_in.started
        view = HelpLinesView(needs.pack.help_lines, needs.preferences, needs.keeper, today)
        view.keep_wanted.connect(keep)
        return view
