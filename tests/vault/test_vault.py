"""Keep, open, save and lock, with real files."""

import os
import stat
import threading
from datetime import datetime
from pathlib import Path

import pytest

from evolve_desktop import files
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.diary import VERSION, Diary
from evolve_desktop.errors import (
    DamagedVaultError,
    MistypedCodeError,
    NewerVaultError,
    PassphraseNeededError,
    RefusedError,
    VaultError,
    WrongPassphraseError,
)
from evolve_desktop.vault.diary_json import to_json
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_names import MAIN
from evolve_desktop.vault.vault import Vault
from tools.fault_injection.vault_workload import CHEAP, MARKER, Clock, diary, vault_in

RAIN = "rain"


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_nothing_kept_is_a_diary_without_a_file(vault: Vault, folder: Path) -> None:
    assert not vault.exists
    assert not vault.is_open
    assert not folder.exists()


def test_what_is_kept_comes_back_in_another_process_or_later(vault: Vault, folder: Path, sitting: CheckIn) -> None:
    vault.create(Diary())
    vault.save(Diary(check_ins=(sitting,)))
    assert vault_in(folder).open() == Diary(check_ins=(sitting,))


def test_keeping_without_a_passphrase_gives_a_plain_file_and_no_code(vault: Vault, folder: Path) -> None:
    assert vault.create(diary(1), with_code=True) == ""
    assert vault.exists
    assert vault.is_open
    assert not vault.is_sealed
    assert not vault.has_recovery_code
    assert MARKER.encode() in all_bytes(folder)


def test_keeping_with_a_passphrase_lets_nobody_else_read(vault: Vault, folder: Path) -> None:
    assert vault.create(diary(1), "rain") == ""
    vault.save(diary(2))
    assert vault.is_sealed
    assert not vault.has_recovery_code
    assert MARKER.encode() not in all_bytes(folder)
    assert vault_in(folder).open(RAIN) == diary(2)


def test_the_recovery_code_opens_what_the_passphrase_opens(vault: Vault, folder: Path) -> None:
    code = vault.create(diary(1), "rain", with_code=True)
    assert vault.has_recovery_code
    assert vault_in(folder).open(code.lower(), is_code=True) == diary(1)
    assert vault_in(folder).open(RAIN) == diary(1)


def test_files_are_for_the_person_only(vault: Vault, folder: Path, clock: Clock) -> None:
    vault.create(diary(1))
    clock.pass_days(1)
    vault.save(diary(2))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 3


def test_a_locked_vault_neither_saves_nor_opens_without_the_passphrase(vault: Vault) -> None:
    vault.create(diary(1), "rain")
    vault.lock()
    assert not vault.is_open
    for attempt in (lambda: vault.save(diary(2)), vault.open, vault.remove_passphrase):
        with pytest.raises(PassphraseNeededError, match=r"^Your check-ins are locked\. Please type your passphrase\.$"):
            attempt()
    assert vault.open(RAIN) == diary(1)
    assert vault.is_open


def test_a_second_keep_does_not_replace_the_first(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    with pytest.raises(VaultError, match="kept in this folder already"):
        vault_in(folder).create(diary(2))
    assert vault_in(folder).open() == diary(1)


def test_fifty_wrong_passphrases_do_not_spoil_the_right_one(folder: Path) -> None:
    seconds = [0.0]
    vault = Vault(folder, datetime.now, cost=CHEAP, ticks=lambda: seconds[0])
    vault.create(diary(1), "rain")
    vault.lock()
    before = (folder / MAIN).read_bytes()
    waits = []
    for number in range(50):
        with pytest.raises(WrongPassphraseError):
            vault.open(f"rain {number}")
        waits.append(vault.wait_before_next_try)
        seconds[0] += vault.wait_before_next_try
        assert vault.wait_before_next_try == 0
    assert waits[:8] == [0, 0, 1, 2, 4, 8, 16, 30]
    assert set(waits[8:]) == {30}
    assert (folder / MAIN).read_bytes() == before
    assert vault.open(RAIN) == diary(1)
    for _ in range(2):
        with pytest.raises(WrongPassphraseError):
            vault.open("sun")
        assert vault.wait_before_next_try == 0


def test_a_wrong_passphrase_leaves_the_vault_locked(vault: Vault) -> None:
    vault.create(diary(1), "rain")
    with pytest.raises(WrongPassphraseError):
        vault.open("sun")
    assert not vault.is_open


def test_a_newer_file_is_left_untouched(vault: Vault, folder: Path) -> None:
    folder.mkdir()
    newer = b"\x89EVOLVE\n\x02\x00\x0c\x00\x00\x00" + b'{"format":2}' + b"who knows"
    (folder / MAIN).write_bytes(newer)
    with pytest.raises(NewerVaultError):
        vault.open()
    with pytest.raises(NewerVaultError):
        vault.is_sealed  # noqa: B018  (asking is what fails)
    assert (folder / MAIN).read_bytes() == newer


def test_a_newer_diary_in_a_file_of_this_format_is_newer_too(vault: Vault, folder: Path) -> None:
    folder.mkdir()
    (folder / MAIN).write_bytes(Sealing.plain().seal(to_json(Diary(version=VERSION + 1))))
    with pytest.raises(NewerVaultError):
        vault.open()


def test_a_file_that_is_whole_and_holds_no_diary_is_damaged(vault: Vault, folder: Path) -> None:
    folder.mkdir()
    (folder / MAIN).write_bytes(Sealing.plain().seal(b"{}"))
    with pytest.raises(DamagedVaultError, match="The file opened, but its content is damaged"):
        vault.open()


def test_a_vanished_file_is_told_where_earlier_copies_are_there(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    (folder / MAIN).unlink()
    assert vault.exists
    with pytest.raises(DamagedVaultError, match="Earlier copies are still there"):
        vault.open()
    vault.restore(vault.backups()[0].name)
    assert vault_in(folder).open() == diary(1)


def test_opening_nothing_is_a_refusal_of_the_system(vault: Vault) -> None:
    with pytest.raises(RefusedError, match="could not be read: No such file or directory"):
        vault.open()


@pytest.mark.parametrize("make", ["pipe", "link", "folder"])
def test_something_else_in_the_place_of_the_file_is_refused(vault: Vault, folder: Path, make: str) -> None:
    folder.mkdir()
    if make == "pipe":
        os.mkfifo(folder / MAIN)
    elif make == "link":
        (folder / MAIN).symlink_to("/dev/zero")
    else:
        (folder / MAIN).mkdir()
    with pytest.raises(RefusedError):
        vault.open()


def test_a_folder_that_is_a_file_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("mine")
    vault = vault_in(tmp_path / "vault")
    assert not vault.exists
    with pytest.raises(RefusedError):
        vault.create(diary(1))
    assert (tmp_path / "vault").read_text() == "mine"


def test_an_unfinished_write_is_cleared_and_other_files_stay(vault: Vault, folder: Path) -> None:
    vault.create(diary(1), "rain")
    (folder / f"{MAIN}.new").write_text("half")
    (folder / f"{MAIN}.prev.new").write_text("half")
    (folder / "letter.new").write_text("not ours")
    (folder / "copy-000001-2026-03-01.evolve.new").mkdir()
    vault.open(RAIN)
    assert sorted(path.name for path in folder.iterdir()) == [
        MAIN,
        "copy-000001-2026-03-01.evolve.new",
        "letter.new",
    ]


def test_saving_the_same_diary_twice_is_fine(vault: Vault) -> None:
    vault.create(diary(1))
    vault.save(diary(1))
    vault.save(diary(1))
    assert vault.open() == diary(1)


def test_a_new_vault_knows_its_folder(vault: Vault, folder: Path) -> None:
    assert vault.folder == folder


def test_a_diary_that_is_too_large_is_refused_and_the_last_one_stays(vault: Vault, check_in: CheckIn) -> None:
    vault.create(diary(1))
    huge = check_in.with_note("C01", "x" * (17 * 1024**2))
    with pytest.raises(VaultError, match="larger than the 16 MB that one file holds"):
        vault.save(Diary(check_ins=(huge,)))
    assert vault.open() == diary(1)


def test_a_call_from_one_thread_waits_for_a_save_in_another(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.create(diary(1))
    is_saving, may_go_on = threading.Event(), threading.Event()
    really = files.write_new

    def waits(path: Path, data: bytes) -> None:
        is_saving.set()
        may_go_on.wait(10)
        really(path, data)

    monkeypatch.setattr(files, "write_new", waits)
    saving = threading.Thread(target=vault.save, args=(diary(2),))
    saving.start()
    assert is_saving.wait(10)
    found: list[Diary] = []
    opening = threading.Thread(target=lambda: found.append(vault.open()))
    opening.start()
    opening.join(0.1)
    assert found == []
    may_go_on.set()
    saving.join(10)
    opening.join(10)
    assert found == [diary(2)]


def test_a_code_with_a_slip_is_told_before_an_open_vault_is_locked(vault: Vault) -> None:
    vault.create(diary(1), "rain", with_code=True)
    with pytest.raises(MistypedCodeError):
        vault.open("rain", is_code=True)
    assert vault.is_open
