"""Ctrl+Down and Ctrl+Up go from row to row of choices, past what stands between them."""

from collections.abc import Callable
from enum import Enum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.row_keys import add_row_keys
from tests.gui.person import Person, focused, press_key

CONTROL = Qt.KeyboardModifier.ControlModifier


class Side(Enum):
    """Two choices."""

    LEFT = "left"
    RIGHT = "right"


@pytest.fixture
def person(meet: Callable[[QWidget], Person]) -> Person:
    page = QWidget()
    rows = [ChoiceRow(name, name, [(side, side.value) for side in Side]) for name in ("one", "two", "three")]
    line = QLineEdit()
    line.setObjectName("line")
    column(page, rows[0], QPushButton("between"), line, rows[1], rows[2])
    rows[1].hide()
    add_row_keys(page)
    return meet(page)


def test_down_goes_to_the_next_row_in_sight_and_stays_at_the_last(person: Person) -> None:
    person.find("one-left").setFocus()
    for _ in range(2):
        press_key(Qt.Key.Key_Down, CONTROL)
        assert focused() is person.find("three-left")
    assert not person.is_ticked("three-left")


def test_up_goes_to_the_choice_of_the_row_before(person: Person) -> None:
    person.click("one-right")
    person.find("line").setFocus()
    press_key(Qt.Key.Key_Up, CONTROL)
    assert focused() is person.find("one-right")


def test_a_digit_chooses_by_its_place(person: Person) -> None:
    person.find("one-left").setFocus()
    press_key(Qt.Key.Key_2)
    assert person.is_ticked("one-right")
    press_key(Qt.Key.Key_3)
    press_key(Qt.Key.Key_1, CONTROL)
    assert person.is_ticked("one-right")
