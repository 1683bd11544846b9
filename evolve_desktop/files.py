"""Reads of ordinary files up to a limit, and private writes that are complete and on the disk, or leave no trace."""

import contextlib
import errno
import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from evolve_desktop.errors import RefusedError, Sentence

if sys.platform != "win32":  # pragma: no branch  (Windows has no such module)
    import fcntl

WINDOWS = sys.platform == "win32"
FLAGS = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC"))
NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag
PRIVATE = 0o600
_BY_THE_RULES = 0o666
_RULES = "system.posix_acl_default"
TRIES = 40
PAUSE_S = 0.05
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # to open a pipe must not block the app
_BLOCK = 64 * 1024
_CANNOT_LINK = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
_NOT_ORDINARY = {errno.ELOOP, errno.ENXIO}  # how the system refuses to open a link (with NO_LINK) or a socket


class NotOrdinaryFileError(OSError):
    """The path is a folder, link, pipe, socket or device."""


_REASONS: dict[str, str] = {
    sentence: sentence
    for sentence in (
        Sentence("Device or resource busy"),
        Sentence("Disk quota exceeded"),
        Sentence("File exists"),
        Sentence("File name too long"),
        Sentence("File too large"),
        Sentence("Input/output error"),
        Sentence("Is a directory"),
        Sentence("Invalid argument"),
        Sentence("No space left on device"),
        Sentence("No such device"),
        Sentence("No such file or directory"),
        Sentence("Not a directory"),
        Sentence("Operation not permitted"),
        Sentence("Permission denied"),
        Sentence("Read-only file system"),
        Sentence("Stale file handle"),
        Sentence("Too many levels of symbolic links"),
        Sentence("Too many open files"),
        Sentence("Transport endpoint is not connected"),
    )
}
"""What the system says most often, so that it can be said in the window's language."""


def reason_of(error: OSError) -> str:
    """Return the system's reason in its own words; those that are known can be said in another language."""
    reason = error.strerror or type(error).__name__
    return _REASONS.get(reason, reason)


@contextlib.contextmanager
def as_refused_error(what_failed: str, what_to_do: str) -> Iterator[None]:
    """Turn an OSError into a RefusedError whose sentence says what failed, the system's reason and what to do."""
    try:
        yield
    except OSError as error:
        cause = error.with_traceback(None)  # it leads back to itself from Python 3.12 on, and holds what was written
        raise RefusedError(
            "{what_failed}: {reason}. {what_to_do}",
            reason_of(error),
            what_failed=what_failed,
            what_to_do=what_to_do,
        ) from cause


def read(path: Path, limit: int, *, follow_links: bool = False) -> bytes:
    """Return an ordinary file's bytes, at most `limit` + 1: one more than the limit means that the file is too large.

    Raises FileNotFoundError if there is no file, NotOrdinaryFileError, or the system's own OSError.
    """
    with _ordinary(path, follow_links=follow_links) as file:
        return file.read(min(os.fstat(file.fileno()).st_size, limit) + 1)


def decode_text(data: bytes) -> str:
    """Return the text of a file as any editor saves it: UTF-8 or UTF-16, with or without a byte-order mark.

    Every line ends with a line feed. Raises UnicodeDecodeError if the bytes are no such text.
    """
    return data.decode(json.detect_encoding(data)).replace("\r\n", "\n").replace("\r", "\n")


def has_content(path: Path, data: bytes) -> bool:
    """Whether an ordinary file holds exactly these bytes; reads no further than the first difference."""
    place = 0
    with _ordinary(path) as file:
        while block := file.read(_BLOCK):
            if not data.startswith(block, place):
                return False
            place += len(block)
    return place == len(data)


def write_new(path: Path, data: bytes, *, mode: int = PRIVATE) -> None:
    """Write a new private file, sync it and read it back; a failure leaves no file behind."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | FLAGS | NO_LINK, mode)
    with os.fdopen(descriptor, "wb") as file, removed_on_failure(path):
        file.write(data)
        file.flush()
        sync(descriptor)
        if hasattr(os, "posix_fadvise"):  # drop it from the cache, so that reading back asks the disk
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        if not has_content(path, data):
            raise OSError(errno.EIO, Sentence("what was written cannot be read back"))


def write_atomically(path: Path, data: bytes) -> None:
    """Write a private file where the person said, through a link too; an older file stays until the new one is done.

    In a folder with rules for who may read new files (a default ACL: a shared folder), these rules hold.
    """
    path = Path(os.path.realpath(path))
    if path.is_symlink() or (path.exists() and not path.is_file()):  # still a link: it leads round in a circle
        raise NotOrdinaryFileError(errno.EINVAL, Sentence("{name} is not an ordinary file", name=path.name))
    require_writable(path.parent, path)
    start = path.name[:50]  # a name may have 255 bytes, and a character up to four
    write_via(path.with_name(f"{start}.{os.urandom(4).hex()}.unfinished"), path, data, mode=_mode_in(path.parent))


def write_via(unfinished: Path, path: Path, data: bytes, *, mode: int = PRIVATE) -> None:
    """Write the file under the first name, then rename it to the second; replaces whatever had these names."""
    remove(unfinished)
    write_new(unfinished, data, mode=mode)
    with removed_on_failure(unfinished):
        replace(unfinished, path)
    sync_folder(path.parent)


def sync(descriptor: int) -> None:
    """Return once the file is on the disk; macOS needs more than fsync for that."""
    full_sync = None if WINDOWS else getattr(fcntl, "F_FULLFSYNC", None)
    if full_sync is None:
        os.fsync(descriptor)
    else:
        fcntl.fcntl(descriptor, full_sync)


def sync_folder(folder: Path) -> None:
    """Return once the folder's names are on the disk; Windows has no such call and does not need it."""
    if WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY | FLAGS)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network folders cannot be synced
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a private folder and its parents unless they exist, and sync them."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700)
    sync_folder(folder.parent)


def replace(source: Path, target: Path) -> None:
    """Rename a file in one step; on Windows, retry while an indexer has the old one open."""
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
    """Give a file a second name, replacing `target`; write a copy if the disk has no hard links."""
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
        remove(beside)  # if both names were the same file already, a rename does nothing


def copy(source: Path, target: Path) -> None:
    """Write a file a second time, so that damage to one does not damage the other."""
    beside = target.with_name(target.name + ".new")
    remove(beside)
    write_new(beside, source.read_bytes())
    with removed_on_failure(beside):
        copy_time(source, beside)
        replace(beside, target)


def copy_time(source: Path, target: Path) -> None:
    """Give the second file the times of the first."""
    then = source.stat()
    os.utime(target, ns=(then.st_atime_ns, then.st_mtime_ns))


def remove(path: Path) -> None:
    """Remove a file if possible; ignores every OSError, since the next step fails if the file is in its way."""
    with contextlib.suppress(OSError):
        path.unlink()


@contextlib.contextmanager
def removed_on_failure(path: Path) -> Iterator[None]:
    """Remove the file if the system refuses a step inside the `with`."""
    try:
        yield
    except OSError:
        remove(path)
        raise


def require_writable(folder: Path, path: Path) -> None:
    """Raise PermissionError if folder or file are marked read-only, although a rename could get round the mark."""
    for place in (folder, path):
        if not place.exists():
            continue
        marked = not place.stat().st_mode & stat.S_IWUSR and not (WINDOWS and place == folder)
        if marked or not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, Sentence("{name} is read-only", name=place.name))


def _mode_in(folder: Path) -> int:
    """Return the mode to ask for there: the system takes from it all that the folder's own rules do not grant."""
    attributes: list[str] = []
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # not every disk has attributes
            attributes = os.listxattr(folder)
    return _BY_THE_RULES if _RULES in attributes else PRIVATE


@contextlib.contextmanager
def _ordinary(path: Path, *, follow_links: bool = False) -> Iterator[BinaryIO]:
    """Open an ordinary file for reading. It is opened first and checked then: nothing can be put in between."""
    try:
        descriptor = os.open(path, os.O_RDONLY | FLAGS | _NO_WAIT | (0 if follow_links else NO_LINK))
    except OSError as error:
        if error.errno in _NOT_ORDINARY:
            raise NotOrdinaryFileError(error.errno, error.strerror) from error
        raise
    try:
        is_link = not NO_LINK and not follow_links and path.is_symlink()
        _require_ordinary(os.fstat(descriptor).st_mode, is_link=is_link)
    except OSError:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as file:
        yield file


def _require_ordinary(mode: int, *, is_link: bool) -> None:
    if stat.S_ISDIR(mode):
        raise NotOrdinaryFileError(errno.EISDIR, os.strerror(errno.EISDIR))
    if is_link or not stat.S_ISREG(mode):
        raise NotOrdinaryFileError(errno.EINVAL, Sentence("it is not an ordinary file"))
