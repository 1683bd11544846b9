"""The pages of the window, one at a time: tabs or help lines, storage, help, unlock, privacy screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.privacy_screen import PrivacyScreen
from evolve_desktop.gui.widgets.accessibility import can_tell_only_what_shows, silence_stacked_widgets
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import label, set_role
from evolve_desktop.gui.widgets.lazy_view import LazyView

if TYPE_CHECKING:
    from evolve_desktop.gui.help.help_view import HelpView
    from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView
    from evolve_desktop.gui.storage.storage_view import StorageView
    from evolve_desktop.gui.storage.unlock_view import UnlockView


class PageStack(QStackedWidget):
    """Shows the tabs first; under the privacy screen, another page can become the one to come back to.

    The help lines stand in the place of the tabs, and say nothing about keeping until that fails.
    """

    def __init__(  # noqa: PLR0913  (the pages it holds)
        self,
        tabs: MainTabs,
        *,
        help_lines: "LazyView[HelpLinesView]",
        storage: "LazyView[StorageView]",
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
        self._help_lines = help_lines
        self._front = QStackedWidget()
        self._main = self._build_main()
        self._storage, self._help, self._unlock = storage, help_page, unlock
        self._privacy_screen = privacy_screen
        privacy_screen.back_requested.connect(self.close_privacy_screen)
        self._page: QWidget = tabs
        self._before: list[tuple[QWidget, QWidget | None]] = []
        for page in (self._main, storage, help_page, unlock, privacy_screen):
            self.addWidget(page)

    def _build_main(self) -> QWidget:
        self._warning.setObjectName("idle-warning")
        set_role(self._notice, "notice")
        QVBoxLayout(self._notice).addWidget(self._warning)
        self._notice.hide()
        main = QWidget()
        for page in (self._tabs, self._help_lines):
            self._front.addWidget(page)
        layout = column(main, self._notice, self._front, spacing=0)
        layout.setStretchFactor(self._front, 1)
        return main

    @property
    def is_unlocked(self) -> bool:
        """Whether the page in front may show private words: neither unlock nor the privacy screen."""
        return self.currentWidget() in {self._main, self._storage, self._help}

    @property
    def shows_privacy_screen(self) -> bool:
        """Whether the privacy screen is in front."""
        return self.currentWidget() is self._privacy_screen

    @property
    def lazy_views(self) -> list[LazyView[QWidget]]:
        """All that is built when it is first shown."""
        return [*self._tabs.lazy_views, self._help_lines, self._storage, self._help, self._unlock]

    @property
    def place(self) -> int:
        """The index of the page among the tabs, the help lines, the storage page and the help page; 0 for any other."""
        return self._open_pages.index(self._page) if self._page in self._open_pages else 0

    def show_place(self, place: int) -> None:
        """Show the page at this index, with no way back but to the tabs."""
        if page := self._open_pages[place] if place else None:
            self._show(page)

    @property
    def _open_pages(self) -> list[QWidget]:
        return [self._tabs, self._help_lines, self._storage, self._help]

    def show_tabs(self) -> None:
        """Show the tabs."""
        self._before.clear()
        self._show(self._tabs)

    def show_front(self) -> None:
        """Show the tabs or the help lines, whichever were in front when the window was locked."""
        self._show(self._front.currentWidget() or self._tabs)

    def show_help_lines(self) -> None:
        """Show the help lines from the first number on, unless the window is locked or under the privacy screen."""
        if self.is_unlocked:
            self._go_to(self._help_lines)
            self._help_lines.widget.focus_first()

    def show_storage(self) -> None:
        """Show the storage page, from its title on."""
        self._show(self._storage)
        if not self.shows_privacy_screen:
            self._storage.widget.start()

    def show_help(self, topic: HelpTopic) -> None:
        """Show a topic of the help page, unless the window is locked or under the privacy screen."""
        if self.is_unlocked:
            self._go_to(self._help)
            self._help.widget.show_topic(topic)

    def go_back(self) -> None:
        """Go back to the page before the help lines or the help page, and to the focus in it."""
        page, focus = self._before.pop() if self._before else (self._tabs, None)
        self._show(page)
        if focus is not None and Shiboken.isValid(focus) and focus.isVisible():
            focus.setFocus()

    def show_unlock(self) -> None:
        """Ask for the passphrase."""
        self._show(self._unlock)

    def show_privacy_screen(self) -> None:
        """Show the privacy screen, and paint it before anything else happens; only `close_privacy_screen` ends it."""
        self.setCurrentWidget(self._privacy_screen)
        self._privacy_screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.repaint()

    def close_privacy_screen(self) -> None:
        """Show the page under the privacy screen: the unlock page, or the same place as before."""
        self._turn(self.currentWidget() is not self._holder)

    def warn(self, sentence: str) -> None:
        """Show a warning above the tabs; an empty sentence removes it."""
        self._warning.setText(sentence)
        self._notice.setVisible(bool(sentence))
        announce(self._warning, sentence)

    @property
    def _holder(self) -> QWidget:
        """The page of this stack that the page is on."""
        return self._main if self._front.indexOf(self._page) >= 0 else self._page

    def _go_to(self, page: QWidget) -> None:
        """Show a page that has a way back; go back to it if it is on the way back already."""
        places = [place for place, _ in self._before]
        if page in places:
            del self._before[places.index(page) :]
        elif page is not self._page:
            self._before.append((self._page, self.window().focusWidget()))
        self._show(page)

    def _show(self, page: QWidget) -> None:
        self._page = page
        is_other = self._holder is self._main and self._front.currentWidget() is not page
        if is_other:
            self._front.setCurrentWidget(page)
        if not self.shows_privacy_screen:
            self._turn(is_other or self.currentWidget() is not self._holder)

    def _turn(self, is_left: bool) -> None:  # noqa: FBT001  (one word, said where it is called)
        """Turn to the page, and give the focus back if another page was in front."""
        former = self._main.focusWidget()
        self.setCurrentWidget(self._holder)
        if self._page is self._unlock:
            self._unlock.widget.setFocus()
        if self._holder is self._main and is_left:
            self._return_to_front(former)

    def _return_to_front(self, former: QWidget | None) -> None:
        """Give the focus to the control that had it when tabs or help lines were left, or to the first one there."""
        if former is not None and former.isVisible() and former.isEnabled():
            former.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._page is self._help_lines:
            self._help_lines.widget.focus_first()
        else:
            self._tabs.take_focus()
