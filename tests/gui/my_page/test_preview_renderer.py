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
def renderer(qapp: QApplication) -> PreviewRenderer:
    assert qapp is not None
    return PreviewRenderer()


def held(gate: threading.Event, text: str, made: list[str]) -> Callable[[], RenderedDocument]:
    """Return an order that waits for the gate, and notes that it was made."""

    def order() -> RenderedDocument:
        gate.wait()
        made.append(text)
        return Plain(text)

    return order


def test_an_order_that_was_overtaken_is_left_out(renderer: PreviewRenderer, qtbot: QtBot) -> None:
    gate, made, shown = threading.Event(), list[str](), list[str]()
    renderer.done.connect(lambda: shown.append(renderer.document.text if renderer.document else ""))
    for text in ("first", "second", "third"):
        renderer.render(held(gate, text, made))
    gate.set()
    qtbot.waitUntil(lambda: shown == ["first", "third"])
    assert made == ["first", "third"]


def test_a_failure_is_told_and_the_next_order_is_taken(renderer: PreviewRenderer, qtbot: QtBot) -> None:
    def failing() -> RenderedDocument:
        raise PageError("The page could not be laid out.")

    with qtbot.waitSignal(renderer.done):
        renderer.render(failing)
    assert renderer.problem == "The page could not be laid out."
    with qtbot.waitSignal(renderer.done):
        renderer.render(lambda: Plain("mended"))
    assert renderer.problem == ""
    assert renderer.document == Plain("mended")


def test_the_window_goes_on_while_a_sheet_is_laid_out(renderer: PreviewRenderer, qtbot: QtBot) -> None:
    gate = threading.Event()
    renderer.render(held(gate, "slow", []))
    qtbot.wait(1)
    assert renderer.document is None
    gate.set()
    qtbot.waitUntil(lambda: renderer.document is not None)


def test_finishing_waits_for_the_sheet_in_hand_and_forgets_the_next(renderer: PreviewRenderer) -> None:
    gate, made = threading.Event(), list[str]()
    renderer.render(held(gate, "in hand", made))
    renderer.render(held(gate, "next", made))
    threading.Timer(0.05, gate.set).start()
    renderer.cancel()
    assert made == ["in hand"]


def test_a_sheet_that_was_finished_is_not_shown_any_more(renderer: PreviewRenderer, qtbot: QtBot) -> None:
    renderer.render(lambda: Plain("private"))
    with qtbot.assertNotEmitted(renderer.done, wait=50):
        renderer.cancel()
    assert renderer.document is None
    renderer.render(lambda: Plain("the next"))
    qtbot.waitUntil(lambda: renderer.document == Plain("the next"))
