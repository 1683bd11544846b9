"""A lock on the folder while one process writes to it, in case two starts of the app get past SingleInstance."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.errors import Sentence

if sys.platform != "win32":  # pragma: no branch  (Windows has no such module)
    import fcntl

_CANNOT_LOCK = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOLCK, errno.EINVAL}


@contextlib.contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Lock the folder against other processes of the app; raises OSError if it is gone or stays in use."""
    if not folder.is_dir():
        raise OSError(errno.ENOENT, Sentence("its folder is gone"))
    if files.WINDOWS:  # folders cannot be locked there; SingleInstance has to do
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY | files.FLAGS)
    try:
        _acquire(descriptor)
        yield
    finally:
        with contextlib.suppress(OSError):  # the work is done; an error here cannot undo it
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
                raise OSError(errno.EBUSY, Sentence("another program is writing there")) from None
            time.sleep(files.PAUSE_S)
        except OSError as error:
            if error.errno not in _CANNOT_LOCK:
                raise
            return
        else:
            return
