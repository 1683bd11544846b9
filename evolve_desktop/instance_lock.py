"""Locks the data folder for one running app by a lock of the system, which ends with the process, however that ends."""

import contextlib
import errno
import os
import stat
import sys
import threading
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import Sentence

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NAME = "in-use"
_TRIES = 5
_IN_USE = Sentence("another window of this app has it open")
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # to open a pipe must not block the app
_CANNOT_LOCK = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK}
_SHARING_VIOLATION = 32  # what Windows says of a file that another process has open for itself


class InstanceLock:
    """The lock on the file `in-use`, which is empty: what it says is whether a process holds it.

    So a file that another computer, an ended process or an older version left there locks nobody out. Calls may come
    from any thread.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _NAME
        self._descriptor: int | None = None
        self._one_at_a_time = threading.Lock()

    @property
    def has_folder(self) -> bool:
        """Whether there is a folder to lock; raises OSError if something else has its name, or if nobody can tell."""
        is_folder = self._folder.is_dir()
        if not is_folder and os.path.lexists(self._folder):  # a file, or a link to a disk that is not there
            raise NotADirectoryError(errno.ENOTDIR, Sentence("{name} is not a folder", name=self._folder.name))
        return is_folder

    def claim(self) -> None:
        """Lock the folder, or make sure that it still is locked.

        Raises BlockingIOError if another running app holds it, and the system's own OSError if no lock can be made.
        """
        with self._one_at_a_time:
            if self._descriptor is not None:
                if self._is_in_place(self._descriptor):
                    return
                self._require_same_disk(self._descriptor)
                self._close()
            if not os.access(self._folder, os.X_OK):  # then nothing can be known about its files
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            files.require_writable(self._folder, self._path)
            self._descriptor = self._locked_file()

    def release(self) -> None:
        """Unlock the folder and remove the file."""
        with self._one_at_a_time:
            if self._descriptor is None:
                return
            with contextlib.suppress(OSError):  # the folder may be gone, or closed to us
                if self._is_in_place(self._descriptor) and not files.WINDOWS:
                    files.remove(self._path)
            self._close()
            if files.WINDOWS:  # an open file cannot be removed there, and one that another app has opened since stays
                files.remove(self._path)

    def _locked_file(self) -> int:
        """Open the file and lock it; again if another app removed it between the two.

        That cannot happen many times in a row: then the disk only has no lasting numbers for its files.
        """
        left = _TRIES
        while True:
            descriptor = self._open()
            try:
                _lock(descriptor)
                left -= 1
                if self._is_in_place(descriptor) or not left:
                    _make_private(descriptor)
                    return descriptor
            except OSError:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def _open(self) -> int:
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | files.FLAGS | files.NO_LINK | _NO_WAIT, 0o600)
        except OSError as error:
            if getattr(error, "winerror", None) == _SHARING_VIOLATION:
                raise BlockingIOError(errno.EAGAIN, _IN_USE) from error
            raise
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise files.NotOrdinaryFileError(errno.EINVAL, Sentence("{name} is not an ordinary file", name=_NAME))
        return descriptor

    def _is_in_place(self, descriptor: int) -> bool:
        """Whether the open file is still the one with this name: another one would be locked by another app."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.lstat())
        except FileNotFoundError:
            return False

    def _require_same_disk(self, descriptor: int) -> None:
        """Raise FileNotFoundError if the folder is on another disk now: the stick with ours in it was pulled."""
        if self._folder.stat().st_dev != os.fstat(descriptor).st_dev:
            raise FileNotFoundError(errno.ENOENT, Sentence("its folder is gone"))

    def _close(self) -> None:
        if self._descriptor is not None:
            with contextlib.suppress(OSError):  # a disk that is gone refuses even that
                os.close(self._descriptor)
            self._descriptor = None


def _make_private(descriptor: int) -> None:
    """Remove what an older version wrote into the file: the names of the computer and of the app, readable by all."""
    if os.fstat(descriptor).st_nlink == 1:  # a second name may be that of another file
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                os.fchmod(descriptor, 0o600)


def _lock(descriptor: int) -> None:
    """Lock the open file; raises BlockingIOError if another process holds it.

    A network disk without locks is taken as locked: the vault notices changes that another program makes.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if isinstance(error, BlockingIOError) or files.WINDOWS:
            raise BlockingIOError(errno.EAGAIN, _IN_USE) from error
        if error.errno not in _CANNOT_LOCK:
            raise
