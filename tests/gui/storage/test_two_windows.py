"""Two windows that were open before anything was kept: the second finds what the first keeps, and changes nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.single_instance import SingleInstance
from evolve_desktop.vault.vault import Vault
from tests.gui.app_runs import close_window
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import LIMIT_MS, create_vault
from tests.launch import CHEAP, NOW, launch_options

PASSPHRASE = "three green herons walking"  # noqa: S105  (a test's own)


class Window:
    """A window with the lock on its folder, as app.run opens it."""

    def __init__(self, app: QApplication, folder: Path, answers: Answers) -> None:
        self._app, self._answers, self._font = app, answers, QFont(app.font())
        options = launch_options(folder, answers)
        self.instance = SingleInstance(options.data)
        self.running: RunningApp = build_window(app, msgspec.structs.replace(options, may_write=self.instance.acquire))
        self.running.autosave.changed.connect(self._on_saved)
        self.running.window.show()
        assert QTest.qWaitForWindowExposed(self.running.window)
        self.running.window.start()
        self.person = Person(self.running.window)
        self.person.click("start")

    def _on_saved(self) -> None:
        if self.running.autosave.state is SaveState.SAVED:
            self.instance.acquire()

    def close(self) -> None:
        self.instance.release()
        close_window(self._app, self.running, self._answers, self._font)


@pytest.fixture
def windows(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[list[Window]]:
    both = [Window(qapp, tmp_path, answers), Window(qapp, tmp_path, answers)]
    yield both
    for window in both:
        window.close()


@pytest.fixture
def keep(windows: list[Window], qtbot: QtBot) -> Callable[[str], None]:
    """Say something in both windows and keep it in the first."""

    def keep_in_first(passphrase: str) -> None:
        first, second = windows
        first.running.session.reply("C03", Reply.YES)
        second.running.session.reply("C05", Reply.NOT_YET)
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
    windows: list[Window], keep: Callable[[str], None], qtbot: QtBot, tmp_path: Path, passphrase: str
) -> None:
    keep(passphrase)
    first, second = windows
    folder = tmp_path / "check-ins"
    before = files_in(folder)
    person = second.person
    person.click("keeping-more")
    person.click("keep-open")
    qtbot.waitUntil(lambda: person.sees("open-found"))
    assert "Check-ins are kept on this computer by now" in person.reads()
    assert files_in(folder) == before
    person.click("open-found")
    assert "Another window has them open" in person.reads()
    assert files_in(folder) == before
    first.running.window.close()
    first.instance.release()
    person.click("open-found")
    if passphrase:
        qtbot.waitUntil(lambda: person.sees("unlock-secret") and person.find("unlock-open").isEnabled())
        person.type("unlock-secret", passphrase)
        person.click("unlock-open")
    qtbot.waitUntil(lambda: second.running.autosave.state is SaveState.SAVED, timeout=LIMIT_MS)
    assert person.sees("tabs")
    assert second.running.session.check_in.answer("C05").reply is Reply.NOT_YET
    assert replies_in(folder, passphrase) == {"C03", "C05"}
    assert not list(folder.glob("set-aside-*"))


def test_the_second_window_restores_no_backup_over_it_either(
    windows: list[Window], keep: Callable[[str], None], qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    keep("")
    backup = tmp_path / "backup.evolve"
    backup.write_bytes((tmp_path / "check-ins" / "check-ins.evolve").read_bytes())
    before = files_in(tmp_path / "check-ins")
    person = windows[1].person
    answers.opens = backup
    person.click("keeping-more")
    person.click("restore-backup")
    qtbot.waitUntil(lambda: person.sees("open-found"))
    assert files_in(tmp_path / "check-ins") == before


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
