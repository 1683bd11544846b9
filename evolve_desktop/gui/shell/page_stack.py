"""The pages of the window, one at a time: tabs with the status bar, storage, welcome, help, unlock, privacy screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.privacy_screen import PrivacyScreen
from evolve_desktop.gui.shell.status_bar import StatusBar
from evolve_desktop.gui.widgets.accessibility import can_tell_only_what_shows, silence_stacked_widgets
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import label, set_style_class
from evolve_desktop.gui.widgets.lazy_view import LazyView

if TYPE_CHECKING:
    from evolve_desktop.gui.help.help_view import HelpView
    from evolve_desktop.gui.help.welcome_view import WelcomeView
    from evolve_desktop.gui.storage.storage_view import StorageView
    from evolve_desktop.gui.storage.unlock_view import UnlockView


class PageStack(QStackedWidget):
    """Shows the tabs first; under the privacy screen, another page can become the one to come back to."""

    def __init__(  # noqa: PLR0913  (the pages it holds)
        self,
        tabs: MainTabs,
        status_bar: StatusBar,
        *,
        storage: "LazyView[StorageView]",
        welcome: "LazyView[WelcomeView]",
        help_page: "LazyView[HelpView]",
        unlock: "LazyView[UnlockView]",
        privacy_screen: PrivacyScreen,
    ) -> None:
        super().__init__()
        silence_stacked_widgets()
        can_tell_only_what_shows(self)
        self._warning = label("", "strong")
        self._notice = QFrame()
        self._tabs = tabs
        self._main = self._build_main(tabs, status_bar)
        self._storage = storage
        self._welcome = welcome
        self._help = help_page
        self._unlock = unlock
        self._privacy_screen = privacy_screen
        privacy_screen.back_requested.connect(self.close_privacy_screen)
        self._page: QWidget = self._main
        self._before_help: tuple[QWidget, QWidget | None] = (self._main, None)
        for page in (self._main, storage, welcome, help_page, unlock, privacy_screen):
            self.addWidget(page)

    def _build_main(self, tabs: MainTabs, status_bar: StatusBar) -> QWidget:
        self._warning.setObjectName("idle-warning")
        set_style_class(self._notice, "notice")
        QVBoxLayout(self._notice).addWidget(self._warning)
        self._notice.hide()
        main = QWidget()
        layout = column(main, self._notice, tabs, status_bar, spacing=0)
        layout.setStretchFactor(tabs, 1)
        return main

    @property
    def is_unlocked(self) -> bool:
        """Whether the page in front may show private words: neither unlock nor the privacy screen."""
        return self.currentWidget() in {self._main, self._storage, self._welcome, self._help}

    @property
    def is_screened(self) -> bool:
        """Whether the privacy screen is in front."""
        return self.currentWidget() is self._privacy_screen

    def show_tabs(self) -> None:
        """Show the tabs."""
        self._show(self._main)

    def show_storage(self) -> None:
        """Show the storage page, from its title on."""
        self._show(self._storage)
        if not self.is_screened:
            self._storage.widget.start()

    def show_welcome(self) -> None:
        """Show the welcome, with the focus on the button that goes on."""
        self._show(self._welcome)

    def show_help(self, topic: HelpTopic) -> None:
        """Show a topic of the help page, unless the window is locked or hidden."""
        if not self.is_unlocked:
            return
        if self._page is not self._help:
            self._before_help = self._page, self.window().focusWidget()
        self._show(self._help)
        self._help.widget.show_topic(topic)

    def close_help(self) -> None:
        """Go back to the page before, and to the focus in it."""
        page, focus = self._before_help
        self._show(page)
        if focus is not None and Shiboken.isValid(focus) and focus.isVisible():
            focus.setFocus()

    def show_unlock(self) -> None:
        """Ask for the passphrase."""
        self._show(self._unlock)

    def show_privacy_screen(self) -> None:
        """Hide everything, and paint that before anything else happens; only `close_privacy_screen` ends it."""
        self.setCurrentWidget(self._privacy_screen)
        self._privacy_screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.repaint()

    def close_privacy_screen(self) -> None:
        """Show the page under the privacy screen: the unlock page, or the same place as before."""
        is_left = self.currentWidget() is not self._page
        former = self._main.focusWidget()
        self.setCurrentWidget(self._page)
        for page in (self._welcome, self._unlock):
            if page is self._page:
                page.widget.setFocus()
        if self._page is self._main and is_left:
            self._return_to_tabs(former)

    def warn(self, sentence: str) -> None:
        """Show a warning above the tabs; an empty sentence removes it."""
        self._warning.setText(sentence)
        self._notice.setVisible(bool(sentence))
        announce(self._warning, sentence)

    def _return_to_tabs(self, former: QWidget | None) -> None:
        """Give the focus to the control that had it when the tabs were left, or to the article or the tab."""
        if former is not None and former.isVisible() and former.isEnabled():
            former.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tabs.take_focus()

    def _show(self, page: QWidget) -> None:
        self._page = page
        if not self.is_screened:
            self.close_privacy_screen()
