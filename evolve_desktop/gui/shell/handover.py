"""Hands everything over from one window to the one that replaces it, such as the same window in another language."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from evolve_desktop.gui.help.welcome_view import WelcomeView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.background_tasks import TaskQueue
from evolve_desktop.gui.services.documents import DocumentKind
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.shell.view_state import ViewState, build_views, open_parts, scroll_and_focus, view_state_of
from evolve_desktop.gui.shell.window_state_saver import WindowStateSaver
from evolve_desktop.gui.storage.vault_controller import VaultController

_PASSES = 4  # a new width changes heights, which may change a width again


class FormerWindow(msgspec.Struct, frozen=True):
    """All that a window hands over: its vault, the page and tab in front, and the state of its views."""

    autosave: Autosave
    vault_controller: VaultController
    window: QMainWindow
    page: int
    is_welcoming: bool
    tab: Tab
    kind: DocumentKind
    view_state: ViewState
    forget: Callable[[], None]


class Handover:
    """Ends a window that another one replaces, and begins the other one in the same place."""

    def __init__(  # noqa: PLR0913  (the parts that know something or show it)
        self,
        window: QMainWindow,
        tabs: MainTabs,
        pages: PageStack,
        *,
        autosave: Autosave,
        vault_controller: VaultController,
        state_saver: WindowStateSaver,
        tasks: TaskQueue,
        forget: Callable[[], None],
    ) -> None:
        self._window, self._tabs, self._pages = window, tabs, pages
        self._autosave, self._vault_controller = autosave, vault_controller
        self._state_saver, self._tasks, self._forget = state_saver, tasks, forget

    def hand_over(self) -> FormerWindow:
        """Save all that is typed, end what runs, and return what another window needs to go on."""
        QApplication.inputMethod().commit()
        self._tasks.finish()
        self._autosave.flush()
        self._state_saver.finish()
        self._state_saver.stop()
        return FormerWindow(
            autosave=self._autosave,
            vault_controller=self._vault_controller,
            window=self._window,
            page=self._pages.place,
            is_welcoming=any(view.isVisible() for view in self._window.findChildren(WelcomeView)),
            tab=self._tabs.tab,
            kind=self._tabs.document_kind,
            view_state=view_state_of(self._window),
            forget=self._forget,
        )

    def take_over(self, former: FormerWindow) -> None:
        """Show this window in place of the former one, which forgets every private word and closes."""
        self._vault_controller.go_on_from(former.vault_controller)
        self._autosave.go_on_from(former.autosave)
        self._state_saver.skip_place()
        self._window.setGeometry(former.window.geometry())
        self._window.setWindowState(former.window.windowState())
        self._window.show()
        former.forget()
        former.window.hide()
        former.window.deleteLater()
        if former.kind is not DocumentKind.MY_PAGE:
            self._tabs.show_document(former.kind)
        self._tabs.show_tab(former.tab)
        if former.tab is Tab.CHECK_IN:
            self._tabs.checkin.show_step(former.view_state.focus)
        if former.is_welcoming:
            self._tabs.show_welcome()
        self._pages.show_place(former.page)
        build_views(self._window, former.view_state)
        open_parts(self._window, former.view_state)
        self._go_to(former.view_state, _PASSES)

    def _go_to(self, state: ViewState, passes: int) -> None:
        """Scroll and focus, and again once more of the window is laid out."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        scroll_and_focus(self._window, state)
        if passes:
            QTimer.singleShot(0, self._window, lambda: self._go_to(state, passes - 1))
