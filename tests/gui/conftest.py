"""What the view tests share: a session, the press, answers to every question, and a person before a window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop import resource_paths
from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.gui.services.dialogs import UnsavedChoice
from evolve_desktop.gui.services.session_signals import SessionSignals
from tests.gui.person import Answers, Person
from tests.gui.starts import Starts
from tests.surroundings import surroundings
from tools.window_tour import Tour


@pytest.fixture
def session() -> Session:
    return Session(CheckIn(id="a", started=date(2026, 11, 24)))


@pytest.fixture
def bridge(qapp: QApplication, session: Session) -> SessionSignals:
    assert qapp is not None
    return SessionSignals(session)


@pytest.fixture
def press(pack: Pack) -> DocumentRenderer:
    return DocumentRenderer(pack, resource_paths.resources() / "page")


@pytest.fixture
def answers(qapp: QApplication) -> Answers:
    assert qapp is not None
    return Answers()


@pytest.fixture
def meet(qtbot: QtBot) -> Callable[[QWidget], Person]:
    """Show a widget and return the person who looks at it."""

    def show(widget: QWidget) -> Person:
        qtbot.addWidget(widget)
        widget.resize(1000, 800)
        with qtbot.waitExposed(widget):
            widget.show()
        return Person(widget)

    return show


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, answers: Answers, tmp_path: Path) -> Iterator[RunningApp]:
    font = qapp.font()
    built = build_window(qapp, surroundings(tmp_path, answers))
    with qtbot.waitExposed(built.window):
        built.window.show()
    qtbot.waitUntil(lambda: built.window.findChild(QWidget, "C01") is not None)  # the check-in follows the first paint
    yield built
    answers.leaves = UnsavedChoice.DISCARD
    built.window.close()
    Shiboken.delete(built.window)  # at once, and its style too: the next window would be styled along with it
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.fixture
def starts(qapp: QApplication, qtbot: QtBot, answers: Answers, tmp_path: Path) -> Iterator[Starts]:
    made = Starts(qapp, qtbot, tmp_path, answers)
    yield made
    made.close()


@pytest.fixture
def tour(qapp: QApplication, desktop: RunningApp) -> Tour:
    return Tour(qapp, desktop)
