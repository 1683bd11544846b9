"""Keeps what the session says, off the window's own thread, and knows whether the newest word is on disk."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contacts
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.errors import UserFacingError
from evolve_desktop.gui.services.background_tasks import WorkerThread
from evolve_desktop.gui.services.ports import DiaryWriter

_AFTER_LAST_KEY_MS = 400
_AT_THE_LATEST_MS = 2000


class SaveState(Enum):
    """Whether what is on the screen is on disk."""

    OFF = "nothing is kept"
    SAVING = "keeping"
    SAVED = "kept"
    FAILED = "not kept"


class Autosave(QObject):
    """Saves what is newest: typing after a pause, all else at once; `changed` follows every change of `state`.

    `settling` comes before everything is to be on disk, for what is still being written somewhere. `kept_at` is when
    the last save was done, `error` why the last one was not.
    """

    changed = Signal()
    about_to_flush = Signal()
    _saved = Signal(object)

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        """Follow a session; nothing is kept until `keep` is called."""
        super().__init__()
        self._session = session
        self._now = now
        self._safe: DiaryWriter | None = None
        self._kept = Diary()
        self._on_disk: Diary | None = None
        self._is_busy = False
        self.error: UserFacingError | None = None
        self.saved_at: datetime | None = None
        self._thread = WorkerThread()
        self._pause = QTimer(self, singleShot=True, interval=_AFTER_LAST_KEY_MS)
        self._pause.timeout.connect(self._save)
        self._latest = QTimer(self, singleShot=True, interval=_AT_THE_LATEST_MS)
        self._latest.timeout.connect(self._save)
        self._saved.connect(self._on_saved)
        session.subscribe(self._on_session)

    @property
    def reason(self) -> str:
        """Why the last save was not done, in a sentence; empty where it was."""
        return str(self.error) if self.error else ""

    @property
    def state(self) -> SaveState:
        """Whether the newest word is on disk."""
        if self._safe is None:
            return SaveState.OFF
        if self.error:
            return SaveState.FAILED
        return SaveState.SAVED if self._on_disk == self._kept and not self._is_busy else SaveState.SAVING

    @property
    def kept(self) -> Diary:
        """All that is kept."""
        return self._kept

    @property
    def check_ins(self) -> tuple[CheckIn, ...]:
        """All that are kept, in the order begun; the open one as it is now, once something was said in it."""
        return self._kept.check_ins

    @property
    def contacts(self) -> Contacts:
        """The person's own contacts, which there are only while something is kept."""
        return self._kept.contacts

    def keep(self, safe: DiaryWriter, on_disk: Diary) -> None:
        """Keep from now on, in a safe that holds this; what is open joins it."""
        self._safe = safe
        self._on_disk = on_disk
        self.saved_at = self._now()
        self._kept = on_disk.with_open(self._session.check_in)
        self._save()

    def stop(self) -> Diary:
        """Keep no longer, and return what was kept; nothing on disk changes."""
        kept = self._kept
        self._pause.stop()
        self._latest.stop()
        self._thread.wait()
        self._safe = None
        self._kept, self._on_disk, self.error = Diary(), None, None
        self.changed.emit()
        return kept

    def replace(self, kept: Diary) -> None:
        """Keep this from now on; what is open stays as it is."""
        self._kept = kept.with_open(self._session.check_in)
        self._save()

    def forget(self, check_in_id: str) -> None:
        """Keep this check-in no longer; `put_back` undoes it."""
        self._kept = self._kept.without(check_in_id)
        self._save()

    def put_back(self, check_in: CheckIn, place: int) -> None:
        """Keep a check-in again that was forgotten, in its old place."""
        self._kept = self._kept.with_restored(check_in, place)
        self._save()

    def set_contacts(self, contacts: Contacts) -> None:
        """Keep these contacts from now on; none while nothing is kept."""
        if self._safe is not None:
            self._kept = self._kept.with_contacts(contacts)
            self._save()

    def flush(self) -> bool:
        """Save now and wait for it; return whether everything is on disk or nothing is to be kept."""
        self.about_to_flush.emit()
        self._pause.stop()
        self._latest.stop()
        self._thread.wait()
        if self._safe is not None and self._on_disk != self._kept:
            self._take(self._write(self._safe, self._kept))
        return self._safe is None or self._on_disk == self._kept

    def save_now(self) -> None:
        """Save without waiting for a pause, and once more after a failure."""
        self._save()

    def _on_session(self) -> None:
        if self._safe is None:
            return
        self._kept = self._kept.with_open(self._session.check_in)
        if not self._session.is_typing:
            self._save()
            return
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()
        self.changed.emit()

    def _save(self) -> None:
        self._pause.stop()
        self._latest.stop()
        if self._safe is not None and not self._is_busy and (self._on_disk != self._kept or self.error):
            self._is_busy = True
            self.error = None
            self._thread.do(partial(self._work, self._safe, self._kept))
        self.changed.emit()

    def _work(self, safe: DiaryWriter, kept: Diary) -> None:
        """Run in the other thread; the signal carries the outcome over into this one."""
        self._saved.emit(self._write(safe, kept))

    def _write(self, safe: DiaryWriter, kept: Diary) -> UserFacingError | None:
        """Save, and note what is on disk: `flush` may look at it before the signal arrives."""
        try:
            safe.save(kept)
        except UserFacingError as error:
            return error
        self._on_disk = kept
        return None

    def _take(self, error: UserFacingError | None) -> None:
        self.error = error
        self.saved_at = self.saved_at if error else self._now()
        self.changed.emit()

    def _on_saved(self, error: UserFacingError | None) -> None:
        self._is_busy = False
        self._take(error)
        if not error:
            self._save()
