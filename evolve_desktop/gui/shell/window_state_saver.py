"""Restores the window as it was left: always its looks, and the place in it once a vault is open."""

import msgspec
from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.background_tasks import ReportingTaskQueue, TaskQueue
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.screen_fit import first_size
from evolve_desktop.gui.shell.tab import Tab
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.settings import Preferences
from evolve_desktop.window_state import WindowState, WindowStateFile

_PAUSE_MS = 1000
_NEVER_RESTORED = {Tab.RED_FLAGS}  # somebody may look over the person's shoulder


class WindowStateSaver(QObject):
    """Saves the looks of the window while `remember` is checked: by the person, or because there is a vault.

    A foreign file at that path is replaced only if the person checks the action. `tasks` run *Erase
    everything*, after which this file is removed too.
    """

    def __init__(  # noqa: PLR0913  (what it follows)
        self,
        window: QMainWindow,
        tabs: MainTabs,
        *,
        state_file: WindowStateFile,
        remember: QAction,
        preferences: Preferences,
        autosave: Autosave,
        vault_controller: VaultController,
        tasks: ReportingTaskQueue,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._window, self._tabs = window, tabs
        self._file, self._remember = state_file, remember
        self._preferences, self._autosave, self._dialogs = preferences, autosave, dialogs
        self._vault_controller, self._storage_tasks = vault_controller, tasks
        self._latest = state_file.found or WindowState()
        self._saves_place = False
        self._is_place_restored = not vault_controller.has_vault  # without a vault there is no place to restore
        self._writes = TaskQueue()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._save)
        self._restore_looks()
        self._connect()

    def _connect(self) -> None:
        self._remember.setChecked(self._file.found is not None)
        self._remember.triggered.connect(self._on_remember)
        self._preferences.subscribe(self.save_soon)
        self._autosave.changed.connect(self._on_autosave)
        self._storage_tasks.changed.connect(self._on_storage_task)
        self._vault_controller.opened.connect(self._on_opened)
        for moved in (self._tabs.splitter.splitterMoved, self._tabs.tab_shown, self._tabs.article.section_changed):
            moved.connect(lambda *_: self.save_soon())

    def save_soon(self) -> None:
        """Save after a pause, once for all changes in it."""
        if self._remember.isChecked() and not self._pause.isActive():
            self._pause.start()

    @property
    def latest(self) -> WindowState | None:
        """The saved state of the window; None if nothing is saved."""
        return self._latest if self._remember.isChecked() else None

    def skip_place(self) -> None:
        """Go nowhere when the vault is opened next: the window is where the person left it."""
        self._is_place_restored = True

    def stop(self) -> None:
        """Save nothing more: the window that replaces this one does from now on."""
        self._file.found = self.latest
        self._pause.stop()
        self._remember.setChecked(False)

    def finish(self) -> None:
        """Save what has changed, and wait for it."""
        self._save()
        self._writes.wait()

    def _save(self) -> None:
        self._pause.stop()
        latest = self._present_state()
        if self._remember.isChecked() and latest != self._latest:
            self._latest = latest
            self._writes.run(lambda: self._file.write(latest))  # a failed write is made good by the next change

    def _present_state(self) -> WindowState:
        window, tabs = self._window, self._tabs
        size = window.normalGeometry().size() if window.isMaximized() else window.size()
        looks = msgspec.structs.replace(
            self._latest,
            settings=self._preferences.settings,
            width=size.width(),
            height=size.height(),
            maximized=window.isMaximized(),
            article=tabs.reading_share,
        )
        if not self._saves_place:
            return looks
        tab = Tab.CHECK_IN if tabs.tab in _NEVER_RESTORED else tabs.tab
        section, read = tabs.article.place
        return msgspec.structs.replace(looks, tab=tab.name, section=section, read=read)

    def _restore_looks(self) -> None:
        found = self._latest
        if found.width and found.height:
            self._window.resize(first_size(QSize(found.width, found.height), self._window.screen()))
        if found.maximized:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowMaximized)
        if found.article:
            self._tabs.reading_share = found.article

    def _on_opened(self) -> None:
        """Go to the place of last time when the vault is first opened, unless it was locked again at once.

        An earlier check-in to go on with comes first.
        """
        if self._is_place_restored or self._autosave.state is SaveState.OFF:
            return
        self._is_place_restored = True
        tab = Tab.__members__.get(self._latest.tab, Tab.CHECK_IN)
        if tab is not Tab.CHECK_IN and tab not in _NEVER_RESTORED:
            self._tabs.show_tab(tab)
        self._tabs.article.go_to(self._latest.section, self._latest.read)
        self._tabs.offer_kept()

    def _on_autosave(self) -> None:
        """Save without being asked once there is a vault: the person's own file lies beside this one."""
        if self._autosave.state is SaveState.OFF or self._saves_place:
            return
        self._saves_place = True
        self._remember.setChecked(self._remember.isChecked() or not self._file.is_foreign)
        self._remember.setEnabled(not self._remember.isChecked())
        self.save_soon()

    def _on_storage_task(self) -> None:
        """Remove the file once everything was erased."""
        if self._saves_place and not self._storage_tasks.is_busy and not self._vault_controller.has_vault:
            self._saves_place = False
            self._remember.setChecked(False)
            self._remember.setEnabled(True)
            if not self._remove():
                self._storage_tasks.show_report(self._refusal())

    def _on_remember(self) -> None:
        if not self._remember.isChecked():
            is_removed = self._remove()
            self._remember.setChecked(not is_removed)
            if not is_removed:
                self._dialogs.tell(self._window, self._refusal())
            return
        self._latest = self._present_state()
        is_written = self._file.write(self._latest)
        self._remember.setChecked(is_written)
        self._remember.setEnabled(not (self._saves_place and is_written))
        self._dialogs.tell(self._window, self._promise() if is_written else self._refusal())

    def _remove(self) -> bool:
        self._pause.stop()
        self._writes.wait()
        self._latest = WindowState()
        return self._file.remove()

    def _promise(self) -> str:
        return self.tr(
            "Text size, colors, country, language, an opened pack and the window's size come back next time."
            " None of your answers are kept."
        )

    def _refusal(self) -> str:
        return self.tr("The system does not let this app change the file with the looks of the window.")
