"""The one file that holds the check-ins: written safely, and never over somebody else's changes."""

import errno
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.vault import names


class VaultFile:
    """Reads and replaces the file, and knows what it should hold; OSError where the system refuses."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read or made yet."""
        self.folder = folder
        self.path = folder / names.MAIN
        self.previous = folder / names.PREVIOUS
        self._ours: tuple[bytes, ...] = ()

    @property
    def exists(self) -> bool:
        """Whether there is such a file; OSError where that cannot be told."""
        try:
            self.path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def expect(self, data: bytes) -> None:
        """Take note that this is what the file should hold from now on."""
        self._ours = (data,)

    @property
    def is_ours(self) -> bool:
        """Whether the file still holds what we expect; OSError where it is gone or cannot be read."""
        if not self.exists:
            raise OSError(errno.ENOENT, "the file is gone from its folder")
        found = [data for data in self._ours if files.holds(self.path, data)]
        self._ours = tuple(found[:1]) or self._ours  # what was tried in vain is not kept for ever
        return bool(found)

    def write(self, data: bytes, *, keep_previous: bool = True) -> None:
        """Put the data in the file's place; it is on the disk when this returns, and the file before it is `.prev`.

        Whatever fails, and whenever the power goes: the file is the old one or the new one, and whole.
        """
        beside = self.path.with_name(names.MAIN + names.BEING_WRITTEN)
        files.remove(beside)
        files.write(beside, data)
        self._ours += (data,)  # from here on it may stand there, even where we hear of a failure
        with files.removed_if_it_fails(beside):
            if keep_previous and self.exists:
                files.also_call(self.path, self.previous)
            files.replace(beside, self.path)
        files.sync_folder(self.folder)
        self._ours = (data,)
