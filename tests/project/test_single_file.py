"""The launcher of the single file, built around a small program of the system instead of PyInstaller's loader."""

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PyInstaller.archive.writers import CArchiveWriter  # type: ignore[import-untyped]  # it ships no types

from evolve_desktop import packed_library
from evolve_desktop.packed_library import LISTED
from tools.release import single_file
from tools.release.single_file import Library

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a launcher"),
    pytest.mark.skipif(shutil.which("gcc") is None, reason="there is no C compiler here"),
]

SECONDS = 30


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a package of one small file, one of two blocks in a folder, and a module, which is not unpacked."""
    folder = tmp_path_factory.mktemp("package")
    small, large = folder / "small", folder / "large"
    small.write_bytes(b"x")
    large.write_bytes(bytes(4097))
    package = folder / "made.pkg"
    entries = [
        ("small", str(small), True, "x"),
        ("folder/large", str(large), True, "b"),
        ("PYZ", str(large), False, "z"),
    ]
    CArchiveWriter(str(package), entries, pylib_name="none")
    return package


def joined(program: str, package: Path, folder: Path, library: Library | None = None) -> Path:
    """Make a single file that starts this program of the system."""
    folder.mkdir()
    loader, packed = folder / "loader", folder / "loader.pkg"
    shutil.copyfile(str(shutil.which(program)), loader)
    shutil.copyfile(package, packed)
    single_file.join(loader, packed, folder / "single", folder / "work", library)
    assert not loader.exists()
    assert not packed.exists()
    return folder / "single"


@pytest.fixture(scope="module")
def starts_env(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a single file that starts `env`: it tells what it was given, or becomes the program that it is told."""
    return joined("env", package, tmp_path_factory.mktemp("env") / "made")


def run(file: Path, *arguments: str | bytes, **environment: str) -> bytes:
    """Run a single file to its end, until nobody holds its standard output any more."""
    return subprocess.run([file, *arguments], env=environment, check=True, capture_output=True, timeout=SECONDS).stdout


def test_a_package_needs_whole_blocks_for_what_is_unpacked_and_for_its_folders(package: Path) -> None:
    need = single_file.needed(package)
    assert need.files == 2 + 2
    assert need.bytes == (1 + 2 + 2) * 4096 + 4 * 1024 * 1024


def test_a_library_that_is_set_apart_stands_before_the_package_and_comes_back_from_there(tmp_path: Path) -> None:
    content = bytes(range(256)) * 100
    (tmp_path / "folder" / "typst").mkdir(parents=True)
    (tmp_path / "folder" / "typst" / "library.so").write_bytes(content)
    binaries = [("typst/library.so", "/there/library.so", "BINARY"), ("other.so", "/there/other.so", "BINARY")]
    place, others = single_file.set_apart(binaries, "typst/")
    library = single_file.packed(tmp_path / "folder", place, tmp_path / "work")
    package = tmp_path / "made.pkg"
    CArchiveWriter(str(package), [(LISTED, str(library.listed), True, "x")], pylib_name="none")
    assert single_file.needed(package).bytes == (1 + 7 + 2) * 4096 + 4 * 1024 * 1024
    file = joined("true", package, tmp_path / "made", library)
    inside = tmp_path / "inside"
    inside.mkdir()
    shutil.copyfile(library.listed, inside / LISTED)
    packed_library.unpack(inside, file)
    assert others == binaries[1:]
    assert (inside / "typst" / "library.so").read_bytes() == content


def test_the_loader_gets_a_folder_of_its_own_and_the_former_one_to_give_back(starts_env: Path, tmp_path: Path) -> None:
    told = dict(line.partition("=")[::2] for line in run(starts_env, TMPDIR=str(tmp_path)).decode().splitlines())
    assert Path(told.pop("TMPDIR")).parent == tmp_path
    for name in ("EVOLVE_LAUNCHER_PIPE", "EVOLVE_LAUNCHER_LOCK"):
        assert int(told.pop(name)) > 2
    assert told == {"EVOLVE_FORMER_TMPDIR": str(tmp_path)}


def test_the_loader_finds_the_single_file_as_its_package(package: Path, tmp_path: Path) -> None:
    file = joined("sh", package, tmp_path / "made")
    ask = 'readlink /proc/$$/exe "$TMPDIR/evolve-desktop.pkg"; echo "$TMPDIR"'
    program, link, folder = run(file, "-c", ask).decode().splitlines()
    assert (program, link) == (f"{folder}/evolve-desktop", str(file))


def left(place: Path, name: str = "evolve-x7d2Qa", mode: int = 0o700, *, has_lock: bool = True) -> Path:
    """Make what a start leaves behind when everything was killed."""
    folder = place / name
    (folder / "_MEI").mkdir(parents=True)
    (folder / "_MEI" / "library").write_bytes(b"x")
    if has_lock:
        (folder / "in-use").touch()
    folder.chmod(mode)
    return folder


def test_what_an_earlier_start_left_behind_is_removed(starts_env: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    abandoned = [left(place), left(place, "evolve-abcdef")]
    run(starts_env, TMPDIR=str(place))
    assert not any(folder.exists() for folder in abandoned)


def test_nothing_else_is_removed(starts_env: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    other = [left(place, "evolve-shared", 0o755), left(place, "evolve-backups"), left(place, "others-x7d2Qa")]
    begun, used, away = left(place, has_lock=False), left(place, "evolve-inused"), left(tmp_path / "away")
    (place / "evolve-linked").symlink_to(away)
    with (used / "in-use").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run(starts_env, TMPDIR=str(place))
    assert all((folder / "_MEI" / "library").exists() for folder in (*other, begun, used, away))


def test_a_folder_in_use_is_locked_for_as_long_as_the_app_runs(starts_env: Path, tmp_path: Path) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([starts_env, "cat"], env={"TMPDIR": str(tmp_path)}, stdin=pipe, stdout=pipe) as started:
        assert started.stdin is not None
        assert started.stdout is not None
        started.stdin.write(b"x")
        started.stdin.flush()
        assert started.stdout.read(1) == b"x"  # it runs
        (folder,) = tmp_path.glob("evolve-*")
        run(starts_env, TMPDIR=str(tmp_path))
        assert (folder / "in-use").exists()


def test_arguments_pass_byte_by_byte(starts_env: Path) -> None:
    odd = [b"caf\xe9", b"", b" %s $HOME\n'*'"]
    assert run(starts_env, "printf", "[%s]", *odd) == b"".join(b"[%b]" % one for one in odd)


def test_two_builds_give_the_same_bytes(starts_env: Path, package: Path, tmp_path: Path) -> None:
    one = joined("env", package, tmp_path / "the other").read_bytes()
    assert one == starts_env.read_bytes()
    assert one.endswith(package.read_bytes())


def test_without_a_compiler_the_build_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SystemExit, match=r"^gcc is not there\. On Debian: apt install gcc libc6-dev$"):
        single_file.require_compiler()
