"""Makes the single file of Linux: a launcher that holds PyInstaller's loader, Typst's library, and the packed app."""

import hashlib
import shutil
import subprocess
import zlib
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec
from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]  # it ships no types

from evolve_desktop.packed_library import LISTED, PackedLibrary
from tools.release.bundle import Entry

_SOURCES = Path(__file__).parents[2] / "packaging" / "linux" / "launcher"
_COMPILE = ("gcc", "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-s", "-Wl,--build-id=none")
_UNPACKED = set("bxZn")  # PyInstaller's letters for binaries, data, archives and links
_BLOCK = 4096  # what a disk gives to the smallest file
_MARGIN = 4 * 1024 * 1024  # for what the disk itself writes down about the files


class Library(NamedTuple):
    """A library that is unpacked when it is needed: compressed, and the list that stands among the app's data."""

    packed: Path
    listed: Path


class Need(NamedTuple):
    """What the app takes unpacked."""

    bytes: int
    files: int


def require_compiler() -> None:
    """End the build with a sentence if there is no C compiler."""
    if shutil.which("gcc") is None:
        raise SystemExit("gcc is not there. On Debian: apt install gcc libc6-dev")


def set_apart(binaries: list[Entry], start: str) -> tuple[str, list[Entry]]:
    """Return the place of the one library whose place starts so, and the other binaries."""
    ((place, _, _),) = [entry for entry in binaries if entry[0].startswith(start)]
    return place, [entry for entry in binaries if entry[0] != place]


def packed(folder: Path, place: str, work: Path) -> Library:
    """Compress the library at this place of the built folder."""
    content = (folder / place).read_bytes()
    work.mkdir(parents=True, exist_ok=True)
    library = Library(work / "library", work / LISTED)
    library.packed.write_bytes(zlib.compress(content, level=9))
    record = PackedLibrary(
        place=place,
        size=len(content),
        packed=library.packed.stat().st_size,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    library.listed.write_bytes(msgspec.json.encode(record))
    return library


def join(loader: Path, package: Path, target: Path, work: Path, library: Library | None = None) -> None:
    """Write the single file from PyInstaller's loader and package, with the library between, and remove these two."""
    launcher = compiled(loader, needed(package), work)
    target.unlink(missing_ok=True)  # it may be running
    with target.open("wb") as single:
        for part in (launcher, *([library.packed] if library else []), package):
            with part.open("rb") as opened:
                shutil.copyfileobj(opened, single)
    target.chmod(0o755)
    loader.unlink()
    package.unlink()


def needed(package: Path) -> Need:
    """Return what the files of a package take on a disk, with their folders, and with the library listed in it."""
    archive = CArchiveReader(str(package))
    sizes = {name: size for name, (_, _, size, _, kind) in archive.toc.items() if kind in _UNPACKED}
    if LISTED in sizes:
        library = msgspec.json.decode(archive.extract(LISTED), type=PackedLibrary)
        sizes[library.place] = library.size
    folders = {folder for name in sizes for folder in PurePosixPath(name).parents}
    blocks = sum(-(-size // _BLOCK) for size in sizes.values()) + len(folders)
    return Need(blocks * _BLOCK + _MARGIN, len(sizes) + len(folders))


def compiled(loader: Path, need: Need, work: Path) -> Path:
    """Compile the launcher in the folder `work`, with the loader inside, and return its path."""
    require_compiler()
    work.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(loader, work / "loader")  # the source names it so, and no path of this computer gets into the file
    sizes = [f"-DNEEDED_BYTES={need.bytes}ULL", f"-DNEEDED_FILES={need.files}"]
    sources = sorted(str(source) for source in _SOURCES.glob("*.c"))
    subprocess.run([*_COMPILE, *sizes, *sources, "-o", "launcher"], cwd=work, check=True)
    return work / "launcher"
