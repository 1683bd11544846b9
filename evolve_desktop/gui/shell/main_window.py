"""The window: its pages, the row above them, and what ties them to each other."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.actions import Wishes
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.documents import DocumentKind
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.shell.close_guard import CloseGuard
from evolve_desktop.gui.shell.main_tabs import MainTabs, Tab, ViewFactory
from evolve_desktop.gui.shell.menu_bar import MenuBar
from evolve_desktop.gui.shell.page_stack import LatePages, PageStack
from evolve_desktop.gui.shell.pane_switcher import PaneSwitcher
from evolve_desktop.gui.shell.privacy_controller import PrivacyController
from evolve_desktop.gui.shell.privacy_screen import PrivacyScreen
from evolve_desktop.gui.shell.status_bar import StatusBar
from evolve_desktop.gui.shell.window_state_saver import WindowStateSaver
from evolve_desktop.gui.storage.backup_controller import StorageParts
from evolve_desktop.gui.widgets.focus import focus_first
from evolve_desktop.gui.widgets.lazy_view import LazyView

if TYPE_CHECKING:
    from evolve_desktop.gui.help.help_view import HelpView
    from evolve_desktop.gui.help.welcome_view import WelcomeView
    from evolve_desktop.gui.my_page.page_view import PageView
    from evolve_desktop.gui.storage.storage_view import StorageView
    from evolve_desktop.gui.storage.unlock_view import UnlockView


class MainWindow(QMainWindow):
    """Ties its parts to each other; holds no answer itself."""

    def __init__(self, needs: Needs) -> None:
        """Build the parts; `show` and `start` come after it."""
        super().__init__()
        self._needs = needs
        self._outlet = DocumentOutput(self, needs.pack.page, needs.session, needs.documents, needs.dialogs)
        self._leaving = CloseGuard(self, needs, self._outlet, lambda: self._rooms.is_writing)
        self._parts = StorageParts(self, needs)
        self._rooms = MainTabs(
            ViewFactory(needs=needs, bridge=SessionSignals(needs.session, self), outlet=self._outlet)
        )
        bar, cover = StatusBar(needs.autosave), PrivacyScreen(needs.pack.keeping.cover)
        self._pages = PageStack(self._rooms, bar, self._late_pages(), cover)
        self._panes = PaneSwitcher(lambda: [*self._rooms.panes, bar])
        self._shelter = PrivacyController(self, self._pages, self._parts, needs.watch, self._forget)
        self.resize(1280, 800)
        self._remembering = WindowStateSaver(self, self._rooms, needs, self._parts)
        self._connect(bar, cover)
        self.setWindowTitle(self.tr("Evolve"))
        complaints = needs.pack.red_flags.complaints_title
        row = MenuBar(self._rooms, needs.session, needs.preferences, self._wishes(), complaints)
        self.setMenuWidget(row)  # before the pages, as Tab goes
        self.setCentralWidget(self._pages)

    def start(self) -> None:
        """Open what is kept; where a passphrase locks it, ask for that first. Welcome whoever is new."""
        if self._needs.memory.found is None and not self._needs.is_kept():
            self._pages.show_welcome()
        self._shelter.start()

    def has_menus(self) -> bool:
        """Return whether the menus are there: neither covered nor locked."""
        return self._pages.is_open

    def come_forward(self) -> None:
        """Show the window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask, once, before anything that is not on disk is let go."""
        event.setAccepted(self._leaving.may_close())
        if event.isAccepted():
            self._remembering.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember the size."""
        super().resizeEvent(event)
        self._remembering.later()

    def changeEvent(self, event: QEvent) -> None:
        """Save what was typed last when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._needs.autosave.save_now()

    def _connect(self, bar: StatusBar, cover: PrivacyScreen) -> None:
        needs = self._needs
        self._parts.chores.done.connect(self._on_chore_done)
        self._rooms.entered.connect(self._pages.show_tabs)
        self._rooms.entered.connect(needs.autosave.save_now)
        self._rooms.keep_requested.connect(self._pages.show_keeping)
        self._rooms.new_requested.connect(self._start_new)
        bar.settings_requested.connect(self._pages.show_keeping)
        cover.back_requested.connect(self._shelter.back)
        needs.watch.set_idle_minutes(needs.preferences.settings.lock_after)
        needs.preferences.subscribe(lambda: needs.watch.set_idle_minutes(needs.preferences.settings.lock_after))

    def _wishes(self) -> Wishes:
        page = self._shown_page
        return Wishes(
            new_check_in=self._on_new,
            print_out=lambda: page().print_out(),
            save_pdf=lambda: page().save(),
            copy_text=lambda: page().copy(),
            keep=self._pages.show_keeping,
            lock=partial(self._shelter.lock_if, self._leaving.may_lock),
            hide=self._shelter.hide,
            welcome=self._pages.show_welcome,
            guide=partial(self._pages.show_guide, HelpTopic.START),
            report=partial(self._pages.show_guide, HelpTopic.REPORT),
            about=partial(self._pages.show_guide, HelpTopic.ABOUT),
            next_pane=self._panes.go_on,
            previous_pane=self._panes.go_back,
            leave=self.close,
            remember=self._remembering.line,
        )

    def _late_pages(self) -> LatePages:
        return LatePages(
            keeping=LazyView(self._keeping_view),
            welcome=LazyView(self._welcome),
            guide=LazyView(self._guide),
            locked=LazyView(self._locked_view),
        )

    def _keeping_view(self) -> "StorageView":
        from evolve_desktop.gui.storage.storage_view import StorageView  # noqa: PLC0415  (not for the first window)

        view = StorageView(self._needs.pack.keeping, self._needs.autosave, self._parts)
        view.left.connect(self._pages.show_tabs)
        view.print_requested.connect(lambda: self._outlet.print_code(self._parts.keys.code))
        return view

    def _welcome(self) -> "WelcomeView":
        from evolve_desktop.gui.help.welcome_view import WelcomeView  # noqa: PLC0415  (not for a window that is known)

        view = WelcomeView(self._needs.pack.welcome, self._needs.pack.keeping)
        view.left.connect(self._on_welcomed)
        return view

    def _guide(self) -> "HelpView":
        from evolve_desktop.gui.help.help_view import HelpView  # noqa: PLC0415  (not for the first window)

        view = HelpView(self._needs, self)
        view.left.connect(self._pages.leave_guide)
        return view

    def _locked_view(self) -> "UnlockView":
        from evolve_desktop.gui.storage.unlock_view import UnlockView  # noqa: PLC0415  (not for the first window)

        view = UnlockView(self._needs.pack.keeping, self._parts)
        view.left.connect(self._shelter.go_on)
        return view

    def _shown_page(self) -> "PageView":
        """Show first what is about to go out: never a sheet that was looked at some time before."""
        if not self._rooms.page.isVisible():
            self._rooms.show_sheet(DocumentKind.MY_PAGE)
        return self._rooms.page

    def _forget(self) -> None:
        self._rooms.forget()
        self._outlet.forget()

    def _on_chore_done(self) -> None:
        """Leave nothing of what was erased in pages that are out of sight."""
        if self._needs.autosave.state is SaveState.OFF and not self._needs.is_kept():
            self._forget()

    def _on_new(self) -> None:
        if self._leaving.may_leave():
            self._start_new()
            self._rooms.show_tab(Tab.CHECK_IN)

    def _start_new(self) -> None:
        """Begin another check-in on the same paper."""
        session = self._needs.session
        session.start_new(self._needs.new_check_in().with_plan(session.check_in.plan.layout_only()))

    def _on_welcomed(self) -> None:
        self._pages.show_tabs()
        if self._rooms.article.isVisible():
            self._rooms.article.take_focus()  # so that the keys scroll it
        else:
            focus_first(self._rooms)
