from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.services.autosave import Keeper, Keeping
from tests.gui.services.memory_vault import Shelf

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001  (the clock on the wall)
ANN = Contact.written("Ann", "555 0100")
EARLIER = CheckIn(id="before", started=date(2026, 11, 1)).with_reply("C01", Reply.YES)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def keeper(qapp: QApplication, session: Session) -> Iterator[Keeper]:
    assert qapp is not None
    built = Keeper(session, lambda: NOW)
    yield built
    built.flush()


def test_nothing_is_kept_before_keep(keeper: Keeper, session: Session) -> None:
    session.reply("C03", Reply.YES)
    assert keeper.state is Keeping.NOTHING
    assert keeper.check_ins == ()
    assert keeper.flush()


def test_what_is_open_joins_what_is_kept(keeper: Keeper, session: Session, shelf: Shelf, qtbot: QtBot) -> None:
    session.reply("C03", Reply.YES)
    keeper.keep(shelf, Diary(check_ins=(EARLIER,)))
    qtbot.waitUntil(lambda: keeper.state is Keeping.KEPT)
    assert shelf.saves == [(EARLIER, session.check_in)]
    assert keeper.kept_at == NOW


def test_an_empty_check_in_is_not_kept(keeper: Keeper, session: Session, shelf: Shelf, qtbot: QtBot) -> None:
    keeper.keep(shelf, Diary(check_ins=(EARLIER,)))
    assert keeper.state is Keeping.KEPT
    session.reply("C03", Reply.YES)
    session.undo()
    qtbot.waitUntil(lambda: keeper.state is Keeping.KEPT)
    assert shelf.saves[-1] == (EARLIER,)


def test_an_answer_is_kept_at_once_and_the_newest_word_wins(
    keeper: Keeper, session: Session, shelf: Shelf, qtbot: QtBot
) -> None:
    keeper.keep(shelf, Diary())
    shelf.gate.clear()
    session.reply("C03", Reply.NOT_YET)
    assert keeper.state is Keeping.BUSY
    session.reply("C03", Reply.A_LITTLE)
    session.reply("C03", Reply.MOSTLY)
    shelf.gate.set()
    qtbot.waitUntil(lambda: keeper.state is Keeping.KEPT)
    assert [save[0].answer("C03").reply for save in shelf.saves] == [Reply.NOT_YET, Reply.MOSTLY]


def test_typing_is_kept_after_a_pause(keeper: Keeper, session: Session, shelf: Shelf, qtbot: QtBot) -> None:
    keeper.keep(shelf, Diary())
    for length in range(1, 6):
        session.note("C03", "hello"[:length])
    assert keeper.state is Keeping.BUSY
    assert shelf.saves == []
    qtbot.waitUntil(lambda: keeper.state is Keeping.KEPT)
    assert [save[0].answer("C03").note for save in shelf.saves] == ["hello"]


def test_a_failure_is_told_and_the_next_change_tries_again(
    keeper: Keeper, session: Session, shelf: Shelf, qtbot: QtBot
) -> None:
    keeper.keep(shelf, Diary())
    shelf.problem = "The disk is full. Make room, then try again."
    session.reply("C03", Reply.YES)
    qtbot.waitUntil(lambda: keeper.state is Keeping.FAILED)
    assert keeper.reason == shelf.problem
    assert not keeper.flush()
    shelf.problem = ""
    keeper.save_now()
    qtbot.waitUntil(lambda: keeper.state is Keeping.KEPT)
    assert shelf.saves == [(session.check_in,)]


def test_flush_has_the_last_word_on_disk_when_it_returns(keeper: Keeper, session: Session, shelf: Shelf) -> None:
    keeper.keep(shelf, Diary())
    session.note("C03", "x")
    assert keeper.flush()
    assert shelf.saves[-1] == (session.check_in,)


def test_every_check_in_of_a_sitting_is_kept(keeper: Keeper, session: Session, shelf: Shelf) -> None:
    keeper.keep(shelf, Diary())
    session.reply("C03", Reply.YES)
    first = session.check_in
    session.start_new(CheckIn(id="b", started=date(2026, 11, 25)))
    session.reply("C05", Reply.NOT_YET)
    keeper.flush()
    assert shelf.saves[-1] == (first, session.check_in)


def test_one_that_was_forgotten_comes_back_in_its_place(keeper: Keeper, session: Session, shelf: Shelf) -> None:
    session.reply("C03", Reply.YES)
    keeper.keep(shelf, Diary(check_ins=(EARLIER,)))
    keeper.forget("before")
    keeper.flush()
    keeper.put_back(EARLIER, 0)
    keeper.flush()
    assert shelf.saves[-2:] == [(session.check_in,), (EARLIER, session.check_in)]


def test_contacts_are_kept_at_once_and_only_while_something_is(
    keeper: Keeper, session: Session, shelf: Shelf, qtbot: QtBot
) -> None:
    keeper.keep_contacts((ANN,))
    assert keeper.contacts == ()
    keeper.keep(shelf, Diary(check_ins=(EARLIER,)))
    keeper.keep_contacts((ANN,))
    assert keeper.state is Keeping.BUSY
    qtbot.waitUntil(lambda: keeper.state is Keeping.KEPT)
    session.reply("C03", Reply.YES)
    keeper.flush()
    assert shelf.contacts == [(ANN,), (ANN,)]
    assert shelf.saves[-1] == (EARLIER, session.check_in)


def test_letting_go_leaves_nothing_behind_in_memory(keeper: Keeper, session: Session, shelf: Shelf) -> None:
    session.reply("C03", Reply.YES)
    keeper.keep(shelf, Diary(check_ins=(EARLIER,)))
    assert keeper.let_go() == Diary(check_ins=(EARLIER, session.check_in))
    assert keeper.check_ins == ()
    assert keeper.state is Keeping.NOTHING
