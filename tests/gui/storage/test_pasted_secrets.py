"""Secrets as people bring them: pasted with a line end, or the recovery code in the place of the passphrase."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.autosave import SaveState
from tests.gui.person import Answers, Person
from tests.gui.storage_setup import StorageSetup, set_up_storage
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


@pytest.fixture
def home(tmp_path: Path, pack: Pack, answers: Answers) -> StorageSetup:
    return set_up_storage(tmp_path / "vault", pack, answers)


@pytest.fixture
def keep(home: StorageSetup, meet: Callable[[QWidget], Person], qtbot: QtBot) -> Callable[[str, str], str]:
    """Answer a line, keep it with a pasted passphrase, and return the recovery code."""

    def keep_with(first: str, second: str) -> str:
        home.session.reply("C01", Reply.YES)
        person = meet(home.view)
        paste(person, "keep-passphrase-first", first)
        paste(person, "keep-passphrase-second", second)
        person.click("keep-locked")
        qtbot.waitUntil(lambda: home.is_settled, timeout=LIMIT_MS)
        shown = person.find("recovery-code")
        assert isinstance(shown, QLabel)
        return shown.text()

    return keep_with


@pytest.fixture
def opens(
    home: StorageSetup, answers: Answers, meet: Callable[[QWidget], Person], qtbot: QtBot
) -> Callable[[str], bool]:
    """Start the storage again and type the secret; return whether the check-ins opened, and tell why they did not."""

    def open_with(secret: str) -> bool:
        later = set_up_storage(home.folder, home.pack, answers)
        person = meet(later.locked)
        later.controller.open("")
        qtbot.waitUntil(lambda: later.is_settled)
        person.type("unlock-secret", secret)
        QTest.keyClick(person.find("unlock-secret"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: later.is_settled, timeout=LIMIT_MS)
        answers.told.append(person.reads())
        is_open = later.autosave.state is SaveState.SAVED
        assert is_open is (not person.sees("unlock-secret")) is (not person.sees("unlock-problem"))
        assert not is_open or later.autosave.check_ins[0].answer("C01").reply is Reply.YES
        return is_open

    return open_with


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_passphrase_pasted_with_an_end_that_nobody_sees_opens_by_its_words(
    keep: Callable[[str, str], str], opens: Callable[[str], bool], unseen: str
) -> None:
    keep(WORDS + unseen, WORDS + unseen)
    assert opens(WORDS)


def test_two_passphrases_that_look_alike_are_the_same(
    keep: Callable[[str, str], str], opens: Callable[[str], bool]
) -> None:
    keep(f"{WORDS}\n", WORDS)
    assert opens(WORDS)


def test_a_passphrase_in_which_nothing_can_be_seen_is_refused_with_a_word(
    home: StorageSetup, meet: Callable[[QWidget], Person]
) -> None:
    person = meet(home.view)
    paste(person, "keep-passphrase-first", "\u200b\n")
    paste(person, "keep-passphrase-second", "\u200b\n")
    person.click("keep-locked")
    assert "Please type a passphrase." in person.reads()
    assert home.autosave.state is SaveState.OFF
    assert not home.tasks.is_busy
    assert not home.folder.exists()


def test_in_the_place_of_the_passphrase_a_slip_in_the_recovery_code_is_told_and_the_code_opens(
    keep: Callable[[str, str], str], opens: Callable[[str], bool], home: StorageSetup, answers: Answers
) -> None:
    code = keep(WORDS, WORDS)
    kept = (home.folder / "check-ins.evolve").read_bytes()
    assert not opens(code[:-1] + ("A" if code[-1] != "A" else "B"))
    assert "This is not quite the recovery code: one of its characters is another." in answers.told[-1]
    assert (home.folder / "check-ins.evolve").read_bytes() == kept
    assert opens(code.lower().replace("-", " "))
