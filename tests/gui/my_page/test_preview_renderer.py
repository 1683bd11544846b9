import threading
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop.errors import PageError
from evolve_desktop.gui.my_page.preview_renderer import PreviewRenderer
from evolve_desktop.gui.services.ports import Pdf, RenderedDocument


@dataclass(frozen=True)
class Plain:
    """A sheet that only has a text."""

    text: str
    pages: tuple[bytes, ...] = ()
    usual_pages: int = 1

    def pdf(self) -> Pdf:
        raise NotImplementedError


@pytest.fixture
def layouter(qapp: QApplication) -> PreviewRenderer:
    assert qapp is not None
    return PreviewRenderer()


def held(gate: threading.Event, text: str, made: list[str]) -> Callable[[], RenderedDocument]:
    """Return an order that waits for the gate, and notes that it was made."""

    def order() -> RenderedDocument:
        gate.wait()
        made.append(text)
        return Plain(text)

    return order


def test_an_order_that_was_overtaken_is_left_out(layouter: PreviewRenderer, qtbot: QtBot) -> None:
    gate, made, shown = threading.Event(), list[str](), list[str]()
    layouter.done.connect(lambda: shown.append(layouter.sheet.text if layouter.sheet else ""))
    for text in ("first", "second", "third"):
        layouter.take(held(gate, text, made))
    gate.set()
    qtbot.waitUntil(lambda: shown == ["first", "third"])
    assert made == ["first", "third"]


def test_a_failure_is_told_and_the_next_order_is_taken(layouter: PreviewRenderer, qtbot: QtBot) -> None:
    def failing() -> RenderedDocument:
        raise PageError("The page could not be laid out.")

    with qtbot.waitSignal(layouter.done):
        layouter.take(failing)
    assert layouter.problem == "The page could not be laid out."
    with qtbot.waitSignal(layouter.done):
        layouter.take(lambda: Plain("mended"))
    assert layouter.problem == ""
    assert layouter.sheet == Plain("mended")


def test_the_window_goes_on_while_a_sheet_is_laid_out(layouter: PreviewRenderer, qtbot: QtBot) -> None:
    gate = threading.Event()
    layouter.take(held(gate, "slow", []))
    qtbot.wait(1)
    assert layouter.sheet is None
    gate.set()
    qtbot.waitUntil(lambda: layouter.sheet is not None)


def test_finishing_waits_for_the_sheet_in_hand_and_forgets_the_next(layouter: PreviewRenderer) -> None:
    gate, made = threading.Event(), list[str]()
    layouter.take(held(gate, "in hand", made))
    layouter.take(held(gate, "next", made))
    threading.Timer(0.05, gate.set).start()
    layouter.finish()
    assert made == ["in hand"]


def test_a_sheet_that_was_finished_is_not_shown_any_more(layouter: PreviewRenderer, qtbot: QtBot) -> None:
    layouter.take(lambda: Plain("private"))
    with qtbot.assertNotEmitted(layouter.done, wait=50):
        layouter.finish()
    assert layouter.sheet is None
    layouter.take(lambda: Plain("the next"))
    qtbot.waitUntil(lambda: layouter.sheet == Plain("the next"))
