"""Brings the window back as it was left: always its looks, and the place in it once something is kept."""

import msgspec
from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.background_tasks import WorkerThread
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.shell.main_tabs import MainTabs, Tab
from evolve_desktop.gui.storage.backup_controller import StorageParts
from evolve_desktop.window_state import WindowState

_PAUSE_MS = 1000
_NOT_TO_LAND_IN = {Tab.RED_FLAGS}  # somebody may look over the person's shoulder


class WindowStateSaver(QObject):
    """Writes how the window looks while its `line` in the menu is ticked: by the person, or because something is kept.

    A file that stands in the place and is none of ours is replaced only where the person ticks the line.
    """

    def __init__(self, window: QMainWindow, rooms: MainTabs, needs: Needs, parts: StorageParts) -> None:
        """Make the window as it was left; the place in it comes back when what is kept was opened."""
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._needs = needs
        self._chores = parts.chores
        self._memory = needs.memory
        self._latest = self._memory.found or WindowState()
        self._keeps = False
        self._has_come_back = not needs.is_kept()  # there is no place to come back to
        self._thread = WorkerThread()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._write)
        self.line = QAction(self.tr("&Remember how the window looks"), self, checkable=True)
        self.line.setChecked(self._memory.found is not None)
        self.line.triggered.connect(self._on_ticked)
        self._bring_back_looks()
        needs.preferences.subscribe(self.later)
        needs.autosave.changed.connect(self._on_autosave)
        parts.chores.changed.connect(self._on_chores)
        parts.door.opened.connect(self._on_opened)
        for moved in (rooms.splitterMoved, rooms.entered, rooms.article.section_changed):
            moved.connect(lambda *_: self.later())

    def later(self) -> None:
        """Write soon, once for all that changes meanwhile."""
        if self.line.isChecked() and not self._pause.isActive():
            self._pause.start()

    def finish(self) -> None:
        """Write what has changed, and wait for it."""
        self._write()
        self._thread.wait()

    def _write(self) -> None:
        self._pause.stop()
        latest = self._as_it_is()
        if self.line.isChecked() and latest != self._latest:
            self._latest = latest
            self._thread.do(lambda: self._put_down(latest))

    def _put_down(self, latest: WindowState) -> None:
        """Run in the other thread; what cannot be written is written after the next change."""
        self._memory.write(latest)

    def _as_it_is(self) -> WindowState:
        window, rooms = self._window, self._rooms
        size = window.normalGeometry().size() if window.isMaximized() else window.size()
        looks = msgspec.structs.replace(
            self._latest,
            settings=self._needs.preferences.settings,
            width=size.width(),
            height=size.height(),
            maximized=window.isMaximized(),
        )
        if not rooms.is_narrow and not rooms.article.isHidden():
            looks = msgspec.structs.replace(looks, article=rooms.sizes()[0] / max(1, sum(rooms.sizes())))
        if not self._keeps:
            return looks
        room = Tab.CHECK_IN if rooms.room in _NOT_TO_LAND_IN else rooms.room
        section, read = rooms.article.place
        return msgspec.structs.replace(looks, room=room.name, section=section, read=read)

    def _bring_back_looks(self) -> None:
        found = self._latest
        if found.width and found.height:
            screen = self._window.screen().availableGeometry()
            self._window.resize(QSize(found.width, found.height).boundedTo(screen.size()))
        if found.maximized:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowMaximized)
        if found.article:
            self._rooms.setSizes([round(found.article * 10_000), round((1 - found.article) * 10_000)])

    def _on_opened(self) -> None:
        """Go to where the person was, the first time that what is kept was opened, and not locked at once again."""
        if self._has_come_back or self._needs.autosave.state is SaveState.OFF:
            return
        self._has_come_back = True
        room = Tab.__members__.get(self._latest.room, Tab.CHECK_IN)
        if room is not Tab.CHECK_IN and room not in _NOT_TO_LAND_IN:
            self._rooms.show_tab(room)
        self._rooms.article.go_to(self._latest.section, self._latest.read)

    def _on_autosave(self) -> None:
        """Remember from now on without being asked: there is a file of the person's own beside it."""
        if self._needs.autosave.state is SaveState.OFF or self._keeps:
            return
        self._keeps = True
        self.line.setChecked(self.line.isChecked() or not self._memory.is_foreign)
        self.line.setEnabled(not self.line.isChecked())
        self.later()

    def _on_chores(self) -> None:
        """Forget everything once everything was erased."""
        if self._keeps and not self._chores.is_busy and not self._needs.is_kept():
            self._keeps = False
            self.line.setChecked(False)
            self.line.setEnabled(True)
            if not self._forget():
                self._chores.tell(self._refusal())

    def _on_ticked(self) -> None:
        if not self.line.isChecked():
            is_forgotten = self._forget()
            self.line.setChecked(not is_forgotten)
            if not is_forgotten:
                self._needs.dialogs.tell(self._window, self._refusal())
            return
        self._latest = self._as_it_is()
        is_done = self._memory.write(self._latest)
        self.line.setChecked(is_done)
        self.line.setEnabled(not (self._keeps and is_done))
        self._needs.dialogs.tell(self._window, self._promise() if is_done else self._refusal())

    def _forget(self) -> bool:
        self._pause.stop()
        self._thread.wait()
        self._latest = WindowState()
        return self._memory.remove()

    def _promise(self) -> str:
        return self.tr(
            "Text size, colours, country and the window's size come back next time. None of your answers are kept."
        )

    def _refusal(self) -> str:
        return self.tr("The system does not let this app change the file with the looks of the window.")
