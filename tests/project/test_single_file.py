"""The launcher of the single file, built around a small program of the system instead of PyInstaller's loader."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PyInstaller.archive.writers import CArchiveWriter  # type: ignore[import-untyped]  # it ships no types

from tools.release import single_file

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a launcher"),
    pytest.mark.skipif(shutil.which("gcc") is None, reason="there is no C compiler here"),
]

SECONDS = 30


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package of one small file, one of two blocks in a folder, and a module, which is not unpacked."""
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(b"x")
    large.write_bytes(bytes(4097))
    package = tmp_path / "made.pkg"
    entries = [
        ("small", str(small), True, "x"),
        ("folder/large", str(large), True, "b"),
        ("PYZ", str(large), False, "z"),
    ]
    CArchiveWriter(str(package), entries, pylib_name="none")
    return package


def joined(program: str, package: Path, folder: Path) -> Path:
    """Make a single file that starts this program of the system."""
    folder.mkdir()
    loader, packed = folder / "loader", folder / "loader.pkg"
    shutil.copyfile(str(shutil.which(program)), loader)
    shutil.copyfile(package, packed)
    single_file.join(loader, packed, folder / "single", folder / "work")
    assert not loader.exists()
    assert not packed.exists()
    return folder / "single"


def run(file: Path, *arguments: str | bytes, **environment: str) -> bytes:
    """Run a single file to its end, until nobody holds its standard output any more."""
    return subprocess.run([file, *arguments], env=environment, check=True, capture_output=True, timeout=SECONDS).stdout


def test_a_package_needs_whole_blocks_for_what_is_unpacked_and_for_its_folders(package: Path) -> None:
    need = single_file.needed(package)
    assert need.files == 2 + 2
    assert need.bytes == (1 + 2 + 2) * 4096 + 4 * 1024 * 1024


def test_the_loader_gets_a_folder_of_its_own_and_the_former_one_to_give_back(package: Path, tmp_path: Path) -> None:
    file = joined("env", package, tmp_path / "made")
    told = dict(line.partition("=")[::2] for line in run(file, TMPDIR=str(tmp_path)).decode().splitlines())
    assert Path(told.pop("TMPDIR")).parent == tmp_path
    assert int(told.pop("EVOLVE_LAUNCHER_PIPE")) > 2
    assert told == {"EVOLVE_FORMER_TMPDIR": str(tmp_path)}


def test_the_loader_finds_the_single_file_as_its_package(package: Path, tmp_path: Path) -> None:
    file = joined("sh", package, tmp_path / "made")
    ask = 'readlink /proc/$$/exe "$TMPDIR/evolve-desktop.pkg"; echo "$TMPDIR"'
    program, link, folder = run(file, "-c", ask).decode().splitlines()
    assert (program, link) == (f"{folder}/evolve-desktop", str(file))


def test_arguments_pass_byte_by_byte(package: Path, tmp_path: Path) -> None:
    odd = [b"caf\xe9", b"", b" %s $HOME\n'*'"]
    assert run(joined("printf", package, tmp_path / "made"), "[%s]", *odd) == b"".join(b"[%b]" % one for one in odd)


def test_two_builds_give_the_same_bytes(package: Path, tmp_path: Path) -> None:
    one, other = (joined("true", package, tmp_path / name).read_bytes() for name in ("one", "the other"))
    assert one == other
    assert one.endswith(package.read_bytes())


def test_without_a_compiler_the_build_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SystemExit, match=r"^gcc is not there\. On Debian: apt install gcc libc6-dev$"):
        single_file.require_compiler()
