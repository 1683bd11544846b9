"""Lines that are shown when asked for: by mouse and keys, seen and heard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from evolve_desktop.gui.widgets.disclosure import Disclosure
from tests.gui.person import Person, focused, press_key

LINES = ("The article, step 1", "Somebody's book, page 3")


@pytest.fixture
def person(meet: Callable[[QWidget], Person]) -> Person:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(Disclosure("sources", "Where this comes from", LINES, about="Ask Questions"))
    after = QPushButton("after")
    after.setObjectName("after")
    layout.addWidget(after)
    return meet(window)


@pytest.fixture
def _right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def face(person: Person) -> tuple[str, str]:
    """Return what is seen and what is heard of the button."""
    button = person.find("sources")
    assert isinstance(button, QPushButton)
    return button.text(), button.accessibleName()


def test_the_lines_are_there_when_asked_for_and_gone_again(person: Person) -> None:
    assert face(person) == ("Where this comes from ▸", "Show: Where this comes from: Ask Questions")
    assert not person.sees("sources-lines")
    person.click("sources")
    assert face(person) == ("Where this comes from ▾", "Hide: Where this comes from: Ask Questions")
    assert person.reads() == "\n".join(LINES)
    person.click("sources")
    assert face(person) == ("Where this comes from ▸", "Show: Where this comes from: Ask Questions")
    assert not person.sees("sources-lines")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_opens_it_and_tab_goes_on_from_it(person: Person, key: Qt.Key) -> None:
    person.find("sources").setFocus()
    press_key(key)
    assert person.find("sources").hasFocus()
    assert person.sees("sources-lines")
    press_key(Qt.Key.Key_Tab)
    assert focused().objectName() == "after"
    press_key(Qt.Key.Key_Backtab)
    assert focused().objectName() == "sources"
    press_key(key)
    assert not person.sees("sources-lines")


def test_the_lines_are_read_out_as_they_open(person: Person, qapp: QApplication) -> None:
    button = person.find("sources")
    button.setFocus()
    press_key(Qt.Key.Key_Space)
    qapp.processEvents()
    assert button.accessibleDescription() == " ".join(LINES)
    person.find("after").setFocus()
    assert button.accessibleDescription() == ""


def test_many_lines_are_not_read_out_at_once(meet: Callable[[QWidget], Person], qapp: QApplication) -> None:
    person = meet(Disclosure("sources", "Help lines", [f"line {number}" for number in range(6)]))
    button = person.find("sources")
    button.setFocus()
    press_key(Qt.Key.Key_Space)
    qapp.processEvents()
    assert button.accessibleDescription() == "Hide: Help lines"


def test_the_lines_can_be_selected_and_copied(person: Person) -> None:
    person.click("sources")
    lines = person.find("sources-lines").findChildren(QLabel)
    assert len(lines) == 2
    assert all(line.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard for line in lines)


def test_a_long_address_may_break_and_is_then_not_copied_with_its_breaks(meet: Callable[[QWidget], Person]) -> None:
    person = meet(Disclosure("sources", "Where this comes from", ["https://example.org/" + 30 * "a"]))
    person.click("sources")
    (line,) = person.find("sources-lines").findChildren(QLabel)
    assert "\N{ZERO WIDTH SPACE}" in line.text()
    assert not line.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.usefixtures("_right_to_left")
def test_the_arrow_points_to_the_lines_of_a_right_to_left_language(meet: Callable[[QWidget], Person]) -> None:
    person = meet(Disclosure("sources", "Where this comes from", LINES))
    assert face(person) == ("Where this comes from ◂", "Show: Where this comes from")


def test_its_button_may_stand_apart_and_the_lines_open_where_they_belong(meet: Callable[[QWidget], Person]) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    sources = Disclosure("sources", "Where this comes from", LINES, apart=True)
    between = QLabel("between")
    for widget in (sources.button, between, sources):
        layout.addWidget(widget)
    person = meet(window)
    person.click("sources")
    assert person.find("sources-lines").parentWidget() is sources
    assert sources.y() > between.y() > sources.button.y()
    assert "\n".join(LINES) in person.reads()
    person.click("sources")
    assert person.reads() == "between"


def test_a_widget_waits_behind_the_button_and_is_folded_away(meet: Callable[[QWidget], Person]) -> None:
    field = QLineEdit()
    field.setObjectName("field")
    disclosure = Disclosure("more", "First words", field)
    person = meet(disclosure)
    assert not person.sees("field")
    person.click("more")
    assert person.sees("field")
    assert person.find("more").accessibleName() == "Hide: First words"
    disclosure.fold()
    assert not person.sees("field")
    assert person.find("more").accessibleName() == "Show: First words"
    disclosure.set_title("Other words")
    assert person.find("more").property("text") == "Other words ▸"
