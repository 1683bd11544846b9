"""Creates, opens, locks and erases the vault and changes its key; a lock leaves no private word in the session."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.content.app_text import KeepingText
from evolve_desktop.errors import (
    DamagedVaultError,
    NewerVaultError,
    PassphraseNeededError,
    RefusedError,
    UserFacingError,
    WrongPassphraseError,
)
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.background_tasks import ReportingTaskQueue, ignore_error
from evolve_desktop.gui.services.ports import VaultPort

T = TypeVar("T")


class VaultController(QObject):
    """Emits `opened` after the vault was opened, `open_failed` after a failed try; the tasks' report says what to do.

    `wants_secret` is True if a passphrase or a code is missing; the next try has to wait `wait_seconds`. `divided` is
    the sentence about a text of the opened diary that was too long for a field, or empty. `recovery_code` is new, and
    shown once. `unsaved` is the sentence about words that could not be kept before a lock. `new_code_failed` is
    emitted after a wrong passphrase for a new recovery code.
    """

    opened = Signal()
    open_failed = Signal()
    new_code_failed = Signal()

    def __init__(  # noqa: PLR0913  (all that a vault fills and a lock empties)
        self,
        vault: Callable[[], VaultPort],
        session: Session,
        *,
        has_vault: Callable[[], bool],
        may_write: Callable[[], bool],
        autosave: Autosave,
        tasks: ReportingTaskQueue,
        new_check_in: Callable[[], CheckIn],
        text: KeepingText,
    ) -> None:
        super().__init__()
        self._vault = vault
        self._session = session
        self._has_vault = has_vault
        self._may_write = may_write
        self._is_known = has_vault()  # later ones come from another window, which nobody here was asked about
        self._joins = False
        self.is_found = False
        self._autosave = autosave
        self._tasks = tasks
        self._new_check_in = new_check_in
        self._text = text
        self._open_before_lock = ""
        self.wants_secret = False
        self.wait_seconds = 0.0
        self.recovery_code = ""
        self._is_sealed = self._holds = False
        self.divided = self.unsaved = ""

    def go_on_from(self, former: "VaultController") -> None:
        """Take over all that the former controller knew of the vault; its recovery code stays on the screen."""
        for name in ("_is_known", "_open_before_lock", "_is_sealed", "_holds", "recovery_code", "divided", "unsaved"):
            setattr(self, name, getattr(former, name))
        self._tasks.show_report("")  # the views that follow the tasks show the new state

    @property
    def has_vault(self) -> bool:
        """Whether there is a vault in the data folder."""
        return self._has_vault()

    @property
    def can_lock(self) -> bool:
        """Whether a vault is open that has a passphrase."""
        return self._is_sealed

    def open(self, secret: str, *, is_code: bool = False) -> None:
        """Open the vault, and go on with the check-in that was open when it was locked."""

        def then(diary: Diary) -> str:
            self.wants_secret = False
            diary = self._divide(diary)
            if not self._joins:
                present = next((other for other in diary.check_ins if other.id == self._open_before_lock), None)
                self._session.close(present or self._new_check_in())
            self._joins = False
            self._start_autosave(diary)
            self._tell_unsaved()
            self.opened.emit()
            return self.divided

        self._tasks.run_and_report(lambda: self._vault().open(secret, is_code=is_code), then, self._on_open_failed)

    def lock(self) -> None:
        """Save, then forget the key and every answer, whatever fails; what could not be saved is sealed and held."""
        is_saved = False
        try:
            self._tasks.finish()
            is_saved = self._autosave.flush()
        finally:
            self._open_before_lock = self._session.check_in.id
            self._forget(is_saved=is_saved)

    def finish(self) -> None:
        """Wait for running tasks, such as a change of key."""
        self._tasks.finish()

    def hold(self) -> None:
        """Seal and hold what the last save could not write, on disk if possible; the window stays as it is."""
        if self._autosave.state is SaveState.FAILED:
            self._vault().hold(self._autosave.diary)
        elif self._holds:
            self._vault().write_unsaved()

    @property
    def would_lose_unsaved(self) -> bool:
        """Whether closing the app would lose what was held at a lock."""
        return self._holds and self._vault().would_lose_unsaved

    def back_up_unsaved(self, path: Path) -> None:
        """Write what was held at a lock into another file, locked as it is."""
        self._vault().back_up_unsaved(path)

    def skip_unlock(self) -> None:
        """Stop asking for the passphrase (restored from a backup, or skipped)."""
        self.wants_secret = self._joins = False

    def find_other(self) -> bool:
        """Return whether another window has kept check-ins here meanwhile; `is_found` and the report then say so."""
        self.is_found = self._autosave.state is SaveState.OFF and not self._is_known and self.has_vault
        if self.is_found:
            self._tasks.show_report(
                self.tr(
                    "Check-ins are kept on this computer by now, from another window. Nothing was changed. "
                    "Open them, and this check-in joins them."
                )
            )
        return self.is_found

    def join(self) -> bool:
        """Open what another window has kept, with the open check-in added; return False while that window is open."""
        if not self._may_write():
            self._tasks.show_report(
                self.tr(
                    "Another window has them open. Please close that window, then press Open them again. "
                    "Nothing here is lost."
                )
            )
            return False
        self._is_known = self._joins = True
        self.is_found = False
        self.open("")
        return True

    def create(self, passphrase: str, *, with_code: bool) -> None:
        """Create the vault with the open check-in; without encryption if the passphrase is empty.

        A vault that the person went on without is renamed first: nothing is lost. One of another window is offered.
        """
        if self.find_other():
            return
        sets_aside = self._is_known
        diary = Diary().with_open(self._session.whole)

        def work() -> str:
            if sets_aside and self._vault().exists:  # the person went on without opening it
                self._vault().set_aside()
            return self._vault().create(diary, passphrase, with_code=with_code)

        def then(code: str) -> str:
            self.recovery_code = code
            self._start_autosave(diary)
            return self._with_copies(self.tr("From now on your check-ins are kept on this computer."))

        self._tasks.run_and_report(work, then)

    def start_with_restored(self, diary: Diary) -> None:
        """Go on with a diary that was restored from a backup, and a new check-in."""
        self._session.close(self._new_check_in())
        self._start_autosave(self._divide(diary))

    def set_passphrase(self, passphrase: str, *, with_code: bool) -> None:
        """Encrypt the vault and its backups with a new passphrase."""

        def then(code: str) -> str:
            self.recovery_code = code
            self._is_sealed = True
            words = self.tr("From now on the new passphrase opens your check-ins, and the old one does not.")
            return self._with_copies(words)

        self._change_key(lambda: self._vault().set_passphrase(passphrase, with_code=with_code), then)

    def remove_passphrase(self) -> None:
        """Store the vault and its backups without encryption from now on."""

        def then(_nothing: None) -> str:
            self._is_sealed = False
            return self._with_copies(self._text.open_file)

        self._change_key(lambda: self._vault().remove_passphrase(), then)

    def make_recovery_code(self, passphrase: str) -> None:
        """Make a new recovery code beside the passphrase, which has to be typed again."""

        def then(code: str) -> str:
            self.recovery_code = code
            words = self.tr("From now on the new recovery code opens your check-ins, and an old one does not.")
            return self._with_copies(words)

        def failed(error: UserFacingError) -> None:
            if isinstance(error, WrongPassphraseError):
                self.wait_seconds = self._vault().wait_before_next_try
                self.new_code_failed.emit()

        self._change_key(lambda: self._vault().new_recovery_code(passphrase), then, failed)

    def forget_code(self) -> None:
        """Stop showing the recovery code."""
        self.recovery_code = ""
        self._tasks.show_report("")

    def erase(self) -> None:
        """Remove the vault with all its backups, and start with an empty check-in."""
        diary = self._autosave.stop()
        copies = _listed(self._vault().copies)

        def then(_nothing: None) -> str:
            self._session.close(self._new_check_in())
            self.recovery_code = ""
            self._is_sealed = self._is_known = False
            words = self.tr("Erased too, copies that another program had made: {names}.")
            return f"{self._text.erased} {words.format(names=copies)}" if copies else self._text.erased

        def failed(_error: UserFacingError) -> None:
            if self._vault().exists:
                self._autosave.start(self._vault(), diary)

        self._tasks.run_and_report(lambda: self._vault().erase(), then, failed)

    @property
    def copies(self) -> str:
        """The names of the copies that other programs made, as one text; empty if there are none."""
        return _listed(self._vault().copies)

    def _with_copies(self, sentence: str) -> str:
        """Return the sentence about a new key, naming the copies that it opens too, and those that it does not open."""
        foreign = self._vault().foreign_copies
        own = _listed(name for name in self._vault().copies if name not in foreign)
        sentences = [sentence]
        if own:
            words = self.tr("This goes for the copies too that another program made: {names}.")
            sentences.append(words.format(names=own))
        if foreign:
            words = self.tr("Still closed by another passphrase: {names}. “Erase everything” removes them too.")
            sentences.append(words.format(names=_listed(foreign)))
        return " ".join(sentences)

    def _divide(self, diary: Diary) -> Diary:
        """Return the diary without texts longer than a field takes: older versions could import them."""
        bounded = diary.in_bounds()
        words = self.tr("A text was longer than 20,000 characters. The rest of it is under Earlier, on the same day.")
        self.divided = "" if bounded is diary else words
        return bounded

    def _start_autosave(self, diary: Diary) -> None:
        vault = self._vault()
        self._is_sealed = vault.is_sealed
        self._is_known = True
        self._autosave.start(vault, diary, is_on_disk=not vault.has_unsaved)

    def _forget(self, *, is_saved: bool) -> None:
        """Forget the key and every answer; a diary that is not saved is held by the vault first."""
        diary = self._autosave.stop()
        try:
            if not is_saved:
                self._holds = True
                self._vault().hold(diary)
        finally:
            self._vault().lock()
            self.recovery_code = ""
            self._is_sealed = False
            self._session.close(self._new_check_in())
            self.wants_secret = True
            self._tasks.show_report("")

    def _tell_unsaved(self) -> None:
        """Save what an earlier save could not write, and say so."""
        self.unsaved = ""
        if not self._vault().has_unsaved:
            return
        if self._autosave.flush():
            self.unsaved = self.tr("Your last words could not be kept before. They were held locked, and are kept now.")
        else:
            self.unsaved = self.tr("Your last words are back in this window. {reason}").format(
                reason=self._autosave.reason
            )

    def _change_key(
        self,
        work: Callable[[], T],
        then: Callable[[T], str],
        failed: Callable[[UserFacingError], None] = ignore_error,
    ) -> None:
        def on_failed(error: UserFacingError) -> None:
            self._is_sealed = self._vault().is_sealed  # it may have failed after the file had changed
            failed(error)

        if self._autosave.flush():
            self._tasks.run_and_report(work, then, on_failed)
        else:
            self._tasks.show_report(self._autosave.reason)

    def _on_open_failed(self, error: UserFacingError) -> None:
        self.wants_secret = not isinstance(error, DamagedVaultError | NewerVaultError | RefusedError)
        self.wait_seconds = self._vault().wait_before_next_try
        if isinstance(error, PassphraseNeededError):
            self._tasks.show_report("")
        self.open_failed.emit()


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(clean, names))
