"""Own contacts go where check-ins go: to the disk, behind the lock, into backups and exports, and away when erased."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.content.pack import Pack
from evolve_desktop.errors import ChangedBehindError, VaultError
from evolve_desktop.gui.services.autosave import SaveState
from tests.gui.person import Answers
from tests.gui.storage_setup import StorageSetup, set_up_storage
from tests.gui.vault_steps import PASSPHRASE

ANN, BO = Contact.written("Ann", "555 0100"), Contact.written("Bo", "bo@example.org")


@pytest.fixture
def home(tmp_path: Path, pack: Pack, answers: Answers, qtbot: QtBot) -> StorageSetup:
    """Return a start of the app in which nothing but two contacts is kept."""
    built = set_up_storage(tmp_path / "vault", pack, answers)
    built.controller.create(PASSPHRASE, with_code=False)
    qtbot.waitUntil(lambda: not built.tasks.is_busy and built.autosave.state is SaveState.SAVED)
    built.autosave.set_contacts((ANN, BO))
    assert built.autosave.flush()
    return built


def contacts(home: StorageSetup) -> list[Contact]:
    return list(home.autosave.contacts)


@pytest.fixture
def settled(home: StorageSetup, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not home.tasks.is_busy and home.autosave.state is not SaveState.SAVING)


def test_they_are_gone_while_locked_and_there_again_when_opened(
    home: StorageSetup, settled: Callable[[], None]
) -> None:
    home.controller.lock()
    assert contacts(home) == []
    home.controller.open(PASSPHRASE)
    settled()
    assert contacts(home) == [ANN, BO]


def test_another_start_finds_them_and_no_file_shows_them(
    home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    settled()
    assert set_up_storage(home.folder, pack, answers).vault.open(PASSPHRASE).contacts == (ANN, BO)
    assert not any(b"example.org" in path.read_bytes() for path in home.folder.iterdir())


def test_an_earlier_copy_and_a_backup_bring_theirs_back(
    home: StorageSetup, answers: Answers, settled: Callable[[], None], tmp_path: Path
) -> None:
    answers.path = answers.opens = tmp_path / "backup"
    home.backups.back_up()
    settled()
    home.autosave.set_contacts((BO,))
    settled()
    home.autosave.set_contacts(())
    settled()
    home.backups.list_backups()
    settled()
    home.backups.restore("check-ins.evolve.prev")
    settled()
    assert contacts(home) == [BO]
    home.backups.choose_file()
    settled()
    assert contacts(home) == [ANN, BO]


def test_an_exported_file_adds_its_own_and_doubles_none(
    home: StorageSetup, answers: Answers, settled: Callable[[], None], tmp_path: Path
) -> None:
    answers.path = answers.opens = tmp_path / "notes.json"
    home.backups.export_json()
    settled()
    moved = Contact.written("Ann", "555 0199")
    home.autosave.set_contacts((moved, BO))
    home.backups.import_json()
    settled()
    assert contacts(home) == [moved, BO, ANN]
    answers.path = tmp_path / "notes.txt"
    home.backups.export_text()
    settled()
    assert "  Ann: 555 0199\n  Bo: bo@example.org\n" in answers.path.read_text(encoding="utf-8")


def test_what_is_said_while_a_file_is_being_added_stays(
    home: StorageSetup, answers: Answers, settled: Callable[[], None], tmp_path: Path
) -> None:
    answers.path = answers.opens = tmp_path / "notes.json"
    home.backups.export_json()
    settled()
    home.backups.import_json()
    home.autosave.set_contacts((BO,))
    home.session.reply("C01", Reply.YES)
    settled()
    assert contacts(home) == [BO, ANN]
    assert home.autosave.check_ins[-1].answer("C01").reply is Reply.YES
    assert home.tasks.report == "Added. You find them under Earlier."


def test_erasing_removes_them_and_an_erasing_that_fails_does_not(
    home: StorageSetup, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise VaultError("Not now.")

    with monkeypatch.context() as patched:
        patched.setattr(home.vault, "erase", refuse)
        home.controller.erase()
        settled()
    assert contacts(home) == [ANN, BO]
    home.controller.erase()
    settled()
    assert contacts(home) == []
    assert not list(home.folder.glob("*"))


def test_what_another_program_changed_meanwhile_loses_neither_its_contacts_nor_ours(
    home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    other = set_up_storage(home.folder, pack, answers)
    other.autosave.start(other.vault, other.vault.open(PASSPHRASE))
    other.autosave.set_contacts((BO,))
    assert other.autosave.flush()
    home.autosave.set_contacts((ANN,))
    settled()
    assert home.autosave.state is SaveState.FAILED
    assert isinstance(home.autosave.error, ChangedBehindError)
    assert contacts(home) == [ANN]
    later = set_up_storage(home.folder, pack, answers)
    assert later.vault.open(PASSPHRASE).contacts == (BO,)
    copies = {copy.name: copy for copy in later.vault.backups()}
    beside = next(name for name in copies if name.startswith("beside"))
    assert later.vault.restore(beside).contacts == (ANN,)
