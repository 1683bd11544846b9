from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from tests.gui.services.memory_vault import MemoryVault

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001  (the clock on the wall)
ANN = Contact.written("Ann", "555 0100")
EARLIER = CheckIn(id="before", started=date(2026, 11, 1)).with_reply("C01", Reply.YES)


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def autosave(qapp: QApplication, session: Session) -> Iterator[Autosave]:
    assert qapp is not None
    built = Autosave(session, lambda: NOW)
    yield built
    built.flush()


def test_nothing_is_kept_before_keep(autosave: Autosave, session: Session) -> None:
    session.reply("C03", Reply.YES)
    assert autosave.state is SaveState.OFF
    assert autosave.check_ins == ()
    assert autosave.flush()


def test_what_is_open_joins_what_is_kept(
    autosave: Autosave, session: Session, vault: MemoryVault, qtbot: QtBot
) -> None:
    session.reply("C03", Reply.YES)
    autosave.start(vault, Diary(check_ins=(EARLIER,)))
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    assert vault.saves == [(EARLIER, session.check_in)]
    assert autosave.saved_at == NOW


def test_an_empty_check_in_is_not_kept(autosave: Autosave, session: Session, vault: MemoryVault, qtbot: QtBot) -> None:
    autosave.start(vault, Diary(check_ins=(EARLIER,)))
    assert autosave.state is SaveState.SAVED
    session.reply("C03", Reply.YES)
    session.undo()
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    assert vault.saves[-1] == (EARLIER,)


def test_an_answer_is_kept_at_once_and_the_newest_word_wins(
    autosave: Autosave, session: Session, vault: MemoryVault, qtbot: QtBot
) -> None:
    autosave.start(vault, Diary())
    vault.gate.clear()
    session.reply("C03", Reply.NOT_YET)
    assert autosave.state is SaveState.SAVING
    session.reply("C03", Reply.A_LITTLE)
    session.reply("C03", Reply.MOSTLY)
    vault.gate.set()
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    assert [save[0].answer("C03").reply for save in vault.saves] == [Reply.NOT_YET, Reply.MOSTLY]


def test_typing_is_kept_after_a_pause(autosave: Autosave, session: Session, vault: MemoryVault, qtbot: QtBot) -> None:
    autosave.start(vault, Diary())
    for length in range(1, 6):
        session.note("C03", "hello"[:length])
    assert autosave.state is SaveState.SAVING
    assert vault.saves == []
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    assert [save[0].answer("C03").note for save in vault.saves] == ["hello"]


def test_a_failure_is_told_and_the_next_change_tries_again(
    autosave: Autosave, session: Session, vault: MemoryVault, qtbot: QtBot
) -> None:
    autosave.start(vault, Diary())
    vault.problem = "The disk is full. Make room, then try again."
    session.reply("C03", Reply.YES)
    qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED)
    assert autosave.reason == vault.problem
    assert not autosave.flush()
    vault.problem = ""
    autosave.save_now()
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    assert vault.saves == [(session.check_in,)]


def test_flush_has_the_last_word_on_disk_when_it_returns(
    autosave: Autosave, session: Session, vault: MemoryVault
) -> None:
    autosave.start(vault, Diary())
    session.note("C03", "x")
    assert autosave.flush()
    assert vault.saves[-1] == (session.check_in,)


def test_every_check_in_of_a_sitting_is_kept(autosave: Autosave, session: Session, vault: MemoryVault) -> None:
    autosave.start(vault, Diary())
    session.reply("C03", Reply.YES)
    first = session.check_in
    session.start_new(CheckIn(id="b", started=date(2026, 11, 25)))
    session.reply("C05", Reply.NOT_YET)
    autosave.flush()
    assert vault.saves[-1] == (first, session.check_in)


def test_one_that_was_forgotten_comes_back_in_its_place(
    autosave: Autosave, session: Session, vault: MemoryVault
) -> None:
    session.reply("C03", Reply.YES)
    autosave.start(vault, Diary(check_ins=(EARLIER,)))
    autosave.delete("before")
    autosave.flush()
    autosave.restore(EARLIER, 0)
    autosave.flush()
    assert vault.saves[-2:] == [(session.check_in,), (EARLIER, session.check_in)]


def test_contacts_are_kept_at_once(autosave: Autosave, session: Session, vault: MemoryVault, qtbot: QtBot) -> None:
    autosave.start(vault, Diary(check_ins=(EARLIER,)))
    autosave.set_contacts((ANN,))
    assert autosave.state is SaveState.SAVING
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED)
    session.reply("C03", Reply.YES)
    autosave.flush()
    assert vault.contacts == [(ANN,), (ANN,)]
    assert vault.saves[-1] == (EARLIER, session.check_in)


def test_contacts_written_before_keeping_join_what_is_kept(autosave: Autosave, vault: MemoryVault) -> None:
    bo = Contact.written("Bo", "555 0101")
    autosave.set_contacts((ANN, bo))
    assert autosave.contacts == (ANN, bo)
    assert autosave.state is SaveState.OFF
    autosave.start(vault, Diary(contacts=(bo,)))
    autosave.flush()
    assert vault.contacts[-1] == (bo, ANN)
    autosave.stop()
    assert not autosave.contacts


def test_contacts_removed_while_they_are_kept_do_not_come_back_with_another_start(
    autosave: Autosave, vault: MemoryVault
) -> None:
    autosave.start(vault, Diary(contacts=(ANN,)))
    autosave.start(vault, Diary())
    assert autosave.contacts == ()


def test_letting_go_leaves_nothing_behind_in_memory(autosave: Autosave, session: Session, vault: MemoryVault) -> None:
    session.reply("C03", Reply.YES)
    autosave.start(vault, Diary(check_ins=(EARLIER,)))
    assert autosave.stop() == Diary(check_ins=(EARLIER, session.check_in))
    assert autosave.check_ins == ()
    assert autosave.state is SaveState.OFF
