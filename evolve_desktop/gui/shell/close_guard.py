"""Asks, once, before anything that is not on disk is discarded."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.dialogs import Dialogs, UnsavedChoice
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.gui.widgets.localized import localized


class CloseGuard(QObject):
    """Knows whether the window may close: everything is on disk, or nothing was said, or the person agreed.

    `keep_requested` is emitted if the person wants to keep the answers instead; the window then stays open.
    `before_print` is the warning about a document that is about to leave the window; `export` writes a diary as JSON;
    `has_unsaved_contact` returns whether a contact is half written.
    """

    keep_requested = Signal()

    def __init__(  # noqa: PLR0913  (what can be lost, and what can save it)
        self,
        window: QWidget,
        session: Session,
        *,
        autosave: Autosave,
        dialogs: Dialogs,
        output: DocumentOutput,
        before_print: str,
        export: Callable[[Diary, Path], None],
        vault_controller: VaultController,
        has_unsaved_contact: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._autosave = autosave
        self._dialogs = dialogs
        self._output = output
        self._before_print = before_print
        self._export = export
        self._vault_controller = vault_controller
        self._agreed: tuple[CheckIn, Diary] | None = None
        self._has_unsaved_contact = has_unsaved_contact

    def may_leave(self) -> bool:
        """Save the open check-in, or ask about it."""
        if self._autosave.state is SaveState.OFF:
            return self._session.whole.is_empty or self._may_discard()
        return self._autosave.flush() or self._may_leave_unsaved()

    def may_close(self) -> bool:
        """Do the same, and ask about a half-written contact, and about what could not be saved before a lock."""
        if self._agreed is not None and self._agreed == (self._session.whole, self._autosave.diary):
            return True
        return self.may_leave() and self._may_drop_contact() and self._may_lose_held()

    def may_end_session(self) -> bool:
        """Do the same before the system closes the window by itself; then it asks nothing a second time."""
        if self.may_close():
            self._agreed = self._session.whole, self._autosave.diary
            return True
        return False

    def save_for_end(self) -> str:
        """Save without a question; return why that failed, or an empty string. What failed is held beside the file."""
        self._vault_controller.finish()
        is_saved = self._autosave.flush(is_unattended=True)
        self._vault_controller.hold()
        return "" if is_saved else self._autosave.reason

    def may_lock(self) -> bool:
        """Ask about a half-written contact before a lock that the person asked for."""
        self._autosave.collect()
        return self._may_drop_contact()

    def _may_drop_contact(self) -> bool:
        return not self._has_unsaved_contact() or self._dialogs.confirm_discard_contact(self._window)

    def _may_discard(self) -> bool:
        choice = self._dialogs.ask_before_discarding(self._window, self._before_print)
        if choice is UnsavedChoice.KEEP:
            self.keep_requested.emit()
        return choice is UnsavedChoice.DISCARD or (choice is UnsavedChoice.SAVE and self._output.save_before_leaving())

    def _may_leave_unsaved(self) -> bool:
        """Offer another place for a diary that could not be saved."""
        return self._may_lose(
            self._autosave.reason, self.tr("Notes") + ".json", lambda path: self._export(self._autosave.diary, path)
        )

    def _may_lose_held(self) -> bool:
        """Offer another place for what a lock holds in memory only; it stays locked there too."""
        if not self._vault_controller.would_lose_unsaved:
            return True
        reason = self.tr("They could not be saved before the window locked, and go when it closes.")
        return self._may_lose(reason, self.tr("Notes backup") + ".evolve", self._vault_controller.back_up_unsaved)

    def _may_lose(self, reason: str, name: str, write: Callable[[Path], None]) -> bool:
        choice = self._dialogs.ask_after_failed_save(self._window, reason)
        if choice is not UnsavedChoice.SAVE:
            return choice is UnsavedChoice.DISCARD
        path = self._dialogs.save_path(self._window, self.tr("Save elsewhere"), name)
        if path is None:
            return False
        try:
            write(path)
        except UserFacingError as error:
            self._dialogs.tell(self._window, localized(error))
            return False
        return True
