import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.services.gc_timer import GcTimer


class Knot:
    """Something that only a collection can free."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("thresholds", "qapp")
def test_a_cycle_is_freed_by_the_timer_and_not_by_python(qtbot: QtBot) -> None:
    parent = QObject()
    GcTimer(parent)
    assert not gc.isenabled()
    gc.set_threshold(1, 1, 1)
    knot = weakref.ref(Knot())
    assert knot() is not None
    qtbot.waitUntil(lambda: knot() is None)


@pytest.mark.usefixtures("thresholds", "qapp")
def test_nothing_is_collected_before_it_is_due() -> None:
    parent = QObject()
    collector = GcTimer(parent)
    gc.collect()
    gc.set_threshold(10**6, 10, 10)
    knot = weakref.ref(Knot())
    collector.collect()
    assert knot() is not None
