"""Full disks, read-only places, vanished folders, other programs: a sentence for the person, and nothing older lost.

These tests may run as root, whom file modes do not bind. The vault looks at the modes itself, so that they hold for
root too; a disk that is full or read-only is a real one, mounted for the test where that is allowed.
"""

import errno
import os
import shutil
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.errors import ChangedBehindError, DamagedVaultError, RefusedError
from evolve_desktop.vault.backups import BackupState
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_header import split
from evolve_desktop.vault.file_names import MAIN, BackupKind
from evolve_desktop.vault.key_slots import MAX_MEMORY_KIB, MAX_PASSES
from evolve_desktop.vault.vault import Vault
from tests.conftest import LONG
from tests.limits import no_file_larger_than
from tools.fault_injection.vault_workload import Clock, diary, vault_in

NOT_KEPT = "Your last change was not kept: {}. What was kept before is still there."
RAIN = "rain"
DEAREST = Path(__file__).parents[1] / "data" / "dearest-key.evolve"
"""Sealed once with RAIN at the highest cost that is allowed: to seal it takes as long as to open it."""


def refused_save(vault: Vault, number: int = 2) -> str:
    with pytest.raises(RefusedError) as refused:
        vault.save(diary(number))
    return str(refused.value)


@contextmanager
def folder_that_cannot_be_synced(folder: Path) -> Iterator[None]:
    """Let every sync of the folder itself fail, not those of its files."""
    really = os.fsync

    def refuses(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").resolve() == folder:
            raise OSError(5, "Input/output error")
        really(descriptor)

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(os, "fsync", refuses)
        yield


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a real disk that holds 48 kilobytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48k", "none", str(place)],  # noqa: S607  (wherever the system has it)
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("a disk of our own cannot be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)  # noqa: S607  (see above)


def test_a_full_disk_keeps_what_was_kept(small_disk: Path) -> None:
    vault = vault_in(small_disk / "vault")
    vault.create(diary(1))
    vault.save(diary(2))
    (small_disk / "film").write_bytes(bytes(24 * 1024))
    message = refused_save(vault, 6)
    assert message.startswith(NOT_KEPT.format("No space left on device"))
    assert message.endswith("Please make room or choose another place.")
    with pytest.raises(RefusedError, match="The change was not finished: No space left on device"):
        vault.set_passphrase("rain")
    assert [path.name for path in vault.folder.iterdir() if path.suffix in {".new", ".resealed"}] == []
    assert vault_in(vault.folder).open() == diary(2)
    (small_disk / "film").unlink()
    vault.save(diary(6))
    assert vault_in(vault.folder).open() == diary(6)


def test_a_disk_that_is_full_from_the_start_keeps_nothing(small_disk: Path) -> None:
    (small_disk / "film").write_bytes(bytes(48 * 1024))
    vault = vault_in(small_disk / "vault")
    with pytest.raises(RefusedError, match="No space left on device"):
        vault.create(diary(1))
    assert not vault.exists
    assert not vault.is_open


def test_a_quota_keeps_what_was_kept(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    with no_file_larger_than(3000):
        assert "File too large" in refused_save(vault)
    assert sorted(path.name for path in folder.iterdir()) == [MAIN]
    assert vault.open() == diary(1)


@pytest.mark.parametrize("place", ["folder", "file"])
def test_what_is_marked_read_only_is_respected(vault: Vault, folder: Path, place: str) -> None:
    vault.create(diary(1))
    before_names = sorted(folder.iterdir())
    marked = folder if place == "folder" else folder / MAIN
    mode = marked.stat().st_mode
    marked.chmod(mode & ~0o222)
    before = (folder / MAIN).read_bytes()
    assert refused_save(vault).startswith(NOT_KEPT.format(f"{marked.name} is read-only"))
    with pytest.raises(RefusedError):
        vault.set_passphrase("rain")
    assert (folder / MAIN).read_bytes() == before
    assert sorted(folder.iterdir()) == before_names
    assert vault_in(folder).open() == diary(1)
    marked.chmod(mode)
    vault.save(diary(3))
    assert vault.open() == diary(3)


def test_a_read_only_disk_can_be_read(small_disk: Path) -> None:
    vault = vault_in(small_disk / "vault")
    vault.create(diary(1), "rain")
    vault.save(diary(2))
    (vault.folder / f"{MAIN}.new").write_text("half")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)  # noqa: S607  (see above)
    later = vault_in(vault.folder)
    assert later.open(RAIN) == diary(2)
    assert [copy.check_ins for copy in later.backups()] == [2, 2]
    assert "is read-only" in refused_save(later)
    with pytest.raises(RefusedError, match="Not everything could be erased"):
        later.erase()
    assert vault_in(vault.folder).open(RAIN) == diary(2)


def test_a_folder_may_be_a_link_to_another_disk(tmp_path: Path) -> None:
    (tmp_path / "really").mkdir()
    (tmp_path / "link").symlink_to("really")
    vault = vault_in(tmp_path / "link")
    vault.create(diary(1))
    vault.save(diary(2))
    assert vault_in(tmp_path / "really").open() == diary(2)


def test_a_folder_that_vanished_is_not_made_again(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    folder.rename(folder.with_name("elsewhere"))
    assert refused_save(vault).startswith(NOT_KEPT.format("its folder is gone"))
    assert not folder.exists()
    folder.with_name("elsewhere").rename(folder)
    vault.save(diary(2))
    assert vault.open() == diary(2)


def test_a_stick_that_was_pulled_leaves_an_empty_folder_that_is_not_written_to(small_disk: Path) -> None:
    vault = vault_in(small_disk)
    vault.create(diary(1), "rain")
    subprocess.run(["umount", "--lazy", str(small_disk)], check=True)  # noqa: S607  (see above)
    try:
        assert refused_save(vault).startswith(NOT_KEPT.format("the file is gone from its folder"))
        assert list(small_disk.iterdir()) == []
    finally:
        subprocess.run(["mount", "-t", "tmpfs", "none", str(small_disk)], check=True)  # noqa: S607  (see above)


def test_a_file_that_was_changed_behind_our_back_is_not_written_over(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    other = vault_in(folder)
    other.open()
    other.save(diary(2))
    theirs = (folder / MAIN).read_bytes()
    for number in (3, 4):
        with pytest.raises(ChangedBehindError, match="Theirs was left as it is, and yours is beside it") as told:
            vault.save(diary(number))
        assert told.value.beside == folder / "beside-2026-03-01-1.evolve"
        assert (folder / MAIN).read_bytes() == theirs
    assert vault.open() == diary(2)
    ours = next(copy for copy in vault.backups() if copy.kind is BackupKind.BESIDE)
    assert vault.restore(ours.name) == diary(4)
    assert vault_in(folder).open() == diary(4)
    assert (folder / "beside-2026-03-01-1.evolve").exists()


def test_while_another_app_may_be_writing_nothing_is_written(folder: Path) -> None:
    vault_in(folder).create(diary(1))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def claim() -> None:
        raise BlockingIOError(errno.EAGAIN, "another window has it open")

    vault = Vault(folder, Clock(), claim=claim)
    assert vault.open() == diary(1)
    assert refused_save(vault).startswith(NOT_KEPT.format("another window has it open"))
    for write in (vault.set_aside, vault.erase):
        with pytest.raises(RefusedError, match="another window has it open"):
            write()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_second_conflict_gets_a_name_of_its_own(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    besides = set()
    for number in (2, 4):
        vault.open()
        (folder / MAIN).write_bytes(b"x" * number)
        with pytest.raises(ChangedBehindError) as told:
            vault.save(diary(number))
        besides.add(told.value.beside.name)
        shutil.copy(told.value.beside, folder / MAIN)
    assert len(besides) == 2


def test_two_processes_never_overwrite_each_other(vault: Vault, folder: Path, tmp_path: Path) -> None:
    vault.create(diary(0))
    code = f"""
from pathlib import Path
from evolve_desktop.errors import ChangedBehindError
from tools.fault_injection.vault_workload import diary, number_of, vault_in
vault = vault_in(Path({str(folder)!r}))
kept = 0
for number in range(60):
    try:
        vault.open()
        vault.save(diary(number))
        kept += 1
    except ChangedBehindError:
        pass
print(kept)
"""
    both = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    counts = [int(process.communicate()[0]) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert all(0 < count <= 60 for count in counts)
    assert vault.open() == diary(59) or any(copy.kind is BackupKind.BESIDE for copy in vault.backups())
    assert {copy.state for copy in vault.backups()} == {BackupState.READABLE}
    assert tmp_path.exists()


def test_what_a_kill_leaves_of_a_file_written_beside_is_cleared(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    (folder / "beside-2026-03-01-1.evolve.new").write_text("half")
    (folder / MAIN).write_bytes(b"theirs")
    with pytest.raises(ChangedBehindError):
        vault.save(diary(2))
    (folder / "beside-2026-03-01-1.evolve.new").write_text("half")
    vault.erase()
    assert not folder.exists()


def test_a_first_keeping_that_fails_late_can_be_tried_again(folder: Path) -> None:
    vault = vault_in(folder)
    folder.mkdir()
    with folder_that_cannot_be_synced(folder), pytest.raises(RefusedError, match="Input/output error"):
        vault.create(diary(1))
    assert not vault.exists
    assert list(folder.iterdir()) == []
    vault.create(diary(2), "rain")
    assert vault_in(folder).open(RAIN) == diary(2)


def test_a_huge_file_is_refused_without_being_read_whole(vault: Vault, folder: Path) -> None:
    folder.mkdir()
    with (folder / MAIN).open("wb") as file:
        file.write(Sealing.plain().prefix)
        file.truncate(50 * 1024**3)
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(DamagedVaultError):
        vault.open()
    assert time.perf_counter() - started < 5
    assert tracemalloc.get_traced_memory()[1] < 100 * 1024**2
    tracemalloc.stop()


@LONG
def test_the_dearest_key_that_a_file_may_ask_for_takes_seconds_and_not_minutes() -> None:
    (slot,) = split(DEAREST.read_bytes())[0].slots
    assert (slot.passes, slot.memory_kib) == (MAX_PASSES, MAX_MEMORY_KIB), "seal another file with the dearest key"
    started = time.perf_counter()
    assert Sealing.of(DEAREST.read_bytes(), Secret.passphrase(RAIN)).data_key is not None
    assert time.perf_counter() - started < 20


def test_a_copy_that_the_system_refuses_is_listed_as_such(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    really = os.open

    def refuses(path: Path, *arguments: int) -> int:
        if str(path).endswith(".prev"):
            raise OSError(5, "Input/output error")
        return really(path, *arguments)

    monkeypatch.setattr(os, "open", refuses)
    states = {copy.kind: copy.state for copy in vault.backups()}
    assert states == {BackupKind.PREVIOUS: BackupState.REFUSED, BackupKind.DAILY: BackupState.READABLE}
    assert vault_in(folder).backups(RAIN)


def test_a_write_that_fails_at_the_last_moment_leaves_nothing_behind(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1))
    really = Path.replace

    def refuses(self: Path, target: Path) -> Path:
        if target.name == MAIN:
            raise OSError(5, "Input/output error")
        return really(self, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", refuses)
        assert "Input/output error" in refused_save(vault)
    assert not [path for path in folder.iterdir() if path.suffix == ".new"]
    vault.save(diary(3))
    assert vault.open() == diary(3)


def test_a_save_that_failed_after_it_was_written_is_no_conflict_with_ourselves(
    vault: Vault, folder: Path, clock: Clock
) -> None:
    vault.create(diary(1))
    with folder_that_cannot_be_synced(folder):
        assert "Input/output error" in refused_save(vault)
    assert vault_in(folder).open() == diary(2)
    clock.pass_days(1)
    vault.save(diary(3))
    assert vault.open() == diary(3)


def test_saves_that_fail_again_and_again_hold_on_to_no_more_than_the_last(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1), "rain")
    really = os.fsync

    def refuses(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").resolve() == folder:
            raise OSError(5, "Input/output error")
        really(descriptor)

    tracemalloc.start()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", refuses)
        for turn in range(12):
            with pytest.raises(RefusedError):
                vault.save(megabyte(turn))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 5 * 1024**2
    vault.save(megabyte(12))
    assert vault_in(folder).open(RAIN) == megabyte(12)


@pytest.mark.parametrize("passphrase", ["rain", ""])
def test_what_was_locked_or_erased_is_not_held_on_to(vault: Vault, passphrase: str) -> None:
    tracemalloc.start()
    vault.create(megabyte(1), passphrase)
    vault.save(megabyte(2))
    if passphrase:
        vault.lock()
        held, _ = tracemalloc.get_traced_memory()
        assert held < 1.5 * 1024**2  # the closed bytes, to know the file again
    vault.erase()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 1024**2 / 2


def megabyte(number: int) -> Diary:
    """Return a diary of a megabyte."""
    return Diary(check_ins=(diary(number).check_ins[0].with_note("C01", "x" * 1024**2),))
