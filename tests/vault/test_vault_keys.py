"""Passphrase set, changed and removed, and recovery codes renewed: one path, and no copy is left behind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evolve_desktop import files
from evolve_desktop.errors import MistypedCodeError, RefusedError, VaultError, WrongPassphraseError
from evolve_desktop.vault import file_names, rekeying
from evolve_desktop.vault.backups import BackupState
from evolve_desktop.vault.credentials import Secret, new_recovery_code
from evolve_desktop.vault.diary_json import to_json
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_names import BEING_SEALED, MAIN, PREVIOUS, BackupKind
from evolve_desktop.vault.vault import Vault
from tests.vault.conftest import holds_plain_words
from tools.fault_injection.vault_workload import CHEAP, MARKER, Clock, diary, vault_in

RAIN, SUN = "rain", "sun"
SET_ASIDE = "set-aside-2026-03-01-1.evolve"


def with_copies(vault: Vault, clock: Clock, passphrase: str = "") -> None:
    vault.create(diary(1), passphrase)
    for number in (2, 3, 4):
        clock.pass_days(1)
        vault.save(diary(number))


def opened_by(folder: Path, passphrase: str) -> int:
    """Return how many files of the folder a passphrase opens."""
    count = 0
    for path in folder.iterdir():
        try:
            Sealing.of(path.read_bytes(), *Secret.typed(passphrase, is_code=False))
        except VaultError:
            continue
        count += 1
    return count


def test_a_passphrase_that_is_set_late_seals_every_copy(vault: Vault, folder: Path, clock: Clock) -> None:
    with_copies(vault, clock)
    (folder / SET_ASIDE).write_bytes(Sealing.plain().seal(MARKER.encode())[:-9])
    (folder / f"{MAIN}.new").write_text(MARKER)
    vault.set_passphrase("rain")
    assert not holds_plain_words(folder)
    assert opened_by(folder, RAIN) == len(list(folder.iterdir())) == 6
    assert vault.is_sealed
    assert vault_in(folder).open(RAIN) == diary(4)


def test_the_old_passphrase_opens_nothing_after_a_change(vault: Vault, folder: Path, clock: Clock) -> None:
    with_copies(vault, clock, "rain")
    vault.set_passphrase("sun")
    assert opened_by(folder, RAIN) == 0
    assert opened_by(folder, SUN) == 5
    assert vault_in(folder).open(SUN) == diary(4)


def test_a_change_makes_a_new_data_key(vault: Vault, folder: Path) -> None:
    vault.create(diary(1), "rain")
    before = Sealing.of((folder / MAIN).read_bytes(), Secret.passphrase(RAIN)).data_key
    vault.set_passphrase("rain")
    assert Sealing.of((folder / MAIN).read_bytes(), Secret.passphrase(RAIN)).data_key != before


def test_a_passphrase_that_is_removed_leaves_everything_readable(vault: Vault, folder: Path, clock: Clock) -> None:
    with_copies(vault, clock, "rain")
    vault.remove_passphrase()
    assert not vault.is_sealed
    assert opened_by(folder, "") == 5
    assert vault_in(folder).open() == diary(4)
    assert [copy.check_ins for copy in vault.backups()] == [2] * 4


def test_copies_keep_their_date_when_they_are_sealed_again(vault: Vault, clock: Clock) -> None:
    with_copies(vault, clock)
    before = [(copy.path, copy.written) for copy in vault.backups()]
    vault.set_passphrase("rain")
    assert [(copy.path, copy.written) for copy in vault.backups()] == before


def test_a_changed_passphrase_ends_the_old_recovery_code(vault: Vault, folder: Path) -> None:
    old = vault.create(diary(1), "rain", with_code=True)
    new = vault.set_passphrase("sun", with_code=True)
    assert old
    assert new
    with pytest.raises(WrongPassphraseError):
        vault_in(folder).open(old, is_code=True)
    assert vault_in(folder).open(new, is_code=True) == diary(1)
    assert vault.set_passphrase("sun") == ""
    assert not vault.has_recovery_code


def test_a_new_recovery_code_needs_the_right_passphrase(vault: Vault, folder: Path) -> None:
    vault.create(diary(1), "rain")
    with pytest.raises(WrongPassphraseError):
        vault.new_recovery_code("sun")
    code = vault.new_recovery_code("rain")
    assert vault_in(folder).open(code, is_code=True) == diary(1)
    assert vault_in(folder).open(RAIN) == diary(1)
    newer = vault.new_recovery_code("rain")
    with pytest.raises(WrongPassphraseError):
        vault_in(folder).open(code, is_code=True)
    assert vault_in(folder).open(newer, is_code=True) == diary(1)


def test_whoever_lost_the_passphrase_sets_another_with_the_code(vault: Vault, folder: Path) -> None:
    code = vault.create(diary(1), "rain", with_code=True)
    later = vault_in(folder)
    later.open(code, is_code=True)
    later.set_passphrase("sun")
    assert vault_in(folder).open(SUN) == diary(1)


def test_a_damaged_copy_is_sealed_as_it_is(vault: Vault, folder: Path, clock: Clock) -> None:
    with_copies(vault, clock, "rain")
    damaged = (folder / PREVIOUS).read_bytes()[:-1]
    (folder / PREVIOUS).write_bytes(damaged)
    vault.set_passphrase("sun")
    assert opened_by(folder, RAIN) == 0
    data = (folder / PREVIOUS).read_bytes()
    assert Sealing.of(data, Secret.passphrase(SUN)).unseal(data) == damaged
    assert {copy.state for copy in vault.backups() if copy.path.name == PREVIOUS} == {BackupState.DAMAGED}


def test_what_another_key_or_a_newer_version_closed_is_left_alone(vault: Vault, folder: Path, clock: Clock) -> None:
    with_copies(vault, clock)
    theirs = Sealing.new([Secret.passphrase(SUN)], CHEAP).seal(b"theirs")
    newer = b"\x89EVOLVE\n\x02\x00\x0c\x00\x00\x00" + b'{"format":2}'
    (folder / SET_ASIDE).write_bytes(theirs)
    (folder / "beside-2026-03-01-1.evolve").write_bytes(theirs)
    (folder / "set-aside-2026-03-01-2.evolve").write_bytes(newer)
    vault.set_passphrase("rain")
    assert (folder / SET_ASIDE).read_bytes() == theirs
    assert (folder / "set-aside-2026-03-01-2.evolve").read_bytes() == newer
    assert not holds_plain_words(folder)
    found = {copy.path.name: (copy.kind, copy.state) for copy in vault.backups()}
    assert found[SET_ASIDE] == (BackupKind.SET_ASIDE, BackupState.LOCKED)
    assert found["beside-2026-03-01-1.evolve"] == (BackupKind.BESIDE, BackupState.LOCKED)
    assert found["set-aside-2026-03-01-2.evolve"] == (BackupKind.SET_ASIDE, BackupState.NEWER)
    assert found[PREVIOUS] == (BackupKind.PREVIOUS, BackupState.READABLE)


def test_a_change_of_key_does_not_carry_on_what_another_program_wrote(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    other = vault_in(folder)
    other.open()
    other.save(diary(2))
    with pytest.raises(VaultError, match="Please open it again first"):
        vault.set_passphrase("rain")
    assert vault_in(folder).open() == diary(2)


@pytest.fixture
def fails_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str, int], None]:
    def prepare(module: object, name: str, when: int) -> None:
        """Let a function of a module fail from the `when`-th call on."""
        really = getattr(module, name)
        calls = [0]

        def fails(*arguments: object) -> object:
            calls[0] += 1
            if calls[0] >= when:
                raise OSError(5, "Input/output error")
            return really(*arguments)

        monkeypatch.setattr(module, name, fails)

    return prepare


def test_a_change_that_fails_before_its_moment_is_taken_back(
    vault: Vault, folder: Path, clock: Clock, fails_at: Callable[[object, str, int], None]
) -> None:
    with_copies(vault, clock, "rain")
    fails_at(files, "write_new", 3)
    with pytest.raises(RefusedError, match="the old or the new passphrase opens them"):
        vault.set_passphrase("sun")
    assert not [path for path in folder.iterdir() if path.suffix == BEING_SEALED]
    assert opened_by(folder, RAIN) == 5


def test_a_change_that_fails_after_its_moment_is_carried_on(
    vault: Vault, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_copies(vault, clock)
    with monkeypatch.context() as broken:

        def fails(_: Path) -> None:
            raise OSError(5, "Input/output error")

        broken.setattr(files, "sync_folder", fails)
        broken.setattr(rekeying, "prepare", _prepare_without_sync)
        with pytest.raises(RefusedError):
            vault.set_passphrase("rain")
    assert vault.is_open
    vault.save(diary(5))
    later = vault_in(folder)
    assert later.open(RAIN) == diary(5)
    assert not holds_plain_words(folder)
    assert {copy.state for copy in later.backups()} == {BackupState.READABLE}


def _prepare_without_sync(folder: Path, old: Sealing | None, new: Sealing) -> None:
    for path in file_names.backups_in(folder):
        content = old.unseal(path.read_bytes()) if old else b""
        files.write_new(path.with_name(path.name + BEING_SEALED), new.seal(content))


def test_what_is_left_of_a_change_is_settled_before_anybody_types_a_passphrase(
    vault: Vault, folder: Path, clock: Clock
) -> None:
    with_copies(vault, clock, "rain")
    main = (folder / MAIN).read_bytes()
    sealing = Sealing.of(main, Secret.passphrase(RAIN))
    (folder / f"{PREVIOUS}{BEING_SEALED}").write_bytes(sealing.seal(b"carried on"))
    first = next(path for path in folder.iterdir() if path.name.startswith("copy-000001"))
    before = first.read_bytes()
    first.with_name(first.name + BEING_SEALED).write_text(f"plain {MARKER}")
    with pytest.raises(WrongPassphraseError):
        vault_in(folder).open(SUN)
    assert sealing.unseal((folder / PREVIOUS).read_bytes()) == b"carried on"
    assert first.read_bytes() == before
    assert not holds_plain_words(folder)


def test_a_change_that_could_not_be_carried_on_is_before_the_next_one(vault: Vault, folder: Path, clock: Clock) -> None:
    with_copies(vault, clock, "rain")
    sealing = Sealing.of((folder / MAIN).read_bytes(), Secret.passphrase(RAIN))
    (folder / f"{PREVIOUS}{BEING_SEALED}").write_bytes(sealing.seal(b"carried on"))
    vault.set_passphrase("sun")
    data = (folder / PREVIOUS).read_bytes()
    assert Sealing.of(data, Secret.passphrase(SUN)).unseal(data) == b"carried on"


def test_a_plain_copy_that_lies_there_is_sealed_when_keeping_begins_anew(vault: Vault, folder: Path) -> None:
    vault.create(diary(1))
    vault.save(diary(2))
    vault.set_aside()
    assert not vault.exists
    vault.create(diary(3), "rain")
    assert not holds_plain_words(folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        MAIN,
        "copy-000001-2026-03-01.evolve",
        SET_ASIDE,
        "set-aside-2026-03-01-2.evolve",
    ]
    assert {copy.check_ins for copy in vault.backups()} == {2}


def test_setting_aside_is_on_disk_before_anything_else_is_done(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create(diary(1))
    synced: list[Path] = []
    monkeypatch.setattr(files, "sync_folder", synced.append)
    vault.set_aside()
    assert synced == [folder]


def test_setting_aside_nothing_is_fine(vault: Vault, folder: Path) -> None:
    folder.mkdir()
    vault.set_aside()
    assert list(folder.iterdir()) == []


WORDS = "correct horse battery"


@pytest.mark.parametrize("end", ["\n", " ", "\u00a0", "\u200b", "\ufeff"])
def test_a_passphrase_pasted_with_an_end_that_nobody_sees_opens_by_its_words(
    vault: Vault, folder: Path, end: str
) -> None:
    vault.create(diary(1), WORDS + end)
    for typed in (WORDS, WORDS + end, f"\t{WORDS}\r\n"):
        assert vault_in(folder).open(typed) == diary(1)
    with pytest.raises(WrongPassphraseError):
        vault_in(folder).open(WORDS.replace(" ", ""))


@pytest.mark.parametrize("sealed", [f"{WORDS}\n", f"{WORDS} ", f" {WORDS}", f"{WORDS}\u200b", "\u200b \n"])
def test_an_older_vault_whose_passphrase_has_such_a_character_still_opens(
    vault: Vault, folder: Path, sealed: str
) -> None:
    vault.create(diary(1), "rain")
    older = Sealing.new([Secret.passphrase(sealed)], CHEAP)
    (folder / MAIN).write_bytes(older.seal(to_json(diary(1))))
    later = vault_in(folder)
    assert later.open(sealed) == diary(1)
    assert later.backups(sealed) == ()
    later.set_passphrase(WORDS)
    assert vault_in(folder).open(WORDS) == diary(1)


@pytest.mark.parametrize("end", ["\n", " "])
def test_whoever_was_locked_out_by_a_pasted_line_end_gets_in_with_the_words_alone(
    vault: Vault, folder: Path, end: str
) -> None:
    vault.create(diary(1), "rain")
    (folder / MAIN).write_bytes(Sealing.new([Secret.passphrase(WORDS + end)], CHEAP).seal(to_json(diary(1))))
    assert vault_in(folder).open(WORDS) == diary(1)


def test_a_recovery_code_in_the_place_of_the_passphrase_opens(vault: Vault, folder: Path, clock: Clock) -> None:
    code = vault.create(diary(1), "rain", with_code=True)
    clock.pass_days(1)
    vault.save(diary(2))
    (name,) = {copy.name for copy in vault.backups() if copy.kind is BackupKind.PREVIOUS}
    vault.back_up(folder.parent / "backup")
    assert vault_in(folder).open(f" {code.lower()}\n") == diary(2)
    assert [copy.check_ins for copy in vault_in(folder).backups(code)] == [2, 2]
    assert vault_in(folder).restore(name, code) == diary(1)
    assert vault_in(folder.parent / "other").restore_from(folder.parent / "backup", code) == diary(2)


def test_another_vaults_recovery_code_is_told_as_a_code(vault: Vault, folder: Path) -> None:
    code = vault_in(folder.parent / "other").create(diary(1), "sun", with_code=True)
    vault.create(diary(1), "rain")
    with pytest.raises(WrongPassphraseError, match="kept without a recovery code"):
        vault_in(folder).open(code)
    vault.set_passphrase("rain", with_code=True)
    with pytest.raises(WrongPassphraseError, match="This recovery code does not open"):
        vault_in(folder).open(code)
    slip = code[:-1] + ("A" if code[-1] != "A" else "B")
    with pytest.raises(MistypedCodeError, match="one of its characters is another"):
        vault_in(folder).open(slip)


def test_whoever_chose_a_recovery_code_as_the_passphrase_still_gets_in(vault: Vault, folder: Path) -> None:
    code = new_recovery_code()
    vault.create(diary(1), code)
    assert vault_in(folder).open(code) == diary(1)


def test_the_old_code_does_not_make_a_new_one_and_never_becomes_the_passphrase(vault: Vault, folder: Path) -> None:
    code = vault.create(diary(1), "rain", with_code=True)
    with pytest.raises(WrongPassphraseError, match="This is a recovery code, and a new one needs your passphrase"):
        vault.new_recovery_code(code)
    with pytest.raises(VaultError, match=r"^Please type a passphrase\.$"):
        vault.new_recovery_code("")
    assert vault_in(folder).open(RAIN) == vault_in(folder).open(code) == diary(1)
