"""Single files: durable, read back, and never more than was asked for."""

import errno
import fcntl
import os
import socket
import stat
import struct
import sys
import time
from pathlib import Path

import pytest

from evolve_desktop import files
from evolve_desktop.errors import RefusedError
from evolve_desktop.vault.folder_lock import exclusive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file"


def test_a_file_is_written_whole_for_our_eyes_only(path: Path) -> None:
    files.write_new(path, b"words" * 10_000)
    assert path.read_bytes() == b"words" * 10_000
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_written_over(path: Path) -> None:
    path.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        files.write_new(path, b"ours")
    assert path.read_bytes() == b"theirs"


def test_a_disk_that_changes_what_it_was_given_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lie(*_: object) -> None:
        with path.open("r+b") as file:
            file.write(b"W")

    monkeypatch.setattr(os, "posix_fadvise", lie)
    with pytest.raises(OSError, match="what was written cannot be read back"):
        files.write_new(path, b"words")
    assert not path.exists()


def test_a_system_that_cannot_forget_a_file_reads_it_back_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise")
    files.write_new(path, b"words")
    assert path.read_bytes() == b"words"


def test_reading_stops_one_byte_past_the_limit(path: Path) -> None:
    path.write_bytes(bytes(1000))
    assert len(files.read(path, 10)) == 11
    assert len(files.read(path, 1000)) == 1000


@pytest.mark.parametrize("size", [0, 1, 16 * 1024, 100_000])
def test_a_file_holds_exactly_what_is_in_it(path: Path, size: int) -> None:
    data = os.urandom(size)
    path.write_bytes(data)
    assert files.has_content(path, data)
    assert not files.has_content(path, data + b"x")
    for place in {0, size // 2, size - 1} & set(range(size)):
        assert not files.has_content(path, data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert not files.has_content(path, data[:place])


def test_a_link_or_a_pipe_is_not_looked_into(path: Path) -> None:
    path.write_bytes(b"words")
    path.with_name("link").symlink_to(path)
    with pytest.raises(OSError, match="symbolic links"):
        files.has_content(path.with_name("link"), b"words")
    os.mkfifo(path.with_name("pipe"))
    with pytest.raises(OSError, match="it is not an ordinary file"):
        files.has_content(path.with_name("pipe"), b"words")


def test_a_link_is_read_through_only_if_that_is_said(path: Path) -> None:
    path.write_bytes(b"words")
    link = path.with_name("link")
    link.symlink_to(path)
    with pytest.raises(files.NotOrdinaryFileError, match="symbolic links"):
        files.read(link, 10)
    assert files.read(link, 10, follow_links=True) == b"words"


def test_a_link_is_not_read_through_either_where_the_system_has_no_such_flag(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "NO_LINK", 0)
    path.write_bytes(b"words")
    link = path.with_name("link")
    link.symlink_to(path)
    with pytest.raises(files.NotOrdinaryFileError):
        files.read(link, 10)
    assert files.read(link, 10, follow_links=True) == b"words"
    assert files.read(path, 10) == b"words"


def test_what_is_no_ordinary_file_is_told_from_a_missing_one(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        files.read(path, 10)
    path.mkdir()
    os.mkfifo(path / "pipe")
    with socket.socket(socket.AF_UNIX) as served:
        served.bind(str(path / "socket"))
        for place in (path, path / "pipe", path / "socket", Path("/dev/null")):
            with pytest.raises(files.NotOrdinaryFileError):
                files.read(place, 10)


def test_macos_is_asked_for_more_than_fsync(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, command: asked.append(command))
    files.write_new(path, b"words")
    assert asked == [51]


@pytest.mark.parametrize(("code", "is_passed_over"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_a_folder_that_cannot_be_synced_is_passed_over_and_one_that_fails_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, *, is_passed_over: bool
) -> None:
    def fails(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    if is_passed_over:
        files.sync_folder(tmp_path)
        return
    with pytest.raises(OSError, match="Input/output error"):
        files.sync_folder(tmp_path)


def test_windows_tries_again_while_an_indexer_looks_at_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really, calls = Path.replace, []

    def blocked(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) < 3:
            raise PermissionError(errno.EACCES, "in use")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", blocked)
    monkeypatch.setattr(files, "WINDOWS", True)
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    path.write_bytes(b"words")
    files.replace(path, path.with_name("other"))
    assert pauses == [files.PAUSE_S, files.PAUSE_S]
    assert path.with_name("other").read_bytes() == b"words"
    assert len(calls) == 3
    calls.clear()
    monkeypatch.setattr(files, "TRIES", 2)
    with pytest.raises(PermissionError):
        files.replace(path.with_name("other"), path)


def test_windows_has_no_folders_to_sync_or_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "WINDOWS", True)
    files.sync_folder(tmp_path / "not there")
    files.write_new(tmp_path / "file", b"words")
    with exclusive(tmp_path):
        assert (tmp_path / "file").exists()


def test_windows_marks_folders_read_only_that_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir(mode=0o500)
    path = tmp_path / "folder" / "file"
    with pytest.raises(PermissionError, match="folder is read-only"):
        files.require_writable(path.parent, path)
    monkeypatch.setattr(files, "WINDOWS", True)
    monkeypatch.setattr(os, "access", lambda *_: True)
    files.require_writable(path.parent, path)


def test_a_second_name_is_another_name_for_the_same_file(path: Path) -> None:
    path.write_bytes(b"words")
    other = path.with_name("other")
    files.hardlink_or_copy(path, other)
    files.hardlink_or_copy(path, other)
    assert other.samefile(path)
    assert sorted(found.name for found in path.parent.iterdir()) == ["file", "other"]


def test_a_disk_with_one_name_a_file_gets_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", cannot)
    path.write_bytes(b"words")
    os.utime(path, (1, 1))
    other = path.with_name("other")
    files.hardlink_or_copy(path, other)
    assert other.read_bytes() == b"words"
    assert not other.samefile(path)
    assert other.stat().st_mtime == 1


def test_a_second_name_that_fails_for_another_reason_is_no_copy(path: Path) -> None:
    path.write_bytes(b"words")
    with pytest.raises(FileNotFoundError):
        files.hardlink_or_copy(path, path.parent / "nowhere" / "other")


def test_a_copy_that_cannot_take_its_place_leaves_nothing_behind(path: Path) -> None:
    path.write_bytes(b"words")
    path.with_name("other").mkdir()
    with pytest.raises(OSError, match="Is a directory"):
        files.copy(path, path.with_name("other"))
    with pytest.raises(OSError, match="Is a directory"):
        files.hardlink_or_copy(path, path.with_name("other"))
    assert sorted(found.name for found in path.parent.iterdir()) == ["file", "other"]


def test_a_copy_is_made_over_what_an_interrupted_one_left(path: Path) -> None:
    path.write_bytes(b"words")
    path.with_name("other.new").write_bytes(b"half")
    files.copy(path, path.with_name("other"))
    assert path.with_name("other").read_bytes() == b"words"


def test_an_atomic_write_that_cannot_take_its_place_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    path.write_bytes(b"older")
    monkeypatch.setattr(Path, "replace", cannot)
    with pytest.raises(OSError, match="Input/output error"):
        files.write_atomically(path, b"newer")
    assert path.read_bytes() == b"older"
    assert [found.name for found in path.parent.iterdir()] == ["file"]


def test_an_atomic_write_goes_through_a_link_and_into_no_device(path: Path) -> None:
    target = path.with_name("target")
    target.write_bytes(b"older")
    path.symlink_to(target)
    files.write_atomically(path, b"newer")
    assert path.is_symlink()
    assert target.read_bytes() == b"newer"
    with pytest.raises(OSError, match="null is not an ordinary file"):
        files.write_atomically(Path("/dev/null"), b"words")
    circle = path.with_name("circle")
    circle.symlink_to(circle)
    with pytest.raises(OSError, match="circle is not an ordinary file"):
        files.write_atomically(circle, b"words")
    assert circle.is_symlink()


@pytest.mark.parametrize("name", ["x" * 255, "\U0001f426" * 63])
def test_an_atomic_write_takes_the_longest_name(tmp_path: Path, name: str) -> None:
    files.write_atomically(tmp_path / name, b"words")
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_folders_are_made_for_our_eyes_only(tmp_path: Path) -> None:
    files.make_folder(tmp_path / "one" / "two")
    files.make_folder(tmp_path / "one" / "two")
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (tmp_path / "one", tmp_path / "one" / "two")] == [
        0o700,
        0o700,
    ]


def test_a_folder_that_another_process_holds_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PAUSE_S", 0)
    with (
        exclusive(tmp_path),
        pytest.raises(OSError, match="another program is writing there"),
        exclusive(tmp_path),
    ):
        pytest.fail("two hold it")
    with exclusive(tmp_path):
        pass


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EIO])
def test_a_folder_that_cannot_be_held_is_used_and_one_that_fails_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fails(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", fails)
    if code == errno.ENOLCK:
        with exclusive(tmp_path):
            return
    with pytest.raises(OSError, match="Input/output error"), exclusive(tmp_path):
        pytest.fail("it is not held")


def test_a_refusal_without_words_of_the_system_names_its_kind() -> None:
    with pytest.raises(RefusedError) as refused, files.as_refused_error("It failed", "Try again."):
        raise TimeoutError
    assert str(refused.value) == "It failed: TimeoutError. Try again."


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep such rules elsewhere")
def test_a_shared_folder_says_itself_who_may_read_what_is_put_there(tmp_path: Path) -> None:
    owner, group, others, nobody = (1, 7), (4, 4), (0x20, 0), 0xFFFFFFFF
    rules = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry, nobody) for entry in (owner, group, others))
    try:
        os.setxattr(tmp_path, "system.posix_acl_default", rules)
    except OSError:
        pytest.skip("this disk has no such rules")
    files.write_atomically(tmp_path / "shared", b"words")
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o640
    files.write_new(tmp_path / "ours", b"words")
    assert stat.S_IMODE((tmp_path / "ours").stat().st_mode) == 0o600


SAVED_AGAIN = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ["utf-8", *SAVED_AGAIN])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_that_another_editor_saved_is_the_same_text(encoding: str, end: str) -> None:
    text = "{é日😀\n}\n"
    assert files.decode_text(text.replace("\n", end).encode(encoding)) == text


def test_bytes_that_are_no_text_are_refused() -> None:
    for data in (b"caf\xe9!", b"\xff\xfe\x00\xd8", b"\xff\xfea"):
        with pytest.raises(UnicodeDecodeError):
            files.decode_text(data)
