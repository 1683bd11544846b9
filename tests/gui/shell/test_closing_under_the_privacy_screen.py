"""Closing the window while the privacy screen is over it: the question says nothing either."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.gui.services.dialogs import Dialogs
from tests.gui.app_runs import close_window
from tests.gui.dialogs import on_dialog, press_button, reading
from tests.gui.person import Answers, Person
from tests.gui.shell.privacy_screen_steps import assert_says_nothing
from tests.launch import launch_options
from tools.window_tour import answer_some


@pytest.fixture
def asking(qapp: QApplication, answers: Answers, tmp_path: Path) -> Iterator[RunningApp]:
    """Show a window with the real dialogs and some answers, none of them kept."""
    font = qapp.font()
    built = build_window(qapp, launch_options(tmp_path, Dialogs()))
    built.window.show()
    assert QTest.qWaitForWindowExposed(built.window)
    answer_some(built.session)
    yield built
    on_dialog(QMessageBox, press_button("Let them go"))
    close_window(qapp, built, answers, font)


def test_closing_the_window_under_the_privacy_screen_asks_in_neutral_words(asking: RunningApp) -> None:
    told: list[str] = []
    person = Person(asking.window)
    person.click("hide")
    on_dialog(QMessageBox, reading(told, press_button("Go back")))
    assert not asking.window.close()
    assert told == ["This is not saved. If you close it, it is gone."]
    assert_says_nothing(asking.window)
    person.come_back()
    on_dialog(QMessageBox, reading(told, press_button("Go back")))
    assert not asking.window.close()
    assert told[1].startswith("Your answers are not kept on this computer.")
