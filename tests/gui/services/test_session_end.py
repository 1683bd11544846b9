"""The person's session ends, or the window is closed, while something was just typed: it is saved, or asked about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services.dialogs import UnsavedChoice
from evolve_desktop.gui.services.session_end import SessionEnd
from evolve_desktop.vault.vault import Vault
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import create_vault
from tests.launch import CHEAP, NOW

pytestmark = pytest.mark.one_window

WORDS = "Only for me, and just typed"


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


@dataclass
class Manager:
    """The session manager of a desktop, which may let the app ask something."""

    can_ask: bool = True
    is_canceled: bool = False
    is_released: bool = False

    def allowsInteraction(self) -> bool:
        return self.can_ask

    def cancel(self) -> None:
        self.is_canceled = True

    def release(self) -> None:
        self.is_released = True


@pytest.fixture
def end(qapp: QApplication, desktop: RunningApp) -> Iterator[SessionEnd]:
    window = desktop.window
    built = SessionEnd(qapp, save=window.save_for_end, may_end=window.may_end_session)
    yield built
    built.deleteLater()


@pytest.fixture
def write(desktop: RunningApp, qtbot: QtBot) -> Callable[[], Person]:
    """Keep, and type into a note without a pause after it."""

    def keep_and_type() -> Person:
        person = Person(desktop.window)
        desktop.session.reply("C03", Reply.NOT_YET)
        create_vault(person, qtbot)
        person.click("C03-add-note")
        QTest.keyClicks(person.find("C03-note"), WORDS)
        return person

    return keep_and_type


def notes_in(folder: Path) -> list[str]:
    return [found.answer("C03").note for found in Vault(folder, lambda: NOW, cost=CHEAP).open().check_ins]


def test_what_was_just_typed_is_on_the_disk_before_the_session_ends(
    end: SessionEnd, write: Callable[[], Person], answers: Answers, data_folder: Path
) -> None:
    write()
    manager = Manager()
    end.save_before(manager)
    assert notes_in(data_folder) == [WORDS]
    assert (manager.is_canceled, manager.is_released, answers.asked) == (False, True, [])


def test_closing_the_window_keeps_what_was_just_typed(
    desktop: RunningApp, write: Callable[[], Person], answers: Answers, data_folder: Path
) -> None:
    write()
    desktop.window.close()
    assert notes_in(data_folder) == [WORDS]
    assert answers.asked == []


def test_while_nothing_is_kept_the_session_ends_only_if_the_person_agrees_and_they_are_asked_once(
    desktop: RunningApp, end: SessionEnd, answers: Answers, data_folder: Path
) -> None:
    desktop.session.note("C03", WORDS)
    answers.leaves = UnsavedChoice.STAY
    first, second = Manager(), Manager()
    end.save_before(first)
    assert first.is_canceled
    answers.leaves = UnsavedChoice.DISCARD
    end.save_before(second)
    assert not second.is_canceled
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert len(answers.asked) == 2
    assert not data_folder.exists()


def test_nothing_is_asked_that_the_session_manager_does_not_allow(
    desktop: RunningApp, end: SessionEnd, answers: Answers
) -> None:
    desktop.session.note("C03", WORDS)
    manager = Manager(can_ask=False)
    end.save_before(manager)
    assert (manager.is_canceled, manager.is_released, answers.asked) == (False, False, [])


def test_what_cannot_be_saved_is_asked_about_and_lies_beside_the_file(
    end: SessionEnd, write: Callable[[], Person], answers: Answers, data_folder: Path
) -> None:
    write()
    file = data_folder / "check-ins.evolve"
    file.write_bytes(b"of another program")
    answers.leaves = UnsavedChoice.STAY
    manager = Manager()
    end.save_before(manager)
    assert manager.is_canceled
    (reason,) = answers.asked
    assert "Another program" in reason
    (held,) = file.parent.glob("unsaved-*")
    assert WORDS.encode() in held.read_bytes()
