"""What the replies say back at the end of the checklist, by real replies."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.checkin.checkin_view import CheckinView
from tests.gui.person import Person
from tests.gui.shared_window import SharedView, shared_page_about, unanswered


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(unanswered())


@pytest.fixture(scope="module")
def shared_view(qapp: QApplication, pack: Pack, session: Session) -> Iterator[SharedView]:
    assert qapp is not None
    with shared_page_about(session, partial(CheckinView, pack, session)) as shared:
        yield shared


@pytest.fixture
def person(shared_view: SharedView, session: Session) -> Person:
    """Return a person before the check-in, with nothing answered."""
    shared_view.clear(lambda: session.close(unanswered()))
    return Person(shared_view.view)


def reflection(person: Person) -> list[str]:
    """Return what the box says, from the top."""
    frame = person.window.findChild(QFrame, "reflection")
    assert isinstance(frame, QFrame)
    seen = [label for label in frame.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in sorted(seen, key=lambda label: label.mapTo(frame, QPoint()).y())]


def reply_to_all(person: Person, pack: Pack, reply: str, count: int = 17) -> None:
    for item in pack.checklist.items[:count]:
        person.click(f"{item.id}-{reply}")


def text_of(pack: Pack, item_id: str) -> str:
    return next(item.text for item in pack.checklist.items if item.id == item_id)


def test_nothing_is_said_while_nothing_is_answered(person: Person) -> None:
    assert reflection(person) == []
    person.click("C01-yes")
    assert reflection(person) != []
    person.click("C01-clear")
    assert reflection(person) == []


def test_a_line_left_out_alone_says_nothing_back(person: Person) -> None:
    person.click("C01-not-for-me")
    assert reflection(person) == []


def test_the_groups_follow_the_replies_strengths_first(person: Person, pack: Pack) -> None:
    for name in ("C03-not-yet", "C02-a-little", "C16-mostly", "C01-yes"):
        person.click(name)
    said = reflection(person)
    checklist = pack.checklist
    here = f"• {text_of(pack, 'C01')}\n• {text_of(pack, 'C16')}"
    assert said[:4] == [checklist.already_here, here, checklist.starting, f"• {text_of(pack, 'C02')}"]
    assert said[4] == checklist.to_work_on
    assert said[-2:] == [f"{text_of(pack, 'C02')} (A little)", f"{text_of(pack, 'C03')} (Not yet)"]


def test_a_group_without_lines_is_not_seen(person: Person, pack: Pack) -> None:
    person.click("C01-yes")
    said = reflection(person)
    assert pack.checklist.already_here in said
    assert pack.checklist.starting not in said
    assert pack.checklist.to_work_on not in said


def test_a_changed_reply_moves_its_line(person: Person, pack: Pack) -> None:
    person.click("C01-yes")
    person.click("C01-not-yet")
    said = reflection(person)
    assert pack.checklist.already_here not in said
    assert pack.checklist.to_work_on in said


def test_all_not_yet_is_met_kindly_with_one_quiet_offer(person: Person, pack: Pack) -> None:
    reply_to_all(person, pack, "not-yet")
    said = reflection(person)
    assert said[:2] == [pack.checklist.all_not_yet, pack.checklist.red_flag_offer]
    assert person.sees("reflection-red-flags")
    person.click("C01-a-little")
    assert pack.checklist.all_not_yet not in reflection(person)
    assert not person.sees("reflection-red-flags")


def test_all_yes_is_met_with_a_thought_and_no_offer(person: Person, pack: Pack) -> None:
    reply_to_all(person, pack, "yes")
    said = reflection(person)
    assert said[0] == pack.checklist.all_yes
    assert pack.checklist.red_flag_offer not in said
    assert not person.sees("reflection-red-flags")


@pytest.mark.parametrize(("count", "is_said"), [(8, False), (9, True)])
def test_all_means_half_of_the_lines_at_least(person: Person, pack: Pack, count: int, *, is_said: bool) -> None:
    reply_to_all(person, pack, "not-yet", count)
    assert (pack.checklist.all_not_yet in reflection(person)) is is_said


def test_the_lines_left_out_are_listed_only_when_asked_for(person: Person, pack: Pack) -> None:
    person.click("C01-yes")
    person.click("C02-not-for-me")
    left_out = f"• {text_of(pack, 'C02')}"
    assert not any(left_out in text for text in reflection(person))
    person.click("show-left-out")
    (listed,) = [text for text in reflection(person) if left_out in text]
    assert listed.count("•") == 16
    assert person.find("show-left-out").hasFocus() or person.sees("show-left-out")
    person.click("C03-yes")
    (listed,) = [text for text in reflection(person) if left_out in text]
    assert listed.count("•") == 15
    person.click("show-left-out")
    assert not any(left_out in text for text in reflection(person))


def test_there_is_nothing_to_list_once_every_line_is_answered(person: Person, pack: Pack) -> None:
    reply_to_all(person, pack, "mostly")
    assert not person.sees("show-left-out")


def test_a_line_is_picked_here_and_ticked_on_its_card(person: Person, session: Session) -> None:
    person.click("C03-not-yet")
    person.click("reflection-C03-work-on")
    assert session.check_in.plan.bring == ("C03",)
    assert person.is_ticked("C03-bring")
    person.click("C03-bring")
    assert not person.is_ticked("reflection-C03-work-on")


def test_a_fourth_line_is_refused_here_with_a_sentence(person: Person, session: Session) -> None:
    for item_id in ("C01", "C02", "C03", "C04"):
        session.reply(item_id, Reply.NOT_YET)
        person.click(f"reflection-{item_id}-work-on")
    assert session.check_in.plan.bring == ("C01", "C02", "C03")
    assert not person.is_ticked("reflection-C04-work-on")
    assert "You can bring three lines. Untick one first, then pick this one." in reflection(person)
    person.click("reflection-C01-work-on")
    assert "You can bring three lines." not in "\n".join(reflection(person))


def test_a_note_is_neither_shown_nor_offered_here(person: Person, session: Session) -> None:
    session.reply("C03", Reply.NOT_YET)
    session.bring("C03", on=True)
    session.note("C03", "Zebra")
    assert "Zebra" not in "\n".join(reflection(person))
    assert not person.sees("reflection-C03-print-note")
