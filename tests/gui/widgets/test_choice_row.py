"""Rows of choices by mouse and keys: one stop of the Tab key each, wherever the choice was made."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from evolve_desktop.checkin.check_in import FlagReply
from evolve_desktop.gui.widgets.choice_row import ChoiceRow
from tests.gui.person import Person, focused, press_keys

CHOICES = [(reply, f"{reply.value} it is") for reply in FlagReply]
NAMES = ["row-no", "row-not-sure", "row-yes", "row-skip"]


@pytest.fixture(params=[False, True], ids=["beside each other", "under each other"])
def row(request: pytest.FixtureRequest, qapp: QApplication) -> ChoiceRow:
    assert qapp is not None
    return ChoiceRow("row", "Which one", CHOICES, stacked=request.param)


@pytest.fixture
def person(row: ChoiceRow, meet: Callable[[QWidget], Person]) -> Person:
    return meet(between_buttons(row))


@pytest.fixture
def chosen(row: ChoiceRow) -> list[object]:
    """Return what the row says each time it is chosen from, and show it as a view does."""
    said: list[object] = []
    row.chosen.connect(lambda: said.append(row.value))
    row.chosen.connect(lambda: row.show_value(row.value))
    return said


def between_buttons(row: ChoiceRow) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    before, after = QPushButton("before"), QPushButton("after")
    for button in (before, after):
        button.setObjectName(button.text())
    for widget in (before, row, after):
        layout.addWidget(widget)
    return window


@pytest.mark.parametrize("index", range(4))
def test_each_choice_is_taken_by_mouse(person: Person, chosen: list[object], index: int) -> None:
    person.click(NAMES[index])
    assert chosen == [CHOICES[index][0]]
    assert [name for name in NAMES if person.is_ticked(name)] == [NAMES[index]]


@pytest.mark.parametrize("index", range(4))
def test_each_choice_is_taken_by_arrow_keys(person: Person, chosen: list[object], index: int) -> None:
    on = Qt.Key.Key_Down if person.find(NAMES[1]).x() == person.find(NAMES[0]).x() else Qt.Key.Key_Right
    person.find("before").setFocus()
    press_keys(Qt.Key.Key_Tab, Qt.Key.Key_Space, *[on] * index)
    assert chosen == [reply for reply, _ in CHOICES[: index + 1]]
    assert focused().objectName() == NAMES[index]


def test_arrow_keys_take_nothing_while_nothing_is_taken(person: Person, chosen: list[object]) -> None:
    on = Qt.Key.Key_Down if person.find(NAMES[1]).x() == person.find(NAMES[0]).x() else Qt.Key.Key_Right
    person.find("before").setFocus()
    press_keys(Qt.Key.Key_Tab, on, on)
    assert (focused().objectName(), chosen) == ("row-yes", [])
    press_keys(Qt.Key.Key_Space)
    assert chosen == [FlagReply.YES]


def test_an_empty_row_is_one_stop_of_the_tab_key_both_ways(person: Person) -> None:
    person.find("before").setFocus()
    press_keys(Qt.Key.Key_Tab)
    assert focused().objectName() == "row-no"
    press_keys(Qt.Key.Key_Tab)
    assert focused().objectName() == "after"
    press_keys(Qt.Key.Key_Backtab)
    assert focused().objectName() == "row-no"
    press_keys(Qt.Key.Key_Backtab)
    assert focused().objectName() == "before"


@pytest.mark.parametrize("taken", list(FlagReply))
def test_tab_stops_at_the_choice_taken_whoever_took_it(person: Person, row: ChoiceRow, taken: FlagReply) -> None:
    row.show_value(taken)
    name = NAMES[list(FlagReply).index(taken)]
    person.find("before").setFocus()
    press_keys(Qt.Key.Key_Tab)
    assert focused().objectName() == name
    press_keys(Qt.Key.Key_Tab)
    assert focused().objectName() == "row-clear"
    press_keys(Qt.Key.Key_Tab)
    assert focused().objectName() == "after"
    press_keys(Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    assert focused().objectName() == name


def test_tab_stops_at_the_first_again_once_nothing_is_taken(person: Person, row: ChoiceRow) -> None:
    person.click("row-skip")
    person.find("after").setFocus()
    row.show_value(None)
    press_keys(Qt.Key.Key_Backtab)
    assert focused().objectName() == "row-no"


def test_the_focus_goes_along_when_the_choice_is_changed_from_elsewhere(person: Person, row: ChoiceRow) -> None:
    person.click("row-skip")
    row.show_value(FlagReply.NOT_SURE)
    assert focused().objectName() == "row-not-sure"
    row.show_value(None)
    assert focused().objectName() == "row-no"


def test_what_is_shown_is_not_chosen(row: ChoiceRow, chosen: list[object]) -> None:
    row.show_value(FlagReply.YES)
    row.show_value(None)
    assert chosen == []


def test_a_cleared_row_has_no_choice_and_nothing_more_to_clear(person: Person, chosen: list[object]) -> None:
    assert not person.sees("row-clear")
    person.click("row-yes")
    person.click("row-clear")
    assert chosen == [FlagReply.YES, None]
    assert [name for name in NAMES if person.is_ticked(name)] == []
    assert not person.sees("row-clear")
    assert focused().objectName() == "row-no"


@pytest.fixture
def fixed(qapp: QApplication) -> ChoiceRow:
    """Return a row that always has a choice."""
    assert qapp is not None
    row = ChoiceRow("row", "Which one", CHOICES, can_clear=False)
    row.show_value(FlagReply.YES)
    return row


def test_a_row_that_always_has_a_choice_cannot_be_cleared(fixed: ChoiceRow, meet: Callable[[QWidget], Person]) -> None:
    person = meet(between_buttons(fixed))
    assert not person.sees("row-clear")


def test_a_click_on_a_text_that_wraps_is_a_click_on_its_button(
    qapp: QApplication, meet: Callable[[QWidget], Person]
) -> None:
    assert qapp is not None
    row = ChoiceRow("row", "Which one", CHOICES, stacked=True)
    person = meet(between_buttons(row))
    words = next(label for label in row.findChildren(QLabel) if label.text() == "yes it is")
    QTest.mouseClick(words, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    assert row.value is None
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert row.value is FlagReply.YES
    assert person.find("row-yes").hasFocus()


@pytest.fixture
def joined(qapp: QApplication) -> ChoiceRow:
    assert qapp is not None
    row = ChoiceRow("row", "Which one", CHOICES, apart=1, joined=True)
    row.chosen.connect(lambda: row.show_value(row.value))
    return row


@pytest.fixture
def joined_person(joined: ChoiceRow, meet: Callable[[QWidget], Person]) -> Person:
    window = between_buttons(joined)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(joined.clear)
    return meet(window)


def test_joined_choices_share_their_borders(joined_person: Person) -> None:
    no, not_sure, yes, skip = map(joined_person.find, NAMES)
    assert not_sure.x() == no.geometry().right()
    assert yes.x() == not_sure.geometry().right()
    assert skip.x() > yes.geometry().right() + 10


def test_a_second_click_on_the_choice_taken_clears_it(joined_person: Person, joined: ChoiceRow) -> None:
    for expected in (FlagReply.YES, None, FlagReply.YES):
        joined_person.click("row-yes")
        assert joined.value is expected


def test_a_mouse_that_is_pulled_away_from_the_choice_taken_clears_nothing(
    joined_person: Person, joined: ChoiceRow
) -> None:
    joined_person.click("row-yes")
    taken = joined_person.find("row-yes")
    QTest.mousePress(taken, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(taken, QPoint(5, taken.height() + 30))
    QTest.mouseRelease(taken, Qt.MouseButton.LeftButton, pos=QPoint(5, taken.height() + 30))
    assert joined.value is FlagReply.YES


def test_space_on_the_choice_taken_confirms_it(joined_person: Person, joined: ChoiceRow) -> None:
    joined_person.click("row-yes")
    press_keys(Qt.Key.Key_Space)
    assert joined.value is FlagReply.YES


def test_delete_clears_the_choice_and_only_a_choice(joined_person: Person, joined: ChoiceRow) -> None:
    cleared: list[object] = []
    joined_person.click("row-yes")
    joined.chosen.connect(lambda: cleared.append(joined.value))
    press_keys(Qt.Key.Key_Delete, Qt.Key.Key_Delete)
    assert cleared == [None]
    assert focused().objectName() == "row-no"


def test_a_row_that_always_has_a_choice_keeps_it_against_clicks_and_keys(
    fixed: ChoiceRow, meet: Callable[[QWidget], Person]
) -> None:
    person = meet(between_buttons(fixed))
    person.click("row-yes")
    press_keys(Qt.Key.Key_Delete)
    assert fixed.value is FlagReply.YES


def test_the_button_to_clear_keeps_its_place_beside_joined_choices(joined_person: Person) -> None:
    after = joined_person.find("after")
    before = after.geometry()
    joined_person.click("row-yes")
    QTest.qWait(0)
    assert joined_person.sees("row-clear")
    assert after.geometry() == before
