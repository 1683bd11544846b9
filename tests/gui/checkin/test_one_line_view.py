"""One line at a time: keys answer and go on, the same session is written to, and leaving it keeps all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.gui.checkin.one_line_view import OneLineView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.settings import TEXT_SIZES
from tests.gui.app_runs import menu_line
from tests.gui.person import Person, focused, press_key, press_keys
from tests.gui.shared_window import SharedView, shared_page_about, unanswered
from tools.window_tour import Tour

pytestmark = pytest.mark.one_window

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
REPLIES = list(Reply)


@pytest.fixture
def person(desktop: RunningApp) -> Person:
    """Return a person before the first line."""
    menu_line(desktop.window, "One line at a time").trigger()
    return Person(desktop.window)


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(unanswered())


@pytest.fixture(scope="module")
def shared_view(qapp: QApplication, pack: Pack, session: Session) -> Iterator[SharedView]:
    """Show the lines above their bar, without the window around them."""
    assert qapp is not None

    def build(signals: SessionSignals, autosave: Autosave) -> QWidget:
        window, lines = QWidget(), OneLineView(pack, session, signals, autosave)
        column(window, lines, lines.bar)
        return window

    with shared_page_about(session, build) as shared:
        yield shared


@pytest.fixture
def alone(shared_view: SharedView, session: Session) -> Person:
    """Return a person before the first line, with no window around it."""
    lines = shared_view.view.findChild(OneLineView)
    assert isinstance(lines, OneLineView)

    def forget() -> None:
        session.close(unanswered())
        lines.show_step("C16")
        shared_view.view.unsetLayoutDirection()

    shared_view.clear(forget)
    lines.take_focus()
    return Person(shared_view.view)


def stands_at(name: str) -> bool:
    """Whether the focus is on a choice, or another control, of this line."""
    return focused().objectName().startswith(f"{name}-")


def test_it_begins_at_the_first_line_with_the_focus_on_its_choices(person: Person) -> None:
    assert focused() is person.find("C16-not-yet")
    assert focused().accessibleDescription() == "Line 1 of 17"
    assert person.find("C16").accessibleName() == "I can be myself in the room. I don't have to hide or act fine."
    assert "Line 1 of 17 · 0 answered" in person.reads()
    assert not person.sees("C01")


def test_a_digit_answers_and_goes_on(session: Session, alone: Person) -> None:
    for number, reply in enumerate(REPLIES):
        press_key(Qt.Key(Key.Key_1 + number))
        assert session.check_in.answer("C16").reply is reply
        assert stands_at("C01"), reply
        assert "Line 2 of 17 · 1 answered" in alone.reads(), reply
        press_key(Key.Key_Left)
        assert stands_at("C16"), reply


def test_up_and_down_answer_and_stay(session: Session, alone: Person) -> None:
    press_key(Key.Key_Down)
    assert session.check_in.answer("C16").reply is Reply.NOT_YET
    press_keys(Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert session.check_in.answer("C16").reply is Reply.A_LITTLE
    assert focused() is alone.find("C16-a-little")
    assert "Name one thing you hold back" in alone.reads()


@pytest.mark.parametrize(
    ("direction", "on", "back"),
    [
        (Qt.LayoutDirection.LeftToRight, Key.Key_Right, Key.Key_Left),
        (Qt.LayoutDirection.RightToLeft, Key.Key_Left, Key.Key_Right),
    ],
)
def test_the_side_arrows_go_on_and_back_as_one_reads(
    session: Session, alone: Person, direction: Qt.LayoutDirection, on: Qt.Key, back: Qt.Key
) -> None:
    alone.window.setLayoutDirection(direction)
    press_keys(on, on)
    assert stands_at("C10")
    press_key(back)
    assert stands_at("C01")
    assert alone.sees("C01")
    assert session.check_in.is_empty


def test_enter_and_the_button_skip_a_line_or_go_on(session: Session, alone: Person) -> None:
    on = alone.find("one-line-next")
    assert isinstance(on, QAbstractButton)
    assert on.text() == "Skip"
    press_key(Key.Key_Return)
    assert stands_at("C01")
    alone.click("C01-yes")
    assert on.text() == "Next"
    alone.click("one-line-next")
    assert stands_at("C10")
    alone.click("one-line-back")
    assert alone.is_ticked("C01-yes")
    assert session.check_in.answered_count == 1


def test_a_note_is_reached_by_n_and_left_by_escape(session: Session, alone: Person) -> None:
    press_key(Key.Key_N)
    assert focused() is alone.find("C16-note")
    alone.type("C16-note", "b1 n")
    assert session.check_in.answer("C16").note == "b1 n"
    press_key(Key.Key_Left)
    assert focused() is alone.find("C16-note")
    press_key(Key.Key_Escape)
    assert focused() is alone.find("C16-not-yet")


def test_bring_goes_with_the_answer(session: Session, alone: Person) -> None:
    press_key(Key.Key_B)
    assert alone.is_ticked("C16-bring")
    assert "With your answer, this line goes on the page." in alone.reads()
    press_key(Key.Key_2)
    assert session.check_in.plan.bring == ("C16",)
    press_keys(Key.Key_Left, Key.Key_B)
    assert not session.check_in.plan.bring


def test_a_line_that_is_not_for_me_is_not_brought(session: Session, alone: Person) -> None:
    press_keys(Key.Key_B, Key.Key_5, Key.Key_Left)
    assert session.check_in.plan.bring == ()
    assert not alone.is_ticked("C16-bring")


def test_a_fourth_is_told_before_and_after_the_answer(session: Session, alone: Person) -> None:
    for _ in range(3):
        press_keys(Key.Key_B, Key.Key_1)
    press_key(Key.Key_B)
    assert "three" in alone.reads()
    assert not alone.is_ticked("C02-bring")
    press_keys(Key.Key_1, Key.Key_Left, Key.Key_B)
    assert "three" in alone.reads()
    assert not alone.is_ticked("C02-bring")
    assert len(session.check_in.plan.bring) == 3


def test_undo_goes_to_the_line_and_to_the_step(desktop: RunningApp, person: Person) -> None:
    press_keys(Key.Key_4, Key.Key_4)
    menu_line(desktop.window, "Undo").trigger()
    assert focused() is person.find("C01-not-yet")
    assert "Undone on Check-in: " in person.reads()
    person.click("one-line-to-reflection")
    press_key(Key.Key_Return)
    person.type("main-topic", "Homework")
    press_key(Key.Key_Return, CONTROL)
    menu_line(desktop.window, "Undo").trigger()
    assert focused() is person.find("main-topic")
    assert desktop.session.check_in.plan.main_topic == ""


def test_it_ends_at_what_it_says_back_and_then_at_my_page(desktop: RunningApp, person: Person) -> None:
    for _ in range(17):
        press_key(Key.Key_1)
    assert "What this says back" in person.reads()
    assert focused() is person.find("one-line-next")
    assert focused().accessibleDescription() == "What this says back"
    press_key(Key.Key_Return)
    assert focused() is person.find("main-topic")
    press_key(Key.Key_Return, CONTROL)  # no line is a strength: nothing to pick from
    assert focused() is person.find("question-1")
    press_key(Key.Key_Return, CONTROL)
    assert person.tab == "My page"
    assert desktop.session.check_in.answered_count == 17


def test_the_strengths_are_picked_one_by_one(session: Session, alone: Person) -> None:
    press_keys(Key.Key_4, Key.Key_3)
    alone.click("one-line-to-reflection")
    press_key(Key.Key_Return)
    press_key(Key.Key_Return, CONTROL)
    press_keys(Key.Key_Space, Key.Key_Tab, Key.Key_Space)
    assert set(session.check_in.plan.helping) == {"C16", "C01"}
    press_key(Key.Key_Left)
    press_key(Key.Key_Return, CONTROL)
    assert alone.is_ticked("C16-helps")


def test_leaving_it_keeps_all_and_comes_back_to_the_list(desktop: RunningApp, person: Person) -> None:
    press_keys(Key.Key_4, Key.Key_3)
    person.click("all-lines")
    assert person.is_ticked("C16-yes")
    assert person.is_ticked("C01-mostly")
    assert not person.sees("one-line-next")
    assert person.sees("to-my-page")
    assert not menu_line(desktop.window, "One line at a time").isChecked()
    menu_line(desktop.window, "One line at a time").trigger()
    assert stands_at("C10")


def test_the_article_follows_the_line(person: Person) -> None:
    press_key(Key.Key_Right)
    marked = [widget for widget in person.find("article").findChildren(QWidget) if widget.property("marked")]
    assert len(marked) == 1


def test_after_danger_was_named_no_word_with_the_therapist_is_suggested(
    session: Session, alone: Person, pack: Pack
) -> None:
    prompt = pack.checklist.item("C16").prompt
    press_key(Key.Key_Down)
    assert prompt in alone.reads()
    session.flag("R03", FlagReply.YES)
    session.unsafe(UnsafeMeaning.DANGER)
    assert alone.sees("C16")
    assert prompt not in alone.reads()


def test_the_welcome_offers_it(desktop: RunningApp) -> None:
    person = Person(desktop.window)
    menu_line(desktop.window, "Welcome").trigger()
    person.click("start-one-line")
    assert focused() is person.find("C16-not-yet")
    assert menu_line(desktop.window, "One line at a time").isChecked()


def test_the_list_offers_it_with_the_largest_text_which_leaves_all_choices_in_sight_in_a_small_window(
    desktop: RunningApp, tour: Tour, person: Person
) -> None:
    def end(name: str) -> int:
        widget = person.find(name)
        return widget.mapTo(desktop.window, QPoint(0, widget.height())).y()

    for percent in (100, TEXT_SIZES[-2]):
        tour.apply(percent=percent)
        person.click("all-lines")
        assert not person.sees("one-line"), percent
        menu_line(desktop.window, "One line at a time").trigger()
    menu_line(desktop.window, "Larger text").trigger()
    tour.resize(720, 800)
    menu_line(desktop.window, "Check-in").trigger()
    tour.settle()
    for name in ("C16-not-yet", "C16-not-for-me"):
        assert end(name) < end("one-line-back") - person.find("one-line-back").height(), name
    assert end("one-line-next") <= 800
    assert QApplication.focusWidget() is person.find("C16-not-yet")
    person.click("all-lines")
    person.click("one-line")
    assert focused() is person.find("C16-not-yet")
    assert menu_line(desktop.window, "One line at a time").isChecked()
