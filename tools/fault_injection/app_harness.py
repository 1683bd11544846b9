"""A folder with an encrypted vault and the real window on it, restarted again and again, with random dialog answers."""

import os
import random
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CUPS_SERVER"] = "127.0.0.1:1"  # there are no printers here

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from evolve_desktop import resource_paths
from evolve_desktop.app import LaunchOptions, RunningApp, build_window
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.dialogs import Dialogs, UnsavedChoice
from evolve_desktop.window_state import FILE_NAME, WindowStateFile
from tools.fault_injection.monkey import PASSPHRASE, Player
from tools.fault_injection.vault_workload import CHEAP, Clock, vault_in
from tools.fault_injection.window_driver import in_front, let_pass

Spoil = Callable[[RunningApp], object]
_OPENS_MS, _RESTS_MS = 45_000, 600


class Answers(Dialogs):
    """Answers each dialog at random, with paths in a folder of its own; the print dialog writes a PDF there."""

    def __init__(self, chance: random.Random, folder: Path) -> None:
        """Take the dice and the folder."""
        super().__init__()
        self._chance = chance
        self._folder = folder

    def save_path(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """Return an existing or a new file, one in a missing folder, or none."""
        del parent, title, kinds
        number = self._chance.randrange(4)
        paths = [self._folder / f"{number}{Path(name).suffix}", self._folder / "not there" / name, None]
        return self._chance.choices(paths, [8, 1, 2])[0]

    def open_path(self, parent: QWidget, title: str) -> Path | None:
        """Return any existing file, suitable or not, a missing one, or none."""
        del parent, title
        there = [*self._folder.glob("*"), *self._folder.parent.glob("check-ins/*")]
        return self._chance.choice([*there, self._folder / "not there", None])

    def confirm_output(self, parent: QWidget, question: str, action: str) -> bool:
        """Go on, or not."""
        del parent, question, action
        return self._chance.choice([True, False])

    def ask_before_discarding(self, parent: QWidget, before_save: str) -> UnsavedChoice:
        """Save, discard, keep, or stay."""
        del parent, before_save
        return self._chance.choice(tuple(UnsavedChoice))

    def ask_after_failed_save(self, parent: QWidget, reason: str) -> UnsavedChoice:
        """Save elsewhere, discard, or stay."""
        del parent, reason
        return self._leave()

    def _leave(self) -> UnsavedChoice:
        return self._chance.choice((UnsavedChoice.SAVE, UnsavedChoice.DISCARD, UnsavedChoice.STAY))

    def tell(self, parent: QWidget, sentence: str) -> None:
        """Take note."""

    def print_dialog(self, printer: QPrinter, parent: QWidget) -> "Answers":
        """Replace the print dialog and print into a file."""
        del parent
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._folder / "printed.pdf"))
        return self

    def setMinMax(self, first: int, last: int) -> None:  # noqa: N802  (Qt's name)
        """Offer a range of pages."""

    def setOption(self, option: QAbstractPrintDialog.PrintDialogOption, on: bool) -> None:  # noqa: N802, FBT001  (Qt's)
        """Offer an option."""

    def exec(self) -> bool:
        """Print, or not."""
        return self._chance.choice([True, False])

    def deleteLater(self) -> None:  # noqa: N802  (Qt's name)
        """Stay for the next document: there is no dialog."""


class Home:
    """A folder with an encrypted vault, the window on it, and the faults found so far."""

    def __init__(self, app: QApplication, folder: Path, chance: random.Random, spoil: Spoil) -> None:
        """Save something and open the window; `spoil` damages each window, for a control."""
        self._app, self._folder, self._chance, self._spoil = app, folder, chance, spoil
        self._clock = Clock()
        self.wrong: list[str] = []
        self._newest = Diary()
        (folder / "out").mkdir()
        self.answers = Answers(chance, folder / "out")
        vault_in(folder / "check-ins", self._clock).create(Diary(), PASSPHRASE)
        self.player = Player(chance, lambda: self.desktop.window)
        self.desktop = self._opened()

    def _opened(self) -> RunningApp:
        state_file = WindowStateFile(self._folder / FILE_NAME)
        outside = LaunchOptions(
            content=resource_paths.content_pack(),
            data=self._folder / "check-ins",
            now=self._clock,
            dialogs=self.answers,
            cost=CHEAP,
            state_file=state_file,
        )
        desktop = build_window(self._app, outside)
        desktop.on_window = lambda _window: self._watch(desktop)  # another language is another window
        self._watch(desktop)
        desktop.window.show()
        desktop.window.start()
        return desktop

    def _watch(self, desktop: RunningApp) -> None:
        desktop.autosave.changed.connect(lambda: self._note(desktop))
        self._spoil(desktop)

    def _note(self, desktop: RunningApp) -> None:
        """Remember the diary that has to be on the disk, also while locked."""
        if desktop.autosave.state is not SaveState.OFF:
            self._newest = desktop.autosave.diary

    def live(self) -> None:
        """Take a step; restart if the window was closed, or if nothing has been saved for a while."""
        self._clock.pass_days(self._chance.randrange(100) == 0)
        if self._chance.randrange(50 if self._is_apart else 500) == 0:
            self.desktop.window.close()
        self.player.step()
        if not self.desktop.window.isVisible():
            self.leave()
            self.desktop = self._opened()

    def settle(self) -> None:
        """Close open dialogs, end the privacy screen, unlock, and wait until everything is settled."""
        while front := in_front():
            front.close()
            let_pass(_RESTS_MS)
        if back := self.player.find("privacy-screen-back"):
            QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        let_pass(_RESTS_MS)
        let_pass(_OPENS_MS, lambda: not self.player.unlock())

    def leave(self) -> None:
        """End as the app does when its window is closed, and check the disk."""
        let_pass(_RESTS_MS)
        if not self.desktop.autosave.flush():
            self.wrong.append(f"not kept: {self.desktop.autosave.reason}")
        vault = vault_in(self._folder / "check-ins", self._clock)
        diary = vault.open(PASSPHRASE if vault.is_sealed else "")
        if diary != self._newest:
            self.wrong.append("what was kept last is not what the vault holds")
        for part in (self.desktop.window, self.desktop.idle_monitor):
            Shiboken.delete(part)
        QApplication.clipboard().clear()  # as the app's end does; what Python put there must not outlive Python

    @property
    def _is_apart(self) -> bool:
        """Whether nothing is saved and no passphrase is asked for: the person went on without saving."""
        return self.desktop.autosave.state is SaveState.OFF and self.player.find("to-help-lines") is not None
