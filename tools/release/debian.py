"""Makes the Debian package of the built folder: python -m tools.release.debian DIST."""

import gzip
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from evolve_desktop import __version__
from tools.release import linux_files
from tools.release.debian_changelog import debian_changelog

_FORMS = linux_files.ROOT / "packaging" / "debian"
_CONTROL = _FORMS / "control.in"
_NAME = "evolve-desktop"


def build(dist: Path, *, packing: tuple[str, ...] = ("-Zxz", "-z6")) -> Path:
    """Write dist/release/evolve-desktop_VERSION_ARCHITECTURE.deb and return its path; `packing` is for dpkg-deb."""
    architecture = _output("dpkg", "--print-architecture").strip()
    made = linux_files.handed_out(dist) / f"{_NAME}_{__version__}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place)
        _install(dist, tree / "usr")
        _describe(tree, architecture)
        linux_files.settle(tree)
        _output("dpkg-deb", "--root-owner-group", *packing, "--build", place, str(made))
    return made


def _describe(tree: Path, architecture: str) -> None:
    size = sum(file.lstat().st_size for file in tree.rglob("*")) // 1024
    more = {"ARCHITECTURE": architecture, "SIZE": str(size), "LIBC": _libc(tree)}
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(linux_files.filled(_CONTROL, **more), encoding="utf-8")


def _install(dist: Path, usr: Path) -> None:
    linux_files.copy_folder(dist, usr / "lib" / _NAME)
    (usr / "bin").mkdir()
    (usr / "bin" / _NAME).symlink_to(f"../lib/{_NAME}/{_NAME}")
    linux_files.share(usr / "share")
    for page in sorted((usr / "share" / "man").rglob(f"{_NAME}.1")):
        _pack(page)
    _papers(usr / "share" / "doc" / _NAME)
    overrides = usr / "share" / "lintian" / "overrides" / _NAME
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(_FORMS / "lintian-overrides", overrides)


def _papers(folder: Path) -> None:
    """Write what Debian asks of every package: its licences and its changes."""
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(linux_files.filled(_FORMS / "copyright", LICENSE=_licence()), encoding="utf-8")
    shutil.copyfile(linux_files.ROOT / "NOTICE", folder / "NOTICE")
    changes = debian_changelog(
        (linux_files.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        package=_NAME,
        maintainer=_maintainer(),
        now=linux_files.moment(),
    )
    (folder / "changelog").write_text(changes, encoding="utf-8")
    for name in ("NOTICE", "changelog"):
        _pack(folder / name)


def _licence() -> str:
    """Return our licence from its first condition on, indented as in a Debian copyright file."""
    text = (linux_files.ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    return "\n".join(f" {line}" if line else " ." for line in text[text.index("Permission") :].splitlines())


def _maintainer() -> str:
    found = re.search(r"^Maintainer: (.+)$", _CONTROL.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(_CONTROL)
    return found[1]


def _pack(file: Path) -> None:
    packed = gzip.compress(file.read_bytes(), compresslevel=9, mtime=0)
    file.with_name(f"{file.name}.gz").write_bytes(packed)
    file.unlink()


def _libc(tree: Path) -> str:
    """Return the newest version of glibc that a file in the package needs."""
    files = [str(file) for file in tree.rglob("*") if file.is_file() and not file.is_symlink() and _is_elf(file)]
    asked = re.findall(r"GLIBC_(\d+)\.(\d+)", _output("readelf", "--version-info", *files))
    return ".".join(map(str, max((int(major), int(minor)) for major, minor in asked)))


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    if platform.system() != "Linux":
        sys.exit("A Debian package is made on Debian.")
    print(build(Path(sys.argv[1])))
