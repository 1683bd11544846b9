"""The pages of the window: the rooms with their foot, the page about keeping, welcome, guide, lock, cover."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.privacy_screen import PrivacyScreen
from evolve_desktop.gui.shell.status_bar import StatusBar
from evolve_desktop.gui.widgets.accessibility import leave_stacks_unsaid
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.labels import label, set_style_class
from evolve_desktop.gui.widgets.lazy_view import LazyView

if TYPE_CHECKING:
    from evolve_desktop.gui.help.help_view import HelpView
    from evolve_desktop.gui.help.welcome_view import WelcomeView
    from evolve_desktop.gui.storage.storage_view import StorageView
    from evolve_desktop.gui.storage.unlock_view import UnlockView


class LatePages(msgspec.Struct, frozen=True, kw_only=True):
    """The pages that are built when they are first shown."""

    keeping: "LazyView[StorageView]"
    welcome: "LazyView[WelcomeView]"
    guide: "LazyView[HelpView]"
    locked: "LazyView[UnlockView]"


class PageStack(QStackedWidget):
    """Shows one page at a time; whoever holds it says which."""

    def __init__(self, rooms: MainTabs, bar: StatusBar, late: LatePages, cover: PrivacyScreen) -> None:
        """Take the pages; the rooms are shown first."""
        super().__init__()
        leave_stacks_unsaid()
        self._warning = label("", "strong")
        self._warning.setObjectName("idle-warning")
        notice = QFrame()
        set_style_class(notice, "notice")
        inside = QVBoxLayout(notice)
        inside.addWidget(self._warning)
        self._notice = notice
        self._notice.hide()
        self._open = QWidget()
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(rooms, stretch=1)
        column.addWidget(bar)
        self._keeping = late.keeping
        self._welcome = late.welcome
        self._guide = late.guide
        self._locked = late.locked
        self._cover = cover
        self._under: QWidget = self._open
        self._before: tuple[QWidget, QWidget | None] = (self._open, None)
        for page in (self._open, self._keeping, self._welcome, self._guide, self._locked, cover):
            self.addWidget(page)

    @property
    def is_open(self) -> bool:
        """Whether the person's own words may be seen."""
        return self.currentWidget() in {self._open, self._keeping, self._welcome, self._guide}

    @property
    def is_covered(self) -> bool:
        """Whether nothing but the cover is seen."""
        return self.currentWidget() is self._cover

    @property
    def is_locked(self) -> bool:
        """Whether the passphrase is asked for, or other ways in are offered; the cover may be over it."""
        return self._under is self._locked

    def show_tabs(self) -> None:
        """Show the rooms."""
        self._show(self._open)

    def show_keeping(self) -> None:
        """Show the page about keeping, from its title on."""
        self._show(self._keeping)
        if not self.is_covered:
            self._keeping.view.start()

    def show_welcome(self) -> None:
        """Show what this is, with the focus on the button that goes on."""
        self._show(self._welcome)

    def show_guide(self, place: HelpTopic) -> None:
        """Show a place in the guide, unless the window is locked or covered."""
        if not self.is_open:
            return
        if self._under is not self._guide:
            self._before = self._under, self.window().focusWidget()
        self._show(self._guide)
        self._guide.view.show_place(place)

    def leave_guide(self) -> None:
        """Go back to the page before, and to where the focus was in it."""
        page, focus = self._before
        self._show(page)
        if focus is not None and Shiboken.isValid(focus) and focus.isVisible():
            focus.setFocus()

    def show_locked(self) -> None:
        """Ask for the passphrase."""
        self._show(self._locked)

    def show_cover(self) -> None:
        """Cover everything, and paint that before anything else happens; only `uncover` takes the cover away."""
        self.setCurrentWidget(self._cover)
        self._cover.setFocus()
        self.repaint()

    def uncover(self) -> None:
        """Show what is under the cover by now."""
        self.setCurrentWidget(self._under)
        for page in (self._welcome, self._locked):
            if page is self._under:
                page.view.setFocus()

    def _show(self, page: QWidget) -> None:
        self._under = page
        if not self.is_covered:
            self.uncover()

    def warn(self, sentence: str) -> None:
        """Show a warning above the rooms; nothing for an empty sentence."""
        self._warning.setText(sentence)
        self._notice.setVisible(bool(sentence))
        announce(self._warning, sentence)
