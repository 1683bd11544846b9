"""Packs the folder for other Linux systems and writes the checksums: python -m tools.release.archive DIST."""

import hashlib
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from evolve_desktop import __version__
from tools.release import debian, flatpak, linux_files, sbom

_NAME = "evolve-desktop"


def pack(dist: Path) -> Path:
    """Write dist/release/evolve-desktop-VERSION-SYSTEM.tar.xz: the folder, launcher, icons and manual page."""
    name = f"{_NAME}-{__version__}-linux-{platform.machine()}"
    target = linux_files.handed_out(dist) / f"{name}.tar.xz"
    order = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--format=gnu"]
    packing = ["tar", *order, "--use-compress-program=xz -6 --threads=2", "--create", f"--file={target}", name]
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / name
        linux_files.copy_folder(dist, tree)
        linux_files.share(tree / "share")
        linux_files.settle(tree)
        subprocess.run(packing, cwd=place, check=True)
    return target


def sums(files: list[Path], target: Path) -> None:
    """Write the SHA-256 checksums of the files in the format of `sha256sum --check`."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in sorted(files)]
    target.write_text("\n".join(lines) + "\n", encoding="ascii")


def release(dist: Path) -> None:
    """Make every download for Linux, in dist/release/."""
    out = linux_files.handed_out(dist)
    single = shutil.copy2(dist / _NAME, out / f"{_NAME}-{__version__}-linux-{platform.machine()}")
    listed = shutil.copy2(dist / "manifest.txt", out)
    packed = pack(dist)  # the Flatpak is made of it
    files = [packed, flatpak.write(dist), debian.build(dist), sbom.write(dist), Path(single), Path(listed)]
    sums(files, out / "SHA256SUMS")


if __name__ == "__main__":
    release(Path(sys.argv[1]).absolute())
