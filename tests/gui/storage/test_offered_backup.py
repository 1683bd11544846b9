"""A backup that was opened outside of the window: asked about before it replaces anything."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.autosave import SaveState
from tests.gui.app_runs import AppRuns
from tests.gui.person import Answers

MAIN = "check-ins/check-ins.evolve"
LIMIT_MS = 20_000


def kept(runs: AppRuns, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: runs.now.autosave.state is SaveState.SAVED, timeout=LIMIT_MS)


@pytest.fixture
def backup(runs: AppRuns, qtbot: QtBot, tmp_path: Path) -> Path:
    """Return a backup with one reply; what is kept since has another one, too."""
    person = runs.open()
    person.click("start")
    qtbot.waitUntil(lambda: person.sees("C01-yes"))
    person.click("C01-yes")
    person.click("keeping-more")
    person.click("keep-open")
    kept(runs, qtbot)
    copy = tmp_path / "Notes backup.evolve"
    copy.write_bytes((tmp_path / MAIN).read_bytes())
    runs.now.session.reply("C03", Reply.YES)
    kept(runs, qtbot)
    assert runs.now.autosave.flush()
    runs.close()
    return copy


def replies(runs: AppRuns) -> int:
    return sum(check_in.answered_count for check_in in runs.now.autosave.check_ins)


def test_nothing_is_replaced_after_a_no_and_all_of_it_after_a_yes(
    runs: AppRuns, backup: Path, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    before = (tmp_path / MAIN).read_bytes()
    answers.restores = False
    runs.open(backup)
    qtbot.waitUntil(lambda: answers.asked[-1:] == ["Notes backup.evolve, replacing"], timeout=LIMIT_MS)
    assert (tmp_path / MAIN).read_bytes() == before
    assert replies(runs) == 2
    runs.close()
    answers.restores = True
    person = runs.open(backup)
    qtbot.waitUntil(lambda: "Restored: " in person.reads(), timeout=LIMIT_MS)
    assert replies(runs) == 1


def test_where_nothing_is_kept_it_is_kept_from_then_on(
    runs: AppRuns, backup: Path, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "check-ins").rename(tmp_path / "elsewhere")
    person = runs.open(backup)
    qtbot.waitUntil(lambda: "Restored: " in person.reads(), timeout=LIMIT_MS)
    assert answers.asked[-1] == "Notes backup.evolve"
    assert (tmp_path / MAIN).is_file()
    assert replies(runs) == 1


def test_what_is_no_backup_is_said_and_replaces_nothing(
    runs: AppRuns, backup: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    before = (tmp_path / MAIN).read_bytes()
    backup.write_bytes(b"a holiday picture")
    person = runs.open(backup)
    qtbot.waitUntil(lambda: person.sees("restore-backup") and "Restored: " not in person.reads(), timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: "not" in person.reads(), timeout=LIMIT_MS)
    assert (tmp_path / MAIN).read_bytes() == before
