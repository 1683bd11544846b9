"""The small file with the looks of the window: whole or not at all, private, and no help to whoever tampers with it."""

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.settings import LOCK_AFTER, TEXT_SIZES, Settings, Theme
from evolve_desktop.window_state import FILE_NAME, MAX_BYTES, WindowState, WindowStateFile

LEFT = WindowState(
    settings=Settings(theme=Theme.DARK, text_percent=150, country="nz", lock_after=15),
    width=1000,
    height=700,
    article=0.4,
    tab="MY_PAGE",
    section="conclusion",
    read=0.25,
)
WRITTEN = (
    b'{"version":1,"settings":{"theme":"dark","text_percent":150,"country":"nz","lock_after":15,"one_line":false,'
    b'"language":"","pack":""},"width":1000,"height":700,"maximized":false,"article":0.4,"room":"MY_PAGE",'
    b'"section":"conclusion","read":0.25}'
)
"""The same in a file, where the tab has the name that it has had from the first version on."""
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

shares = st.floats(min_value=0, max_value=1)
names = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
remembered = st.builds(
    WindowState,
    settings=st.builds(
        Settings,
        theme=st.sampled_from(Theme),
        text_percent=st.sampled_from(TEXT_SIZES),
        country=names,
        lock_after=st.sampled_from(LOCK_AFTER),
    ),
    width=st.integers(0, 100_000),
    height=st.integers(0, 100_000),
    maximized=st.booleans(),
    article=shares,
    tab=names,
    section=names,
    read=shares,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


@given(left=remembered)
def test_what_was_written_comes_back(left: WindowState, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("home") / FILE_NAME
    assert WindowStateFile(path).write(left)
    state_file = WindowStateFile(path)
    assert (state_file.found, state_file.is_foreign) == (left, False)


def test_a_file_of_an_earlier_version_opens_and_is_written_as_before(path: Path) -> None:
    path.write_bytes(WRITTEN)
    state_file = WindowStateFile(path)
    assert state_file.found == LEFT
    path.unlink()
    assert state_file.write(LEFT)
    assert path.read_bytes() == WRITTEN


@given(data=st.one_of(st.binary(max_size=300), st.recursive(st.none() | st.floats() | st.text(), st.lists).map(repr)))
def test_whatever_stands_there_is_understood_or_left_alone(
    data: bytes | str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("home") / FILE_NAME
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    path.write_bytes(raw)
    state_file = WindowStateFile(path)
    assert state_file.is_foreign is bool(state_file.found is None and raw.strip(b"\0"))
    assert path.read_bytes() == raw


@pytest.mark.parametrize(
    "told",
    [
        {"version": 2},
        {"version": 1, "more": True},
        {"width": -1},
        {"width": 10**9},
        {"width": "1000"},
        {"article": 1.5},
        {"room": "x" * 201},
        {"settings": {"text_percent": 10**6}},
        {"settings": {"text_percent": 1}},
        {"settings": {"theme": "rainbow"}},
        {"settings": {"country": "x" * 41}},
        {"settings": {"lock_after": 7}},
        [],
        None,
    ],
)
def test_a_newer_or_impossible_file_is_not_used(told: object, path: Path) -> None:
    path.write_text(json.dumps(told), encoding="utf-8")
    state_file = WindowStateFile(path)
    assert (state_file.found, state_file.is_foreign) == (None, True)


@pytest.mark.parametrize("data", [b"[" * MAX_BYTES, b"{}" + b" " * MAX_BYTES, b'{"room": "\xff"}', b"\xef\xbb\xbf{}"])
def test_a_deep_a_large_and_a_garbled_file_are_not_used(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    state_file = WindowStateFile(path)
    assert (state_file.found, state_file.is_foreign) == (None, True)


@pytest.mark.parametrize("data", [b"", b"\0" * 200])
def test_what_a_power_cut_left_empty_is_as_good_as_nothing(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    state_file = WindowStateFile(path)
    assert (state_file.found, state_file.is_foreign) == (None, False)


@POSIX
def test_a_link_is_not_followed_and_not_written_through(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    WindowStateFile(other).write(LEFT)
    path.symlink_to(other)
    state_file = WindowStateFile(path)
    assert (state_file.found, state_file.is_foreign) == (None, True)
    assert state_file.write(WindowState())
    assert not path.is_symlink()
    assert WindowStateFile(other).found == LEFT


@POSIX
def test_a_pipe_does_not_hold_the_start_up(path: Path) -> None:
    os.mkfifo(path)
    state_file = WindowStateFile(path)
    assert (state_file.found, state_file.is_foreign) == (None, True)


def test_a_folder_in_its_place_stays_and_is_no_crash(path: Path) -> None:
    path.mkdir()
    state_file = WindowStateFile(path)
    assert (state_file.found, state_file.is_foreign) == (None, True)
    assert not state_file.write(LEFT)
    assert not state_file.remove()
    assert list(path.parent.iterdir()) == [path]


@POSIX
def test_only_the_person_may_read_it_and_nothing_else_is_left(path: Path) -> None:
    left_over = path.with_name(f"{path.name}.{os.getpid()}.new")
    left_over.write_text("from a crash")
    left_over.chmod(0o644)
    assert WindowStateFile(path).write(LEFT)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_another_window_that_is_just_writing_is_left_alone_and_what_it_left_goes_with_the_file(path: Path) -> None:
    others = path.with_name(f"{path.name}.1.new")
    others.write_text("half")
    assert WindowStateFile(path).write(LEFT)
    assert others.read_text() == "half"
    assert WindowStateFile(path).remove()
    assert list(path.parent.iterdir()) == []


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "evolve" / FILE_NAME
    assert WindowStateFile(path).found is None
    assert list(tmp_path.iterdir()) == []
    assert WindowStateFile(path).write(LEFT)
    assert WindowStateFile(path).found == LEFT


def test_a_file_marked_read_only_stays_as_it_is(path: Path) -> None:
    WindowStateFile(path).write(LEFT)
    path.chmod(0o400)
    assert not WindowStateFile(path).write(WindowState())
    assert WindowStateFile(path).found == LEFT


def test_where_nothing_can_be_written_nothing_breaks(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("somebody's")
    state_file = WindowStateFile(blocked / FILE_NAME)
    assert not state_file.write(LEFT)
    assert blocked.read_text() == "somebody's"


def test_what_is_removed_is_gone_and_may_be_removed_again(path: Path) -> None:
    state_file = WindowStateFile(path)
    state_file.write(LEFT)
    assert state_file.remove()
    assert state_file.remove()
    assert list(path.parent.iterdir()) == []


def test_a_memory_without_a_place_writes_nothing() -> None:
    state_file = WindowStateFile()
    assert not state_file.write(LEFT)
    assert state_file.remove()
    assert (state_file.found, state_file.is_foreign) == (None, False)
