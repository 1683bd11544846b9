"""One bound for every text: an import refuses what a field refuses; an older vault with a longer text opens whole."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.text_cleaning import MAX_TEXT
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.vault.diary_json import from_json, to_json
from evolve_desktop.vault.vault import Vault
from tests.gui.app_runs import AppRuns
from tests.gui.person import Answers, Person
from tests.gui.storage_setup import StorageSetup, set_up_storage
from tests.gui.vault_steps import LIMIT_MS
from tests.launch import CHEAP, NOW

NOTE = "".join(f"{number:06}" for number in range(2 * MAX_TEXT // 6 + 1))
LONG = CheckIn(id="a", started=date(2026, 11, 20)).with_reply("C01", Reply.YES).with_note("C01", NOTE)


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


@pytest.fixture
def home(tmp_path: Path, pack: Pack, answers: Answers) -> StorageSetup:
    return set_up_storage(tmp_path / "vault", pack, answers)


@pytest.fixture
def person(home: StorageSetup, meet: Callable[[QWidget], Person], qtbot: QtBot) -> Person:
    """Return somebody who keeps without a passphrase, on the storage page."""
    person = meet(home.view)
    person.click("keep-open")
    qtbot.waitUntil(lambda: home.is_settled and home.autosave.state is SaveState.SAVED, timeout=LIMIT_MS)
    return person


def test_an_import_refuses_a_text_that_no_field_takes(
    person: Person, home: StorageSetup, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.opens = tmp_path / "answers.json"
    answers.opens.write_bytes(to_json(Diary(check_ins=(LONG,))))
    person.click("import-json")
    qtbot.waitUntil(lambda: "check_ins[0].answers.C01.note has more than the 20,000" in person.reads())
    assert all(len(answer.note) <= MAX_TEXT for other in home.autosave.check_ins for answer in other.answers.values())


def test_an_older_vault_with_a_longer_text_opens_says_so_and_loses_nothing(
    runs: AppRuns, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    vault = Vault(tmp_path / "check-ins", lambda: NOW, cost=CHEAP)
    vault.create(Diary(check_ins=(LONG,)))
    person = runs.open()
    qtbot.waitUntil(lambda: "A text was longer than 20,000 characters." in person.reads(), timeout=LIMIT_MS)
    assert vault.open() == Diary(check_ins=(LONG,))  # nothing is rewritten before the person changes something
    runs.now.session.reply("C02", Reply.YES)
    qtbot.waitUntil(lambda: runs.now.autosave.state is SaveState.SAVED and len(vault.open().check_ins) > 2)
    notes = [check_in.answer("C01").note for check_in in vault.open().check_ins if check_in.started == LONG.started]
    assert "".join(notes) == NOTE
    assert max(map(len, notes)) == MAX_TEXT
    answers.path = tmp_path / "answers.json"
    person.click("export-json")
    qtbot.waitUntil(lambda: "Written: answers.json" in person.reads() and person.find("import-json").isEnabled())
    answers.opens = answers.path
    person.click("import-json")
    qtbot.waitUntil(lambda: "Added. You find them under Earlier." in person.reads())
    assert from_json(answers.path.read_bytes()) == vault.open()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_export_that_another_editor_saved_again_is_added(  # noqa: PLR0913, PLR0917  (fixtures)
    person: Person, home: StorageSetup, answers: Answers, qtbot: QtBot, tmp_path: Path, encoding: str
) -> None:
    answers.opens = tmp_path / "answers.json"
    other = CheckIn(id="a", started=date(2026, 11, 20)).with_note("C01", "Größe")
    answers.opens.write_bytes(to_json(Diary(check_ins=(other,))).decode().replace("\n", "\r\n").encode(encoding))
    person.click("import-json")
    qtbot.waitUntil(lambda: "Added. You find them under Earlier." in person.reads())
    assert other in home.autosave.check_ins
