"""The recovery code is shown once: it can be read by ear, reached by Tab, and copied for a minute."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.storage.storage_cards import RecoveryCodeCard
from tests.gui.app_runs import menu_line
from tests.gui.dialogs import on_dialog, print_to
from tests.gui.person import Person
from tests.gui.vault_steps import LIMIT_MS, PASSPHRASE

pytestmark = pytest.mark.one_window

COPIES_AND_ENDS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from evolve_desktop import app, resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.gui.storage.storage_cards import RecoveryCodeCard

running = app.application()
card = RecoveryCodeCard(load_pack(resource_paths.content_pack()).keeping)
card.show_code("ABCDE-FGHJK")
card.findChild(QPushButton, "copy-code").click()
print(QApplication.clipboard().text())
QTimer.singleShot(0, running.exit)
running.exec()
print(QApplication.clipboard().text())
"""


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


@pytest.fixture
def person(desktop: RunningApp, qtbot: QtBot) -> Person:
    """Return somebody who has just begun to keep, with a passphrase and a recovery code."""
    person = Person(desktop.window)
    person.click("keeping-more")
    person.type("keep-passphrase-first", PASSPHRASE)
    person.type("keep-passphrase-second", PASSPHRASE)
    person.click("keep-locked")
    qtbot.waitUntil(lambda: person.sees("have-code"), timeout=LIMIT_MS)
    return person


def code_of(person: Person) -> str:
    shown = person.find("recovery-code")
    assert isinstance(shown, QLabel)
    return shown.text()


def focused() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


def test_it_has_the_focus_is_spelled_and_tab_reaches_what_can_be_done_with_it(person: Person) -> None:
    is_called_by_the_letters_of_its_groups(person)
    has_the_focus_and_tab_reaches_it_and_what_can_be_done_with_it(person)
    is_taken_and_the_focus_is_on_the_way_back(person)


def is_called_by_the_letters_of_its_groups(person: Person) -> None:
    code = code_of(person)
    spelled = ", ".join(" ".join(group) for group in code.split("-"))
    assert len(spelled) == 6 * (2 * 5 - 1) + 5 * 2
    assert person.find("recovery-code").accessibleName() == f"Recovery code: {spelled}"


def has_the_focus_and_tab_reaches_it_and_what_can_be_done_with_it(person: Person) -> None:
    assert focused() == "recovery-code"
    window, stops = person.window, []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        stops.append(focused())
    assert stops[:3] == ["copy-code", "print-code", "have-code"]
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_Backtab)
    assert focused() == "recovery-code"


def is_taken_and_the_focus_is_on_the_way_back(person: Person) -> None:
    person.click("have-code")
    assert focused() == "keeping-back"


def test_a_copy_leaves_the_clipboard_when_the_window_locks(desktop: RunningApp, person: Person, qtbot: QtBot) -> None:
    code = code_of(person)
    person.click("copy-code")
    assert QApplication.clipboard().text() == code
    assert "Copied. It leaves the clipboard in a minute." in person.reads()
    lock = menu_line(desktop.window, "Lock")
    qtbot.waitUntil(lock.isEnabled, timeout=LIMIT_MS)
    lock.trigger()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"), timeout=LIMIT_MS)
    assert QApplication.clipboard().text() == ""


def test_a_copy_leaves_the_clipboard_when_everything_is_erased(person: Person, qtbot: QtBot) -> None:
    person.click("copy-code")
    person.click("erase")
    person.click("erase-now")
    qtbot.waitUntil(lambda: person.sees("erased-go-on"), timeout=LIMIT_MS)
    assert QApplication.clipboard().text() == ""


def test_what_was_done_on_paper_is_said(person: Person, tmp_path: Path) -> None:
    on_dialog(QPrintDialog, print_to(tmp_path / "code.pdf"))
    person.click("print-code")
    assert (tmp_path / "code.pdf").exists()
    assert f"Saved as code.pdf in {tmp_path.name}." in person.reads()


@pytest.fixture
def card(pack: Pack, meet: Callable[[QWidget], Person]) -> Person:
    """Return a person before a code whose copy leaves the clipboard after a moment instead of a minute."""
    card = RecoveryCodeCard(pack.keeping, clipboard_ms=100)
    person = meet(card)
    card.show_code("ABCDE-FGHJK")
    return person


def test_a_copy_leaves_the_clipboard_after_its_time(card: Person, qtbot: QtBot) -> None:
    card.click("copy-code")
    assert QApplication.clipboard().text() == "ABCDE-FGHJK"
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")
    assert not card.sees("code-told")


def test_what_was_copied_since_stays_on_the_clipboard(card: Person) -> None:
    card.click("copy-code")
    QApplication.clipboard().setText("the forms")
    QTest.qWait(150)
    assert QApplication.clipboard().text() == "the forms"


def test_programs_that_list_what_was_copied_are_asked_to_leave_it_out(card: Person) -> None:
    card.click("copy-code")
    assert QApplication.clipboard().mimeData().data("x-kde-passwordManagerHint").data() == b"secret"


def test_the_app_ends_well_with_a_copied_code_and_leaves_none() -> None:
    ended = subprocess.run([sys.executable, "-c", COPIES_AND_ENDS], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == ["ABCDE-FGHJK", ""]
