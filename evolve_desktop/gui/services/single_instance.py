"""One running app per data folder: a second start brings the first window forward, and ends."""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QFileSystemWatcher, QObject, QTimer, Signal

from evolve_desktop import files
from evolve_desktop.gui.widgets.localized import localized
from evolve_desktop.instance_lock import InstanceLock

_ACTIVATE = "show-window"
_PATIENCE_MS = 5000
_LOOK_AGAIN_MS = 20


class SingleInstance(QObject):
    """Locks the folder from `acquire` on; writes nothing there before something is kept.

    `activated` follows when a second start asks for this window. `refusal` says in a sentence why nothing can be kept
    if the folder cannot be locked, and is empty otherwise.
    """

    activated = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = InstanceLock(folder)
        self._watcher = QFileSystemWatcher()
        self._watcher.directoryChanged.connect(self._on_changed)
        self._descriptor: int | None = None
        self._refused: OSError | None = None

    @property
    def refusal(self) -> str:
        """Why nothing can be kept in the folder; empty if it can."""
        if self._refused is None:
            return ""
        sentence = self.tr(
            "What you write now cannot be kept in the folder {folder}: {reason}. You can read, answer and print as "
            "usual. To keep your answers, please put this right and start again."
        )
        reason = localized(files.reason_of(self._refused))
        return sentence.format(folder=_readable(str(self._folder)), reason=reason)

    @property
    def unanswered(self) -> str:
        """The sentence for a person whose second start got no answer from the first."""
        return self.tr(
            "Evolve is open already, but its window does not answer. Please look for it, here or on another computer "
            "that uses the same folder. Close it there, then start again."
        )

    def claim(self) -> None:
        """Lock the folder before a write, in whichever thread; raises OSError if this app may not write there."""
        self._lock.claim()

    def acquire(self) -> bool:
        """Lock the folder if there is one; return False if another running app holds it."""
        self._refused = None
        try:
            if not self._lock.has_folder:
                return True
            self._lock.claim()
            self._watch()
        except BlockingIOError:
            return False
        except OSError as error:
            self._refused = error
        return True

    def release(self) -> None:
        """Unlock the folder and leave no file of this class in it."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        self._lock.release()

    def activate_other(self) -> bool:
        """Ask the app that holds the folder to bring its window forward; return whether it did within seconds."""
        request = self._folder / _ACTIVATE
        try:
            os.close(os.open(request, os.O_WRONLY | os.O_CREAT | files.FLAGS | files.NO_LINK, 0o600))
        except OSError:
            return False
        is_answered = _waited_for(lambda: not os.path.lexists(request))
        files.remove(request)
        return is_answered

    def _watch(self) -> None:
        """Answer what other starts ask for, also what they asked for before this one was ready."""
        if not self._watcher.directories():
            self._watcher.addPath(self._watched_path())
            self._on_changed()

    def _watched_path(self) -> str:
        """Return a name of the folder that Qt can use: it knows only names in UTF-8."""
        path = str(self._folder)
        if path != _readable(path) and sys.platform == "linux":  # other systems allow no such names
            if self._descriptor is None:
                self._descriptor = os.open(self._folder, os.O_RDONLY | files.FLAGS)
            return f"/proc/self/fd/{self._descriptor}"
        return path

    def _on_changed(self) -> None:
        request = self._folder / _ACTIVATE
        if os.path.lexists(request):
            with contextlib.suppress(OSError):  # not answered then, and the other start says so
                request.unlink()
                self.activated.emit()


def _readable(path: str) -> str:
    """Return the path with a mark for each byte that is not UTF-8."""
    return path.encode(errors="replace").decode()


def _waited_for(is_so: Callable[[], bool]) -> bool:
    """Wait for this some seconds at most; return whether it came."""
    loop = QEventLoop()
    looks, end = QTimer(interval=_LOOK_AGAIN_MS), QTimer(interval=_PATIENCE_MS)
    looks.timeout.connect(lambda: loop.exit() if is_so() else None)
    end.timeout.connect(loop.quit)
    looks.start()
    end.start()
    loop.exec()
    return is_so()
