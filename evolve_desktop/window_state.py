"""One small file that remembers how the window looks, and no word of the person's."""

import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from evolve_desktop import files
from evolve_desktop.settings import LOCK_AFTER, Settings

FILE_NAME = "evolve-window.json"
MAX_BYTES = 4096

Pixels = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Name = Annotated[str, msgspec.Meta(max_length=200)]


class WindowState(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the window was left; a width or height of 0 means that no size is remembered.

    `article` is the article's share of the width, 0 for the default. Only while autosave is on are these set too: the
    `tab`, the article's `section` at the top of the view, and the share of that section that was `read`.
    """

    version: Literal[1] = 1
    settings: Settings = Settings()
    width: Pixels = 0
    height: Pixels = 0
    maximized: bool = False
    article: Share = 0.0
    tab: Name = msgspec.field(default="", name="room")  # the name in the files of every version
    section: Name = ""
    read: Share = 0.0


class WindowStateFile:
    """Reads and writes the file at a path; without a path nothing is remembered.

    `found` is the state that the file held. `is_foreign` says that the file cannot be read: it is treated as someone
    else's and is not overwritten without the person's word.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self.found: WindowState | None = None
        self.is_foreign = False
        if path is not None:
            self._read(path)

    def write(self, state: WindowState) -> bool:
        """Replace the file, completely or not at all; return False if the system refuses."""
        if self._path is None:
            return False
        unfinished = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")  # another window has its own
        try:
            files.make_folder(self._path.parent)
            files.require_writable(self._path.parent, self._path)
            files.write_via(unfinished, self._path, msgspec.json.encode(state))
        except OSError:
            return False
        return True

    def remove(self) -> bool:
        """Remove the file; return False if the system refuses."""
        if self._path is None:
            return True
        try:
            self._path.unlink(missing_ok=True)
            for unfinished in self._path.parent.glob(f"{self._path.name}.*.new"):
                unfinished.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _read(self, path: Path) -> None:
        try:
            data = files.read(path, MAX_BYTES)
            self.found = _parse(data) if data.strip(b"\0") else None  # a power cut leaves it empty
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
            self.is_foreign = True


def _parse(data: bytes) -> WindowState:
    """Return the state; raises ValueError or MsgspecError if the data are too long or have another form."""
    if len(data) > MAX_BYTES:
        raise ValueError("the file is too large")
    state = msgspec.json.decode(data, type=WindowState)
    if state.settings.lock_after not in LOCK_AFTER:
        raise ValueError("lock_after is not one of the allowed values")
    return state
