"""The menus and the keys of the window: each entry does what it says; nothing said is let go without a question."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMenuBar, QMessageBox

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.dialogs import UnsavedChoice
from tests.gui.dialogs import on_dialog, reading
from tests.gui.person import Answers, Person

pytestmark = pytest.mark.one_window

Key = QKeySequence.StandardKey
STANDARD_KEYS = {
    "New check-in": Key.New,
    "Print…": Key.Print,
    "Save as PDF…": Key.Save,
    "Undo": Key.Undo,
    "Redo": Key.Redo,
    "Cut": Key.Cut,
    "Copy": Key.Copy,
    "Paste": Key.Paste,
    "Select all": Key.SelectAll,
    "Find in the article…": Key.Find,
    "Find next": Key.FindNext,
    "Find previous": Key.FindPrevious,
    "Larger text": Key.ZoomIn,
    "Smaller text": Key.ZoomOut,
}


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


def menus(desktop: RunningApp) -> Iterator[tuple[str, list[QAction]]]:
    """Yield each menu's title with its entries, menus inside menus too."""
    bar = desktop.window.findChild(QMenuBar)
    assert isinstance(bar, QMenuBar)
    yield "the bar", bar.actions()
    for menu in bar.findChildren(QMenu):
        yield menu.title(), menu.actions()


def entry(desktop: RunningApp, text: str) -> QAction:
    """Return the entry that says this, without the mark of its letter."""
    entries = chain.from_iterable(actions for title, actions in menus(desktop) if title != "the bar")
    (found,) = [action for action in entries if action.text().replace("&", "") == text]
    return found


def choose(desktop: RunningApp, text: str) -> None:
    entry(desktop, text).trigger()


def press(desktop: RunningApp, key: QKeySequence.StandardKey | str) -> None:
    focus = QApplication.focusWidget() or desktop.window
    QTest.keySequence(focus, QKeySequence(key))


def points(person: Person) -> float:
    """Return the size of the article's text."""
    article = person.find("article")
    return article.findChildren(QLabel)[1].font().pointSizeF()


def test_the_menus_stand_in_their_usual_order_and_no_two_entries_have_the_same_letter(desktop: RunningApp) -> None:
    titles = [action.text() for action in dict(menus(desktop))["the bar"]]
    assert titles == ["&File", "&Edit", "&View", "&Help"]
    for title, actions in menus(desktop):
        texts = [action.text().replace("&&", "") for action in actions]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), title
        assert letters or title in {"&Colors", "Lock when &idle", "Lan&guage"}, title


def test_an_entry_has_every_key_that_the_system_gives_it_and_no_key_two_entries(desktop: RunningApp) -> None:
    for text, key in STANDARD_KEYS.items():
        keys = [binding.toString() for binding in entry(desktop, text).shortcuts()]
        assert keys == [binding.toString() for binding in QKeySequence.keyBindings(key)], text
    actions = chain.from_iterable(actions for _, actions in menus(desktop))
    every_key = [key.toString() for action in actions for key in action.shortcuts()]
    assert sorted(every_key) == sorted(set(every_key))


def test_answers_are_undone_and_redone_by_every_usual_key(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    for redo in ("Ctrl+Y", "Ctrl+Shift+Z"):
        press(desktop, Key.Undo)
        assert not person.is_ticked("C01-yes")
        press(desktop, redo)
        assert person.is_ticked("C01-yes")
    choose(desktop, "Undo")
    assert desktop.session.check_in.is_empty
    choose(desktop, "Redo")
    assert person.is_ticked("C01-yes")


def test_undo_takes_back_words_in_a_note_too(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    person.click("C01-add-note")
    person.type("C01-note", "words")
    press(desktop, Key.Undo)
    assert desktop.session.check_in.answer("C01").note == ""
    press(desktop, Key.Undo)
    assert desktop.session.check_in.is_empty
    for _ in range(2):
        press(desktop, Key.Redo)
    assert desktop.session.check_in.answer("C01").note == "words"


def test_a_new_check_in_keeps_paper_and_print_size_and_asks_once(
    desktop: RunningApp, person: Person, answers: Answers, pack: Pack
) -> None:
    person.click("C01-yes")
    press(desktop, "Ctrl+4")
    person.find("paper").setFocus()
    QTest.keyClick(person.find("paper"), Qt.Key.Key_Down)
    for name in ("large-print", "C01-helps"):
        person.click(name)
    person.type("main-topic", "Something")
    before = desktop.session.check_in
    answers.leaves = UnsavedChoice.STAY
    press(desktop, Key.New)
    assert answers.asked == [pack.page.before_print]
    assert desktop.session.check_in == before
    answers.leaves = UnsavedChoice.DISCARD
    press(desktop, Key.New)
    assert len(answers.asked) == 2
    plan = desktop.session.check_in.plan
    assert desktop.session.check_in.is_empty
    assert desktop.session.check_in.id != before.id
    assert (plan.paper, plan.large_print, plan.main_topic) == (Paper.LETTER, True, "")
    assert person.tab == "Check-in"
    assert not person.is_ticked("C01-yes")
    press(desktop, Key.Undo)
    assert desktop.session.check_in == before


def test_a_new_check_in_asks_nothing_where_nothing_was_said(
    desktop: RunningApp, person: Person, answers: Answers
) -> None:
    press(desktop, "Ctrl+3")
    choose(desktop, "New check-in")
    assert answers.asked == []
    assert person.tab == "Check-in"


def test_a_new_check_in_can_save_the_page_first(
    desktop: RunningApp, person: Person, answers: Answers, tmp_path: Path
) -> None:
    person.click("C01-yes")
    answers.leaves = UnsavedChoice.SAVE
    press(desktop, Key.New)
    assert desktop.session.check_in.answered_count == 1
    answers.path = tmp_path / "mine.pdf"
    press(desktop, Key.New)
    assert answers.path.read_bytes().startswith(b"%PDF")
    assert desktop.session.check_in.is_empty


def test_what_goes_out_from_another_tab_is_my_page_shown_first(
    desktop: RunningApp, person: Person, answers: Answers, pack: Pack
) -> None:
    answers.goes_out = False
    desktop.session.note("C03", "a private note, so that it is asked about")
    desktop.session.reply("C03", Reply.NOT_YET)
    desktop.session.bring("C03", on=True)
    desktop.session.plan(desktop.session.check_in.plan.with_note("C03", on=True))
    for text, key in (("Print…", Key.Print), ("Save as PDF…", Key.Save), ("Copy as text", None)):
        for there in ("Ctrl+2", "Ctrl+3", Key.HelpContents):
            choose(desktop, "For me only")
            press(desktop, there)
            assert not person.sees("sheet-for-me")
            answers.asked.clear()
            QApplication.clipboard().clear()
            if key:
                press(desktop, key)
            else:
                choose(desktop, text)
            assert person.tab == "My page"
            assert person.find("sheet-title").property("text") == "My page"
            if key:
                assert pack.page.before_hand_over in answers.asked[0]
            else:
                assert pack.page.title in QApplication.clipboard().text()


def test_on_my_page_the_sheet_that_is_shown_goes_out(desktop: RunningApp, person: Person, answers: Answers) -> None:
    sheets = {
        "For me only": ("sheet-for-me", "Notes 2026-11-24 for me.pdf"),
        "Wallet card": ("sheet-wallet-card", "Notes card.pdf"),
        "Empty form": ("sheet-empty-form", "Notes form.pdf"),
    }
    for text, (sheet, name) in sheets.items():
        choose(desktop, text)
        assert person.tab == "My page"
        assert not person.sees(sheet)
        assert person.find("sheet-title").property("text") == text
        answers.asked.clear()
        press(desktop, Key.Save)
        assert answers.asked[-1] == name


def test_the_text_grows_shrinks_and_comes_back(desktop: RunningApp, person: Person) -> None:
    usual = points(person)
    press(desktop, Key.ZoomIn)
    assert points(person) > usual
    choose(desktop, "Smaller text")
    assert points(person) == usual
    person.click("larger-text")
    assert points(person) > usual
    choose(desktop, "Usual text size")
    assert points(person) == usual


def test_the_colours_are_chosen_and_one_is_always_chosen(desktop: RunningApp) -> None:
    texts = ("As the system", "Light", "Dark")
    grounds = {}
    for text in ("Dark", "Light", "As the system"):
        choose(desktop, text)
        assert [other for other in texts if entry(desktop, other).isChecked()] == [text]
        grounds[text] = desktop.window.grab(QRect(0, 0, 4, 4)).toImage().pixelColor(3, 3).lightness()
    assert grounds["Dark"] < 100
    assert grounds["Light"] > 200


def test_help_is_one_step_away_from_every_tab(desktop: RunningApp, person: Person) -> None:
    for number in (2, 3, 4, 5):
        press(desktop, f"Ctrl+{number}")
        press(desktop, Key.HelpContents)
        assert person.find("help-to-choice").hasFocus()
        press(desktop, f"Ctrl+{number}")
        assert not person.sees("help-back")
        person.click("to-help-lines")
        assert person.find("help-to-choice").hasFocus()


def test_where_to_complain_is_shown_whatever_was_answered(desktop: RunningApp, person: Person, pack: Pack) -> None:
    choose(desktop, pack.red_flags.complaints_title)
    assert person.tab == "Red flags"
    assert person.sees("complaints")
    assert pack.red_flags.complaints_intro in person.reads()


def test_about_qt_says_what_it_is(desktop: RunningApp) -> None:
    said: list[str] = []
    on_dialog(QMessageBox, reading(said, QMessageBox.close))
    choose(desktop, "About Qt")
    assert "About Qt" in said[0]


def test_closing_asks_nothing_where_nothing_was_said(desktop: RunningApp, answers: Answers) -> None:
    choose(desktop, "Quit")
    assert not desktop.window.isVisible()
    assert answers.asked == []


def test_closing_asks_once_and_does_as_it_is_told(
    desktop: RunningApp, person: Person, answers: Answers, pack: Pack, tmp_path: Path
) -> None:
    person.click("C01-yes")
    answers.leaves = UnsavedChoice.STAY
    desktop.window.close()
    assert desktop.window.isVisible()
    assert answers.asked == [pack.page.before_print]
    answers.leaves = UnsavedChoice.SAVE
    desktop.window.close()
    assert desktop.window.isVisible()
    answers.path = tmp_path / "gone" / "mine.pdf"
    desktop.window.close()
    assert desktop.window.isVisible()
    assert answers.told[0].startswith("The page was not saved: ")
    answers.path = tmp_path / "mine.pdf"
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert answers.path.exists()
    desktop.window.show()
    answers.leaves = UnsavedChoice.DISCARD
    desktop.window.close()
    assert not desktop.window.isVisible()


def test_the_menus_open_by_their_letters(desktop: RunningApp, person: Person) -> None:
    person.click("C01-yes")
    QTest.keyClick(desktop.window, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    QTest.keyClick(popup, Qt.Key.Key_U)
    assert desktop.session.check_in.is_empty
