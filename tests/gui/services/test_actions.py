"""Cut, copy, paste and select all, in the fields and in the words of the article."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.gui.services import actions
from evolve_desktop.gui.services.actions import copy, select_all
from evolve_desktop.gui.widgets.labels import label
from evolve_desktop.gui.widgets.text_field import TextField
from tests.gui import vault_steps
from tests.gui.app_runs import menu_line
from tests.gui.person import Person

pytestmark = pytest.mark.one_window

Key = QKeySequence.StandardKey


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


@pytest.fixture(params=["line", "lines"])
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of a field of either kind."""
    return str(request.param)


@pytest.fixture
def person(qapp: QApplication, meet: Callable[[QWidget], Person]) -> Person:
    qapp.clipboard().clear()
    window = QWidget()
    layout = QVBoxLayout(window)
    line, button = QLineEdit(), QPushButton("button")
    line.setObjectName("line")
    button.setObjectName("button")
    for widget in (line, TextField("lines", "Lines"), button):
        layout.addWidget(widget)
    return meet(window)


def text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else str(widget.property("plainText"))


def paragraphs(person: Person) -> list[QLabel]:
    """Return the paragraphs of the article that can be seen."""
    article = person.find("article")
    by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
    return [text for text in article.findChildren(QLabel) if text.textInteractionFlags() & by_mouse]


def test_what_is_selected_in_a_field_is_cut_and_pasted(person: Person, name: str) -> None:
    person.type(name, "my words")
    actions.select_all()
    actions.cut()
    assert text_of(person.find(name)) == ""
    assert QApplication.clipboard().text() == "my words"
    actions.paste()
    actions.paste()
    assert text_of(person.find(name)) == "my wordsmy words"


def test_what_is_selected_in_a_field_is_copied_and_stays(person: Person, name: str) -> None:
    person.type(name, "my words")
    actions.copy()
    assert QApplication.clipboard().text() == ""
    actions.select_all()
    actions.copy()
    assert QApplication.clipboard().text() == "my words"
    assert text_of(person.find(name)) == "my words"


@pytest.mark.parametrize("edit", [actions.cut, actions.copy, actions.paste, actions.select_all])
def test_nothing_happens_where_there_are_no_words(person: Person, edit: Callable[[], None]) -> None:
    QApplication.clipboard().setText("from before")
    person.find("button").setFocus()
    edit()
    assert QApplication.clipboard().text() == "from before"


@pytest.mark.parametrize("text", ["One line.", "\N{SEEDLING} Two\nlines & <b>no</b> tag.", ""])
def test_all_of_a_paragraph_is_selected(qapp: QApplication, meet: Callable[[QWidget], Person], text: str) -> None:
    qapp.clipboard().setText("from before")
    paragraph = label(text, selectable=True)
    meet(paragraph)
    paragraph.setFocus()
    actions.select_all()
    actions.copy()
    assert qapp.clipboard().text() == (text or "from before")


def test_all_of_a_paragraph_of_the_article_is_selected_and_copied_by_keys(desktop: RunningApp) -> None:
    person = Person(desktop.window)
    texts = paragraphs(person)
    bold = next(text for text in texts if text.textFormat() is Qt.TextFormat.RichText)
    for paragraph, begins in (
        (texts[0], "Why Trust Matters in Therapy"),
        (bold, "Safe Space: Trusting your therapist"),
    ):
        QTest.mouseClick(paragraph, Qt.MouseButton.LeftButton)
        for key in (Key.SelectAll, Key.Copy):
            QTest.keySequence(desktop.window, QKeySequence(key))
        copied = QApplication.clipboard().text()
        assert copied.startswith(begins)
        assert "<b>" not in copied
        assert copied == paragraph.selectedText()


def test_a_paragraph_is_neither_cut_nor_pasted_into(desktop: RunningApp) -> None:
    paragraph = paragraphs(Person(desktop.window))[0]
    before = paragraph.text()
    QApplication.clipboard().setText("from before")
    QTest.mouseClick(paragraph, Qt.MouseButton.LeftButton)
    for key in (Key.SelectAll, Key.Cut, Key.Paste):
        QTest.keySequence(desktop.window, QKeySequence(key))
    assert paragraph.text() == before
    assert QApplication.clipboard().text() == "from before"


def test_a_note_is_edited_by_keys(desktop: RunningApp) -> None:
    person = Person(desktop.window)
    person.click("C01-add-note")
    person.type("C01-note", "again ")
    for key in (Key.SelectAll, Key.Copy, Key.Paste, Key.Paste):
        QTest.keySequence(person.find("C01-note"), QKeySequence(key))
    assert desktop.session.check_in.answer("C01").note == "again again "
    for key in (Key.SelectAll, Key.Cut):
        QTest.keySequence(person.find("C01-note"), QKeySequence(key))
    assert desktop.session.check_in.is_empty


def test_undo_and_redo_are_grey_while_there_is_nothing_to_undo_or_to_redo(desktop: RunningApp) -> None:
    undo, redo = menu_line(desktop.window, "Undo"), menu_line(desktop.window, "Redo")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    desktop.session.reply("C01", Reply.YES)
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.trigger()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    redo.trigger()
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    assert desktop.session.check_in.answer("C01").reply is Reply.YES


def test_lock_is_grey_until_there_is_a_passphrase(desktop: RunningApp, qtbot: QtBot) -> None:
    lock, person = menu_line(desktop.window, "Lock"), Person(desktop.window)
    assert not lock.isEnabled()
    desktop.session.reply("C01", Reply.YES)
    vault_steps.create_vault(person, qtbot, vault_steps.PASSPHRASE)
    assert lock.isEnabled()
    lock.trigger()
    assert person.sees("unlock-secret")
    assert not lock.isEnabled()


def test_the_edit_menu_greys_what_the_focus_cannot_do_and_keys_reach_it_all_the_same(desktop: RunningApp) -> None:
    person = Person(desktop.window)
    (edit,) = [menu for menu in desktop.window.findChildren(QMenu) if menu.title() == "&Edit"]
    lines = [menu_line(desktop.window, text) for text in ("Cut", "Copy", "Paste", "Select all")]

    def offered() -> list[bool]:
        edit.aboutToShow.emit()
        shown = [action.isEnabled() for action in lines]
        edit.aboutToHide.emit()
        assert all(action.isEnabled() for action in lines)
        return shown

    QApplication.clipboard().clear()
    person.find("hide").setFocus()
    assert offered() == [False, False, False, False]
    person.click("C01-add-note")
    person.type("C01-note", "words")
    assert offered() == [False, False, False, True]
    select_all()
    assert offered() == [True, True, False, True]
    copy()
    assert offered() == [True, True, True, True]
    QTest.mouseClick(paragraphs(person)[0], Qt.MouseButton.LeftButton)
    assert offered() == [False, False, False, True]
    select_all()
    assert offered() == [False, True, False, True]


def test_a_hidden_passphrase_is_neither_cut_nor_copied(desktop: RunningApp) -> None:
    person = Person(desktop.window)
    (edit,) = [menu for menu in desktop.window.findChildren(QMenu) if menu.title() == "&Edit"]
    person.click("keeping-more")
    person.type("keep-passphrase-first", "herons")
    select_all()
    edit.aboutToShow.emit()
    assert [menu_line(desktop.window, text).isEnabled() for text in ("Cut", "Copy")] == [False, False]
