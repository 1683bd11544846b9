"""The whole job one line at a time, by keys alone: what is pressed besides the words typed is counted."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.checkin.check_in import FlagReply
from tests.gui.person import Answers, Person, focused
from tests.launch import launch_options

MOST = 40
Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Keys:
    """Presses keys where the focus is, and counts those that are no word."""

    def __init__(self, qtbot: QtBot) -> None:
        self.count = 0
        self._qtbot = qtbot

    def press(self, *keys: Qt.Key, with_control: bool = False) -> None:
        for key in keys:
            self.count += 1
            QTest.keyClick(focused(), key, CONTROL if with_control else Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(focused(), words)

    def go_down_to(self, name: str) -> None:
        """Go from row to row of replies until the one of this name has the focus."""
        for _ in range(5):
            if focused().objectName().startswith(f"{name}-"):
                return
            self.press(Key.Key_Down, with_control=True)
        raise AssertionError(f"{name} is far: the focus is on {focused().objectName()}")


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    answers = Answers()
    answers.path = tmp_path / "page.pdf"
    return answers


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, tmp_path: Path, answers: Answers) -> Iterator[RunningApp]:
    built = build_window(qapp, launch_options(tmp_path, answers))
    with qtbot.waitExposed(built.window):
        built.window.show()
    qtbot.waitUntil(lambda: built.window.findChild(QWidget, "C01") is not None)
    yield built
    built.window.close()


@pytest.fixture
def keys(qtbot: QtBot) -> Keys:
    return Keys(qtbot)


def answer_lines(keys: Keys) -> None:
    """Answer all 17 lines with a digit each, three of them to bring, the second with a note."""
    for number in range(17):
        if number in {1, 4, 7}:
            keys.press(Key.Key_B)
        if number == 1:
            keys.press(Key.Key_N)
            keys.type("Ask about the form I signed")
            keys.press(Key.Key_Escape)
        keys.press(Key.Key_1 if number in {1, 4} else Key.Key_3 if number % 2 else Key.Key_4)


def raise_red_flags(keys: Keys) -> None:
    """Answer two red flags, and come back."""
    keys.press(Key.Key_3, with_control=True)
    keys.go_down_to("R01")
    keys.press(Key.Key_2)
    keys.go_down_to("R02")
    keys.press(Key.Key_3)
    keys.press(Key.Key_2, with_control=True)


def fill_page(keys: Keys) -> None:
    """Write the main topic, pick two strengths, write a question, and go to My page."""
    keys.press(Key.Key_Return)
    keys.type("How we work together")
    keys.press(Key.Key_Return, with_control=True)
    keys.press(Key.Key_Space, Key.Key_Tab, Key.Key_Space, Key.Key_Return)
    keys.type("How long will this take?")
    keys.press(Key.Key_Return, with_control=True)


def test_the_whole_job_takes_at_most_forty_keys_besides_the_words(
    desktop: RunningApp, keys: Keys, answers: Answers
) -> None:
    person = Person(desktop.window)
    keys.press(Key.Key_6, with_control=True)
    assert focused() is person.find("C16-not-yet")
    keys.count = 0  # the next time, the window opens here
    answer_lines(keys)
    check_in = desktop.session.check_in
    assert check_in.answered_count == 17
    assert len(check_in.plan.bring) == 3
    assert check_in.notes == ("Ask about the form I signed",)
    assert "What this says back" in person.reads()
    raise_red_flags(keys)
    assert desktop.session.check_in.flags == {"R01": FlagReply.NOT_SURE, "R02": FlagReply.YES}
    fill_page(keys)
    plan = desktop.session.check_in.plan
    assert plan.main_topic == "How we work together"
    assert len(plan.helping) == 2
    assert plan.questions[0] == "How long will this take?"
    assert person.sees("save-pdf")
    keys.press(Key.Key_S, with_control=True)
    keys.count += 1  # Enter in the system's own window for files
    assert answers.path is not None
    with pikepdf.open(answers.path) as saved:
        assert len(saved.pages) == 1
    assert keys.count <= MOST
