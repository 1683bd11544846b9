"""One running app per data folder: a second start brings the first window forward, and ends."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject

_LOCK = "in-use"
_ACTIVATE = "show-window"


class SingleInstance(QObject):
    """Locks the folder from `acquire` on; writes nothing there before something is kept.

    `activated` is called when a second start asks for this window.
    """

    def __init__(self, folder: Path, activated: Callable[[], None]) -> None:
        super().__init__()
        self._folder = folder
        self._activated = activated
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a lock is stale only when its process has ended
        self._watcher = QFileSystemWatcher()
        self._watcher.directoryChanged.connect(self._on_changed)

    def acquire(self) -> bool:
        """Lock the folder; return False if another running app holds it."""
        if self._lock.isLocked():
            return True
        if not self._folder.is_dir() or not self._lock.tryLock(0):
            return not self._folder.is_dir()
        self._watcher.addPath(str(self._folder))
        return True

    def release(self) -> None:
        """Unlock the folder and leave no file of this class in it."""
        self._watcher.removePath(str(self._folder))
        self._lock.unlock()

    def activate_other(self) -> None:
        """Ask the app that holds the folder to bring its window forward."""
        (self._folder / _ACTIVATE).touch()

    def _on_changed(self) -> None:
        request = self._folder / _ACTIVATE
        if request.exists():
            request.unlink(missing_ok=True)
            self._activated()
