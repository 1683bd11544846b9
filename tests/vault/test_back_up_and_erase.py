"""One file that holds everything, and the way back from it; and everything erased."""

from pathlib import Path

import pytest

from evolve_desktop.errors import DamagedVaultError, PassphraseNeededError, RefusedError, WrongPassphraseError
from evolve_desktop.vault.file_names import MAIN, PREVIOUS
from evolve_desktop.vault.vault import Vault
from tools.fault_injection.vault_workload import MARKER, Clock, diary, vault_in

RAIN, SUN = "rain", "sun"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "backup.evolve"


def test_a_backup_comes_back_on_another_computer_with_either_secret(vault: Vault, stick: Path, tmp_path: Path) -> None:
    code = vault.create(diary(1), "rain", with_code=True)
    vault.back_up(stick)
    for name, secret, is_code in (("one", RAIN, False), ("two", code, True)):
        elsewhere = vault_in(tmp_path / name / "deep" / "vault")
        assert elsewhere.restore_from(stick, secret, is_code=is_code) == diary(1)
        assert elsewhere.is_open
        elsewhere.save(diary(2))
        assert vault_in(elsewhere.folder).open(RAIN) == diary(2)
        assert vault_in(elsewhere.folder).has_recovery_code


def test_a_backup_is_closed_like_the_vault_and_for_the_person_only(vault: Vault, stick: Path) -> None:
    vault.create(diary(1), "rain")
    vault.back_up(stick)
    assert MARKER.encode() not in stick.read_bytes()
    assert stick.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in stick.parent.iterdir()] == [stick.name]
    with pytest.raises(PassphraseNeededError):
        vault_in(stick.parent / "new").restore_from(stick)


def test_a_plain_backup_needs_no_passphrase(vault: Vault, stick: Path, tmp_path: Path) -> None:
    vault.create(diary(1))
    vault.back_up(stick)
    assert vault_in(tmp_path / "new").restore_from(stick) == diary(1)


def test_a_backup_replaces_an_older_one_whole(vault: Vault, stick: Path, tmp_path: Path) -> None:
    vault.create(diary(1))
    vault.back_up(stick)
    vault.save(diary(2))
    vault.back_up(stick)
    assert vault_in(tmp_path / "new").restore_from(stick) == diary(2)


def test_a_backup_that_was_closed_with_an_older_passphrase_comes_back_under_the_present_one(
    vault: Vault, stick: Path, folder: Path
) -> None:
    vault.create(diary(1), "rain")
    vault.back_up(stick)
    vault.set_passphrase("sun")
    vault.save(diary(2))
    with pytest.raises(WrongPassphraseError):
        vault.restore_from(stick, SUN)
    assert vault.restore_from(stick, RAIN) == diary(1)
    assert vault_in(folder).open(SUN) == diary(1)
    assert any(copy.check_ins for copy in vault.backups())


def test_a_backup_brings_back_a_vault_that_is_damaged(vault: Vault, stick: Path, folder: Path) -> None:
    vault.create(diary(1), "rain")
    vault.back_up(stick)
    (folder / MAIN).write_bytes(b"gone")
    later = vault_in(folder)
    assert later.restore_from(stick, RAIN) == diary(1)
    assert (folder / "set-aside-2026-03-01-1.evolve").exists()
    assert b"gone" not in b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_locked_vault_makes_no_backup(vault: Vault, stick: Path) -> None:
    vault.create(diary(1), "rain")
    vault.lock()
    with pytest.raises(PassphraseNeededError):
        vault.back_up(stick)
    assert not stick.exists()


def test_a_damaged_file_makes_no_backup(vault: Vault, stick: Path, folder: Path) -> None:
    vault.create(diary(1), "rain")
    (folder / MAIN).write_bytes((folder / MAIN).read_bytes()[:-1])
    with pytest.raises(DamagedVaultError):
        vault.back_up(stick)
    assert not stick.exists()


def test_a_damaged_backup_changes_nothing(vault: Vault, stick: Path) -> None:
    vault.create(diary(1))
    vault.back_up(stick)
    stick.write_bytes(stick.read_bytes()[:-1])
    with pytest.raises(DamagedVaultError):
        vault.restore_from(stick)
    assert vault.open() == diary(1)


@pytest.mark.parametrize("place", ["nowhere/backup.evolve", "."])
def test_a_backup_that_cannot_be_written_says_so(vault: Vault, tmp_path: Path, place: str) -> None:
    vault.create(diary(1))
    with pytest.raises(RefusedError, match=r"The backup was not written: .* Please choose another place"):
        vault.back_up(tmp_path / place)


def test_erasing_removes_everything_of_ours_and_the_folder(vault: Vault, folder: Path, clock: Clock) -> None:
    vault.create(diary(1))
    for number in (2, 3):
        clock.pass_days(1)
        vault.save(diary(number))
    for name in (f"{MAIN}.new", f"{MAIN}.prev.resealed", "set-aside-2026-03-01-1.evolve", "beside-2026-03-01-1.evolve"):
        (folder / name).write_text("x")
    vault.erase()
    assert not folder.exists()
    assert not vault.exists
    assert not vault.is_open


def test_erasing_leaves_what_is_not_ours(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    (folder / "letter.txt").write_text("mine")
    vault.erase()
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_what_cannot_be_erased_is_told_and_the_rest_goes(
    vault: Vault, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1))
    clock.pass_days(1)
    vault.save(diary(2))
    really = Path.unlink

    def refuses(self: Path, *, missing_ok: bool = False) -> None:
        if self.name == PREVIOUS:
            raise PermissionError(1, "Operation not permitted")
        really(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuses)
    with pytest.raises(RefusedError, match="Not everything could be erased: Operation not permitted"):
        vault.erase()
    assert [path.name for path in folder.iterdir()] == [PREVIOUS]


def test_erasing_nothing_is_fine(vault: Vault) -> None:
    vault.erase()


def test_after_erasing_one_can_keep_again(vault: Vault, folder: Path) -> None:
    vault.create(diary(1), "rain")
    vault.erase()
    vault.create(diary(2))
    assert vault_in(folder).open() == diary(2)
