"""Opening and locking what is kept: after locking, no word of the person's is left in the session."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.errors import (
    DamagedVaultError,
    NewerVaultError,
    PassphraseNeededError,
    RefusedError,
    UserFacingError,
)
from evolve_desktop.gui.services.background_tasks import TaskQueue, nothing_more
from evolve_desktop.gui.services.context import Needs

T = TypeVar("T")


class Keys(QObject):
    """`code` is a recovery code to show once; `is_sealed` whether a passphrase opens what is kept."""

    def __init__(self, needs: Needs, chores: TaskQueue) -> None:
        """Take the safe, and what follows when it is made or erased."""
        super().__init__()
        self._needs = needs
        self._chores = chores
        self.code = ""
        self.is_sealed = False

    def take(self, kept: Diary) -> None:
        """Keep from now on what was opened, together with what is said next."""
        self.is_sealed = self._needs.safe().is_sealed
        self._needs.autosave.start(self._needs.safe(), kept)

    def keep(self, passphrase: str, *, with_code: bool) -> None:
        """Begin to keep what is open; without encryption where the passphrase is empty.

        A file that is there already, and was not opened, gets another name first: nothing is lost.
        """
        kept = Diary().with_open(self._needs.session.check_in)

        def work() -> str:
            if self._needs.safe().exists:  # the person went on without opening it
                self._needs.safe().set_aside()
            return self._needs.safe().create(kept, passphrase, with_code=with_code)

        def then(code: str) -> str:
            self.code = code
            self.take(kept)
            return self.tr("From now on your check-ins are kept on this computer.")

        self._chores.run(work, then, nothing_more)

    def set_passphrase(self, passphrase: str, *, with_code: bool) -> None:
        """Lock everything that is kept with a new passphrase."""

        def then(code: str) -> str:
            self.code = code
            self.is_sealed = True
            return self.tr("From now on the new passphrase opens your check-ins, and the old one does not.")

        self._change(lambda: self._needs.safe().set_passphrase(passphrase, with_code=with_code), then)

    def remove_passphrase(self) -> None:
        """Keep everything without encryption from now on."""

        def then(_nothing: None) -> str:
            self.is_sealed = False
            return self._needs.pack.keeping.open_file

        self._change(self._needs.safe().remove_passphrase, then)

    def forget_code(self) -> None:
        """Show the recovery code no longer."""
        self.code = ""
        self._chores.tell("")

    def erase(self) -> None:
        """Remove everything that was ever kept, and start with nothing said."""
        kept = self._needs.autosave.stop()

        def then(_nothing: None) -> str:
            self._needs.session.close(self._needs.new_check_in())
            self.code = ""
            self.is_sealed = False
            return self._needs.pack.keeping.erased

        def failed(_error: UserFacingError) -> None:
            if self._needs.safe().exists:
                self._needs.autosave.start(self._needs.safe(), kept)

        self._chores.run(self._needs.safe().erase, then, failed)

    def _change(self, work: Callable[[], T], then: Callable[[T], str]) -> None:
        if self._needs.autosave.flush():
            self._chores.run(work, then, nothing_more)
        else:
            self._chores.tell(self._needs.autosave.reason)


class VaultController(QObject):
    """`opened` follows the opening, `refused` a try that failed, with what to do in the chores' `told`.

    `wants_secret` says that a passphrase or a code is what is missing, `wait` how long the next try has to wait.
    """

    opened = Signal()
    refused = Signal()

    def __init__(self, needs: Needs, keys: Keys, chores: TaskQueue) -> None:
        """Take the safe, and what is filled from it and emptied again."""
        super().__init__()
        self._needs = needs
        self._keys = keys
        self._chores = chores
        self._was_open = ""
        self.wants_secret = False
        self.wait = 0.0

    @property
    def is_needed(self) -> bool:
        """Whether something is kept that has to be opened first."""
        return self._needs.is_kept()

    @property
    def can_lock(self) -> bool:
        """Whether there is a passphrase to lock with."""
        return self._keys.is_sealed

    def open(self, secret: str, *, is_code: bool = False) -> None:
        """Open what is kept, and go on with the check-in that was open when it was locked."""

        def then(kept: Diary) -> str:
            self.wants_secret = False
            present = next((other for other in kept.check_ins if other.id == self._was_open), None)
            self._needs.session.close(present or self._needs.new_check_in())
            self._keys.take(kept)
            self.opened.emit()
            return ""

        self._chores.run(lambda: self._needs.safe().open(secret, is_code=is_code), then, self._on_failed)

    def lock(self) -> bool:
        """Save, forget the key and everything that was said; return False, and forget nothing, if saving failed."""
        self._chores.finish()
        if not self._needs.autosave.flush():
            return False
        self._was_open = self._needs.session.check_in.id
        self._needs.autosave.stop()
        self._needs.safe().lock()
        self._keys.code = ""
        self._keys.is_sealed = False
        self._needs.session.close(self._needs.new_check_in())
        self.wants_secret = True
        self._chores.tell("")
        return True

    def ask_no_more(self) -> None:
        """Take note that another way was found in, or that the person goes on without."""
        self.wants_secret = False

    def _on_failed(self, error: UserFacingError) -> None:
        self.wants_secret = not isinstance(error, DamagedVaultError | NewerVaultError | RefusedError)
        self.wait = self._needs.safe().wait_before_next_try
        if isinstance(error, PassphraseNeededError):
            self._chores.tell("")
        self.refused.emit()
