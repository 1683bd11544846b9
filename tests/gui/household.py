"""All that keeping is made of, around a real vault in a folder of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from evolve_desktop import resource_paths
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.background_tasks import TaskQueue
from evolve_desktop.gui.services.context import Needs
from evolve_desktop.gui.services.documents import Documents
from evolve_desktop.gui.services.idle_monitor import IdleMonitor
from evolve_desktop.gui.storage.backup_controller import BackupController, StorageParts
from evolve_desktop.gui.storage.storage_view import StorageView
from evolve_desktop.gui.storage.unlock_view import UnlockView
from evolve_desktop.gui.storage.vault_controller import Keys, VaultController
from evolve_desktop.settings import Preferences, Settings
from evolve_desktop.vault.vault import Vault
from tests.gui.person import Answers
from tests.surroundings import CHEAP, NOW


@dataclass
class Household:
    """One start of the app, as far as keeping goes."""

    folder: Path
    session: Session
    safe: Vault
    autosave: Autosave
    parts: StorageParts
    view: StorageView
    locked: UnlockView

    @property
    def chores(self) -> TaskQueue:
        return self.parts.chores

    @property
    def keys(self) -> Keys:
        return self.parts.keys

    @property
    def transfers(self) -> BackupController:
        return self.parts.transfers

    @property
    def door(self) -> VaultController:
        return self.parts.door


def numbered() -> Callable[[], CheckIn]:
    """Return what begins check-ins, each with an id of its own."""
    ids = iter(range(1000))
    return lambda: CheckIn(id=f"new-{next(ids)}", started=date(2026, 11, 24))


def move_in(folder: Path, pack: Pack, answers: Answers) -> Household:
    """Build everything, as at the start of the app."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    new_check_in = numbered()
    session = Session(new_check_in())
    safe = Vault(folder, lambda: NOW, cost=CHEAP)
    autosave = Autosave(session, lambda: NOW)
    preferences = Preferences(Settings())
    needs = Needs(
        pack=pack,
        session=session,
        autosave=autosave,
        safe=lambda: safe,
        is_kept=lambda: safe.exists,
        documents=Documents(
            lambda: DocumentRenderer(pack, resource_paths.resources() / "page"),
            session,
            preferences,
            lambda: autosave.diary,
        ),
        preferences=preferences,
        dialogs=answers,
        watch=IdleMonitor(app),
        new_check_in=new_check_in,
    )
    parts = StorageParts(QWidget(), needs)
    view, locked = StorageView(pack.keeping, autosave, parts), UnlockView(pack.keeping, parts)
    return Household(folder, session, safe, autosave, parts, view, locked)
