from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.single_instance import SingleInstance


@pytest.fixture
def called() -> list[str]:
    return []


@pytest.fixture
def first(tmp_path: Path, called: list[str], qapp: QApplication) -> Iterator[SingleInstance]:
    assert qapp is not None
    built = SingleInstance(tmp_path, lambda: called.append("come"))
    yield built
    built.release()


def test_a_second_start_brings_the_first_window_forward(
    first: SingleInstance, tmp_path: Path, called: list[str], qtbot: QtBot
) -> None:
    assert first.acquire()
    second = SingleInstance(tmp_path, lambda: called.append("wrong window"))
    assert not second.acquire()
    second.activate_other()
    qtbot.waitUntil(lambda: called == ["come"])


def test_claiming_again_is_no_second_start(first: SingleInstance) -> None:
    assert first.acquire()
    assert first.acquire()


def test_nothing_is_written_where_nothing_is_kept(tmp_path: Path) -> None:
    presence = SingleInstance(tmp_path / "nothing", lambda: None)
    assert presence.acquire()
    assert not (tmp_path / "nothing").exists()


def test_nothing_is_left_after_release(first: SingleInstance, tmp_path: Path) -> None:
    first.acquire()
    assert list(tmp_path.iterdir())
    first.release()
    assert list(tmp_path.iterdir()) == []
    assert SingleInstance(tmp_path, lambda: None).acquire()
