"""The question before anything that is not on disk is let go: asked once, and only where there is something to lose."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.my_page.document_output import DocumentOutput
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.dialogs import UnsavedChoice


class CloseGuard(QObject):
    """Knows whether a person may go: everything is on disk, or nothing was said, or they said so."""

    def __init__(self, window: QWidget, needs: Needs, outlet: DocumentOutput, is_writing: Callable[[], bool]) -> None:
        """Take the window that the question stands before, and what knows of words not handed in yet."""
        super().__init__(window)
        self._window = window
        self._needs = needs
        self._outlet = outlet
        self._is_writing = is_writing

    def may_leave(self) -> bool:
        """Save what is to be kept, or ask about what is not."""
        autosave = self._needs.autosave
        if autosave.state is SaveState.OFF:
            return self._needs.session.check_in.is_empty or self._may_let_go()
        return autosave.flush() or self._may_leave_unkept()

    def may_close(self) -> bool:
        """Ask, beside that, about a contact that is only half written, or not yet changed."""
        return self.may_leave() and self._may_drop()

    def may_lock(self) -> bool:
        """Ask about such a contact before a lock that the person asked for."""
        self._needs.autosave.flush()
        return self._may_drop()

    def _may_drop(self) -> bool:
        return not self._is_writing() or self._needs.dialogs.dropping(self._window)

    def _may_let_go(self) -> bool:
        choice = self._needs.dialogs.leaving(self._window, self._needs.pack.page.before_print)
        return choice is UnsavedChoice.DISCARD or (choice is UnsavedChoice.SAVE and self._outlet.save_before_leaving())

    def _may_leave_unkept(self) -> bool:
        """Offer another place for what could not be kept."""
        dialogs, autosave = self._needs.dialogs, self._needs.autosave
        choice = dialogs.unkept(self._window, autosave.reason)
        if choice is not UnsavedChoice.SAVE:
            return choice is UnsavedChoice.DISCARD
        path = dialogs.save_path(self._window, self.tr("Save elsewhere"), "Notes.json")
        if path is None:
            return False
        try:
            self._needs.safe().export_json(autosave.diary, path)
        except UserFacingError as error:
            dialogs.tell(self._window, str(error))
            return False
        return True
