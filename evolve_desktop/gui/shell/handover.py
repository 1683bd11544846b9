"""Hands everything over from one window to another in its stead, such as the same window in another language."""

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
from evolve_desktop.gui.shell.place import Place, build, go_to, open_parts, place_in
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.shell.window_state_saver import WindowStateSaver
from evolve_desktop.gui.storage.vault_controller import VaultController

_PASSES = 4  # a new width changes heights, which may change a width again


class Left(msgspec.Struct, frozen=True):
    """What a window has left: what it knew of the vault, where it stood, and what was seen in it."""

    autosave: Autosave
    vault_controller: VaultController
    window: QMainWindow
    page: int
    is_welcoming: bool
    tab: Tab
    kind: DocumentKind
    place: Place
    forget: Callable[[], None]


class Handover:
    """The end of a window that another one takes the place of, and the beginning of that one."""

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

    def leave(self) -> Left:
        """Save all that is typed, end what runs, and return what another window needs to go on."""
        QApplication.inputMethod().commit()
        self._tasks.finish()
        self._autosave.flush()
        self._state_saver.finish()
        self._state_saver.stop()
        return Left(
            autosave=self._autosave,
            vault_controller=self._vault_controller,
            window=self._window,
            page=self._pages.place,
            is_welcoming=any(view.isVisible() for view in self._window.findChildren(WelcomeView)),
            tab=self._tabs.tab,
            kind=self._tabs.document_kind,
            place=place_in(self._window),
            forget=self._forget,
        )

    def arrive(self, left: Left) -> None:
        """Show this window in the place of the former one, which goes without a word that somebody wrote."""
        self._vault_controller.go_on_from(left.vault_controller)
        self._autosave.go_on_from(left.autosave)
        self._state_saver.skip_place()
        self._window.setGeometry(left.window.geometry())
        self._window.setWindowState(left.window.windowState())
        self._window.show()
        left.forget()
        left.window.hide()
        left.window.deleteLater()
        if left.kind is not DocumentKind.MY_PAGE:
            self._tabs.show_document(left.kind)
        self._tabs.show_tab(left.tab)
        if left.tab is Tab.CHECK_IN:
            self._tabs.checkin.show_step(left.place.focus)
        if left.is_welcoming:
            self._tabs.show_welcome()
        self._pages.show_place(left.page)
        build(self._window, left.place)
        open_parts(self._window, left.place)
        self._go_to(left.place, _PASSES)

    def _go_to(self, place: Place, passes: int) -> None:
        """Go to the place, and again once more of the window is laid out."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        go_to(self._window, place)
        if passes:
            QTimer.singleShot(0, self._window, lambda: self._go_to(place, passes - 1))
