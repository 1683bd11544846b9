"""A backup that was opened outside of the window: asked about before it replaces anything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.vault.vault import Vault
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import LIMIT_MS
from tests.launch import CHEAP, NOW

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Return a backup with one reply, and a later file of the same vault with another reply, too."""
    first = CheckIn(id="a", started=NOW.date()).with_reply("C01", Reply.YES)
    vault = Vault(tmp_path_factory.mktemp("made"), lambda: NOW, cost=CHEAP)
    vault.create(Diary(check_ins=(first,)))
    file = vault.folder / "check-ins.evolve"
    backup = file.read_bytes()
    vault.save(Diary(check_ins=(first.with_reply("C03", Reply.YES),)))
    return backup, file.read_bytes()


@pytest.fixture
def backup(files: tuple[bytes, bytes], tmp_path: Path) -> Path:
    path = tmp_path / "Notes backup.evolve"
    path.write_bytes(files[0])
    return path


@pytest.fixture
def kept(desktop: RunningApp, files: tuple[bytes, bytes], data_folder: Path) -> Path:
    """Put the later file in the folder of the window, which is not started yet."""
    assert desktop.window.isVisible()
    data_folder.mkdir(mode=0o700)
    path = data_folder / "check-ins.evolve"
    path.write_bytes(files[1])
    return path


@pytest.fixture
def replies(desktop: RunningApp) -> Callable[[], int]:
    return lambda: sum(check_in.answered_count for check_in in desktop.autosave.check_ins)


def test_nothing_is_replaced_after_a_no_and_all_of_it_after_a_yes(  # noqa: PLR0913, PLR0917  (fixtures)
    desktop: RunningApp,
    person: Person,
    kept: Path,
    backup: Path,
    replies: Callable[[], int],
    answers: Answers,
    qtbot: QtBot,
) -> None:
    before = kept.read_bytes()
    answers.restores = False
    desktop.window.start(backup)
    qtbot.waitUntil(lambda: answers.asked[-1:] == ["Notes backup.evolve, replacing"], timeout=LIMIT_MS)
    QTest.qWait(0)
    assert kept.read_bytes() == before
    assert replies() == 2
    answers.restores = True
    desktop.window.start(backup)
    qtbot.waitUntil(lambda: "Restored: " in person.reads(), timeout=LIMIT_MS)
    assert answers.asked == ["Notes backup.evolve, replacing"] * 2
    assert replies() == 1


def test_where_nothing_is_kept_it_is_kept_from_then_on(  # noqa: PLR0913, PLR0917  (fixtures)
    desktop: RunningApp,
    person: Person,
    backup: Path,
    replies: Callable[[], int],
    answers: Answers,
    qtbot: QtBot,
    data_folder: Path,
) -> None:
    desktop.window.start(backup)
    qtbot.waitUntil(lambda: "Restored: " in person.reads(), timeout=LIMIT_MS)
    assert answers.asked[-1] == "Notes backup.evolve"
    assert (data_folder / "check-ins.evolve").is_file()
    assert replies() == 1


def test_what_is_no_backup_is_said_and_replaces_nothing(
    desktop: RunningApp, person: Person, kept: Path, backup: Path, qtbot: QtBot
) -> None:
    before = kept.read_bytes()
    backup.write_bytes(b"a holiday picture")
    desktop.window.start(backup)
    qtbot.waitUntil(lambda: person.sees("restore-backup") and "Restored: " not in person.reads(), timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: "not" in person.reads(), timeout=LIMIT_MS)
    assert kept.read_bytes() == before
