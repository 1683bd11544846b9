"""What the tests of the whole window share."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp


@pytest.fixture
def resize(desktop: RunningApp, qtbot: QtBot) -> Callable[[int], None]:
    """Make the window so wide, and wait until the tabs are those that this asks for."""

    def to(width: int) -> None:
        desktop.window.resize(width, 800)
        qtbot.waitUntil(lambda: desktop.window.width() == width)

    return to


@pytest.fixture(autouse=True)
def _the_app_keeps_its_name(qapp: QApplication) -> Iterator[None]:
    name = qapp.applicationName()
    yield
    qapp.setApplicationName(name)
