"""The vault in any order of doings: after each, it holds what the last acknowledged one left there."""

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from evolve_desktop.checkin.diary import Diary
from evolve_desktop.errors import DamagedVaultError, PassphraseNeededError, WrongPassphraseError
from evolve_desktop.vault.backups import Backup, BackupState
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.encryption import Sealing
from evolve_desktop.vault.file_names import MAIN
from evolve_desktop.vault.file_reader import read_diary
from tools.fault_injection.damages import DAMAGES
from tools.fault_injection.vault_workload import FAST, MARKER, Clock, diary, vault_in

MANY, FEW = 50, 15  # each example is 40 steps: the short form takes fewer than of other properties
PASSPHRASES = st.sampled_from(["rain", "sun", ""])


class VaultInAnyOrder(RuleBasedStateMachine):
    """A person, a vault and a backup; `kept` is what the vault must hold, None where nothing is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(dir=FAST))
        self.folder = self.base / "vault"
        self.clock = Clock()
        self.vault = vault_in(self.folder, self.clock)
        self.kept: Diary | None = None
        self.undone: list[Diary] = []
        self.passphrase = ""
        self.code = ""
        self.backup: tuple[Diary, str] | None = None

    @property
    def is_kept(self) -> bool:
        return self.kept is not None

    @property
    def is_open(self) -> bool:
        return self.vault.is_open

    def save(self, new: Diary) -> None:
        assert self.kept is not None
        self.vault.save(new)
        self.undone.append(self.kept)
        self.kept = new

    def secrets(self) -> list[tuple[str, bool]]:
        """Return each secret that opens the vault, and whether it is a recovery code."""
        codes = [(self.code, True)] if self.code else []
        return [(self.passphrase, False), *codes]

    def readable_copies(self) -> list[Backup]:
        """Return them by name: two that were written in one moment have no order in time."""
        copies = self.vault.backups(self.passphrase)
        return sorted((copy for copy in copies if copy.state is BackupState.READABLE), key=lambda copy: copy.path.name)

    @precondition(lambda self: not self.is_kept)
    @rule(passphrase=PASSPHRASES, with_code=st.booleans())
    def keep(self, passphrase: str, with_code: bool) -> None:  # noqa: FBT001  (hypothesis names them)
        self.code = self.vault.create(Diary(), passphrase, with_code=with_code)
        assert bool(self.code) == (with_code and passphrase != "")
        self.kept, self.passphrase = Diary(), passphrase

    @precondition(lambda self: self.is_open)
    @rule(number=st.integers(0, 30))
    def add(self, number: int) -> None:
        assert self.kept is not None
        self.save(self.kept.with_check_in(diary(number).check_ins[0]))

    @precondition(lambda self: self.is_open and self.kept != Diary())
    @rule(place=st.integers(0, 100), text=st.text(max_size=30))
    def edit(self, place: int, text: str) -> None:
        assert self.kept is not None
        check_in = self.kept.check_ins[place % len(self.kept.check_ins)]
        self.save(self.kept.with_check_in(check_in.with_note("C01", f"{MARKER} {text}")))

    @precondition(lambda self: self.is_open and self.kept != Diary())
    @rule(place=st.integers(0, 100))
    def delete(self, place: int) -> None:
        assert self.kept is not None
        self.save(self.kept.without(self.kept.check_ins[place % len(self.kept.check_ins)].id))

    @precondition(lambda self: self.is_open and self.undone)
    @rule()
    def undo(self) -> None:
        self.save(self.undone.pop())

    @rule(days=st.integers(-400, 400))
    def let_time_pass(self, days: int) -> None:
        self.clock.pass_days(days)

    @precondition(lambda self: self.is_kept)
    @rule()
    def lock(self) -> None:
        self.vault.lock()
        with pytest.raises(PassphraseNeededError):
            self.vault.save(Diary())

    @precondition(lambda self: self.is_kept)
    @rule(with_code=st.booleans())
    def reopen(self, with_code: bool) -> None:  # noqa: FBT001  (hypothesis names them)
        self.vault = vault_in(self.folder, self.clock)
        secret, is_code = self.secrets()[-1 if with_code else 0]
        assert self.vault.open(secret, is_code=is_code) == self.kept

    @precondition(lambda self: self.is_kept and self.passphrase)
    @rule()
    def mistype(self) -> None:
        with pytest.raises(WrongPassphraseError):
            self.vault.open("snow")

    @precondition(lambda self: self.is_open)
    @rule(passphrase=PASSPHRASES, with_code=st.booleans())
    def change_key(self, passphrase: str, with_code: bool) -> None:  # noqa: FBT001  (hypothesis names them)
        if not passphrase:
            self.vault.remove_passphrase()
            self.code = ""
        else:
            self.code = self.vault.set_passphrase(passphrase, with_code=with_code)
        self.passphrase = passphrase

    @precondition(lambda self: self.is_open and self.passphrase)
    @rule()
    def renew_the_code(self) -> None:
        self.code = self.vault.new_recovery_code(self.passphrase)

    @precondition(lambda self: self.is_open)
    @rule()
    def back_up(self) -> None:
        assert self.kept is not None
        self.vault.back_up(self.base / "backup.evolve")
        self.backup = (self.kept, self.passphrase)

    @precondition(lambda self: self.is_open and self.backup)
    @rule()
    def restore_the_backup(self) -> None:
        assert self.backup is not None
        self.kept, passphrase = self.backup
        assert self.vault.restore_from(self.base / "backup.evolve", passphrase) == self.kept

    @precondition(lambda self: self.is_open)
    @rule(place=st.integers(0, 100))
    def restore_a_copy(self, place: int) -> None:
        copies = self.readable_copies()
        if copies:
            self.kept = self.vault.restore(copies[place % len(copies)].name)

    @precondition(lambda self: self.is_kept)
    @rule(seed=st.integers(0, 10_000))
    def damage(self, seed: int) -> None:
        """Damage the file; the person restores a copy, or begins again where there is none."""
        path = self.folder / MAIN
        whole = path.read_bytes()
        damaged = DAMAGES[seed % len(DAMAGES)](whole, random.Random(seed))  # noqa: S311  (to be repeated)
        if damaged == whole:
            damaged = whole[:-1]
        path.write_bytes(damaged)
        with pytest.raises(DamagedVaultError):
            self.vault.open(self.passphrase)
        assert path.read_bytes() == damaged
        copies = self.readable_copies()
        if copies:
            self._restore_after_damage(copies[-1])
            return
        self.vault.erase()
        self.kept, self.passphrase, self.code, self.undone = None, "", "", []

    def _restore_after_damage(self, copy: Backup) -> None:
        data = copy.path.read_bytes()
        expected = read_diary(data, Sealing.of(data, *Secret.typed(self.passphrase, is_code=False)))
        assert self.vault.restore(copy.name, self.passphrase) == expected
        self.kept = expected
        self.passphrase = self.passphrase if self.vault.is_sealed else ""
        self.code = self.code if self.vault.has_recovery_code else ""

    @precondition(lambda self: self.is_kept)
    @rule()
    def erase(self) -> None:
        self.vault.erase()
        assert not self.folder.exists()
        self.kept, self.passphrase, self.code, self.undone = None, "", "", []

    @invariant()
    def the_vault_holds_what_was_acknowledged(self) -> None:
        later = vault_in(self.folder)
        assert later.exists == self.is_kept
        if self.kept is None:
            return
        for secret, is_code in self.secrets():
            assert later.open(secret, is_code=is_code) == self.kept
        assert later.is_sealed == bool(self.passphrase)

    @invariant()
    def nothing_plain_stays_behind_a_passphrase(self) -> None:
        if not self.passphrase:
            return
        for path in self.folder.iterdir():
            assert MARKER.encode() not in path.read_bytes()
            assert Sealing.of(path.read_bytes(), Secret.passphrase(self.passphrase)).data_key or path.name == MAIN

    def teardown(self) -> None:
        shutil.rmtree(self.base)


EXAMPLES = settings().max_examples
VaultInAnyOrder.TestCase.settings = settings(
    max_examples=EXAMPLES if EXAMPLES > MANY else FEW,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestVaultInAnyOrder = VaultInAnyOrder.TestCase
