"""The window comes back as it was left: its looks where the person wants it, its place once something is kept."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QTabWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.settings import Settings, Theme
from evolve_desktop.window_state import WindowState, WindowStateFile
from tests.gui import keeping
from tests.gui.person import Answers, Person
from tests.gui.starts import Starts

PASSPHRASE = "three green herons walking"  # noqa: S105  (a test's own)
NOTE = "Zebra: nobody else may read this."
LINE = "Remember how the window looks"
DAMAGED = b'{"width": "wide"}'


@pytest.fixture
def keep(starts: Starts, qtbot: QtBot) -> Callable[[str], Person]:
    """Open a window and keep, with a passphrase or without one where it is empty; return the person in the rooms."""

    def keep_with(passphrase: str) -> Person:
        person = starts.open()
        person.click("start")
        starts.now.session.note("C03", NOTE)
        keeping.keep(person, qtbot, passphrase)
        return person

    return keep_with


def found(starts: Starts) -> WindowState:
    left = WindowStateFile(starts.file).found
    assert left is not None
    return left


def tab(person: Person) -> str:
    tabs = person.find("tabs")
    assert isinstance(tabs, QTabWidget)
    return tabs.tabText(tabs.currentIndex())


def scroll(person: Person, value: int | None = None) -> int:
    article = person.find("article")
    assert isinstance(article, QScrollArea)
    if value is not None:
        article.verticalScrollBar().setValue(value)
    return article.verticalScrollBar().value()


def go(starts: Starts, key: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or starts.now.window, QKeySequence(key))


def unlock(person: Person, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: person.sees("unlock-secret") and person.find("unlock-secret").isEnabled())
    person.type("unlock-secret", PASSPHRASE)
    person.click("unlock-open")
    qtbot.waitUntil(lambda: person.sees("tabs"))


def splitter(starts: Starts) -> QSplitter:
    found = starts.now.window.findChild(QSplitter)
    assert isinstance(found, QSplitter)
    return found


def change_everything(starts: Starts) -> None:
    for text in ("Dark", "Larger text", "15 min"):
        starts.line(text).trigger()
    starts.now.window.resize(790, 700)


def test_nothing_is_written_where_nobody_asked_for_it(starts: Starts) -> None:
    starts.open().click("start")
    assert not starts.line(LINE).isChecked()
    change_everything(starts)
    go(starts, "Ctrl+4")
    starts.close()
    assert list(starts.folder.iterdir()) == []


def test_a_tick_says_what_it_does_and_brings_the_looks_back(starts: Starts, answers: Answers) -> None:
    starts.open().click("start")
    starts.line(LINE).trigger()
    assert starts.file.exists()
    (told,) = answers.told
    assert "None of your answers" in told
    change_everything(starts)
    go(starts, "Ctrl+4")
    person = starts.again()
    assert starts.line(LINE).isChecked()
    assert found(starts).settings == Settings(theme=Theme.DARK, text_percent=110, lock_after=15)
    assert (starts.now.window.width(), starts.now.window.height()) == (790, 700)
    assert starts.now.window.grab().toImage().pixelColor(3, 3).lightness() < 100
    assert [text for text in ("Light", "Dark") if starts.line(text).isChecked()] == ["Dark"]
    assert tab(person) == "Check-in"
    assert (found(starts).room, found(starts).section) == ("", "")


def test_a_change_is_written_soon_and_without_closing(starts: Starts, qtbot: QtBot) -> None:
    starts.open()
    starts.line(LINE).trigger()
    starts.line("Dark").trigger()
    qtbot.waitUntil(lambda: found(starts).settings.theme is Theme.DARK)


def test_taking_the_tick_away_removes_the_file(starts: Starts, answers: Answers) -> None:
    starts.open()
    starts.line(LINE).trigger()
    starts.line("Dark").trigger()
    starts.line(LINE).trigger()
    assert not starts.line(LINE).isChecked()
    assert list(starts.folder.iterdir()) == []
    starts.line("Light").trigger()
    starts.close()
    assert list(starts.folder.iterdir()) == []
    assert len(answers.told) == 1


@pytest.mark.parametrize("share", [0.3, 0.6])
def test_the_article_is_as_wide_as_it_was(starts: Starts, share: float) -> None:
    starts.open().click("start")
    starts.now.window.resize(1280, 800)
    starts.line(LINE).trigger()
    width = sum(splitter(starts).sizes())
    splitter(starts).setSizes([round(width * share), round(width * (1 - share))])
    wide = splitter(starts).sizes()[0] / width
    starts.close()
    assert found(starts).article == pytest.approx(wide, abs=0.01)
    starts.file.write_bytes(msgspec.json.encode(msgspec.structs.replace(found(starts), width=0)))
    starts.open()
    sizes = splitter(starts).sizes()
    assert sizes[0] / sum(sizes) == pytest.approx(wide, abs=0.01)


def test_a_window_is_never_larger_than_the_screen(starts: Starts) -> None:
    WindowStateFile(starts.file).write(WindowState(width=90_000, height=90_000))
    starts.open()
    window, screen = starts.now.window, starts.now.window.screen().availableGeometry()
    least = window.minimumSizeHint()
    assert window.width() <= max(screen.width(), least.width())
    assert window.height() <= max(screen.height(), least.height())


def test_a_maximized_window_is_maximized_again_and_knows_its_size_before(starts: Starts) -> None:
    WindowStateFile(starts.file).write(WindowState(width=790, height=600, maximized=True))
    starts.open()
    assert starts.now.window.isMaximized()
    starts.close()
    assert found(starts).maximized


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_what_is_kept_brings_page_and_reading_place_back(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot, passphrase: str
) -> None:
    person = keep(passphrase)
    assert starts.line(LINE).isChecked()
    assert not starts.line(LINE).isEnabled()
    go(starts, "Ctrl+5")
    starts.now.window.resize(1280, 800)
    place = scroll(person, 900)
    starts.close()
    assert NOTE.encode() not in starts.file.read_bytes()
    left = found(starts)
    assert left.room == "EARLIER"
    assert left.section
    starts.file.write_bytes(msgspec.json.encode(msgspec.structs.replace(left, width=0)))
    person = starts.open()
    if passphrase:
        unlock(person, qtbot)
    qtbot.waitUntil(lambda: person.sees("tabs") and tab(person) == "Earlier")
    qtbot.waitUntil(lambda: abs(scroll(person) - place) < 20)


def test_before_it_is_unlocked_no_place_is_shown_and_none_is_lost(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot
) -> None:
    keep(PASSPHRASE)
    go(starts, "Ctrl+5")
    person = starts.again()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    assert not person.sees("tabs")
    starts.close()
    assert found(starts).room == "EARLIER"


def test_the_place_comes_back_once_and_not_at_each_unlocking(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot
) -> None:
    keep(PASSPHRASE)
    go(starts, "Ctrl+5")
    person = starts.again()
    unlock(person, qtbot)
    go(starts, "Ctrl+4")
    go(starts, "Ctrl+L")
    unlock(person, qtbot)
    assert tab(person) == "My page"


def test_the_article_stays_where_it_is_when_it_is_unlocked_where_keeping_began(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot
) -> None:
    person = keep(PASSPHRASE)
    scroll(person, 300)
    qtbot.waitUntil(lambda: starts.file.exists() and found(starts).section != "")
    place = scroll(person, 900)
    go(starts, "Ctrl+L")
    unlock(person, qtbot)
    assert scroll(person) == place > 0


def test_from_the_room_that_came_back_the_check_in_is_reached_at_its_first_place(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot
) -> None:
    keep("")
    go(starts, "Ctrl+5")
    person = starts.again()
    qtbot.waitUntil(lambda: person.sees("tabs") and tab(person) == "Earlier")
    starts.line("Check-in").trigger()
    focus = starts.now.window.focusWidget()
    assert focus is not None
    assert focus.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert focus.accessibleName() or focus.property("text")


def test_nobody_lands_among_the_red_flags(starts: Starts, keep: Callable[[str], Person], qtbot: QtBot) -> None:
    keep("")
    go(starts, "Ctrl+3")
    starts.close()
    assert found(starts).room == "CHECK_IN"
    starts.file.write_bytes(msgspec.json.encode(msgspec.structs.replace(found(starts), room="RED_FLAGS")))
    person = starts.open()
    qtbot.waitUntil(lambda: person.sees("C03"))
    assert tab(person) == "Check-in"


@pytest.mark.parametrize(("room", "section"), [("NOWHERE", "nothing"), ("", ""), ("MY_PAGE", "../../etc/passwd")])
def test_a_place_that_is_not_there_is_none(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot, room: str, section: str
) -> None:
    keep("")
    starts.close()
    left = msgspec.structs.replace(found(starts), room=room, section=section, read=0.5)
    starts.file.write_bytes(msgspec.json.encode(left))
    person = starts.open()
    wanted = "My page" if room == "MY_PAGE" else "Check-in"
    qtbot.waitUntil(lambda: person.sees("keeping-state") and tab(person) == wanted)


def test_erasing_everything_erases_this_too(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot, answers: Answers
) -> None:
    person = keep("")
    starts.line("Dark").trigger()
    qtbot.waitUntil(starts.file.exists)
    person.click("keeping-more")
    person.click("erase")
    person.click("erase-now")
    qtbot.waitUntil(lambda: list(starts.folder.iterdir()) == [])
    assert not starts.line(LINE).isChecked()
    assert starts.line(LINE).isEnabled()
    starts.line("Light").trigger()
    person = starts.again()
    assert list(starts.folder.iterdir()) == []
    assert person.sees("welcome")
    assert answers.told == []


def test_a_damaged_file_is_left_alone_until_the_person_ticks_the_line(
    starts: Starts, keep: Callable[[str], Person]
) -> None:
    starts.file.write_bytes(DAMAGED)
    keep("")
    assert not starts.line(LINE).isChecked()
    starts.line("Dark").trigger()
    starts.close()
    assert starts.file.read_bytes() == DAMAGED
    starts.open()
    assert starts.now.window.isVisible()
    starts.line(LINE).trigger()
    assert found(starts).settings == Settings()
    assert not (starts.line(LINE).isEnabled() and not starts.line(LINE).isChecked())


def test_a_place_that_takes_nothing_is_told_after_a_tick_and_is_silent_otherwise(
    starts: Starts, answers: Answers
) -> None:
    starts.file.mkdir()
    starts.open()
    starts.line(LINE).trigger()
    (told,) = answers.told
    assert "does not let" in told
    assert not starts.line(LINE).isChecked()


def test_a_file_that_cannot_be_removed_is_told_and_the_line_stays_ticked(starts: Starts, answers: Answers) -> None:
    starts.open()
    starts.line(LINE).trigger()
    starts.file.unlink()
    starts.file.mkdir()
    starts.line(LINE).trigger()
    assert "does not let" in answers.told[-1]
    assert starts.line(LINE).isChecked()


def test_a_write_that_fails_later_is_silent(starts: Starts, answers: Answers) -> None:
    starts.open()
    starts.line(LINE).trigger()
    starts.file.unlink()
    starts.file.mkdir()
    starts.line("Dark").trigger()
    starts.close()
    assert len(answers.told) == 1
    assert starts.file.is_dir()


def test_a_window_that_was_hidden_while_it_was_unlocked_asks_for_the_passphrase_again(
    starts: Starts, keep: Callable[[str], Person], qtbot: QtBot
) -> None:
    keep(PASSPHRASE)
    starts.line("My page").trigger()
    person = starts.again()
    assert found(starts).room == "MY_PAGE"
    qtbot.waitUntil(lambda: person.sees("unlock-secret") and person.find("unlock-secret").isEnabled())
    person.type("unlock-secret", PASSPHRASE)
    autosave = starts.now.autosave
    with qtbot.waitSignal(autosave.changed, check_params_cb=lambda: autosave.state is SaveState.SAVED):
        person.click("unlock-open")
        starts.now.idle_monitor.hide_requested.emit()
    qtbot.waitUntil(lambda: starts.now.session.check_in.is_empty)
    person.click("cover-back")
    assert person.sees("unlock-secret")
    assert not person.sees("tabs")
