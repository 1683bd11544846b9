import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.single_instance import SingleInstance

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def called() -> list[str]:
    return []


@pytest.fixture
def first(tmp_path: Path, called: list[str], qapp: QApplication) -> Iterator[SingleInstance]:
    assert qapp is not None
    built = SingleInstance(tmp_path)
    built.activated.connect(lambda: called.append("come"))
    yield built
    built.release()


def test_a_second_start_brings_the_first_window_forward(
    first: SingleInstance, tmp_path: Path, called: list[str], qtbot: QtBot
) -> None:
    assert first.acquire()
    second = SingleInstance(tmp_path)
    second.activated.connect(lambda: called.append("wrong window"))
    assert not second.acquire()
    assert second.activate_other()
    qtbot.waitUntil(lambda: called == ["come"])


@POSIX
def test_a_second_start_is_heard_in_a_folder_whose_name_is_not_utf_8(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp is not None
    odd = Path(f"{tmp_path}/caf\udce9")
    odd.mkdir()
    first, second, called = SingleInstance(odd), SingleInstance(odd), list[str]()
    first.activated.connect(lambda: called.append("come"))
    assert first.acquire()
    assert not second.acquire()
    assert second.activate_other()
    assert called == ["come"]
    first.release()


def test_what_was_asked_before_the_first_window_listened_is_answered(first: SingleInstance, tmp_path: Path) -> None:
    (tmp_path / "show-window").touch()
    assert first.acquire()
    assert not (tmp_path / "show-window").exists()


def test_claiming_again_is_no_second_start(first: SingleInstance) -> None:
    assert first.acquire()
    assert first.acquire()


def test_nothing_is_written_where_nothing_is_kept(tmp_path: Path) -> None:
    instance = SingleInstance(tmp_path / "nothing")
    assert instance.acquire()
    assert not (tmp_path / "nothing").exists()


def test_nothing_is_left_after_release(first: SingleInstance, tmp_path: Path) -> None:
    first.acquire()
    assert list(tmp_path.iterdir())
    first.release()
    assert list(tmp_path.iterdir()) == []
    again = SingleInstance(tmp_path)
    assert again.acquire()
    again.release()


@POSIX
def test_the_lock_file_is_private_and_says_nothing_of_the_computer(first: SingleInstance, tmp_path: Path) -> None:
    lock = tmp_path / "in-use"
    lock.write_text("4711\npython\nanna-laptop\n3f2a\n")
    lock.chmod(0o644)
    assert first.acquire()
    assert (lock.read_bytes(), lock.stat().st_mode & 0o777) == (b"", 0o600)


@POSIX
def test_a_second_name_of_another_file_does_not_empty_that(first: SingleInstance, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / "in-use").hardlink_to(other)
    assert first.acquire()
    assert other.read_text() == "mine"


@POSIX
def test_a_running_app_of_an_older_version_is_another_app(first: SingleInstance, tmp_path: Path) -> None:
    older = QLockFile(str(tmp_path / "in-use"))
    assert older.tryLock(0)
    assert not first.acquire()
    older.unlock()
    assert first.acquire()


@POSIX
def test_the_lock_of_a_killed_process_is_free_at_once(first: SingleInstance, tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from evolve_desktop.instance_lock import InstanceLock
InstanceLock(Path(sys.argv[1])).claim()
print("locked", flush=True)
sys.stdin.read()
"""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code, tmp_path], stdin=pipe, stdout=pipe) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        assert not first.acquire()
        other.kill()
        other.wait()
    assert first.acquire()


@POSIX
def test_a_lock_file_that_somebody_removed_is_made_again(first: SingleInstance, tmp_path: Path) -> None:
    assert first.acquire()
    (tmp_path / "in-use").unlink()
    first.claim()
    assert not SingleInstance(tmp_path).acquire()


@POSIX
def test_a_folder_that_went_away_hinders_no_end(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp is not None
    folder = tmp_path / "check-ins"
    folder.mkdir()
    instance = SingleInstance(folder)
    assert instance.acquire()
    folder.rename(tmp_path / "elsewhere")
    folder.write_text("something else")
    instance.release()
    assert folder.read_text() == "something else"


@POSIX
def test_who_lost_the_lock_may_not_write_and_leaves_the_others_lock(first: SingleInstance, tmp_path: Path) -> None:
    assert first.acquire()
    (tmp_path / "in-use").unlink()
    second = SingleInstance(tmp_path)
    assert second.acquire()
    with pytest.raises(BlockingIOError, match="another window of this app has it open"):
        first.claim()
    first.release()
    assert (tmp_path / "in-use").exists()
    second.release()
