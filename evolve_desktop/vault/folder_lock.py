"""One process at a time writes to a folder: not for the person's second start, but for what slips past it."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from evolve_desktop import files

if sys.platform != "win32":  # pragma: no branch  (Windows has no such module)
    import fcntl

_CANNOT_LOCK = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK, errno.EINVAL}


@contextlib.contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the folder so that no other process of ours writes there; OSError where it is gone or in use for long."""
    if not folder.is_dir():
        raise OSError(errno.ENOENT, "its folder is gone")
    if files.WINDOWS:  # a folder cannot be held there; the lock of the running app has to do
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | files.FLAGS)
    try:
        _acquire(descriptor)
        yield
    finally:
        with contextlib.suppress(OSError):  # what was to be done is done; letting go cannot undo it
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        with contextlib.suppress(OSError):
            os.close(descriptor)


def _acquire(descriptor: int) -> None:
    left = files.TRIES
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            left -= 1
            if not left:
                raise OSError(errno.EBUSY, "another program is writing there") from None
            time.sleep(files.PAUSE_S)
        except OSError as error:
            if error.errno not in _CANNOT_LOCK:
                raise
            return
        else:
            return
