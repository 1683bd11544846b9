"""Hiding and locking the window: covered at once, locked if there is a passphrase, and back to the same place."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.storage.backup_controller import StorageParts


class PrivacyController(QObject):
    """Decides which page stands in the window; while it is covered or locked, there are no menus either."""

    def __init__(
        self, window: QMainWindow, pages: PageStack, parts: StorageParts, watch: IdleMonitor, forget: Callable[[], None]
    ) -> None:
        """Follow the watch and the door; `forget` takes away what the session does not hold any more."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._door = parts.door
        self._forget = forget
        pages.currentChanged.connect(self._show_menus)
        watch.hide_requested.connect(self.hide)
        watch.idle.connect(self._on_idle)
        watch.warned.connect(self._on_warned)
        watch.touched.connect(lambda: pages.warn(""))
        parts.door.opened.connect(self._on_opened)
        parts.transfers.restored.connect(self._on_brought_back)

    def start(self) -> None:
        """Open what is kept, which may ask for the passphrase first."""
        if self._door.is_needed:
            self._pages.show_locked()
            self._door.open("")

    def hide(self) -> None:
        """Cover the window before anything else, then close dialogs and lock if there is a passphrase."""
        if not self._pages.is_covered:
            self._pages.show_cover()
            _close_dialogs()
            self._lock()

    def lock(self) -> None:
        """Lock now and ask for the passphrase; without one there is nothing to lock with."""
        if self._door.can_lock:
            _close_dialogs()
            self._lock()

    def lock_if(self, may: Callable[[], bool]) -> None:
        """Lock where there is something to lock with, and this says that nothing is lost that should not be."""
        if self._pages.is_open and self._door.can_lock and may():
            self.lock()

    def back(self) -> None:
        """Come back from the cover: to the lock, or to the same place as before."""
        self._pages.uncover()

    def go_on(self) -> None:
        """Show the rooms although what is kept was not opened; nothing is kept then."""
        self._door.ask_no_more()
        self._pages.show_tabs()

    def _lock(self) -> None:
        """Lock where there is a passphrase; what could not be saved stays where it is, and the foot says so."""
        if self._door.can_lock and self._door.lock():
            self._forget()
            self._pages.show_locked()

    def _on_opened(self) -> None:
        self._pages.show_tabs()
        self._stay_hidden()

    def _on_brought_back(self) -> None:
        """Say on the page about keeping what came back, wherever it was asked for."""
        self._door.ask_no_more()
        self._pages.show_keeping()
        self._stay_hidden()

    def _stay_hidden(self) -> None:
        """Lock again what was opened while somebody hid the window."""
        if self._pages.is_covered:
            self._lock()

    def _on_idle(self) -> None:
        self._pages.warn("")
        if self._pages.is_open:
            self.lock()

    def _on_warned(self) -> None:
        if self._door.can_lock and self._pages.is_open:
            self._pages.warn(self.tr("This window locks in 20 seconds. Press any key to go on."))

    def _show_menus(self) -> None:
        menus = self._window.menuWidget()
        if menus is not None:
            menus.setVisible(self._pages.is_open)


def _close_dialogs() -> None:
    """Close what stands before the window; each one takes it for the wish to go back."""
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()
        if QApplication.activeModalWidget() is dialog:
            return
