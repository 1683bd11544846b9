"""The parts of the storage page and the unlock page, around a real vault in a folder of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.background_tasks import ReportingTaskQueue
from evolve_desktop.gui.storage.backup_controller import BackupController
from evolve_desktop.gui.storage.storage_view import StorageView
from evolve_desktop.gui.storage.unlock_view import UnlockView
from evolve_desktop.gui.storage.vault_controller import VaultController
from evolve_desktop.vault.vault import Vault
from tests.gui.person import Answers
from tests.launch import CHEAP, NOW


@dataclass
class StorageSetup:
    """The storage of one run of the app: its vault, autosave, controllers and the two views, built when first seen."""

    folder: Path
    pack: Pack
    session: Session
    vault: Vault
    autosave: Autosave
    tasks: ReportingTaskQueue
    controller: VaultController
    backups: BackupController

    @cached_property
    def view(self) -> StorageView:
        """The storage page."""
        return StorageView(
            self.pack.keeping, self.autosave, controller=self.controller, backups=self.backups, tasks=self.tasks
        )

    @cached_property
    def locked(self) -> UnlockView:
        """The page that asks for the passphrase."""
        return UnlockView(self.pack.keeping.cover, self.controller, backups=self.backups, tasks=self.tasks)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being done and everything is kept that has to be."""
        return not self.tasks.is_busy and self.autosave.state is not SaveState.SAVING


def numbered() -> Callable[[], CheckIn]:
    """Return a function that begins check-ins, each with an id of its own."""
    ids = iter(range(1000))
    return lambda: CheckIn(id=f"new-{next(ids)}", started=date(2026, 11, 24))


def set_up_storage(folder: Path, pack: Pack, answers: Answers) -> StorageSetup:
    """Build the storage as the app does at its start."""
    new_check_in = numbered()
    session = Session(new_check_in())
    vault = Vault(folder, lambda: NOW, cost=CHEAP)
    autosave = Autosave(session, lambda: NOW)
    tasks = ReportingTaskQueue()
    controller = VaultController(
        lambda: vault,
        session,
        has_vault=lambda: vault.exists,
        may_write=lambda: True,
        autosave=autosave,
        tasks=tasks,
        new_check_in=new_check_in,
        text=pack.keeping,
    )
    backups = BackupController(
        QWidget(),
        lambda: vault,
        pack=pack,
        controller=controller,
        autosave=autosave,
        tasks=tasks,
        dialogs=answers,
    )
    return StorageSetup(folder, pack, session, vault, autosave, tasks, controller, backups)
