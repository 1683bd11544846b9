"""A diary that could not be saved is held sealed until it is opened, and lost in no case."""

import errno
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import files
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.errors import RefusedError, WrongPassphraseError
from evolve_desktop.vault import unsaved_diary
from evolve_desktop.vault.file_names import MAIN, BackupKind, kind_of
from evolve_desktop.vault.vault import Vault
from evolve_desktop.vault.vault_folder import VaultFolder
from tests.vault.conftest import holds_plain_words
from tools.fault_injection.vault_workload import FIRST, SECOND, Clock, diary, vault_in


@pytest.fixture
def holding(vault: Vault) -> Vault:
    """Return a locked vault that holds diary 2, while its file has diary 1."""
    vault.create(diary(1), FIRST)
    vault.hold(diary(2))
    vault.lock()
    return vault


@pytest.fixture
def no_place(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let nothing be written beside the file."""

    def refuse(*_: object) -> Path:
        raise RefusedError("There is no room.", "no room")

    monkeypatch.setattr(VaultFolder, "write_unsaved", refuse)
    return monkeypatch


def unsaved_files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if kind_of(folder, path) is BackupKind.UNSAVED]


def test_what_is_held_is_opened_and_saved(holding: Vault, folder: Path) -> None:
    assert holding.has_unsaved
    assert len(unsaved_files(folder)) == 1
    assert not holds_plain_words(folder)
    assert holding.open(FIRST) == diary(2)
    holding.save(diary(2))
    assert not holding.has_unsaved
    assert unsaved_files(folder) == []
    assert vault_in(folder).open(FIRST) == diary(2)


def test_what_is_held_again_takes_the_same_file(holding: Vault, folder: Path) -> None:
    holding.open(FIRST)
    holding.hold(diary(3))
    assert len(unsaved_files(folder)) == 1
    assert vault_in(folder).open(FIRST).check_ins[-1] == diary(3).check_ins[0]


def test_the_next_start_joins_what_an_earlier_run_wrote(holding: Vault, folder: Path) -> None:
    del holding
    later = vault_in(folder)
    opened = later.open(FIRST)
    assert {check_in.id for check_in in opened.check_ins} == {"number-1", "number-2", "other"}
    assert later.has_unsaved
    later.save(opened)
    assert unsaved_files(folder) == []


def test_the_contacts_of_what_an_earlier_run_wrote_are_joined_too(vault: Vault, folder: Path) -> None:
    kept, written = Contact.written("Ann", "555 0100"), Contact.written("Dr Ng", "555 0101")
    vault.create(msgspec.structs.replace(diary(1), contacts=(kept,)), FIRST)
    vault.hold(msgspec.structs.replace(diary(1), contacts=(written,)))
    vault.lock()
    assert set(vault_in(folder).open(FIRST).contacts) == {kept, written}


def test_a_damaged_or_unreadable_file_beside_the_vault_is_left_out(
    holding: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del holding
    path = unsaved_files(folder)[0]
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert vault_in(folder).open(FIRST) == diary(1)
    really = files.read

    def read(wanted: Path, limit: int, *, follow_links: bool = False) -> bytes:
        if wanted == path:
            raise OSError(errno.EIO, "Input/output error")
        return really(wanted, limit, follow_links=follow_links)

    monkeypatch.setattr(files, "read", read)
    assert vault_in(folder).open(FIRST) == diary(1)
    assert path.exists()


def test_the_file_of_another_program_is_joined_and_stays_as_a_backup(vault: Vault, folder: Path, clock: Clock) -> None:
    vault.create(diary(1), FIRST)
    older = (folder / MAIN).read_bytes()
    vault.save(diary(2))
    (folder / MAIN).write_bytes(older)
    vault.hold(diary(3))
    vault.lock()
    opened = vault.open(FIRST)
    assert {check_in.id for check_in in opened.check_ins} == {"number-1", "number-3", "other"}
    clock.pass_days(1)
    vault.save(opened)
    assert older in [path.read_bytes() for path in folder.iterdir() if path.name != MAIN]


def test_a_file_that_went_away_or_is_damaged_does_not_hinder_opening_what_is_held(holding: Vault, folder: Path) -> None:
    (folder / MAIN).write_bytes(b"no vault")
    assert holding.open(FIRST) == diary(2)
    holding.hold(diary(3))
    holding.lock()
    (folder / MAIN).unlink()
    assert holding.open(FIRST) == diary(3)


def test_what_has_no_place_beside_the_file_is_in_memory_until_it_has_one(
    vault: Vault, folder: Path, tmp_path: Path, no_place: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1), FIRST)
    vault.back_up_unsaved(tmp_path / "none")
    assert not (tmp_path / "none").exists()
    vault.hold(diary(2))
    assert vault.would_lose_unsaved
    vault.back_up_unsaved(tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere").exists()
    vault.write_unsaved()
    assert vault.would_lose_unsaved
    no_place.undo()
    vault.write_unsaved()
    assert not vault.would_lose_unsaved
    before = {path: path.stat().st_mtime_ns for path in unsaved_files(folder)}
    vault.write_unsaved()
    assert {path: path.stat().st_mtime_ns for path in unsaved_files(folder)} == before


def test_what_is_too_large_for_a_file_is_held_in_memory(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1), FIRST)
    monkeypatch.setattr(unsaved_diary, "MAX_FILE", 10)
    vault.hold(diary(2))
    assert vault.would_lose_unsaved
    assert unsaved_files(folder) == []
    vault.lock()
    assert vault.open(FIRST) == diary(2)


def test_a_wrong_passphrase_opens_nothing_and_loses_nothing(holding: Vault) -> None:
    with pytest.raises(WrongPassphraseError):
        holding.open(SECOND)
    assert holding.open(FIRST) == diary(2)


def test_a_file_under_another_passphrase_opens_by_that_and_what_is_held_stays(
    holding: Vault, folder: Path, tmp_path: Path
) -> None:
    vault_in(tmp_path / "other").create(diary(5), SECOND)
    (folder / MAIN).write_bytes((tmp_path / "other" / MAIN).read_bytes())
    held = unsaved_files(folder)[0].read_bytes()
    assert holding.open(SECOND) == diary(5)
    holding.save(diary(6))
    assert unsaved_files(folder)[0].read_bytes() == held
    holding.lock()
    assert holding.open(FIRST).check_ins[0] == diary(2).check_ins[0]


def test_a_wrong_passphrase_is_told_while_the_file_is_gone(holding: Vault, folder: Path) -> None:
    (folder / MAIN).unlink()
    with pytest.raises(WrongPassphraseError):
        holding.open(SECOND)
    assert holding.open(FIRST) == diary(2)
