"""Hiding and locking the window: covered at once, locked if there is a passphrase, and back to the same place."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from evolve_desktop.gui.keeping.door import Door
from evolve_desktop.gui.pages import Pages
from evolve_desktop.gui.watch import Watch


class Shelter(QObject):
    """Decides which page stands in the window; while it is covered or locked, there are no menus either."""

    def __init__(self, window: QMainWindow, pages: Pages, door: Door, watch: Watch, forget: Callable[[], None]) -> None:
        """Follow the watch and the door; `forget` takes away what the session does not hold any more."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._door = door
        self._forget = forget
        watch.hide_wanted.connect(self.hide)
        watch.idle.connect(self._on_idle)
        watch.warned.connect(self._on_warned)
        watch.touched.connect(lambda: pages.warn(""))
        door.opened.connect(self._on_opened)

    def start(self) -> None:
        """Open what is kept, which may ask for the passphrase first."""
        if self._door.is_needed:
            self._show_menus(shown=False)
            self._pages.show_locked()
            self._door.open("")

    def hide(self) -> None:
        """Cover the window before anything else, then close dialogs and lock if there is a passphrase."""
        if self._pages.is_covered:
            return
        self._pages.show_cover()
        self._show_menus(shown=False)
        _close_dialogs()
        self._lock()

    def lock(self) -> None:
        """Lock now and ask for the passphrase; without one there is nothing to lock with."""
        if self._door.can_lock:
            _close_dialogs()
            self._show_menus(shown=False)
            if self._lock():
                self._pages.show_locked()
            else:
                self._on_opened()

    def back(self) -> None:
        """Come back from the cover: to the lock, or to the same place as before."""
        if self._door.wants_secret:
            self._pages.show_locked()
            return
        self._on_opened()

    def go_on(self) -> None:
        """Show the rooms although what is kept was not opened; nothing is kept then."""
        self._on_opened()

    def _lock(self) -> bool:
        if not self._door.can_lock or not self._door.lock():
            return False
        self._forget()
        return True

    def _on_opened(self) -> None:
        if self._pages.is_covered and self._door.wants_secret:
            return
        self._show_menus(shown=True)
        self._pages.show_rooms()

    def _on_idle(self) -> None:
        self._pages.warn("")
        if self._pages.is_open:
            self.lock()

    def _on_warned(self) -> None:
        if self._door.can_lock and self._pages.is_open:
            self._pages.warn(self.tr("This window locks in 20 seconds. Press any key to go on."))

    def _show_menus(self, *, shown: bool) -> None:
        menus = self._window.menuWidget()
        if menus is not None:
            menus.setVisible(shown)


def _close_dialogs() -> None:
    """Close what stands before the window; each one takes it for the wish to go back."""
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()
        if QApplication.activeModalWidget() is dialog:
            return
