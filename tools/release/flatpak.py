"""Writes the manifest of the Flatpak beside the downloads: python -m tools.release.flatpak DIST.

It packs the archive of the release as it is, by its checksum. `flatpak-builder` makes the Flatpak of it.
"""

import hashlib
import sys
from pathlib import Path

from tools.release import linux_files

_NAME = "org.evolve_desktop.evolve.json"


def write(dist: Path) -> Path:
    """Write dist/release/org.evolve_desktop.evolve.json for the archive there, and return its path."""
    (archive,) = (dist / "release").glob("*.tar.xz")
    form = linux_files.ROOT / "packaging" / "flatpak" / f"{_NAME}.in"
    told = {"ARCHIVE": archive.name, "SHA256": hashlib.sha256(archive.read_bytes()).hexdigest()}
    target = dist / "release" / _NAME
    target.write_text(linux_files.filled(form, **told), encoding="utf-8")
    return target


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
