from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.dynamic_list import DynamicList


def show(changing: DynamicList, *names: str) -> None:
    changing.show_widgets({name: partial(QPushButton, name) for name in names})


@pytest.fixture
def changing(qtbot: QtBot) -> Iterator[DynamicList]:
    window = QWidget()
    built = DynamicList()
    layout = QVBoxLayout(window)
    for widget in (QPushButton("before"), built, QPushButton("after")):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield built
    window.close()


def order_of_tab(changing: DynamicList, steps: int) -> list[str]:
    """Return what holds the focus at each press of Tab, from the first button on."""
    window = changing.window()
    window.findChildren(QPushButton)[0].setFocus()
    found = []
    for _ in range(steps):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QPushButton)
        found.append(focus.text())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found


def test_tab_goes_through_the_widgets_in_the_order_they_are_shown(changing: DynamicList) -> None:
    show(changing, "a", "c")
    show(changing, "a", "b", "c", "d")
    assert order_of_tab(changing, 7) == ["before", "a", "b", "c", "d", "after", "before"]


def test_what_stays_keeps_the_focus(changing: DynamicList) -> None:
    show(changing, "a", "b")
    button = next(button for button in changing.findChildren(QPushButton) if button.text() == "b")
    button.setFocus()
    show(changing, "new", "b")
    assert button.hasFocus()


def test_an_empty_list_is_not_seen(changing: DynamicList) -> None:
    show(changing, "a")
    assert changing.isVisible()
    show(changing)
    assert not changing.isVisible()
