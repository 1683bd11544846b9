"""Makes the single file of Linux: a launcher that holds PyInstaller's loader, and behind it the packed app."""

import shutil
import subprocess
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]  # it ships no types

_SOURCES = Path(__file__).parents[2] / "packaging" / "linux" / "launcher"
_COMPILE = ("gcc", "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-s", "-Wl,--build-id=none")
_UNPACKED = set("bxZn")  # PyInstaller's letters for binaries, data, archives and links
_BLOCK = 4096  # what a disk gives to the smallest file
_MARGIN = 4 * 1024 * 1024  # for what the disk itself writes down about the files


class Need(NamedTuple):
    """What the app takes unpacked."""

    bytes: int
    files: int


def require_compiler() -> None:
    """End the build with a sentence if there is no C compiler."""
    if shutil.which("gcc") is None:
        raise SystemExit("gcc is not there. On Debian: apt install gcc libc6-dev")


def join(loader: Path, package: Path, target: Path, work: Path) -> None:
    """Write the single file from PyInstaller's loader and package, and remove these two."""
    launcher = compiled(loader, needed(package), work)
    target.unlink(missing_ok=True)  # it may be running
    with target.open("wb") as single:
        for part in (launcher, package):
            with part.open("rb") as opened:
                shutil.copyfileobj(opened, single)
    target.chmod(0o755)
    loader.unlink()
    package.unlink()


def needed(package: Path) -> Need:
    """Return what the files of a package take on a disk, with their folders."""
    sizes = {
        name: size for name, (_, _, size, _, kind) in CArchiveReader(str(package)).toc.items() if kind in _UNPACKED
    }
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
