"""Earlier copies: which are kept, how they are listed, and how they come back."""

import sys
import time
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.errors import DamagedVaultError, PassphraseNeededError, RefusedError, WrongPassphraseError
from evolve_desktop.vault.backups import BackupState, retained
from evolve_desktop.vault.encryption import MAX_FILE, Sealing
from evolve_desktop.vault.file_names import MAIN, PREVIOUS, BackupKind
from evolve_desktop.vault.vault import Vault
from tools.fault_injection.vault_workload import Clock, diary, number_of, vault_in

RAIN, SUN = "rain", "sun"
DAY = date(2026, 11, 24)


def daily(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("copy-"))


def test_the_file_before_the_last_save_is_kept(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    vault.save(diary(3))
    (folder / MAIN).unlink()
    (folder / PREVIOUS).rename(folder / MAIN)
    assert vault.open() == diary(2)


def test_a_day_with_changes_has_one_copy_of_what_was_there_before(vault: Vault, folder: Path, clock: Clock) -> None:
    vault.create(diary(1))
    for day in range(3):
        clock.pass_days(1)
        for save in range(3):
            vault.save(diary(10 * day + save))
    assert daily(folder) == [
        "copy-000001-2026-03-02.evolve",
        "copy-000002-2026-03-03.evolve",
        "copy-000003-2026-03-04.evolve",
    ]


def test_three_years_leave_seven_days_four_weeks_and_twelve_months() -> None:
    copies = [(number, DAY + timedelta(days=number)) for number in range(3 * 365)]
    staying = retained(copies)
    days = sorted(day for number, day in copies if number in staying)
    last = copies[-1][1]
    assert days[-7:] == [last - timedelta(days=ago) for ago in range(6, -1, -1)]
    assert len({day.isocalendar()[:2] for day in days}) >= 4
    assert len({(day.year, day.month) for day in days}) == 12
    assert 12 <= len(days) <= 7 + 4 + 12


def test_two_months_of_days_leave_exactly_these() -> None:
    copies = [(number, date(2026, 10, 1) + timedelta(days=number)) for number in range(60)]  # to Sunday, 29 November
    staying = retained(copies)
    days = [day.strftime("%d %b") for number, day in copies if number in staying]
    of_weeks = ["08 Nov", "15 Nov", "22 Nov"]  # Sundays; the newest week has its newest day below
    of_days = ["23 Nov", "24 Nov", "25 Nov", "26 Nov", "27 Nov", "28 Nov", "29 Nov"]
    assert days == ["31 Oct", *of_weeks, *of_days]


@given(st.lists(st.dates(), max_size=60))
def test_whatever_the_clock_says_the_newest_three_stay_and_the_number_is_bounded(days: list[date]) -> None:
    copies = list(enumerate(days))
    staying = retained(copies)
    assert staying <= set(range(len(days)))
    assert set(range(len(days))[-3:]) <= staying
    assert len(staying) <= 3 + 7 + 4 + 12
    assert retained([copy for copy in copies if copy[0] in staying]) == staying


def test_a_clock_that_was_set_back_costs_no_newer_copy(vault: Vault, folder: Path, clock: Clock) -> None:
    vault.create(diary(1))
    for number in range(2, 12):
        clock.pass_days(1)
        vault.save(diary(number))
    clock.pass_days(-4000)
    vault.save(diary(20))
    clock.pass_days(1)
    vault.save(diary(21))
    days = [name[12:22] for name in daily(folder)]
    assert days[-2:] == ["2015-03-29", "2015-03-30"]
    assert days[-7:-2] == [f"2026-03-{day:02}" for day in range(7, 12)]
    assert vault.open() == diary(21)


def test_old_copies_go_when_a_new_one_comes(vault: Vault, folder: Path, clock: Clock) -> None:
    vault.create(diary(1))
    for number in range(2, 60):
        clock.pass_days(1)
        vault.save(diary(number))
    assert 7 <= len(daily(folder)) <= 7 + 4 + 12
    assert len(vault.backups()) == len(daily(folder)) + 1


def test_the_list_has_dates_and_numbers_newest_first(vault: Vault, clock: Clock) -> None:
    vault.create(diary(1))
    clock.pass_days(1)
    vault.save(diary(2))
    vault.save(diary(3))
    copies = vault.backups()
    assert [copy.kind for copy in copies] == [BackupKind.PREVIOUS, BackupKind.DAILY]
    assert [copy.check_ins for copy in copies] == [2, 2]
    assert [copy.state for copy in copies] == [BackupState.READABLE] * 2
    assert copies[0].written >= copies[1].written


def test_a_locked_list_says_so_and_a_secret_opens_it(vault: Vault, folder: Path) -> None:
    code = vault.create(diary(1), "rain", with_code=True)
    vault.save(diary(2))
    later = vault_in(folder)
    assert {copy.state for copy in later.backups()} == {BackupState.LOCKED}
    assert {copy.state for copy in later.backups(SUN)} == {BackupState.LOCKED}
    for secret, is_code in ((RAIN, False), (code, True)):
        assert {copy.check_ins for copy in later.backups(secret, is_code=is_code)} == {2}


def test_damaged_and_unreadable_copies_are_listed_as_such(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    (folder / PREVIOUS).write_bytes((folder / PREVIOUS).read_bytes()[:-1])
    (folder / "beside-2026-03-01-1.evolve").write_bytes(b"x" * (MAX_FILE + 5))
    (folder / "copy-000007-2026-99-99.evolve").write_bytes(b"a day that no calendar has")
    states = {copy.path.name: copy.state for copy in vault.backups()}
    assert states.pop("copy-000001-2026-03-01.evolve") is BackupState.READABLE
    assert set(states.values()) == {BackupState.DAMAGED}
    assert len(states) == 3
    previous = folder / PREVIOUS
    for content, state in ((b"[1", BackupState.DAMAGED), (b'{"version":4}', BackupState.NEWER)):
        previous.write_bytes(Sealing.plain().seal(content))
        assert next(copy.state for copy in vault.backups() if copy.path == previous) is state
    vault.save(diary(4))
    assert (folder / "copy-000007-2026-99-99.evolve").exists()


def test_a_copy_comes_back_and_what_was_there_becomes_a_copy(vault: Vault, folder: Path, clock: Clock) -> None:
    vault.create(diary(1), "rain")
    clock.pass_days(1)
    vault.save(diary(2))
    vault.save(diary(3))
    oldest = vault.backups()[-1]
    assert vault.restore(oldest.name) == diary(1)
    assert vault_in(folder).open(RAIN) == diary(1)
    vault.save(diary(9))
    contents = {number_of(vault.restore(copy.name)) for copy in vault.backups() if copy.kind is BackupKind.DAILY}
    assert contents >= {1, 3}


def test_after_damage_a_copy_comes_back_and_the_damaged_file_is_set_aside(vault: Vault, folder: Path) -> None:
    vault.create(diary(1), "rain")
    vault.save(diary(2))
    damaged = (folder / MAIN).read_bytes()[:-1]
    (folder / MAIN).write_bytes(damaged)
    with pytest.raises(DamagedVaultError, match="Your passphrase is right"):
        vault.open(RAIN)
    assert not vault.is_open
    copy = next(copy for copy in vault.backups(RAIN) if copy.kind is BackupKind.PREVIOUS)
    with pytest.raises(PassphraseNeededError):
        vault.restore(copy.name)
    with pytest.raises(WrongPassphraseError):
        vault.restore(copy.name, SUN)
    assert (folder / MAIN).read_bytes() == damaged
    assert vault.restore(copy.name, RAIN) == diary(1)
    assert vault.is_open
    assert (folder / "set-aside-2026-03-01-1.evolve").read_bytes() == damaged
    vault.save(diary(5))
    assert vault_in(folder).open(RAIN) == diary(5)


def test_a_second_damage_on_one_day_gets_a_name_of_its_own(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    for damaged in (b"first", b"second"):
        (folder / MAIN).write_bytes(damaged)
        with pytest.raises(DamagedVaultError):
            vault.open()
        vault.restore(next(copy.name for copy in vault.backups() if copy.kind is BackupKind.PREVIOUS))
    aside = sorted(path for path in folder.iterdir() if path.name.startswith("set-aside"))
    assert [path.read_bytes() for path in aside] == [b"first", b"second"]


def test_a_damaged_copy_is_not_restored(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    copy = vault.backups()[0]
    copy.path.write_bytes(b"nothing")
    with pytest.raises(DamagedVaultError):
        vault.restore(copy.name)
    copy.path.unlink()
    with pytest.raises(RefusedError, match="This copy could not be read"):
        vault.restore(copy.name)
    assert vault_in(folder).open() == diary(2)


@pytest.mark.parametrize("name", ["letter.evolve", MAIN, f"../vault/{PREVIOUS}", ""])
def test_only_a_backup_of_the_folder_is_restored(vault: Vault, folder: Path, name: str) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    (folder / "letter.evolve").write_text("not one of ours")
    with pytest.raises(RefusedError, match="This copy could not be read: No such file or directory"):
        vault.restore(name)
    assert vault.open() == diary(2)


def test_a_damaged_backup_cannot_be_restored_and_a_locked_one_can(vault: Vault, folder: Path) -> None:
    vault.create(diary(1), "rain")
    vault.save(diary(2))
    (folder / "set-aside-2026-03-01-1.evolve").write_bytes(b"damaged")
    found = {copy.name: copy.can_be_restored for copy in vault_in(folder).backups()}
    assert found == {PREVIOUS: True, "copy-000001-2026-03-01.evolve": True, "set-aside-2026-03-01-1.evolve": False}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes its time zone from elsewhere")
def test_a_time_zone_that_is_none_hides_no_backup(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "UTC+99")
        time.tzset()
        written = [copy.written.tzinfo for copy in vault.backups()]
    time.tzset()
    assert written == [UTC, UTC]
