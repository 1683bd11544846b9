"""A pack that ships with the app as one quick file: the build makes it, and it counts while it fits its sources."""

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from evolve_desktop import files
from evolve_desktop.content.pack import Pack

if TYPE_CHECKING:
    from evolve_desktop.content.window_words import WindowWords

_SOURCES = ("pack.toml", "article.md", "checklist.toml", "red_flags.toml", "help_lines.toml", "guide.toml")
_MAX_BYTES = 1_000_000
_SUM_BYTES = 4


def compiled(pack: Pack, folder: Path) -> bytes:
    """Return the pack that was read from a folder as MessagePack, behind the checksum of the folder's files."""
    return _checksum(folder) + msgspec.msgpack.encode(pack)


def read_compiled(file: Path, folder: Path) -> Pack | None:
    """Return the pack of a folder from its compiled file, or None if that was made of other files or is damaged.

    Each field is checked by its type, as in the files themselves.
    """
    try:
        data = files.read(file, _MAX_BYTES)
        if data[:_SUM_BYTES] == _checksum(folder):
            return msgspec.msgpack.decode(memoryview(data)[_SUM_BYTES:], type=Pack)
    except (OSError, msgspec.MsgspecError):
        pass
    return None


def load_quickly(folder: Path, copy: Path | None) -> Pack:
    """Return the pack in a folder, from its compiled copy if that fits; raises ContentError if the pack has faults."""
    if copy and (pack := read_compiled(copy, folder)):
        return pack
    from evolve_desktop.content.loader import load_pack  # noqa: PLC0415  (with a copy, nothing of it is needed)

    return load_pack(folder)


def load_words_late(folder: Path, language: str) -> "WindowWords | None":
    """Return the window's words of a pack that does not ship; raises ContentError if they have faults."""
    from evolve_desktop.content.loader import load_window_words  # noqa: PLC0415  (see above)

    return load_window_words(folder, language)


def _checksum(folder: Path) -> bytes:
    """Return the checksum of a pack's files, each with its name and length; raises OSError if one cannot be read.

    It tells of a change and need not withstand a forger, who could write the compiled file as well. `hashlib` would
    load OpenSSL.
    """
    value = 0
    for name in _SOURCES:
        data = files.read(folder / name, _MAX_BYTES)
        value = zlib.crc32(data, zlib.crc32(f"{name} {len(data)}\n".encode(), value))
    return value.to_bytes(_SUM_BYTES, "big")
