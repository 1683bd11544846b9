"""The main window: builds its parts and connects them to each other."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from evolve_desktop import process_protection
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.actions import Actions, LanguageChoice, connect
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.background_tasks import ReportingTaskQueue, TaskQueue
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.documents import DocumentKind, Documents
from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.gui.services.ports import VaultPort
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.shell.check_in_starter import CheckInStarter
from evolve_desktop.gui.shell.close_guard import CloseGuard
from evolve_desktop.gui.shell.handover import Handover
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.menu_bar import MenuBar
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.shell.pane_switcher import PaneSwitcher
from evolve_desktop.gui.shell.privacy_controller import PrivacyController
from evolve_desktop.gui.shell.privacy_screen import PrivacyScreen
from evolve_desktop.gui.shell.screen_fit import bring_into_view, first_size
from evolve_desktop.gui.shell.settings_actions import connect_settings, follow_idle_minutes
from evolve_desktop.gui.shell.status_bar import StatusBar
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.shell.undo_redo import UndoRedo
from evolve_desktop.gui.shell.window_state_saver import WindowStateSaver
from evolve_desktop.gui.storage.backup_controller import BackupController
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.gui.widgets.lazy_view import LazyView
from evolve_desktop.settings import Preferences
from evolve_desktop.window_state import WindowStateFile

if TYPE_CHECKING:
    from evolve_desktop.gui.help.help_view import HelpView
    from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView
    from evolve_desktop.gui.my_page.page_view import PageView
    from evolve_desktop.gui.storage.storage_view import StorageView
    from evolve_desktop.gui.storage.unlock_view import UnlockView

_FRAME_MS = 300  # within it a window manager has put its frame around a new window


class MainWindow(QMainWindow):
    """Connects its parts; holds no answer itself. `show` and then `start` follow the constructor.

    `vault` loads the vault when it is first called; `has_vault` says without it whether there is one,
    `may_write` whether this window is the only one that writes there.
    """

    def __init__(  # noqa: PLR0913  (all that the window is made from)
        self,
        pack: Pack,
        session: Session,
        *,
        autosave: Autosave,
        vault: Callable[[], VaultPort],
        has_vault: Callable[[], bool],
        may_write: Callable[[], bool],
        documents: Documents,
        preferences: Preferences,
        dialogs: Dialogs,
        idle_monitor: IdleMonitor,
        new_check_in: Callable[[], CheckIn],
        state_file: WindowStateFile,
        languages: LanguageChoice,
    ) -> None:
        super().__init__()
        self._pack, self._session, self._autosave, self._preferences = pack, session, autosave, preferences
        self._dialogs, self._vault, self._has_vault, self._new_check_in = dialogs, vault, has_vault, new_check_in
        titles, complaints = [tab.title for tab in Tab], pack.red_flags.complaints_title
        self._actions = Actions(titles, complaints, preferences.settings, languages, self)
        self._output = DocumentOutput(self, pack.page, session, documents, dialogs)
        self._tasks, self._forgetting, self._documents = ReportingTaskQueue(), TaskQueue(), documents
        self._build_controllers(may_write)
        self._build_pages(documents)
        self._build_guards(idle_monitor, state_file)
        self.setMenuWidget(MenuBar(self._actions))  # before the pages, as Tab goes
        self.setCentralWidget(self._pages)

    def fit_to_screen(self) -> None:
        """Make the window, not yet shown, as small as its screen needs, and check that once its frame is known."""
        self.resize(first_size(self.size(), self.screen()))
        QTimer.singleShot(_FRAME_MS, self, lambda: bring_into_view(self))

    def start(self, backup: Path | None = None) -> None:
        """Open the vault, or ask for its passphrase; show the welcome to a new person; offer to restore a backup."""
        if self._state_saver.latest is None and not self._has_vault():
            self._tabs.show_welcome()
        self._privacy.start(backup)

    def lazy_views(self) -> list[LazyView[QWidget]]:
        """Return all that is built when it is first shown."""
        return self._pages.lazy_views

    def is_unlocked(self) -> bool:
        """Return whether the menus can be reached: the window is not locked, nor under the privacy screen."""
        return self._pages.is_unlocked

    def come_forward(self) -> None:
        """Show the window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        bring_into_view(self)  # its screen may be gone

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask, once, before anything that is not on disk is discarded."""
        event.setAccepted(self._close_guard.may_close())
        if event.isAccepted():
            self._state_saver.finish()

    def save_for_end(self) -> str:
        """Save without a question, since the app must end; return why that failed, or an empty string."""
        QApplication.inputMethod().commit()
        reason = self._close_guard.save_for_end()
        self._state_saver.finish()
        return reason

    def may_end_session(self, can_ask: bool) -> bool:  # noqa: FBT001  (as SessionEnd calls it)
        """Save, and return whether the person's session may end; ask about what would be lost, if that is possible."""
        QApplication.inputMethod().commit()
        self._close_guard.save_for_end()
        return not can_ask or self._close_guard.may_end_session()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember the size."""
        super().resizeEvent(event)
        self._state_saver.save_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Save the last keystrokes when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._autosave.save_now()

    def _build_controllers(self, may_write: Callable[[], bool]) -> None:
        self._vault_controller = VaultController(
            self._vault,
            self._session,
            has_vault=self._has_vault,
            may_write=may_write,
            autosave=self._autosave,
            tasks=self._tasks,
            new_check_in=self._new_check_in,
            text=self._pack.keeping,
        )
        self._backups = BackupController(
            self,
            self._vault,
            pack=self._pack,
            controller=self._vault_controller,
            autosave=self._autosave,
            tasks=self._tasks,
            dialogs=self._dialogs,
        )
        self._tasks.succeeded.connect(self._on_storage_task)

    def _build_pages(self, documents: Documents) -> None:
        def today() -> date:
            return self._new_check_in().started

        self._status_bar = StatusBar(self._session, self._autosave, today=today)
        self._tabs = MainTabs(
            self._pack,
            self._session,
            header=self._status_bar,
            signals=SessionSignals(self._session, self),
            autosave=self._autosave,
            preferences=self._preferences,
            documents=documents,
            output=self._output,
        )
        self._help_lines = LazyView(self._build_help_lines)
        self._undo_redo = UndoRedo(self._session, self._tabs, self._help_lines)
        self._session.subscribe(lambda: self._tabs.tell(""))
        self._pages = PageStack(
            self._tabs,
            help_lines=self._help_lines,
            storage=LazyView(self._build_storage),
            help_page=LazyView(self._build_help),
            unlock=LazyView(self._build_unlock),
            privacy_screen=PrivacyScreen(self._pack.keeping, today),
        )
        self._connect_pages()

    def _connect_pages(self) -> None:
        for tab, action in zip(Tab, self._actions.tabs, strict=True):
            connect(action, partial(self._tabs.show_tab, tab))
        connect_settings(self._actions, self._preferences)
        connect(self._actions.one_line, partial(self._tabs.show_tab, Tab.CHECK_IN))
        self._panes = PaneSwitcher(lambda: [*self._tabs.panes, self._help_lines])
        self._tabs.tab_shown.connect(self._pages.show_tabs)
        self._tabs.tab_shown.connect(self._autosave.save_now)
        self._tabs.storage_requested.connect(self._pages.show_storage)
        self._tabs.help_requested.connect(self._pages.show_help_lines)
        self._status_bar.storage_requested.connect(self._pages.show_storage)

    def _build_guards(self, idle_monitor: IdleMonitor, state_file: WindowStateFile) -> None:
        """Build the privacy screen's controller, the close guard and what saves the window, and connect the actions."""
        self._privacy = PrivacyController(
            self,
            self._pages,
            vault_controller=self._vault_controller,
            backups=self._backups,
            idle_monitor=idle_monitor,
            dialogs=self._dialogs,
            forget=self._forget,
            title=self._pack.keeping.cover,
        )
        self.setWindowTitle(self.tr("Evolve"))
        self.resize(1280, 800)
        self._close_guard = self._build_close_guard()
        self._starter = self._build_starter()
        self._state_saver = WindowStateSaver(
            self,
            self._tabs,
            state_file=state_file,
            remember=self._actions.remember_window,
            preferences=self._preferences,
            autosave=self._autosave,
            vault_controller=self._vault_controller,
            tasks=self._tasks,
            dialogs=self._dialogs,
        )
        follow_idle_minutes(idle_monitor, self._preferences)
        self._connect_actions()
        self._follow_what_can_be_done()

    @cached_property
    def handover(self) -> Handover:
        """Hands this window over to the one that replaces it, or takes over from the one that it replaces."""
        return Handover(
            self,
            self._tabs,
            self._pages,
            autosave=self._autosave,
            vault_controller=self._vault_controller,
            state_saver=self._state_saver,
            tasks=self._tasks,
            forget=self._forget,
        )

    def _build_starter(self) -> CheckInStarter:
        starter = CheckInStarter(
            self._session,
            self._tabs,
            autosave=self._autosave,
            new_check_in=self._new_check_in,
            may_leave=self._close_guard.may_leave,
        )
        self._status_bar.today_requested.connect(starter.go_to_today)
        return starter

    def _build_close_guard(self) -> CloseGuard:
        guard = CloseGuard(
            self,
            self._session,
            autosave=self._autosave,
            dialogs=self._dialogs,
            output=self._output,
            before_print=self._pack.page.before_print,
            export=lambda diary, path: self._vault().export_json(diary, path),
            vault_controller=self._vault_controller,
            has_unsaved_contact=self._has_unsaved_contact,
        )
        guard.keep_requested.connect(self._pages.show_storage)
        return guard

    def _connect_actions(self) -> None:
        actions, pages, tabs = self._actions, self._pages, self._tabs
        for action, slot in (
            (actions.new_check_in, self._starter.start),
            (actions.print, lambda: self._shown_page().print_out()),
            (actions.save_pdf, lambda: self._shown_page().save()),
            (actions.copy_text, lambda: self._shown_page().copy()),
            (actions.show_for_me, partial(tabs.show_document, DocumentKind.FOR_ME)),
            (actions.show_wallet_card, partial(tabs.show_document, DocumentKind.WALLET_CARD)),
            (actions.show_empty_form, partial(tabs.show_document, DocumentKind.EMPTY_FORM)),
            (actions.show_storage, pages.show_storage),
            (actions.lock, partial(self._privacy.lock_if, self._close_guard.may_lock)),
            (actions.hide, self._privacy.show_privacy_screen),
            (actions.quit, self.close),
            (actions.undo, self._undo_redo.undo),
            (actions.redo, self._undo_redo.redo),
            (actions.find, tabs.show_find),
            (actions.find_next, partial(tabs.step_find, 1)),
            (actions.find_previous, partial(tabs.step_find, -1)),
            (actions.next_pane, self._panes.focus_next),
            (actions.previous_pane, self._panes.focus_previous),
            (actions.show_help_lines, pages.show_help_lines),
            (actions.show_complaints, tabs.show_complaints),
            (actions.show_welcome, tabs.show_welcome),
            (actions.show_guide, partial(pages.show_help, HelpTopic.START)),
            (actions.report_problem, partial(pages.show_help, HelpTopic.REPORT)),
            (actions.show_about, partial(pages.show_help, HelpTopic.ABOUT)),
            (actions.about_qt, QApplication.aboutQt),
        ):
            connect(action, slot)

    def _follow_what_can_be_done(self) -> None:
        """Grey undo, redo and lock while there is nothing to undo, to redo or to lock with."""
        self._undo_redo.follow(self._actions, self._autosave.changed, self._tabs.tab_changed)
        self._tasks.changed.connect(self._enable_lock)
        self._enable_lock()

    def _enable_lock(self) -> None:
        self._actions.lock.setEnabled(self._vault_controller.can_lock)

    def _build_help_lines(self) -> "HelpLinesView":
        from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView  # noqa: PLC0415  (not for the first window)

        view = HelpLinesView(self._pack.help_lines, self._preferences, self._autosave, self._new_check_in().started)
        view.closed.connect(self._pages.go_back)
        view.card_requested.connect(self._actions.show_wallet_card.trigger)
        return view

    def _has_unsaved_contact(self) -> bool:
        """Return whether a contact is half written, or written while nothing is kept."""
        is_kept = self._autosave.state is not SaveState.OFF
        is_writing = self._help_lines.is_built and self._help_lines.widget.is_writing
        return is_writing or (bool(self._autosave.contacts) and not is_kept)

    def _build_storage(self) -> "StorageView":
        from evolve_desktop.gui.storage.storage_view import StorageView  # noqa: PLC0415  (not for the first window)

        view = StorageView(
            self._pack.keeping,
            self._autosave,
            controller=self._vault_controller,
            backups=self._backups,
            tasks=self._tasks,
        )
        view.closed.connect(self._pages.show_tabs)
        view.join_requested.connect(self._privacy.join)
        controller, output = self._vault_controller, self._output
        view.print_requested.connect(lambda: view.tell_about_code(output.print_code(controller.recovery_code)))
        return view

    def _build_help(self) -> "HelpView":
        from evolve_desktop.gui.help.help_view import HelpView  # noqa: PLC0415  (not for the first window)

        view = HelpView(
            self._pack,
            self,
            shortcuts=self._actions.shortcuts(),
            preferences=self._preferences,
            autosave=self._autosave,
            has_vault=self._has_vault,
        )
        view.closed.connect(self._pages.go_back)
        return view

    def _build_unlock(self) -> "UnlockView":
        from evolve_desktop.gui.storage.unlock_view import UnlockView  # noqa: PLC0415  (not for the first window)

        view = UnlockView(self._pack.keeping.cover, self._vault_controller, backups=self._backups, tasks=self._tasks)
        view.closed.connect(self._privacy.continue_without_unlocking)
        return view

    def _shown_page(self) -> "PageView":
        """Show My page and return it: nothing is printed, saved or copied that the person does not see."""
        if not self._tabs.page.isVisible():
            self._tabs.show_document(DocumentKind.MY_PAGE)
        return self._tabs.page

    def _forget(self) -> None:
        """Remove every private word from the views, the clipboard, the renderer, and in the end from freed memory."""
        self._tabs.forget()
        if self._help_lines.is_built:
            self._help_lines.widget.forget()
        self._output.forget()
        self._forgetting.run(self._documents.forget, lambda _nothing: process_protection.clear_freed())

    def _on_storage_task(self) -> None:
        """Remove every erased word from pages that are out of sight."""
        if self._autosave.state is SaveState.OFF and not self._has_vault():
            self._forget()
