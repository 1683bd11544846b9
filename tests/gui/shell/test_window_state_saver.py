"""The window comes back as it was left: its looks where the person wants it, its place once something is kept."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.settings import Settings, Theme
from evolve_desktop.window_state import WindowState, WindowStateFile
from tests.conftest import LONG
from tests.gui.app_runs import AppRuns
from tests.gui.person import Answers, Person
from tests.gui.shell.test_panes import drag
from tests.gui.vault_steps import PASSPHRASE, create_vault

NOTE = "Zebra: nobody else may read this."
LINE = "Remember how the window looks"
DAMAGED = b'{"width": "wide"}'


class Left(NamedTuple):
    """The folder of a window that was closed with something kept, and how far the article was scrolled in it."""

    folder: Path
    place: int


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


@pytest.fixture(scope="module")
def leave(new_runs: Callable[[], AppRuns]) -> Callable[[str], Left]:
    """Keep, with a passphrase or without one where it is empty, read on, and close the window before Earlier."""

    def once(passphrase: str) -> Left:
        runs = new_runs()
        person = keep(runs, passphrase)
        go(runs, "Ctrl+5")
        runs.now.window.resize(1280, 800)
        place = scroll(person, 900)
        runs.close()
        return Left(runs.folder, place)

    return cache(once)


@pytest.fixture
def left(runs: AppRuns, leave: Callable[[str], Left]) -> Callable[[str], int]:
    """Put what a window left, with this passphrase or none, where the next one finds it; return the place in it."""

    def put(passphrase: str) -> int:
        made = leave(passphrase)
        copytree(made.folder, runs.folder, dirs_exist_ok=True)
        return made.place

    return put


def keep(runs: AppRuns, passphrase: str) -> Person:
    """Open a window and keep, with a passphrase or without one where it is empty; return the person in the rooms."""
    person = runs.open()
    runs.now.session.note("C03", NOTE)
    create_vault(person, runs.qtbot, passphrase)
    return person


def found(runs: AppRuns) -> WindowState:
    left = WindowStateFile(runs.file).found
    assert left is not None
    return left


def change(runs: AppRuns, **fields: object) -> None:
    """Change some fields in the file."""
    runs.file.write_bytes(msgspec.json.encode(msgspec.structs.replace(found(runs), **fields)))


def scroll(person: Person, value: int | None = None) -> int:
    article = person.find("article")
    assert isinstance(article, QScrollArea)
    if value is not None:
        article.verticalScrollBar().setValue(value)
    return article.verticalScrollBar().value()


def go(runs: AppRuns, key: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or runs.now.window, QKeySequence(key))


def unlock(person: Person, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: person.sees("unlock-secret") and person.find("unlock-secret").isEnabled())
    person.type("unlock-secret", PASSPHRASE)
    person.click("unlock-open")
    qtbot.waitUntil(lambda: person.sees("tabs"))


def splitter(runs: AppRuns) -> QSplitter:
    found = runs.now.window.findChild(QSplitter)
    assert isinstance(found, QSplitter)
    return found


def change_everything(runs: AppRuns) -> None:
    for text in ("Dark", "Larger text", "15 min"):
        runs.line(text).trigger()
    runs.now.window.resize(780, 700)


def test_nothing_is_written_where_nobody_asked_for_it(runs: AppRuns) -> None:
    runs.open()
    assert not runs.line(LINE).isChecked()
    change_everything(runs)
    go(runs, "Ctrl+5")
    runs.close()
    assert list(runs.folder.iterdir()) == []


def test_a_tick_says_what_it_does_and_brings_the_looks_back(runs: AppRuns, answers: Answers) -> None:
    runs.open()
    runs.line(LINE).trigger()
    assert runs.file.exists()
    (told,) = answers.told
    assert "None of your answers" in told
    change_everything(runs)
    go(runs, "Ctrl+5")
    person = runs.again()
    assert runs.line(LINE).isChecked()
    assert found(runs).settings == Settings(theme=Theme.DARK, text_percent=110, lock_after=15)
    assert (runs.now.window.width(), runs.now.window.height()) == (780, 700)
    assert runs.now.window.grab(QRect(0, 0, 4, 4)).toImage().pixelColor(3, 3).lightness() < 100
    assert [text for text in ("Light", "Dark") if runs.line(text).isChecked()] == ["Dark"]
    assert person.tab == "Check-in"
    assert (found(runs).tab, found(runs).section) == ("", "")


def test_a_change_is_written_soon_without_closing_and_taking_the_tick_away_removes_the_file(
    runs: AppRuns, answers: Answers, qtbot: QtBot
) -> None:
    runs.open()
    runs.line(LINE).trigger()
    runs.line("15 min").trigger()
    qtbot.waitUntil(lambda: found(runs).settings.lock_after == 15)
    runs.line("5 min").trigger()
    runs.line(LINE).trigger()  # at once: the change is not written yet
    assert not runs.line(LINE).isChecked()
    assert list(runs.folder.iterdir()) == []
    runs.line("15 min").trigger()
    runs.close()
    assert list(runs.folder.iterdir()) == []
    assert len(answers.told) == 1


@pytest.mark.parametrize("share", [pytest.param(0.3, marks=LONG), 0.6])
def test_the_article_is_as_wide_as_it_was(runs: AppRuns, share: float) -> None:
    runs.open()
    runs.now.window.resize(1280, 800)
    runs.line(LINE).trigger()
    width = sum(splitter(runs).sizes())
    drag(splitter(runs), round(width * share) - splitter(runs).sizes()[0])
    wide = splitter(runs).sizes()[0] / width
    assert wide == pytest.approx(share, abs=0.05)
    runs.close()
    assert found(runs).article == pytest.approx(wide, abs=0.01)
    change(runs, width=0)
    runs.open()
    sizes = splitter(runs).sizes()
    assert sizes[0] / sum(sizes) == pytest.approx(wide, abs=0.01)


def test_a_window_is_never_larger_than_the_screen(runs: AppRuns) -> None:
    WindowStateFile(runs.file).write(WindowState(width=90_000, height=90_000))
    runs.open()
    window, screen = runs.now.window, runs.now.window.screen().availableGeometry()
    least = window.minimumSizeHint()
    assert window.width() <= max(screen.width(), least.width())
    assert window.height() <= max(screen.height(), least.height())


def test_a_maximized_window_is_maximized_again_and_knows_its_size_before(runs: AppRuns) -> None:
    WindowStateFile(runs.file).write(WindowState(width=790, height=600, maximized=True))
    runs.open()
    assert runs.now.window.isMaximized()
    runs.close()
    assert found(runs).maximized


@pytest.mark.parametrize("passphrase", [pytest.param("", marks=LONG), PASSPHRASE])
def test_what_is_kept_brings_page_and_reading_place_back(
    runs: AppRuns, left: Callable[[str], int], qtbot: QtBot, passphrase: str
) -> None:
    place = left(passphrase)
    assert NOTE.encode() not in runs.file.read_bytes()
    assert found(runs).tab == "EARLIER"
    assert found(runs).section
    change(runs, width=0)
    person = runs.open()
    if passphrase:
        unlock(person, qtbot)
    qtbot.waitUntil(lambda: person.sees("tabs") and person.tab == "Earlier")
    qtbot.waitUntil(lambda: abs(scroll(person) - place) < 20)
    assert place > 0


def test_before_it_is_unlocked_no_place_is_shown_or_lost_and_then_it_comes_back_once(
    runs: AppRuns, left: Callable[[str], int], qtbot: QtBot
) -> None:
    left(PASSPHRASE)
    person = runs.open()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    assert not person.sees("tabs")
    runs.close()
    assert found(runs).tab == "EARLIER"
    person = runs.open()
    unlock(person, qtbot)
    assert person.tab == "Earlier"
    go(runs, "Ctrl+4")
    go(runs, "Ctrl+L")
    unlock(person, qtbot)
    assert person.tab == "My page"


def test_the_article_stays_where_it_is_when_it_is_unlocked_where_keeping_began(runs: AppRuns, qtbot: QtBot) -> None:
    person = keep(runs, PASSPHRASE)
    assert runs.line(LINE).isChecked()
    assert not runs.line(LINE).isEnabled()
    scroll(person, 300)
    runs.line("15 min").trigger()  # written soon, even if what is read there is the section that was written last
    qtbot.waitUntil(lambda: runs.file.exists() and found(runs).section != "")
    place = scroll(person, 900)
    go(runs, "Ctrl+L")
    unlock(person, qtbot)
    assert scroll(person) == place > 0


def test_from_the_room_that_came_back_the_check_in_is_reached_and_nobody_lands_among_the_red_flags(
    runs: AppRuns, left: Callable[[str], int], qtbot: QtBot
) -> None:
    left("")
    person = runs.open()
    qtbot.waitUntil(lambda: person.sees("tabs") and person.tab == "Earlier")
    runs.line("Check-in").trigger()
    focus = runs.now.window.focusWidget()
    assert focus is not None
    assert focus.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert focus.accessibleName() or focus.property("text")
    go(runs, "Ctrl+3")
    runs.close()
    assert found(runs).tab == "CHECK_IN"
    change(runs, tab="RED_FLAGS")
    person = runs.open()
    qtbot.waitUntil(lambda: person.sees("C03"))
    assert person.tab == "Check-in"


@pytest.mark.parametrize(
    ("tab", "section"),
    [("NOWHERE", "nothing"), pytest.param("HELP_LINES", "", marks=LONG), ("", ""), ("MY_PAGE", "../../etc/passwd")],
)
def test_a_place_that_is_not_there_is_none(
    runs: AppRuns, left: Callable[[str], int], qtbot: QtBot, tab: str, section: str
) -> None:
    left("")
    change(runs, tab=tab, section=section, read=0.5)
    person = runs.open()
    qtbot.waitUntil(lambda: person.sees("keeping-state") and person.tab == "Check-in")
    qtbot.waitUntil(lambda: person.sees("go-on"))  # it comes before the page of an empty check-in


def test_erasing_everything_erases_this_too(runs: AppRuns, qtbot: QtBot, answers: Answers) -> None:
    person = keep(runs, "")
    assert runs.line(LINE).isChecked()
    assert not runs.line(LINE).isEnabled()
    runs.line("15 min").trigger()
    qtbot.waitUntil(runs.file.exists)
    person.click("keeping-more")
    person.click("erase")
    person.click("erase-now")
    qtbot.waitUntil(lambda: list(runs.folder.iterdir()) == [])
    assert not runs.line(LINE).isChecked()
    assert runs.line(LINE).isEnabled()
    runs.line("5 min").trigger()
    person = runs.again()
    assert list(runs.folder.iterdir()) == []
    assert person.sees("welcome")
    assert answers.told == []


def test_a_damaged_file_is_left_alone_until_the_person_ticks_the_line(
    runs: AppRuns, left: Callable[[str], int]
) -> None:
    left("")
    runs.file.write_bytes(DAMAGED)
    runs.open()
    runs.qtbot.waitUntil(lambda: runs.now.autosave.state is SaveState.SAVED)
    assert not runs.line(LINE).isChecked()
    runs.line("15 min").trigger()
    runs.close()
    assert runs.file.read_bytes() == DAMAGED
    runs.open()
    assert runs.now.window.isVisible()
    runs.line(LINE).trigger()
    assert found(runs).settings == Settings()
    assert not (runs.line(LINE).isEnabled() and not runs.line(LINE).isChecked())


def test_a_place_that_takes_nothing_is_told_after_a_tick_and_is_silent_otherwise(
    runs: AppRuns, answers: Answers
) -> None:
    runs.file.mkdir()
    runs.open()
    runs.line(LINE).trigger()
    (told,) = answers.told
    assert "does not let" in told
    assert not runs.line(LINE).isChecked()


def test_a_file_that_cannot_be_removed_is_told_and_the_line_stays_ticked(runs: AppRuns, answers: Answers) -> None:
    runs.open()
    runs.line(LINE).trigger()
    runs.file.unlink()
    runs.file.mkdir()
    runs.line(LINE).trigger()
    assert "does not let" in answers.told[-1]
    assert runs.line(LINE).isChecked()


def test_a_write_that_fails_later_is_silent(runs: AppRuns, answers: Answers) -> None:
    runs.open()
    runs.line(LINE).trigger()
    runs.file.unlink()
    runs.file.mkdir()
    runs.line("15 min").trigger()
    runs.close()
    assert len(answers.told) == 1
    assert runs.file.is_dir()


def test_a_window_that_was_hidden_while_it_was_unlocked_asks_for_the_passphrase_again(
    runs: AppRuns, left: Callable[[str], int], qtbot: QtBot
) -> None:
    left(PASSPHRASE)
    change(runs, tab="MY_PAGE")
    person = runs.open()
    qtbot.waitUntil(lambda: person.sees("unlock-secret") and person.find("unlock-secret").isEnabled())
    person.type("unlock-secret", PASSPHRASE)
    autosave = runs.now.autosave
    with qtbot.waitSignal(autosave.changed, check_params_cb=lambda: autosave.state is SaveState.SAVED):
        person.click("unlock-open")
        runs.now.idle_monitor.privacy_screen_requested.emit()
    qtbot.waitUntil(lambda: runs.now.session.check_in.is_empty)
    person.come_back()
    assert person.sees("unlock-secret")
    assert not person.sees("tabs")
