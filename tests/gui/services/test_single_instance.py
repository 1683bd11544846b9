from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.single_instance import Presence


@pytest.fixture
def called() -> list[str]:
    return []


@pytest.fixture
def first(tmp_path: Path, called: list[str], qapp: QApplication) -> Iterator[Presence]:
    assert qapp is not None
    built = Presence(tmp_path, lambda: called.append("come"))
    yield built
    built.release()


def test_a_second_start_brings_the_first_window_forward(
    first: Presence, tmp_path: Path, called: list[str], qtbot: QtBot
) -> None:
    assert first.claim()
    second = Presence(tmp_path, lambda: called.append("wrong window"))
    assert not second.claim()
    second.knock()
    qtbot.waitUntil(lambda: called == ["come"])


def test_claiming_again_is_no_second_start(first: Presence) -> None:
    assert first.claim()
    assert first.claim()


def test_nothing_is_written_where_nothing_is_kept(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "nothing", lambda: None)
    assert presence.claim()
    assert not (tmp_path / "nothing").exists()


def test_nothing_is_left_after_release(first: Presence, tmp_path: Path) -> None:
    first.claim()
    assert list(tmp_path.iterdir())
    first.release()
    assert list(tmp_path.iterdir()) == []
    assert Presence(tmp_path, lambda: None).claim()
