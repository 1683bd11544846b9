"""Takes from libraries of Linux the folders of the build machine in which they would look for others: their RUNPATH."""

import re
import shutil
import subprocess
from pathlib import Path

from tools.release.bundle import Entry

_RUNPATH = re.compile(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]")
_LIBRARIES = {"BINARY", "EXTENSION"}
_BESIDE = "$ORIGIN"  # a place beside the library itself, wherever that is


def without_the_builders(entry: Entry, work: Path) -> Entry:
    """Return the entry; if its file names folders of this machine, with a copy in the folder `work` that does not."""
    place, source, kind = entry
    if kind not in _LIBRARIES:
        return entry
    found = _folders(Path(source))
    beside = [folder for folder in found if folder.startswith(_BESIDE)]
    if beside == found:
        return entry
    copy = work / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, copy)
    _patch(["--set-rpath", ":".join(beside)] if beside else ["--remove-rpath"], copy)
    return (place, str(copy), kind)


def _folders(library: Path) -> list[str]:
    told = subprocess.run(
        ["readelf", "--dynamic", str(library)],  # noqa: S607  (binutils)
        capture_output=True,
        text=True,
        check=True,
    )
    return [folder for folders in _RUNPATH.findall(told.stdout) for folder in folders.split(":") if folder]


def _patch(change: list[str], library: Path) -> None:
    patchelf = shutil.which("patchelf")
    if patchelf is None:
        raise SystemExit(
            f"{library.name} names folders of this computer, and patchelf, which takes them out, is not there. "
            "On Debian: apt install patchelf"
        )
    subprocess.run([patchelf, *change, str(library)], check=True)
