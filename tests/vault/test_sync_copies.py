"""Copies that programs made which sync folders: found by how they begin, listed, sealed again, restored and erased."""

from pathlib import Path

import pytest

from evolve_desktop import files
from evolve_desktop.errors import RefusedError
from evolve_desktop.vault import file_names, rekeying
from evolve_desktop.vault.backups import BackupState
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_names import MAIN, BackupKind
from evolve_desktop.vault.vault import Vault
from tests.vault.conftest import holds_plain_words
from tools.fault_injection.vault_workload import CHEAP, MARKER, diary, vault_in

NAMES = [
    "check-ins (conflicted copy 2026-11-29).evolve",
    "check-ins.sync-conflict-20261129-101010-ABCDEFG.evolve",
    "check-ins.evolve~",
    "Copy of check-ins.evolve",
    "check-ins 2.evolve",
    "check-ins.evolve.prev (Ann's conflicted copy)",
    ".syncthing.check-ins.evolve.tmp",
    "#check-ins.evolve.new#.new",
    "\udcff\udcfe copy",
    ".stversions/check-ins~20261129-101010.evolve",
    ".stversions/copy-000001-2026-11-29.evolve",
    ".cache/2026-11-29/check-ins.evolve",
]


def copies_of(folder: Path) -> None:
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((folder / MAIN).read_bytes())


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_copies_are_listed_whatever_their_names_and_each_can_be_restored(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    copies_of(folder)
    vault.save(diary(2))
    assert vault.copies == tuple(sorted(NAMES, key=lambda name: folder / name))
    found = {copy.name: copy for copy in vault.backups() if copy.is_copy}
    assert set(found) == set(NAMES)
    assert {(copy.kind, copy.state, copy.check_ins) for copy in found.values()} == {
        (BackupKind.COPY, BackupState.READABLE, 2)
    }
    for name in NAMES:
        assert vault.restore(name) == diary(1)


def test_a_new_passphrase_seals_every_copy_under_its_own_name(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    copies_of(folder)
    assert holds_plain_words(folder)
    vault.set_passphrase("rain")
    assert not holds_plain_words(folder)
    rain = Secret.passphrase("rain")
    for name in [MAIN, *NAMES]:
        data = (folder / name).read_bytes()
        assert MARKER.encode() in Sealing.of(data, rain).unseal(data)
    assert vault.foreign_copies == ()
    vault.set_passphrase("sun")
    assert {copy.check_ins for copy in vault_in(folder).backups("sun")} == {2}
    vault.remove_passphrase()
    assert {copy.check_ins for copy in vault_in(folder).backups()} == {2}


def test_a_copy_that_another_passphrase_closes_is_left_alone_and_named(vault: Vault, folder: Path) -> None:
    theirs = Sealing.new([Secret.passphrase("theirs")], CHEAP).seal(b"theirs")
    vault.create(diary(1))
    (folder / NAMES[0]).write_bytes(theirs)
    (folder / NAMES[1]).write_bytes((folder / MAIN).read_bytes()[:-9])
    vault.set_passphrase("rain")
    assert (folder / NAMES[0]).read_bytes() == theirs
    assert vault.foreign_copies == (NAMES[0],)
    assert set(vault.copies) == set(NAMES[:2])
    assert not holds_plain_words(folder)


@pytest.mark.parametrize("is_decided", [True, False])
def test_an_interrupted_change_of_key_is_completed_or_taken_back_for_copies_too(
    vault: Vault, folder: Path, *, is_decided: bool
) -> None:
    vault.create(diary(1))
    copies_of(folder)
    new = Sealing.new([Secret.passphrase("rain")], CHEAP)
    before = contents(folder)
    rekeying.prepare(folder, Sealing.plain(), new)
    assert len(contents(folder)) == 2 * len(before) - 1
    assert set(vault_in(folder).copies) == set(NAMES)  # an unfinished file is no copy
    if is_decided:
        (folder / MAIN).write_bytes(new.seal(Sealing.plain().unseal(before[folder / MAIN])))
        assert vault_in(folder).open("rain") == diary(1)
        assert not holds_plain_words(folder)
    else:
        vault_in(folder).open()
        assert contents(folder) == before
    assert set(contents(folder)) == set(before)


def test_erasing_removes_every_copy_and_nothing_else(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    copies_of(folder)
    other, link = folder / "Copy of a letter.txt", folder / "link.evolve"
    other.write_text("mine")
    link.symlink_to(other)
    vault.erase()
    assert {path for path in folder.rglob("*") if not path.is_dir()} == {other, link}
    assert vault.copies == vault.foreign_copies == ()


def test_a_linked_folder_is_not_looked_into(vault: Vault, folder: Path, tmp_path: Path) -> None:
    vault.create(diary(1))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "check-ins.evolve").write_bytes((folder / MAIN).read_bytes())
    (folder / "link").symlink_to(elsewhere)
    assert vault.copies == ()
    vault.erase()
    assert (elsewhere / "check-ins.evolve").exists()


def test_a_copy_that_cannot_be_read_stops_a_change_of_passphrase(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1))
    copies_of(folder)
    (folder / "letter.txt").write_text("mine")
    refused = {folder / NAMES[3], folder / "letter.txt"}
    read = files.read

    def refuse(path: Path, limit: int, *, follow_links: bool = False) -> bytes:
        if path in refused:
            raise PermissionError(13, "Permission denied")
        return read(path, limit, follow_links=follow_links)

    monkeypatch.setattr(files, "read", refuse)
    assert set(vault.copies) == set(NAMES)
    with pytest.raises(RefusedError, match="The change was not finished: Permission denied"):
        vault.set_passphrase("rain")
    monkeypatch.undo()
    assert vault_in(folder).open() == diary(1)


def test_a_file_that_goes_while_the_folder_is_read_is_no_copy(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1))
    gone = folder / NAMES[0]
    monkeypatch.setattr(file_names, "plain_files_in", lambda _folder: [gone])
    assert vault.copies == ()


def test_no_folder_has_no_copies(folder: Path) -> None:
    assert vault_in(folder).copies == vault_in(folder).foreign_copies == ()
