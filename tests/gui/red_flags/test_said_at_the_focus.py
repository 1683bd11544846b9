"""What an answer opens, and what is refused, is said where the focus is: Orca speaks no announcements."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.checkin_view import CheckinView
from evolve_desktop.gui.red_flags.red_flags_view import RedFlagsView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.settings import Preferences, Settings
from tests.gui.person import Person
from tests.gui.shared_window import SharedView, shared_page_about, unanswered

pytestmark = pytest.mark.usefixtures("on_linux")


@pytest.fixture
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(unanswered())


@pytest.fixture(scope="module")
def flags_page(qapp: QApplication, pack: Pack, session: Session) -> Iterator[SharedView]:
    assert qapp is not None
    preferences = Preferences(Settings())
    with shared_page_about(session, lambda signals, _: RedFlagsView(pack, session, signals, preferences)) as shared:
        yield shared


@pytest.fixture
def flags(flags_page: SharedView, session: Session) -> Person:
    """Return a person before the red flags, with nothing answered."""
    flags_page.clear(lambda: session.close(unanswered()))
    return Person(flags_page.view)


@pytest.fixture
def check_in(
    pack: Pack, session: Session, signals: SessionSignals, autosave: Autosave, meet: Callable[[QWidget], Person]
) -> Person:
    session.close(unanswered())
    return meet(CheckinView(pack, session, signals, autosave))


def presses(person: Person, name: str) -> QWidget:
    """Go to a control, press it, and wait for the description that follows."""
    control = person.find(name)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Space)
    return control


def test_what_a_raised_flag_opens_is_said_once_on_its_reply(flags: Person, pack: Pack, qtbot: QtBot) -> None:
    part = pack.red_flags.parts[0]
    assert part.step_up is not None
    reply = presses(flags, "R06-yes")
    qtbot.waitUntil(lambda: reply.accessibleDescription() != "")
    opened = f"{part.step_up.question} {part.what_next.title}. {part.what_next.intro}"
    assert reply.accessibleDescription() == opened
    QTest.keyClick(reply, Qt.Key.Key_Tab)
    assert reply.accessibleDescription() == ""


def test_an_arrow_key_says_it_on_the_reply_it_leads_to(flags: Person, pack: Pack, qtbot: QtBot) -> None:
    presses(flags, "R06-no")
    QTest.keyClick(flags.find("R06-no"), Qt.Key.Key_Right)
    reply = flags.find("R06-not-sure")
    assert QApplication.focusWidget() is reply
    qtbot.waitUntil(lambda: pack.red_flags.parts[0].what_next.title in reply.accessibleDescription())


def test_the_choices_behind_unsafe_are_said_on_the_reply(flags: Person, pack: Pack, qtbot: QtBot) -> None:
    (unsafe,) = (flag for part in pack.red_flags.parts for flag in part.flags if flag.unsafe)
    for part in pack.red_flags.parts:
        if part.content_note:
            flags.click(f"show-part-{part.tier.value}")
    reply = presses(flags, f"{unsafe.id}-yes")
    qtbot.waitUntil(lambda: pack.red_flags.unsafe.intro in reply.accessibleDescription())


def test_part_three_begins_with_whose_fault_it_is_not(flags: Person, pack: Pack, qtbot: QtBot) -> None:
    flags.click("show-part-3")
    reply = presses(flags, "X04-yes")
    what_next = pack.red_flags.parts[2].what_next
    qtbot.waitUntil(lambda: f"{what_next.title}. {what_next.intro}" in reply.accessibleDescription())
    second = presses(flags, "X05-yes")
    qtbot.waitUntil(lambda: second.accessibleDescription() == what_next.title)


def test_the_answer_to_unsafe_is_said_on_the_choice_and_the_focus_stays(
    flags: Person, pack: Pack, qtbot: QtBot
) -> None:
    presses(flags, "R03-yes")
    choice = presses(flags, "unsafe-danger")
    qtbot.waitUntil(lambda: "Please reach out now." in choice.accessibleDescription())
    assert pack.red_flags.parts[2].what_next.intro in choice.accessibleDescription()
    assert QApplication.focusWidget() is choice


def test_where_a_question_leads_is_said(flags: Person, pack: Pack, qtbot: QtBot) -> None:
    presses(flags, "R06-yes")
    reply = presses(flags, "U1-yes")
    step_up = pack.red_flags.parts[0].step_up
    assert step_up is not None
    qtbot.waitUntil(lambda: step_up.then in reply.accessibleDescription())


def test_a_fourth_bring_is_refused_where_it_was_tried(check_in: Person, session: Session, qtbot: QtBot) -> None:
    names = ("C16", "C01", "C10", "C02")
    for name in names:
        session.reply(name, Reply.YES)
    for name in names[:3]:
        session.bring(name, on=True)
    box = presses(check_in, "C02-bring")
    qtbot.waitUntil(lambda: box.accessibleDescription() != "")
    assert box.accessibleDescription() in check_in.reads()
    assert QApplication.focusWidget() is box


def test_what_one_could_try_is_said_on_the_reply(check_in: Person, pack: Pack, qtbot: QtBot) -> None:
    reply = presses(check_in, "C03-a-little")
    prompt = next(item.prompt for item in pack.checklist.items if item.id == "C03")
    qtbot.waitUntil(lambda: prompt in reply.accessibleDescription())
