"""Two windows that were open before anything was kept: the second finds what the first keeps, and changes nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.single_instance import SingleInstance
from evolve_desktop.vault.vault import Vault
from tests.gui.app_runs import close_window
from tests.gui.person import Answers, Person
from tests.gui.shared_window import SharedWindow
from tests.gui.vault_steps import LIMIT_MS, PASSPHRASE, create_vault
from tests.launch import CHEAP, NOW, launch_options
from tools.window_tour import Tour

pytestmark = pytest.mark.one_window


class Window:
    """A window with the lock on its folder, as app.run opens it; cleared before each test."""

    def __init__(self, app: QApplication, folder: Path, answers: Answers, content: Path) -> None:
        self._app, self._answers, self._font = app, answers, QFont(app.font())
        options = msgspec.structs.replace(launch_options(folder, answers), content=content)
        self.instance = SingleInstance(options.data)
        self.running: RunningApp = build_window(app, msgspec.structs.replace(options, may_write=self.instance.acquire))
        self.running.window.show()
        assert QTest.qWaitForWindowExposed(self.running.window)
        self.person = Person(self.running.window)
        self._tour = Tour(app, self.running)
        self._tour.wait(lambda: self.person.sees("C16"))
        self._shared = SharedWindow(self.running, self._tour, options.data)
        self._locking = self.running.autosave.changed.connect(self._on_saved)

    def let_go(self) -> None:
        """Release the folder, and lock it no more until the next test: with a lock in it, it could not be removed."""
        QObject.disconnect(self._locking)
        self.instance.release()

    def join(self) -> None:
        """Open what was found and not opened: a window that only found it would find it again."""
        window = self.running.window
        found = window.findChild(QAbstractButton, "open-found")
        if isinstance(found, QAbstractButton) and not found.isHidden():
            window.show()
            self._tour.show("keeping")
            self.person.click("open-found")
            self._tour.wait(lambda: self.running.autosave.state is SaveState.SAVED)
            self.instance.release()

    def begin(self) -> None:
        """Clear the window, and lock the folder again once something is kept."""
        self._shared.clear()
        self._locking = self.running.autosave.changed.connect(self._on_saved)

    def _on_saved(self) -> None:
        if self.running.autosave.state is SaveState.SAVED:
            self.instance.acquire()

    def close(self) -> None:
        self.instance.release()
        close_window(self._app, self.running, self._answers, self._font)


@pytest.fixture(scope="module")
def both(qapp: QApplication, shared_folder: Path, shared_answers: Answers, short: Path) -> Iterator[list[Window]]:
    both = [Window(qapp, shared_folder, shared_answers, short) for _ in range(2)]
    yield both
    for window in both:
        window.close()


@pytest.fixture
def windows(both: list[Window], answers: Answers) -> list[Window]:
    """Return two windows in which nothing was done, in a folder in which nothing is kept; the second one is active."""
    vars(answers).update(vars(Answers()))
    for step in (Window.let_go, Window.join, Window.begin):
        for window in both:
            step(window)
    return both


@pytest.fixture
def keep(windows: list[Window], qtbot: QtBot) -> Callable[[str], None]:
    """Say something in both windows and keep it in the first."""

    def keep_in_first(passphrase: str) -> None:
        first, second = windows
        first.running.session.reply("C03", Reply.YES)
        second.running.session.reply("C01", Reply.NOT_YET)
        create_vault(first.person, qtbot, passphrase)
        qtbot.waitUntil(lambda: first.running.autosave.state is SaveState.SAVED)

    return keep_in_first


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.evolve*")}


def replies_in(folder: Path, passphrase: str) -> set[str]:
    diary = Vault(folder, lambda: NOW, cost=CHEAP).open(passphrase)
    return {item for check_in in diary.check_ins for item in check_in.answers}


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE], ids=["open", "locked"])
def test_the_second_window_says_what_is_kept_and_its_check_in_joins(
    windows: list[Window], keep: Callable[[str], None], qtbot: QtBot, data_folder: Path, passphrase: str
) -> None:
    keep(passphrase)
    first, second = windows
    before = files_in(data_folder)
    person = second.person
    person.click("keeping-more")
    person.click("keep-open")
    qtbot.waitUntil(lambda: person.sees("open-found"))
    assert "Check-ins are kept on this computer by now" in person.reads()
    assert files_in(data_folder) == before
    person.click("open-found")
    assert "Another window has them open" in person.reads()
    assert files_in(data_folder) == before
    first.running.window.close()
    first.instance.release()
    person.click("open-found")
    if passphrase:
        qtbot.waitUntil(lambda: person.sees("unlock-secret") and person.find("unlock-open").isEnabled())
        person.type("unlock-secret", passphrase)
        person.click("unlock-open")
    qtbot.waitUntil(lambda: second.running.autosave.state is SaveState.SAVED, timeout=LIMIT_MS)
    assert person.sees("tabs")
    assert second.running.session.check_in.answer("C01").reply is Reply.NOT_YET
    assert replies_in(data_folder, passphrase) == {"C03", "C01"}
    assert not list(data_folder.glob("set-aside-*"))


def test_the_second_window_restores_no_backup_over_it_either(  # noqa: PLR0913, PLR0917  (fixtures)
    windows: list[Window],
    keep: Callable[[str], None],
    qtbot: QtBot,
    answers: Answers,
    data_folder: Path,
    tmp_path: Path,
) -> None:
    keep("")
    backup = tmp_path / "backup.evolve"
    backup.write_bytes((data_folder / "check-ins.evolve").read_bytes())
    before = files_in(data_folder)
    person = windows[1].person
    answers.opens = backup
    person.click("keeping-more")
    person.click("restore-backup")
    qtbot.waitUntil(lambda: person.sees("open-found"))
    assert files_in(data_folder) == before


def test_what_was_erased_is_no_longer_known(windows: list[Window], keep: Callable[[str], None], qtbot: QtBot) -> None:
    keep("")
    first, second = windows
    first.person.click("keeping-more")
    first.person.click("erase")
    first.person.click("erase-now")
    qtbot.waitUntil(lambda: first.running.autosave.state is SaveState.OFF)
    qtbot.waitUntil(lambda: first.person.sees("erased-go-on"))
    first.person.click("erased-go-on")
    first.person.click("keeping-more")
    first.instance.release()
    create_vault(second.person, qtbot)
    qtbot.waitUntil(lambda: second.running.autosave.state is SaveState.SAVED)
    first.person.click("keep-open")
    qtbot.waitUntil(lambda: first.person.sees("open-found"))
