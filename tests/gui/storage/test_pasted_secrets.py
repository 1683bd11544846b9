"""Secrets as people bring them: pasted with a line end, or the recovery code in the place of the passphrase."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.autosave import SaveState
from tests.gui.app_runs import AppRuns
from tests.gui.person import Person
from tests.gui.vault_steps import LIMIT_MS

WORDS = "correct horse battery"
UNSEEN = ["\n", " ", "\u200b"]


def paste(person: Person, name: str, text: str) -> None:
    """Paste the text by Ctrl+V."""
    QApplication.clipboard().setText(text)
    field = person.find(name)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(field, QLineEdit)
    assert field.text() == text


def keep(runs: AppRuns, qtbot: QtBot, first: str, second: str) -> str:
    """Answer a line, keep it with a pasted passphrase, and return the recovery code."""
    person = runs.open()
    person.click("start")
    runs.now.session.reply("C01", Reply.YES)
    person.click("keeping-more")
    paste(person, "keep-passphrase-first", first)
    paste(person, "keep-passphrase-second", second)
    person.click("keep-locked")
    qtbot.waitUntil(lambda: person.sees("recovery-code"), timeout=LIMIT_MS)
    shown = person.find("recovery-code")
    assert isinstance(shown, QLabel)
    return shown.text()


def opens(runs: AppRuns, qtbot: QtBot, secret: str) -> bool:
    """Start the app again and type the secret; return whether the check-ins opened."""
    person = runs.again()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    person.type("unlock-secret", secret)
    QTest.keyClick(person.find("unlock-secret"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not person.sees("unlock-secret") or person.sees("unlock-problem"), timeout=LIMIT_MS)
    return not person.sees("unlock-secret")


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_passphrase_pasted_with_an_end_that_nobody_sees_opens_by_its_words(
    runs: AppRuns, qtbot: QtBot, unseen: str
) -> None:
    keep(runs, qtbot, WORDS + unseen, WORDS + unseen)
    assert opens(runs, qtbot, WORDS)


def test_two_passphrases_that_look_alike_are_the_same(runs: AppRuns, qtbot: QtBot) -> None:
    keep(runs, qtbot, f"{WORDS}\n", WORDS)
    assert opens(runs, qtbot, WORDS)


def test_a_passphrase_in_which_nothing_can_be_seen_is_refused_with_a_word(runs: AppRuns) -> None:
    person = runs.open()
    person.click("start")
    person.click("keeping-more")
    paste(person, "keep-passphrase-first", "\u200b\n")
    paste(person, "keep-passphrase-second", "\u200b\n")
    person.click("keep-locked")
    assert "Please type a passphrase." in person.reads()
    assert runs.now.autosave.state is SaveState.OFF


def test_in_the_place_of_the_passphrase_a_slip_in_the_recovery_code_is_told_and_the_code_opens(
    runs: AppRuns, qtbot: QtBot, tmp_path: Path
) -> None:
    code = keep(runs, qtbot, WORDS, WORDS)
    kept = (tmp_path / "check-ins" / "check-ins.evolve").read_bytes()
    assert not opens(runs, qtbot, code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert "This is not quite the recovery code: one of its characters is another." in Person(runs.now.window).reads()
    assert (tmp_path / "check-ins" / "check-ins.evolve").read_bytes() == kept
    assert opens(runs, qtbot, code.lower().replace("-", " "))
