"""Autosaves the open check-in in a worker thread and reports whether the last change is on disk."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts, merge
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.services.background_tasks import TaskQueue
from evolve_desktop.gui.services.ports import DiaryWriter
from evolve_desktop.gui.widgets.localized import localized

_AFTER_FIRST_KEY_MS = 300  # with the save itself, typing is on disk within 400 ms, however long somebody types on


class SaveState(Enum):
    """Whether the diary in memory is on disk; OFF until the person chooses to keep check-ins."""

    OFF = "nothing is kept"
    SAVING = "keeping"
    SAVED = "kept"
    FAILED = "not kept"


class Autosave(QObject):
    """Saves the newest diary: typing after a moment, every other change at once.

    `changed` follows every change of `state`. `about_to_flush` comes before `flush`, so that a field whose text has not
    reached the session yet can hand it in; it says whether the app ends unattended, with nobody to be asked. `saved_at`
    is the time of the last save, `error` the reason why the last save failed.
    """

    changed = Signal()
    about_to_flush = Signal(bool)

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._session = session
        self._now = now
        self._vault: DiaryWriter | None = None
        self._diary = Diary()
        self._on_disk: Diary | None = None
        self._is_saving = False
        self.error: UserFacingError | None = None
        self.saved_at: datetime | None = None
        self._tasks = TaskQueue()
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_FIRST_KEY_MS)
        self._soon.timeout.connect(self.save_now)
        session.subscribe(self._on_session)

    @property
    def reason(self) -> str:
        """The reason why the last save failed, in a sentence; empty after a save that worked."""
        return localized(self.error) if self.error else ""

    @property
    def state(self) -> SaveState:
        """Whether the last change is on disk."""
        if self._vault is None:
            return SaveState.OFF
        if self.error:
            return SaveState.FAILED
        return SaveState.SAVED if self._on_disk == self._diary and not self._is_saving else SaveState.SAVING

    @property
    def diary(self) -> Diary:
        """The diary as it should be on disk."""
        return self._diary

    @property
    def check_ins(self) -> tuple[CheckIn, ...]:
        """All check-ins in the order begun, the open one as it is now, once something was said in it."""
        return self._diary.check_ins

    @property
    def contacts(self) -> Contacts:
        """The person's own contacts; while autosave is off, they last as long as the window."""
        return self._diary.contacts

    def go_on_from(self, former: "Autosave") -> None:
        """Save what the former one saved, which has nothing to do any more."""
        names = ("_vault", "_diary", "_on_disk", "error", "saved_at")
        for name in names:
            setattr(self, name, getattr(former, name))
        self.save_now()

    def start(self, vault: DiaryWriter, diary: Diary, *, is_on_disk: bool = True) -> None:
        """Save from now on into a vault with this diary, at once unless it is on disk.

        The open check-in joins it, and so do the contacts that were written before.
        """
        written = self._diary.contacts if self._vault is None else ()
        self._vault = vault
        self._on_disk = diary if is_on_disk else None
        self.saved_at = self._now()
        self._diary = diary.with_open(self._session.whole).with_contacts(merge(diary.contacts, written))
        self.save_now()

    def stop(self) -> Diary:
        """Wait for the running save, save no longer, and return the diary; nothing on disk changes."""
        diary = self._diary
        self._soon.stop()
        self._tasks.wait()
        self._vault = None
        self._diary, self._on_disk, self.error = Diary(), None, None
        self.changed.emit()
        return diary

    def replace(self, diary: Diary) -> None:
        """Save this diary from now on; the open check-in stays as it is."""
        self._diary = diary.with_open(self._session.whole)
        self.save_now()

    def delete(self, check_in_id: str) -> None:
        """Delete a check-in; `restore` undoes it."""
        self._diary = self._diary.without(check_in_id)
        self.save_now()

    def restore(self, check_in: CheckIn, place: int) -> None:
        """Put a deleted check-in back in its old place."""
        self._diary = self._diary.with_restored(check_in, place)
        self.save_now()

    def set_contacts(self, contacts: Contacts) -> None:
        """Save these contacts from now on, as far as anything is saved."""
        self._diary = self._diary.with_contacts(contacts)
        self.save_now()

    def collect(self, *, is_unattended: bool = False) -> None:
        """Have each field hand in its text."""
        self.about_to_flush.emit(is_unattended)

    def flush(self, *, is_unattended: bool = False) -> bool:
        """Save now and wait for it; return whether everything is on disk or autosave is off."""
        self.collect(is_unattended=is_unattended)
        self._soon.stop()
        self._tasks.wait()
        if self._vault is not None and self._on_disk != self._diary:
            self._note_outcome(self._write(self._vault, self._diary))
        return self._vault is None or self._on_disk == self._diary

    def save_now(self) -> None:
        """Save without waiting for more keys, and once more after a failure."""
        self._soon.stop()
        if self._vault is not None and not self._is_saving and (self._on_disk != self._diary or self.error):
            self._is_saving = True
            self.error = None
            self._tasks.run(partial(self._write, self._vault, self._diary), self._on_saved)
        self.changed.emit()

    def _on_session(self) -> None:
        if self._vault is None:
            return
        self._diary = self._diary.with_agreed(self._session.agreed).with_open(self._session.whole)
        if not self._session.is_typing:
            self.save_now()
            return
        if not self._soon.isActive():
            self._soon.start()
        self.changed.emit()

    def _write(self, vault: DiaryWriter, diary: Diary) -> UserFacingError | None:
        """Save, in any thread, and remember the saved diary: `flush` may compare with it before the callback comes."""
        try:
            vault.save(diary)
        except UserFacingError as error:
            return error
        self._on_disk = diary
        return None

    def _note_outcome(self, error: UserFacingError | None) -> None:
        self.error = error
        self.saved_at = self.saved_at if error else self._now()
        self.changed.emit()

    def _on_saved(self, error: UserFacingError | None) -> None:
        self._is_saving = False
        self._note_outcome(error)
        if not error:
            self.save_now()
