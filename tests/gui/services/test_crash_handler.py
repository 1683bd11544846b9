import re
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.text_cleaning import clean
from evolve_desktop.gui.services.crash_handler import CrashHandler
from tests.gui.person import Answers


def went_wrong() -> ValueError:
    """Return an error as it is after it was raised, with something private in its message."""
    with pytest.raises(ValueError, match="my secret note") as caught:
        int("my secret note")
    return caught.value


class Menus:
    """Says whether there are menus."""

    def __init__(self) -> None:
        self.are_there = True

    def __call__(self) -> bool:
        return self.are_there


@pytest.fixture
def menus() -> Menus:
    return Menus()


@pytest.fixture
def handler(qtbot: QtBot, answers: Answers, menus: Menus) -> CrashHandler:
    window = QWidget()
    qtbot.addWidget(window)
    return CrashHandler(window, answers, menus)


def test_the_person_is_told_and_nothing_private_is_written(
    handler: CrashHandler, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    error = went_wrong()
    handler.handle(ValueError, error, error.__traceback__)
    assert "Your answers are still here." in answers.told[0]
    written = capsys.readouterr().err
    assert "evolve-desktop: ValueError" in written
    assert re.search(r"^tests\.gui\.services\.test_crash_handler:\d+$", written, re.MULTILINE)
    assert "secret" not in written
    assert "/" not in written


def test_who_is_locked_out_is_sent_to_no_menu(handler: CrashHandler, answers: Answers, menus: Menus) -> None:
    menus.are_there = False
    error = went_wrong()
    handler.handle(ValueError, error, error.__traceback__)
    assert answers.told == ["Something went wrong in the app itself. Please close the window and start again."]


def test_the_person_learns_that_there_is_a_report_and_it_is_kept_without_words(
    handler: CrashHandler, answers: Answers
) -> None:
    assert handler.last_error == ""
    error = went_wrong()
    handler.handle(ValueError, error, error.__traceback__)
    assert "Help > Report a problem" in answers.told[0]
    assert handler.last_error == "ValueError"


def test_of_an_error_the_last_place_in_our_own_code_is_kept(handler: CrashHandler) -> None:
    with pytest.raises(AttributeError) as caught:
        clean(None)  # type: ignore[arg-type]  # as a bug would do
    handler.handle(AttributeError, caught.value, caught.value.__traceback__)
    assert re.fullmatch(r"AttributeError in evolve_desktop\.checkin\.text_cleaning:\d+", handler.last_error)


def test_what_goes_wrong_while_the_person_reads_is_not_told_a_second_time(
    handler: CrashHandler, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = went_wrong()

    def tell(_parent: QWidget, sentence: str) -> None:
        answers.told.append(sentence)
        handler.handle(ValueError, error, error.__traceback__)

    monkeypatch.setattr(answers, "tell", tell)
    handler.handle(ValueError, error, error.__traceback__)
    handler.handle(ValueError, error, error.__traceback__)
    assert len(answers.told) == 2


def test_an_error_in_a_slot_reaches_the_hook(
    qtbot: QtBot, handler: CrashHandler, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", handler.handle)

    def slot() -> None:
        raise went_wrong()

    with qtbot.captureExceptions():
        monkeypatch.setattr(sys, "excepthook", handler.handle)
        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: bool(answers.told))
