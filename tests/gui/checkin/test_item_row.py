"""One line of the checklist by clicks and keys: its reply, its private note, the way onto the page."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Answer, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.item_row import ItemRow
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.text_field import MAX_CHARACTERS
from tests.gui.person import Person

NAMES = {reply: reply.value.replace(" ", "-") for reply in Reply}
ANSWER_FIRST = "Answer this line first. Then you can bring it."
TWO_PEOPLE = "This one takes two people. It is not only up to you."


@pytest.fixture
def row(
    pack: Pack, session: Session, signals: SessionSignals, meet: Callable[[QWidget], Person]
) -> Callable[[str], Person]:
    """Show the row of an item, and return the person who looks at it."""

    def show(item_id: str) -> Person:
        item = next(item for item in pack.checklist.items if item.id == item_id)
        built = ItemRow(item, pack.checklist, session)
        refresh = partial(built.refresh, may_suggest=True)
        signals.changed.connect(refresh)
        refresh()
        return meet(built)

    return show


def place(person: Person, name: str) -> QRect:
    """Return where a widget stands in its row."""
    widget = person.find(name)
    return QRect(widget.mapTo(person.window, QPoint()), widget.size())


@pytest.mark.parametrize("reply", list(Reply))
def test_each_reply_is_given_by_mouse(row: Callable[[str], Person], session: Session, reply: Reply) -> None:
    person = row("C01")
    person.click(f"C01-{NAMES[reply]}")
    assert session.check_in.answer("C01").reply is reply
    assert [other for other in Reply if person.is_ticked(f"C01-{NAMES[other]}")] == [reply]


@pytest.mark.parametrize("reply", list(Reply))
def test_each_reply_is_given_by_arrow_keys(row: Callable[[str], Person], session: Session, reply: Reply) -> None:
    person = row("C01")
    first = person.find("C01-not-yet")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    for _ in range(list(Reply).index(reply)):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Right)
    assert session.check_in.answer("C01").reply is reply
    assert person.find(f"C01-{NAMES[reply]}").hasFocus()


def test_a_cleared_line_is_unanswered_and_its_note_stays(row: Callable[[str], Person], session: Session) -> None:
    session.note("C01", "mine")
    person = row("C01")
    person.click("C01-yes")
    person.click("C01-clear")
    assert session.check_in.answer("C01") == Answer(note="mine")
    assert not person.sees("C01-clear")


def test_undo_and_redo_are_shown(row: Callable[[str], Person], session: Session) -> None:
    person = row("C01")
    person.click("C01-a-little")
    person.click("C01-mostly")
    session.undo()
    assert person.is_ticked("C01-a-little")
    session.undo()
    assert not person.is_ticked("C01-a-little")
    session.redo()
    assert person.is_ticked("C01-a-little")


def test_a_note_is_opened_and_written_and_stays_private(row: Callable[[str], Person], session: Session) -> None:
    person = row("C01")
    assert person.window.findChild(QWidget, "C01-note") is None  # most lines have none: it is made when it is opened
    person.click("C01-yes")
    person.click("C01-bring")
    person.click("C01-add-note")
    assert person.find("C01-note").hasFocus()
    person.find("C01-clear").setFocus()
    QTest.keyClick(person.find("C01-clear"), Qt.Key.Key_Tab)
    assert person.find("C01-note").hasFocus()
    person.type("C01-note", "Only for me")
    assert session.check_in.answer("C01").note == "Only for me"
    assert session.check_in.plan.notes == ()


def test_a_note_opens_below_its_line_and_moves_nothing_above(row: Callable[[str], Person]) -> None:
    person = row("C01")
    names = ("C01-not-yet", "C01-not-for-me", "C01-add-note", "C01-bring")
    before = [place(person, name) for name in names]
    person.click("C01-add-note")
    QTest.qWait(0)
    assert [place(person, name) for name in names] == before
    note = person.find("C01-note")
    assert place(person, "C01-note").top() >= max(one.bottom() for one in before)
    assert note.rect().translated(place(person, "C01-note").topLeft()).bottom() < person.window.height()
    person.click("C01-yes")
    QTest.qWait(0)
    assert person.sees("C01-clear")
    assert [place(person, name) for name in names] == before


def test_a_note_needs_no_reply(row: Callable[[str], Person], session: Session) -> None:
    person = row("C01")
    person.click("C01-add-note")
    person.type("C01-note", "Hm")
    assert session.check_in.answers == {"C01": Answer(note="Hm")}
    assert session.check_in.answered_count == 0


def test_a_note_that_is_emptied_can_be_added_again(row: Callable[[str], Person], session: Session) -> None:
    person = row("C01")
    person.click("C01-add-note")
    person.type("C01-note", "x")
    QTest.keyClick(person.find("C01-note"), Qt.Key.Key_Backspace)
    assert session.check_in.is_empty
    assert person.sees("C01-note")
    assert person.sees("C01-add-note")
    person.click("C01-yes")
    assert not person.sees("C01-note")
    assert person.sees("C01-add-note")


def test_typing_is_undone_while_the_note_has_the_focus(row: Callable[[str], Person], session: Session) -> None:
    person = row("C01")
    person.click("C01-add-note")
    person.type("C01-note", "word")
    session.undo()
    assert person.find("C01-note").hasFocus()
    session.redo()
    assert session.check_in.answer("C01").note == "word"


def test_of_a_note_that_is_too_long_the_beginning_is_taken_and_said(
    row: Callable[[str], Person], session: Session
) -> None:
    person = row("C01")
    person.click("C01-add-note")
    pasted = QMimeData()
    pasted.setText("x" * MAX_CHARACTERS + "y" * 44_000)
    QApplication.clipboard().setMimeData(pasted)
    QTest.keyClick(person.find("C01-note"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.check_in.answer("C01").note == "x" * MAX_CHARACTERS
    assert "This field is full: it holds 20,000 characters. What is more was left out." in person.reads()
    QTest.keyClick(person.find("C01-note"), Qt.Key.Key_Backspace)
    assert "This field is full" not in person.reads()


@pytest.mark.parametrize(
    ("reply", "can_be_brought"), [(None, False), (Reply.NOT_FOR_ME, False), (Reply.NOT_YET, True), (Reply.YES, True)]
)
def test_only_an_answered_line_can_be_brought_and_the_box_says_why(
    row: Callable[[str], Person], session: Session, reply: Reply | None, *, can_be_brought: bool
) -> None:
    person = row("C01")
    session.reply("C01", reply)
    person.click("C01-bring")
    assert person.is_ticked("C01-bring") is can_be_brought
    assert session.check_in.plan.bring == (("C01",) if can_be_brought else ())
    assert (ANSWER_FIRST in person.reads()) is not can_be_brought
    person.click("C01-yes")
    assert ANSWER_FIRST not in person.reads()
    person.click("C01-bring")
    assert person.is_ticked("C01-bring") is not can_be_brought


def test_a_refused_bring_is_said_below_its_line_and_moves_nothing_above(row: Callable[[str], Person]) -> None:
    person = row("C01")
    names = ("C01-not-yet", "C01-add-note", "C01-bring")
    before = [place(person, name) for name in names]
    person.click("C01-bring")
    QTest.qWait(0)
    (told,) = [text for text in person.window.findChildren(QLabel) if text.isVisible() and text.text() == ANSWER_FIRST]
    assert told.y() > max(one.bottom() for one in before)
    assert [place(person, name) for name in names] == before


def test_a_line_is_brought_and_left_at_home_again(row: Callable[[str], Person], session: Session) -> None:
    person = row("C01")
    person.click("C01-not-yet")
    brought = []
    for _ in range(2):
        person.click("C01-bring")
        brought.append(session.check_in.plan.bring)
    assert brought == [("C01",), ()]


def test_a_brought_line_that_is_cleared_leaves_the_page_and_undo_brings_it_back(
    row: Callable[[str], Person], session: Session
) -> None:
    person = row("C01")
    person.click("C01-not-yet")
    person.click("C01-bring")
    person.click("C01-clear")
    assert not person.is_ticked("C01-bring")
    session.undo()
    assert person.is_ticked("C01-bring")


def test_a_fourth_line_is_refused_with_a_sentence_that_goes_again(
    row: Callable[[str], Person], session: Session
) -> None:
    for item_id in ("C03", "C04", "C05"):
        session.reply(item_id, Reply.NOT_YET)
        session.bring(item_id, on=True)
    person = row("C01")
    person.click("C01-not-yet")
    person.click("C01-bring")
    assert not person.is_ticked("C01-bring")
    assert "You can bring three lines. Untick one first, then pick this one." in person.reads()
    session.bring("C03", on=False)
    assert "You can bring three lines." not in person.reads()
    person.click("C01-bring")
    assert session.check_in.plan.bring == ("C04", "C05", "C01")


def test_a_strength_is_brought_though_four_others_help(row: Callable[[str], Person], session: Session) -> None:
    for item_id in ("C03", "C04", "C05", "C06"):
        session.reply(item_id, Reply.YES)
        session.helping(item_id, on=True)
    person = row("C01")
    person.click("C01-yes")
    person.click("C01-bring")
    assert person.is_ticked("C01-bring")
    assert session.check_in.to_talk_about == ("C01",)


@pytest.mark.parametrize("reply", ["not-yet", "a-little"])
def test_a_line_without_a_prompt_says_nothing_next(row: Callable[[str], Person], pack: Pack, reply: str) -> None:
    person = row("C17")
    before = person.reads()
    person.click(f"C17-{reply}")
    assert pack.checklist.try_label not in person.reads()
    assert person.reads() == before


def test_what_is_not_for_me_is_told_to_be_fine(row: Callable[[str], Person], pack: Pack) -> None:
    person = row("C15")
    assert pack.checklist.not_for_me_help not in person.reads()
    person.click("C15-not-for-me")
    assert pack.checklist.not_for_me_help in person.reads()
    assert not person.sees("C15-red-flags")


@pytest.mark.parametrize(
    ("reply", "has_help", "has_prompt"),
    [
        (Reply.NOT_YET, True, True),
        (Reply.A_LITTLE, False, True),
        (Reply.MOSTLY, False, False),
        (Reply.YES, False, False),
        (Reply.NOT_FOR_ME, False, False),
    ],
)
def test_what_to_try_next_follows_the_reply(
    row: Callable[[str], Person], reply: Reply, *, has_help: bool, has_prompt: bool
) -> None:
    person = row("C10")
    person.click(f"C10-{NAMES[reply]}")
    assert (TWO_PEOPLE in person.reads()) is has_help
    assert ("Try this next: Try: “Could we slow down?”" in person.reads()) is has_prompt


def test_a_line_about_the_person_alone_says_nothing_of_two_people(row: Callable[[str], Person]) -> None:
    person = row("C01")
    person.click("C01-not-yet")
    assert TWO_PEOPLE not in person.reads()
    assert "Try this next" in person.reads()


@pytest.mark.parametrize("reply", list(Reply))
def test_the_link_to_the_red_flags_stands_only_beside_not_yet(row: Callable[[str], Person], reply: Reply) -> None:
    person = row("C10")
    assert not person.sees("C10-red-flags")
    person.click(f"C10-{NAMES[reply]}")
    assert person.sees("C10-red-flags") is (reply is Reply.NOT_YET)


def test_the_link_asks_for_the_red_flags(row: Callable[[str], Person], qtbot: QtBot) -> None:
    person = row("C10")
    person.click("C10-not-yet")
    assert isinstance(person.window, ItemRow)
    with qtbot.waitSignal(person.window.red_flags_requested):
        person.click("C10-red-flags")


def test_other_lines_have_no_link_to_the_red_flags(row: Callable[[str], Person]) -> None:
    person = row("C01")
    person.click("C01-not-yet")
    assert not person.sees("C01-red-flags")
