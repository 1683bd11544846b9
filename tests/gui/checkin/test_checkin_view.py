"""The checklist as a whole: its groups, the way to the article and back, and how far one has looked."""

from collections.abc import Iterator
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.content.sources import item_sources
from evolve_desktop.gui.checkin.checkin_view import CheckinView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.widgets.flow_layout import column
from tests.gui.person import Person, focused, press_key
from tests.gui.shared_window import SharedView, shared_page_about, unanswered

FIRST, LAST = "the-role-of-trust-in-mental-health", "the-takeaway"


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(unanswered())


@pytest.fixture(scope="module")
def shared_view(qapp: QApplication, pack: Pack, session: Session) -> Iterator[SharedView]:
    """Show the check-in below a button that belongs to no line."""
    assert qapp is not None

    def build(signals: SessionSignals, autosave: Autosave) -> QWidget:
        window, elsewhere = QWidget(), QPushButton("elsewhere")
        elsewhere.setObjectName("elsewhere")
        column(window, elsewhere, CheckinView(pack, session, signals, autosave))
        return window

    with shared_page_about(session, build) as shared:
        yield shared


@pytest.fixture
def view(shared_view: SharedView) -> CheckinView:
    found = shared_view.view.findChild(CheckinView)
    assert isinstance(found, CheckinView)
    return found


@pytest.fixture
def person(shared_view: SharedView, session: Session, view: CheckinView) -> Person:
    """Return a person who has answered nothing and is busy elsewhere, as one who reads the article is."""
    found = Person(shared_view.view)

    def forget() -> None:
        found.find("elsewhere").setFocus()  # an empty note stays open as long as it has the focus
        session.close(unanswered())

    shared_view.clear(forget)
    found.find("elsewhere").setFocus()
    view.follow("")
    return found


def is_on_screen(person: Person, name: str) -> bool:
    """Whether the widget of this name is scrolled into sight."""
    return not person.find(name).visibleRegion().isEmpty()


def sections(person: Person) -> list[QFrame]:
    return [frame for frame in person.window.findChildren(QFrame) if frame.property("role") == "section"]


def texts(widget: QWidget) -> list[str]:
    """Return what stands in the labels of a widget, from the top."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in sorted(labels, key=lambda label: label.mapTo(widget, QPoint()).y())]


def marked(person: Person) -> list[str]:
    """Return the sections whose groups are marked."""
    groups = [frame for frame in person.window.findChildren(QFrame) if frame.property("marked")]
    names = [button.objectName() for group in groups for button in group.findChildren(QPushButton)]
    return [name.removeprefix("read-") for name in names if name.startswith("read-")]


def test_it_opens_with_one_line_and_tells_what_it_is_and_is_not_when_asked(person: Person, pack: Pack) -> None:
    words = (pack.checklist.frame, pack.about.disclaimer, pack.about.adults)
    assert pack.checklist.title in person.reads()
    assert pack.checklist.lead in person.reads()
    assert not [sentence for sentence in words if sentence in person.reads()]
    person.click("about-list")
    assert all(sentence in person.reads() for sentence in words)
    person.click("about-list")
    assert not [sentence for sentence in words if sentence in person.reads()]


def test_every_line_stands_once_under_the_heading_of_its_section(person: Person, pack: Pack) -> None:
    said = person.reads()
    for section in pack.article.sections:
        items = [item for item in pack.checklist.items if item.section == section.id]
        assert person.sees(f"read-{section.id}") is bool(items)
        places = [said.index(text) for text in (section.heading, *(item.text for item in items)) if items]
        assert places == sorted(places)


def test_the_titles_of_the_parts_stand_in_the_list_above_their_lines(person: Person, pack: Pack) -> None:
    for section in pack.article.sections:
        items = [item for item in pack.checklist.items if item.section == section.id]
        if items:
            (group,) = [group for group in sections(person) if group.findChild(QWidget, f"read-{section.id}")]
            wanted = [section.heading]
            for part, lines in groupby(items, key=lambda item: item.part):
                wanted += [pack.checklist.part(part).title, *(item.text for item in lines)]
            assert [text for text in texts(group) if text in wanted] == wanted
    titles = {text.title for text in pack.checklist.parts}
    levels = {label.property("level") for label in person.window.findChildren(QLabel) if label.text() in titles}
    assert levels == {3}


def test_where_the_lines_come_from_is_shown_once_a_section_when_asked_for(person: Person, pack: Pack) -> None:
    assert "step 3" not in person.reads()
    person.click("sources-ask-questions")
    items = tuple(item for item in pack.checklist.items if item.section == "ask-questions")
    sources = "\n".join(item_sources(items, pack.about))
    assert sources in person.reads()
    asked = [item.section for item in pack.checklist.items]
    assert all(person.sees(f"sources-{section}") for section in asked)
    button = person.find("sources-ask-questions")
    assert button.accessibleName() == "Hide: Where this comes from: 3. Ask Questions"
    person.click("sources-ask-questions")
    assert sources not in person.reads()


def test_what_goes_beyond_the_article_is_marked_so_with_its_source(person: Person, pack: Pack) -> None:
    assert pack.about.beyond_article not in person.reads()
    for section in {item.section for item in pack.checklist.items}:
        person.click(f"sources-{section}")
    said = person.reads().splitlines()
    beyond = {f"{pack.about.beyond_article}: {item.beyond}" for item in pack.checklist.items if item.beyond}
    assert [line for line in said if line.startswith(pack.about.beyond_article)] == list(beyond)


def test_nothing_is_answered_at_the_start(person: Person) -> None:
    assert [radio for radio in person.window.findChildren(QRadioButton) if radio.isChecked()] == []


def test_read_this_part_asks_for_the_section_by_mouse_and_keys(person: Person, view: CheckinView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.section_requested):
        person.click("read-ask-questions")
    assert view.requested_section == "ask-questions"
    button = person.find("read-give-it-time")
    button.setFocus()
    with qtbot.waitSignal(view.section_requested):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert view.requested_section == "give-it-time"


def test_a_screen_reader_hears_which_part_would_be_read(person: Person, pack: Pack) -> None:
    heading = next(section.heading for section in pack.article.sections if section.id == "ask-questions")
    assert person.find("read-ask-questions").accessibleName() == f"Read this part: {heading}"


def test_the_section_being_read_is_marked_alone_and_shown(person: Person, view: CheckinView) -> None:
    assert not is_on_screen(person, f"read-{LAST}")
    view.follow(LAST)
    assert marked(person) == [LAST]
    assert is_on_screen(person, f"read-{LAST}")
    view.follow(FIRST)
    assert marked(person) == [FIRST]
    assert is_on_screen(person, f"read-{FIRST}")


def test_a_section_without_lines_marks_nothing_and_leaves_the_page_where_it_is(
    person: Person, view: CheckinView, pack: Pack
) -> None:
    view.follow(LAST)
    view.follow(pack.article.sections[0].id)
    assert marked(person) == []
    assert is_on_screen(person, f"read-{LAST}")


def test_a_line_that_gets_the_focus_has_its_section_marked_and_told_and_the_page_stays(
    person: Person, view: CheckinView, pack: Pack, qtbot: QtBot
) -> None:
    (area,) = view.findChildren(QScrollArea)
    item = next(item for item in pack.checklist.items if item.id == "C01")
    for name in ("C01-yes", "C01-add-note"):
        view.follow(LAST)
        person.find("elsewhere").setFocus()
        area.verticalScrollBar().setValue(0)
        with qtbot.waitSignal(view.section_entered):
            person.click(name)
        assert view.section == item.section
        assert marked(person) == [item.section]
        assert area.verticalScrollBar().value() == 0


def test_the_focus_elsewhere_leaves_the_mark_where_it_is(person: Person, view: CheckinView, qtbot: QtBot) -> None:
    person.click("C16-yes")
    with qtbot.assertNotEmitted(view.section_entered):
        for name in ("elsewhere", "about-list"):
            person.find(name).setFocus()
    assert marked(person) == [FIRST]


def test_what_it_says_back_comes_into_sight_once_there_is_something(person: Person, view: CheckinView) -> None:
    assert not view.show_reflection()
    person.click("C16-yes")
    assert not is_on_screen(person, "reflection")
    assert view.show_reflection()
    assert is_on_screen(person, "reflection")


def test_the_quiet_links_of_the_lines_and_of_the_end_ask_for_the_red_flags(
    person: Person, view: CheckinView, session: Session, pack: Pack, qtbot: QtBot
) -> None:
    for item in pack.checklist.items:
        session.reply(item.id, Reply.NOT_YET)
    for name in ("C04-red-flags", "reflection-red-flags"):
        with qtbot.waitSignal(view.red_flags_requested):
            person.click(name)


def test_a_control_that_gets_the_focus_by_tab_comes_into_sight(person: Person) -> None:
    person.find("C16-not-yet").setFocus()
    for _ in range(40):
        focus = person.window.focusWidget()
        assert isinstance(focus, QWidget)
        assert is_on_screen(person, focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)


def test_the_whole_list_is_answered_by_keys_alone_in_its_order(person: Person, session: Session, pack: Pack) -> None:
    person.find("C16-not-yet").setFocus()
    came_to = []
    for _ in range(200):
        focus = focused()
        name, _, rest = focus.objectName().partition("-")
        if rest == "not-yet" and session.check_in.answer(name).reply is None:
            came_to.append(name)
            press_key(Qt.Key.Key_Space)
            press_key(Qt.Key.Key_Right)
        if len(came_to) == len(pack.checklist.items):
            break
        press_key(Qt.Key.Key_Tab)
    order = [
        item.id for section in pack.article.sections for item in pack.checklist.items if item.section == section.id
    ]
    assert came_to == order
    assert {session.check_in.answer(name).reply for name in order} == {Reply.A_LITTLE}
    assert focused().objectName() == f"{order[-1]}-a-little"
    press_key(Qt.Key.Key_Delete)
    assert session.check_in.answer(order[-1]).reply is None


@pytest.mark.parametrize(("flag_id", "meaning"), [("X01", None), ("R03", UnsafeMeaning.THERAPIST)])
def test_after_a_warning_nothing_suggests_a_word_with_the_therapist(
    flag_id: str, meaning: UnsafeMeaning | None, person: Person, pack: Pack, session: Session
) -> None:
    item = pack.checklist.item("C14")
    session.reply(item.id, Reply.NOT_YET)
    assert item.prompt in person.reads()
    session.flag(flag_id, FlagReply.NOT_SURE)
    session.unsafe(meaning)
    assert item.prompt not in person.reads()
    assert pack.checklist.part(item.part).not_yet in person.reads()
    for other in pack.checklist.items:
        session.reply(other.id, Reply.YES)
    assert pack.checklist.all_yes not in person.reads()
    session.flag(flag_id, FlagReply.NO)
    assert pack.checklist.all_yes in person.reads()
