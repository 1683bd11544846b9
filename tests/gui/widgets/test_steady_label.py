"""A label that keeps the room of its longest text: what stands below it never moves."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.labels import label, show_text
from evolve_desktop.gui.widgets.steady_label import SteadyLabel
from tests.gui.person import Person

SHORT, LONG = "Fair.", "Long: hard to guess, if it is not a saying that others know, and if nobody has heard it."


@pytest.mark.parametrize("width", [900, 200])
@pytest.mark.parametrize("role", ["muted", "strong"])
def test_nothing_below_moves_whatever_is_said(
    meet: Callable[[QWidget], Person], qtbot: QtBot, role: str, width: int
) -> None:
    page = QWidget()
    steady, below = SteadyLabel(role, "steady", [SHORT, LONG]), label("below")
    column(page, steady, below).addStretch(1)
    person = meet(page)
    page.resize(width, 600)
    qtbot.waitUntil(lambda: page.width() == width and below.width() == width)
    top = below.y()
    assert top > 0
    assert not person.sees("steady")
    for text in (SHORT, LONG, "", LONG, SHORT):
        show_text(steady, text)
        qtbot.wait(0)
        assert below.y() == top
        assert not text or steady.height() >= steady.fontMetrics().boundingRect(text).height()
