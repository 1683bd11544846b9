"""Items beside each other, in as many rows as they need; a text in one line while the row is wide enough."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import label
from tests.gui.person import Person
from tests.gui.places import fit, part, place

TEXT = "A heading of several words that would be cut in a narrow row"


@pytest.fixture
def row(meet: Callable[[QWidget], Person]) -> QWidget:
    """Show a text and two buttons in a row."""
    row = QWidget()
    layout = FlowLayout(row)
    for name, widget in (("text", label(TEXT)), ("one", QPushButton("One")), ("other", QPushButton("Other"))):
        widget.setObjectName(name)
        layout.addWidget(widget)
    meet(row)
    return row


def test_a_text_stands_in_one_line_with_what_follows_while_there_is_room(row: QWidget) -> None:
    fit(row, 900)
    text = part(row, "text")
    assert text.height() < 2 * text.fontMetrics().lineSpacing()
    assert text.geometry().right() < part(row, "one").x() < part(row, "other").x() < 900 // 2 + 200
    assert len({part(row, name).geometry().center().y() // 3 for name in ("text", "one", "other")}) == 1


@pytest.mark.parametrize("width", [200, 120])
def test_a_text_that_is_wider_than_the_row_wraps_and_nothing_is_cut(row: QWidget, width: int) -> None:
    fit(row, width)
    text = part(row, "text")
    assert text.width() == width
    assert text.height() >= text.heightForWidth(width) >= 2 * text.fontMetrics().lineSpacing()
    for name in ("one", "other"):
        assert row.rect().contains(place(row, name))
        assert place(row, name).top() > text.geometry().bottom()
