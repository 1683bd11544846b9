"""One running app for what is kept in a folder: a second start brings the first window forward, and ends."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject

_LOCK = "in-use"
_KNOCK = "show-window"


class SingleInstance(QObject):
    """Holds the folder from `claim` on; nothing is written there before something is kept."""

    def __init__(self, folder: Path, come_forward: Callable[[], None]) -> None:
        """Take the folder, and what a second start wants done."""
        super().__init__()
        self._folder = folder
        self._come_forward = come_forward
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a lock is stale only when its process is gone
        self._watcher = QFileSystemWatcher()
        self._watcher.directoryChanged.connect(self._on_changed)

    def acquire(self) -> bool:
        """Hold the folder from now on; return False where another running app does."""
        if self._lock.isLocked():
            return True
        if not self._folder.is_dir() or not self._lock.tryLock(0):
            return not self._folder.is_dir()
        self._watcher.addPath(str(self._folder))
        return True

    def release(self) -> None:
        """Hold the folder no longer, and leave nothing of ours in it."""
        self._watcher.removePath(str(self._folder))
        self._lock.unlock()

    def activate_other(self) -> None:
        """Ask the app that holds the folder to come forward."""
        (self._folder / _KNOCK).touch()

    def _on_changed(self) -> None:
        activate_other = self._folder / _KNOCK
        if activate_other.exists():
            activate_other.unlink(missing_ok=True)
            self._come_forward()
