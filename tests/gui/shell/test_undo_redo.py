"""Undo and redo go to the place of what they change, with the focus, and say what it was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.content.pack import Pack
from tests.gui.app_runs import menu_line
from tests.gui.person import Person
from tests.gui.vault_steps import create_vault

pytestmark = pytest.mark.one_window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


@pytest.fixture
def person(desktop: RunningApp) -> Person:
    return Person(desktop.window)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focus(), key, CONTROL)


def said(person: Person) -> str:
    label = person.find("told")
    assert isinstance(label, QLabel)
    return label.text()


def is_in_view(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def test_a_topic_is_not_emptied_out_of_sight(person: Person, desktop: RunningApp, pack: Pack, qtbot: QtBot) -> None:
    press(Qt.Key.Key_4)
    person.type("main-topic", "work")
    press(Qt.Key.Key_2)
    assert person.tab == "Check-in"
    press(Qt.Key.Key_Z)
    assert desktop.session.check_in.plan.main_topic == ""
    assert person.tab == "My page"
    assert focus() is person.find("main-topic")
    qtbot.waitUntil(lambda: is_in_view(person.find("main-topic")))
    assert said(person) == f"Undone on My page: {pack.page.main_topic}"


def test_what_is_done_again_is_shown_and_named_too(person: Person, pack: Pack) -> None:
    press(Qt.Key.Key_4)
    person.type("main-topic", "work")
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_2)
    QTest.keyClick(person.window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert person.tab == "My page"
    assert said(person) == f"Done again on My page: {pack.page.main_topic}"


def test_a_reply_at_the_end_of_the_list_comes_into_view(person: Person, desktop: RunningApp, qtbot: QtBot) -> None:
    desktop.session.reply("C16", Reply.MOSTLY)
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Z)
    assert person.tab == "Check-in"
    qtbot.waitUntil(lambda: is_in_view(person.find("C16")))
    assert person.find("C16").isAncestorOf(focus())
    assert said(person).startswith("Undone on Check-in: ")


def test_undo_where_it_happened_leaves_the_focus(person: Person) -> None:
    press(Qt.Key.Key_4)
    person.type("also-1", "the bill")
    press(Qt.Key.Key_Z)
    assert focus() is person.find("also-1")
    assert said(person).startswith("Undone on My page: ")


def test_the_sentence_goes_with_the_next_change(person: Person) -> None:
    person.click("C01-yes")
    press(Qt.Key.Key_Z)
    assert person.sees("told")
    person.click("C02-yes")
    assert not person.sees("told")


def test_the_sentence_is_not_there_any_more_on_the_way_back(person: Person, desktop: RunningApp) -> None:
    desktop.session.flag("R01", FlagReply.YES)
    press(Qt.Key.Key_Z)
    assert person.sees("told")
    press(Qt.Key.Key_2)
    person.click("C02-yes")
    press(Qt.Key.Key_3)
    assert not person.sees("told")


def test_a_line_that_is_brought_stays_on_my_page_while_that_is_in_front(
    person: Person, desktop: RunningApp, qtbot: QtBot
) -> None:
    desktop.session.reply("C03", Reply.NOT_YET)
    press(Qt.Key.Key_4)
    qtbot.waitUntil(lambda: person.sees("C03-work-on"))
    person.click("C03-work-on")
    press(Qt.Key.Key_Z)
    assert person.tab == "My page"
    assert not person.is_ticked("C03-work-on")


def test_a_red_flag_is_shown_and_its_words_are_not_said(person: Person, desktop: RunningApp) -> None:
    desktop.session.flag("R01", FlagReply.YES)
    press(Qt.Key.Key_Z)
    assert person.tab == "Red flags"
    assert person.find("R01").isAncestorOf(focus())
    assert said(person) == "Undone on Red flags: one answer"


def test_a_part_that_was_not_opened_stays_closed(person: Person, desktop: RunningApp) -> None:
    desktop.session.flag("X01", FlagReply.YES)
    press(Qt.Key.Key_Z)
    assert person.tab == "Red flags"
    assert not person.sees("X01")
    assert person.sees("show-part-3")


def test_a_new_check_in_is_undone_by_the_day_of_the_one_before(person: Person, desktop: RunningApp) -> None:
    person.click("C01-yes")
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Z)
    assert desktop.session.check_in.answer("C01").reply is Reply.YES
    assert said(person).startswith("Undone. Open now: ")
    assert "24" in said(person)


def test_the_menu_brings_back_what_was_removed_on_the_page_in_view(
    desktop: RunningApp, person: Person, qtbot: QtBot
) -> None:
    create_vault(person, qtbot)
    undo = menu_line(desktop.window, "Undo")
    person.click("to-help-lines")
    person.click("own-add")
    person.type("own-name", "Ann")
    person.type("own-reach", "555 0100")
    person.click("own-save")
    assert not undo.isEnabled()
    (first,) = person.names_like("own-[0-9]+-remove")
    person.click(first)
    assert undo.isEnabled()
    undo.trigger()
    assert [contact.name for contact in desktop.autosave.contacts] == ["Ann"]
    assert not undo.isEnabled()
    (second,) = person.names_like("own-[0-9]+-remove")
    assert second != first
    person.click(second)
    press(Qt.Key.Key_2)
    assert not undo.isEnabled()
