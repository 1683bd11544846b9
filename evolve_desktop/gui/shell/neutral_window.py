"""Gives the window under the privacy screen a neutral title, icon and name, and closes the app's other windows."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from evolve_desktop import resource_paths
from evolve_desktop.gui.services.file_portal import close_portal_dialogs, is_systems_dialog_open
from evolve_desktop.gui.widgets.accessibility import can_tell_only_what_shows, tell_only_what_shows

_OVER_OTHERS = {Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Dialog, Qt.WindowType.Sheet}


class NeutralWindow(QObject):
    """Remembers the window's own title and name while it has neutral ones; `pages` is its stack of pages.

    Screen readers hear the name of the app too. The class of the window, by which some systems find the app's own
    icon, cannot be changed once it is open.
    """

    def __init__(self, window: QMainWindow, pages: QWidget, title: str) -> None:
        super().__init__(window)
        can_tell_only_what_shows(window)
        self._window = window
        self._pages = pages
        self._title = title
        self._former: tuple[str, str] | None = None

    def make_neutral(self) -> None:
        """Take the neutral title, icon and name, and tell screen readers of the privacy screen alone."""
        if self._former is None:
            self._former = self._window.windowTitle(), QApplication.applicationName()
            self._window.setWindowIcon(QIcon(str(resource_paths.resources() / "icons" / "notes.svg")))
            self._set_names(self._title, self._title)
            self._tell_only_what_shows(is_so=True)

    def restore(self) -> None:
        """Take the former title, icon and name."""
        if self._former is not None:
            self._set_names(*self._former)
            self._former = None
            self._window.setWindowIcon(QIcon())
            self._tell_only_what_shows(is_so=False)

    def _set_names(self, title: str, app: str) -> None:
        self._window.setWindowTitle(title)
        QApplication.setApplicationName(app)

    def _tell_only_what_shows(self, *, is_so: bool) -> None:
        for part in (self._window, self._pages):
            tell_only_what_shows(part, is_so=is_so)


def close_other_windows() -> None:
    """Close menus, lists, tool tips and dialogs; a dialog takes that for *Go back*."""
    while popup := QApplication.activePopupWidget():
        popup.close()
        if QApplication.activePopupWidget() is popup:
            break
    if is_systems_dialog_open():
        close_portal_dialogs()
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()
        if QApplication.activeModalWidget() is dialog:
            break
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and other.windowType() in _OVER_OTHERS:
            other.hide()
