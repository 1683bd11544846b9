"""Unpacks the library that lays out pages when the first is wanted: the single file of Linux carries it compressed."""

import hashlib
import importlib
import os
import struct
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from evolve_desktop import files
from evolve_desktop.errors import PageError

LISTED = "packed.json"
_COOKIE = struct.Struct("!8sI")  # how PyInstaller's package ends: a mark, its whole length, and more
_COOKIE_BYTES = 88
_STEP = 1024 * 1024


class PackedLibrary(msgspec.Struct, frozen=True):
    """A library: its place in the unpacked app, its sizes before and after compression, and its checksum."""

    place: str
    size: int
    packed: int
    sha256: str


def provide() -> None:
    """Put the library where Python looks for it, if this is the single file; raises PageError if that fails."""
    inside = getattr(sys, "_MEIPASS", None)
    if inside is not None and Path(inside, LISTED).exists():
        unpack(Path(inside), Path(f"{sys.executable}.pkg"))
        importlib.invalidate_caches()


def unpack(inside: Path, file: Path) -> None:
    """Unpack from the single file the library that is listed in the unpacked app, unless it is there already."""
    library = msgspec.json.decode((inside / LISTED).read_bytes(), type=PackedLibrary)
    target = inside / library.place
    if target.exists():
        return
    unfinished = target.with_name(f"{target.name}.new")
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        is_whole = _unpack(library, file, unfinished)
        if is_whole:
            unfinished.replace(target)
    except FileNotFoundError:
        is_whole = False
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise PageError(
            "The page could not be laid out: {reason}. Your answers are still here. "
            "Please make room for temporary files, then try again.",
            reason=files.reason_of(error),
        ) from error
    if not is_whole:
        with suppress(OSError):
            unfinished.unlink()
        raise PageError(
            "The page could not be laid out, because the file of Evolve was moved or replaced. "
            "Your answers are still here. Please close Evolve and start it again."
        )


def _unpack(library: PackedLibrary, file: Path, target: Path) -> bool:
    """Write the library; return whether it has its checksum."""
    digest = hashlib.sha256()
    with file.open("rb") as single, target.open("xb") as written, suppress(zlib.error, struct.error):
        for part in _parts(single, library.packed):
            digest.update(part)
            written.write(part)
    return digest.hexdigest() == library.sha256


def _parts(single: BinaryIO, packed: int) -> Iterator[bytes]:
    """Yield the library bit by bit; it stands in the single file before PyInstaller's package, which is the end."""
    end = single.seek(0, os.SEEK_END)
    single.seek(max(0, end - _COOKIE_BYTES))
    _, package = _COOKIE.unpack(single.read(_COOKIE.size))
    single.seek(max(0, end - package - packed))
    unpacking = zlib.decompressobj()
    left = packed
    while left > 0 and (block := single.read(min(_STEP, left))):
        left -= len(block)
        yield unpacking.decompress(block)
    yield unpacking.flush()
