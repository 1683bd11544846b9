import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer
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


@pytest.mark.usefixtures("thresholds", "qapp")
def test_it_sleeps_until_something_is_due(qtbot: QtBot) -> None:
    parent = QObject()
    GcTimer(parent)
    (timer,) = parent.findChildren(QTimer)
    gc.collect()
    gc.set_threshold(10**6, 10, 10)
    with qtbot.waitSignal(QAbstractEventDispatcher.instance().aboutToBlock):
        pass
    assert not timer.isActive()
    gc.set_threshold(1, 1, 1)
    qtbot.waitUntil(timer.isActive)
    qtbot.waitUntil(lambda: not timer.isActive())
    gc.set_threshold(10**6, 10, 10)
    with qtbot.waitSignal(QAbstractEventDispatcher.instance().aboutToBlock):
        pass
    assert not timer.isActive()
