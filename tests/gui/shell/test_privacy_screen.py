"""The privacy screen: an empty page of notes that says nothing, and that no random key and no random click ends."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.content.pack import Pack
from tests.gui.accessible_words import accessible_words
from tests.gui.person import Person, end_quiet, focused
from tests.gui.shell.privacy_screen_steps import LONG_MS, handle_of, quiet_of

pytestmark = pytest.mark.one_window


@pytest.fixture
def quiet(desktop: RunningApp) -> QTimer:
    return quiet_of(desktop)


def test_a_held_key_does_nothing_and_the_told_one_only_when_it_is_pressed_anew(
    desktop: RunningApp, person: Person
) -> None:
    person.click("hide")
    end_quiet(desktop.window)
    for _ in range(3):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QApplication.sendEvent(focused(), held)
        assert person.sees("privacy-screen")
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):  # as X has it, which does not say that it is held
        held = QKeyEvent(kind, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
        held.setTimestamp(9000)
        QApplication.sendEvent(focused(), held)
        assert person.sees("privacy-screen")
    QTest.keyClick(focused(), Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert person.sees("privacy-screen")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    assert not person.sees("privacy-screen")


def test_a_click_that_began_within_the_two_seconds_is_none(desktop: RunningApp, person: Person, quiet: QTimer) -> None:
    person.click("hide")
    back, handle = person.find("privacy-screen-back"), handle_of(desktop.window)
    QTest.qWait(0)  # it has its place with the next events
    point = back.mapTo(desktop.window, back.rect().center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=point)
    quiet.timeout.emit()
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=point)
    assert person.sees("privacy-screen")
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=point)
    assert not person.sees("privacy-screen")


def test_the_two_seconds_begin_anew_each_time(person: Person, quiet: QTimer, qtbot: QtBot) -> None:
    for _ in range(2):
        person.click("hide")
        QTest.keyClick(focused(), Qt.Key.Key_F9)
        assert person.sees("privacy-screen")
        qtbot.waitUntil(quiet.isActive)
        quiet.setInterval(0)  # they pass at once
        qtbot.waitUntil(lambda: not quiet.isActive())
        QTest.keyClick(focused(), Qt.Key.Key_F9)
        assert not person.sees("privacy-screen")
        quiet.setInterval(LONG_MS)


def test_a_window_that_was_minimized_does_not_make_anyone_wait_again(desktop: RunningApp, person: Person) -> None:
    person.click("hide")
    end_quiet(desktop.window)
    desktop.window.showMinimized()
    desktop.window.showNormal()
    QTest.keyClick(person.find("privacy-screen"), Qt.Key.Key_F9)
    assert not person.sees("privacy-screen")


def test_title_icon_and_the_name_of_the_app_are_neutral_only_on_the_privacy_screen(
    desktop: RunningApp, person: Person, qapp: QApplication
) -> None:
    qapp.setApplicationName("Evolve")
    own = desktop.window.windowIcon().cacheKey()
    person.click("hide")
    assert (desktop.window.windowTitle(), qapp.applicationName()) == ("Notes", "Notes")
    assert not desktop.window.windowIcon().isNull()
    assert desktop.window.windowIcon().cacheKey() != own
    person.come_back()
    assert (desktop.window.windowTitle(), qapp.applicationName()) == ("Evolve", "Evolve")
    assert desktop.window.windowIcon().cacheKey() == own
    assert "Not yet" in accessible_words(desktop.window)


def test_the_privacy_screen_says_how_to_come_back_and_so_do_welcome_and_guide(pack: Pack) -> None:
    assert "F9" in pack.keeping.way_back
    for words in ("F9", "“All notes”", "Notes", "two seconds", "passphrase"):
        assert words in pack.keeping.hide
    assert "F9" in {other.press for other in pack.guide.keys.others}
    for word in ("evolve", "therap", "hide", "app"):
        assert word not in pack.keeping.way_back.lower()
