"""The library that the single file carries compressed is unpacked whole, or a sentence says why not."""

import errno
import hashlib
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import packed_library
from evolve_desktop.errors import PageError
from evolve_desktop.packed_library import PackedLibrary

LIBRARY = bytes(range(256)) * 9000
PACKED = zlib.compress(LIBRARY)
MOVED = "because the file of Evolve was moved or replaced"


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """Return the folder of the unpacked app, which names the library."""
    inside = tmp_path / "inside"
    inside.mkdir()
    record = PackedLibrary(
        place="typst/library.so", size=len(LIBRARY), packed=len(PACKED), sha256=hashlib.sha256(LIBRARY).hexdigest()
    )
    (inside / "packed.json").write_bytes(msgspec.json.encode(record))
    return inside


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a single file: the launcher, the library, and a package that ends as PyInstaller's does."""
    package = b"the app"
    ending = struct.pack("!8sI76x", b"MEI\014\013\012\013\016", len(package) + 88)
    file = tmp_path / "program.pkg"
    file.write_bytes(b"launcher" + PACKED + package + ending)
    return file


@pytest.fixture
def frozen(inside: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the app be the single file."""
    monkeypatch.setattr(sys, "_MEIPASS", str(inside), raising=False)
    monkeypatch.setattr(sys, "executable", str(file.with_suffix("")))
    return inside


def refused(inside: Path, file: Path) -> str:
    with pytest.raises(PageError) as refusal:
        packed_library.unpack(inside, file)
    assert not list(inside.rglob("*.so*"))
    return str(refusal.value)


def test_it_is_unpacked_once(frozen: Path, file: Path) -> None:
    packed_library.provide()
    assert (frozen / "typst" / "library.so").read_bytes() == LIBRARY
    assert [path.name for path in (frozen / "typst").iterdir()] == ["library.so"]
    file.unlink()
    packed_library.provide()


def test_where_nothing_is_packed_nothing_happens(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (frozen / "packed.json").unlink()
    packed_library.provide()
    monkeypatch.delattr(sys, "_MEIPASS")
    packed_library.provide()
    assert list(frozen.iterdir()) == []


@pytest.mark.parametrize("change", [bytes.upper, lambda data: data[9:], lambda data: data[-200:], lambda _: b""])
def test_another_file_in_its_place_is_not_believed(inside: Path, file: Path, change: object) -> None:
    assert callable(change)
    file.write_bytes(change(file.read_bytes()))
    assert MOVED in refused(inside, file)


def test_a_file_that_is_gone_is_said(inside: Path, file: Path) -> None:
    file.unlink()
    assert MOVED in refused(inside, file)


def test_a_full_disk_is_said(inside: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Iterator[bytes]:
        yield b"x"
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(packed_library, "_parts", refuse)
    assert "No space left on device. Your answers are still here." in refused(inside, file)
