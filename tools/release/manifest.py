"""Lists every bundled file, for reading, for comparing two builds, and for the test of the expected list."""

import hashlib
from pathlib import Path


def write(dist: Path, modules: list[str]) -> None:
    """Write dist/manifest.txt: files of dist/evolve/ with size and checksum, links, and the Python modules inside."""
    folder = dist / "evolve"
    lines = [_line(folder, file) for file in sorted(folder.rglob("*")) if file.is_symlink() or file.is_file()]
    lines += [f"module {name}" for name in sorted(modules)]
    (dist / "manifest.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(folder: Path, file: Path) -> str:
    place = file.relative_to(folder).as_posix()
    if file.is_symlink():
        return f"link {place} -> {file.readlink().as_posix()}"
    content = file.read_bytes()
    return f"file {place} {len(content)} {hashlib.sha256(content).hexdigest()}"
