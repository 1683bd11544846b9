"""Shows the privacy screen at once, locks the window if there is a passphrase, and leads back to the same place."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.gui.shell.neutral_window import NeutralWindow, close_other_windows
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.storage.backup_controller import BackupController
from evolve_desktop.gui.storage.vault_controller import VaultController


class PrivacyController(QObject):
    """Decides which page is in front; under the privacy screen and while it is locked, the window has no menus either.

    `forget` removes every private word that the session does not hold any more; `title` is the neutral one.
    """

    def __init__(  # noqa: PLR0913  (the parts it ties together)
        self,
        window: QMainWindow,
        pages: PageStack,
        *,
        vault_controller: VaultController,
        backups: BackupController,
        idle_monitor: IdleMonitor,
        dialogs: Dialogs,
        forget: Callable[[], None],
        title: str,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._vault_controller = vault_controller
        self._backups, self._dialogs = backups, dialogs
        self._title = title
        self._forget = forget
        self._neutral = NeutralWindow(window, pages, title)
        pages.currentChanged.connect(self._on_page)
        idle_monitor.privacy_screen_requested.connect(self.show_privacy_screen)
        idle_monitor.idle.connect(self._on_idle)
        idle_monitor.warning_due.connect(self._on_warned)
        idle_monitor.warning_cancelled.connect(
            self._on_warning_cancelled
        )  # not a lambda: that would outlive the window
        vault_controller.opened.connect(self._on_opened)
        backups.restored.connect(self._on_restored)
        backups.restoring.connect(self._on_restoring)

    def start(self, backup: Path | None = None) -> None:
        """Open the vault, if there is one; that may ask for the passphrase first. Then offer to restore a backup."""
        if self._vault_controller.has_vault:
            self._pages.show_unlock()
            self._vault_controller.open("")
        if backup is not None:
            self._backups.offer(backup)

    def show_privacy_screen(self) -> None:
        """Show the privacy screen before anything else, then close dialogs and lock if there is a passphrase."""
        if not self._pages.shows_privacy_screen:
            self._pages.show_privacy_screen()
            close_other_windows()
            self._lock()

    def lock(self) -> None:
        """Lock now and ask for the passphrase; does nothing without a passphrase.

        The words are out of sight before the last save, which may take long or never end.
        """
        if self._vault_controller.can_lock:
            close_other_windows()
            self._pages.show_unlock()
            self._pages.repaint()
            self._lock()

    def lock_if(self, may_lock: Callable[[], bool]) -> None:
        """Lock if there is a passphrase and `may_lock` agrees."""
        if self._pages.is_unlocked and self._vault_controller.can_lock and may_lock():
            self.lock()

    def join(self) -> None:
        """Open what another window has kept meanwhile; that may ask for the passphrase."""
        if self._vault_controller.join():
            self._pages.show_unlock()

    def continue_without_unlocking(self) -> None:
        """Show the tabs although the vault was not opened; nothing is saved then."""
        self._vault_controller.skip_unlock()
        self._pages.show_tabs()

    def _lock(self) -> None:
        """Lock if there is a passphrase, whatever fails meanwhile."""
        if self._vault_controller.can_lock:
            with ExitStack() as whatever_fails:  # the last one runs first
                whatever_fails.callback(self._pages.show_unlock)
                whatever_fails.callback(self._forget)
                self._vault_controller.lock()

    def _on_opened(self) -> None:
        """Show the same place as before, or the storage page if it has something to say about what was opened."""
        if self._vault_controller.divided:
            self._pages.show_storage()
        else:
            self._pages.show_front()
        self._stay_hidden()
        QTimer.singleShot(0, self, self._tell_unsaved)

    def _tell_unsaved(self) -> None:
        """Say what could not be kept before the lock, unless the privacy screen is shown or the window locked again."""
        if self._pages.is_unlocked and self._vault_controller.unsaved:
            self._dialogs.tell(self._window, self._vault_controller.unsaved)

    def _on_restoring(self) -> None:
        """Show a page that says what comes of it, and can ask for the backup's passphrase."""
        if self._pages.is_unlocked:
            self._pages.show_storage()

    def _on_restored(self) -> None:
        """Show the storage page, which says what was restored, wherever it was asked for."""
        self._vault_controller.skip_unlock()
        self._pages.show_storage()
        self._stay_hidden()

    def _stay_hidden(self) -> None:
        """Lock again what was opened while the privacy screen came up."""
        if self._pages.shows_privacy_screen:
            self._lock()

    def _on_idle(self) -> None:
        self._pages.warn("")
        if self._pages.is_unlocked:
            self.lock()

    def _on_warning_cancelled(self) -> None:
        self._pages.warn("")

    def _on_warned(self) -> None:
        if self._vault_controller.can_lock and self._pages.is_unlocked:
            self._pages.warn(self.tr("This window locks in 20 seconds. Press any key to go on."))

    def _on_page(self) -> None:
        menus = self._window.menuWidget()
        if menus is not None:
            menus.setVisible(self._pages.is_unlocked)
        if self._pages.shows_privacy_screen:
            self._neutral.make_neutral()
            self._dialogs.set_neutral_title(self._title)
        else:
            self._neutral.restore()
            self._dialogs.set_neutral_title("")
            QTimer.singleShot(0, self, self._dialogs.tell_held)
