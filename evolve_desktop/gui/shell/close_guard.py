"""Asks, once, before anything that is not on disk is discarded."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.dialogs import Dialogs, UnsavedChoice


class CloseGuard(QObject):
    """Knows whether the window may close: everything is on disk, or nothing was said, or the person agreed.

    `before_print` says what to know before a document leaves the window; `export` writes a diary as JSON;
    `has_unsaved_contact` says whether a contact is half written.
    """

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
        self._has_unsaved_contact = has_unsaved_contact

    def may_leave(self) -> bool:
        """Save the open check-in, or ask about it."""
        if self._autosave.state is SaveState.OFF:
            return self._session.check_in.is_empty or self._may_discard()
        return self._autosave.flush() or self._may_leave_unsaved()

    def may_close(self) -> bool:
        """Do the same, and ask about a contact that is half written or not yet changed."""
        return self.may_leave() and self._may_drop_contact()

    def may_lock(self) -> bool:
        """Save, and ask about such a contact before a lock that the person asked for."""
        self._autosave.flush()
        return self._may_drop_contact()

    def _may_drop_contact(self) -> bool:
        return not self._has_unsaved_contact() or self._dialogs.confirm_discard_contact(self._window)

    def _may_discard(self) -> bool:
        choice = self._dialogs.ask_before_discarding(self._window, self._before_print)
        return choice is UnsavedChoice.DISCARD or (choice is UnsavedChoice.SAVE and self._output.save_before_leaving())

    def _may_leave_unsaved(self) -> bool:
        """Offer another place for a diary that could not be saved."""
        choice = self._dialogs.ask_after_failed_save(self._window, self._autosave.reason)
        if choice is not UnsavedChoice.SAVE:
            return choice is UnsavedChoice.DISCARD
        path = self._dialogs.save_path(self._window, self.tr("Save elsewhere"), "Notes.json")
        if path is None:
            return False
        try:
            self._export(self._autosave.diary, path)
        except UserFacingError as error:
            self._dialogs.tell(self._window, str(error))
            return False
        return True
