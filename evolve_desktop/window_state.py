"""What the window remembers of itself in one small file: how it looks, and never a word of the person's."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from evolve_desktop.settings import LOCK_AFTER, Settings

FILE_NAME = "evolve-window.json"
MAX_BYTES = 4096
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_READING = os.O_RDONLY | _NO_LINK | sum(getattr(os, name, 0) for name in ("O_BINARY", "O_CLOEXEC", "O_NONBLOCK"))
_PRIVATE, _PRIVATE_FOLDER = 0o600, 0o700

Pixels = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Name = Annotated[str, msgspec.Meta(max_length=200)]


class WindowState(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the window was left; no width or height means that no size is remembered.

    `article` is the article's share of the width, 0 for the usual one. Only while something is kept there are also the
    `room`, the `section` of the article at the top, and the share of it that was `read`.
    """

    version: Literal[1] = 1
    settings: Settings = Settings()
    width: Pixels = 0
    height: Pixels = 0
    maximized: bool = False
    article: Share = 0.0
    room: Name = ""
    section: Name = ""
    read: Share = 0.0


class WindowStateFile:
    """The file at a path, or none: then nothing is remembered. A file that cannot be read counts as nobody's of ours.

    `found` is what stood in it, and `is_foreign` says that something else stands there, which is best left alone.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the file, where there is one."""
        self._path = path
        self.found: WindowState | None = None
        self.is_foreign = False
        if path is not None:
            self._read(path)

    def write(self, remembered: WindowState) -> bool:
        """Put this in the file's place, whole or not at all; return False where the system refuses."""
        if self._path is None:
            return False
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")  # another window has its own
        try:
            self._path.parent.mkdir(_PRIVATE_FOLDER, parents=True, exist_ok=True)
            _require_writable(self._path)
            beside.unlink(missing_ok=True)
            _write_new(beside, msgspec.json.encode(remembered))
            beside.replace(self._path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            return False
        return True

    def remove(self) -> bool:
        """Remove the file; return False where the system refuses."""
        if self._path is None:
            return True
        try:
            self._path.unlink(missing_ok=True)
            for left_over in self._path.parent.glob(f"{self._path.name}.*.new"):
                left_over.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _read(self, path: Path) -> None:
        try:
            data = _bytes_of(path)
            self.found = _understood(data) if data.strip(b"\0") else None  # a power cut leaves it empty
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
            self.is_foreign = True


def _bytes_of(path: Path) -> bytes:
    """Return what is in a small ordinary file; OSError or ValueError for anything else."""
    with os.fdopen(os.open(path, _READING), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ValueError("it is not an ordinary file")
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValueError("it is too large")
    return data


def _understood(data: bytes) -> WindowState:
    """Return what the data say; ValueError or MsgspecError where that is nothing we know."""
    remembered = msgspec.json.decode(data, type=WindowState)
    if remembered.settings.lock_after not in LOCK_AFTER:
        raise ValueError("nothing rests so long")
    return remembered


def _require_writable(path: Path) -> None:
    """Raise PermissionError where the file is marked read-only, although a rename could get round it."""
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(path)


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, for the person's eyes only, and wait until it is on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _PRIVATE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
