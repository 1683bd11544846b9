"""Single files, read and written so that what was written is on the disk, and not only in the system's memory."""

import contextlib
import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from evolve_desktop.errors import RefusedError

if sys.platform != "win32":  # pragma: no branch  (Windows has no such module)
    import fcntl

WINDOWS = sys.platform == "win32"
FLAGS = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC"))
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # a file is never a link; a folder may be one
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe in the file's place must not hold us up
_BLOCK = 16 * 1024
TRIES = 40
PAUSE_S = 0.05
_CANNOT_LINK = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}


@contextlib.contextmanager
def told(what_failed: str, what_to_do: str) -> Iterator[None]:
    """Turn a refusal of the system into a sentence: what failed, the system's reason, what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(f"{what_failed}: {reason}. {what_to_do}", reason) from error


def read(path: Path, limit: int) -> bytes:
    """Return what is in an ordinary file, one byte past the limit at most; OSError for a link, pipe or device."""
    with _ordinary(path) as file:
        return file.read(min(os.fstat(file.fileno()).st_size, limit) + 1)


def holds(path: Path, data: bytes) -> bool:
    """Whether exactly this is in an ordinary file, as far as it has to be read; OSError for a link, pipe or device."""
    place = 0
    with _ordinary(path) as file:
        while block := file.read(_BLOCK):
            if not data.startswith(block, place):
                return False
            place += len(block)
    return place == len(data)


def write(path: Path, data: bytes) -> None:
    """Write a new file for our eyes only, make it durable, and read it back; what fails leaves no file behind."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | FLAGS | _NO_LINK, 0o600)
    with os.fdopen(descriptor, "wb") as file, removed_if_it_fails(path):
        file.write(data)
        file.flush()
        sync(descriptor)
        if hasattr(os, "posix_fadvise"):  # forget it, so that reading back asks the disk
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        if not holds(path, data):
            raise OSError(errno.EIO, "what was written cannot be read back")


def put(path: Path, data: bytes) -> None:
    """Write a file where the person said, whole or not at all; what stood there stays until the new one is complete."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, f"{path.name} is not an ordinary file")
    require_writable(path.parent, path)
    write_via(path.with_name(f"{path.name}.{secrets.token_hex(4)}.unfinished"), path, data)


def write_via(beside: Path, path: Path, data: bytes) -> None:
    """Write the file under the first name, then give it the second, in the place of whatever had it."""
    write(beside, data)
    with removed_if_it_fails(beside):
        replace(beside, path)
    sync_folder(path.parent)


def sync(descriptor: int) -> None:
    """Return once the file is on the disk; macOS needs more than fsync for that."""
    full_sync = None if WINDOWS else getattr(fcntl, "F_FULLFSYNC", None)
    if full_sync is None:
        os.fsync(descriptor)
    else:
        fcntl.fcntl(descriptor, full_sync)


def sync_folder(folder: Path) -> None:
    """Return once the names in the folder are on the disk; Windows has no such call and does not need it."""
    if WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY | FLAGS)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network folders cannot be asked
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder for our eyes only where there is none, and make that durable too."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700)
    sync_folder(folder.parent)


def replace(source: Path, target: Path) -> None:
    """Give the file another name, in one step; on Windows again and again while an indexer looks at the old one."""
    left = TRIES if WINDOWS else 1
    while True:
        try:
            source.replace(target)
        except PermissionError:
            left -= 1
            if not left:
                raise
            time.sleep(PAUSE_S)
        else:
            return


def hardlink_or_copy(source: Path, target: Path) -> None:
    """Give the file a second name, in the place of whatever had it; a copy where the disk has one name a file."""
    beside = target.with_name(target.name + ".new")
    remove(beside)
    try:
        beside.hardlink_to(source)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        copy(source, target)
        return
    try:
        replace(beside, target)
    finally:
        remove(beside)  # also where both names were the same file already: then a rename does nothing


def copy(source: Path, target: Path) -> None:
    """Write the file a second time, so that damage to one is no damage to the other."""
    beside = target.with_name(target.name + ".new")
    remove(beside)
    write(beside, source.read_bytes())
    with removed_if_it_fails(beside):
        keep_time(source, beside)
        replace(beside, target)


def keep_time(source: Path, target: Path) -> None:
    """Give the second file the time at which the first was written."""
    then = source.stat()
    os.utime(target, ns=(then.st_atime_ns, then.st_mtime_ns))


def remove(path: Path) -> None:
    """Remove a file where it can be; OSError is left to whoever needs it gone."""
    with contextlib.suppress(OSError):
        path.unlink()


@contextlib.contextmanager
def removed_if_it_fails(path: Path) -> Iterator[None]:
    """Leave no file behind where the system refuses a step on its way."""
    try:
        yield
    except OSError:
        remove(path)
        raise


def require_writable(folder: Path, path: Path) -> None:
    """Raise PermissionError where folder or file are marked read-only, although a rename could get round it."""
    for place in (folder, path):
        if not place.exists():
            continue
        marked = not place.stat().st_mode & stat.S_IWUSR and not (WINDOWS and place == folder)
        if marked or not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, f"{place.name} is read-only")


@contextlib.contextmanager
def _ordinary(path: Path) -> Iterator[BinaryIO]:
    """Open an ordinary file to read it; OSError for a link, pipe or device."""
    with os.fdopen(os.open(path, os.O_RDONLY | FLAGS | _NO_LINK | _NO_WAIT), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is not an ordinary file")
        yield file
