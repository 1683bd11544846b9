"""The worker thread of a window: what it does when the window is gone before it is done."""

import sys
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from evolve_desktop.gui.services.background_tasks import TaskQueue


def test_work_that_outlives_its_window_ends_without_an_error(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    errors: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: errors.append(error))
    ends = Event()
    queue = TaskQueue()
    queue.run(ends.wait)
    Shiboken.delete(queue)
    ends.set()
    queue.wait()
    assert errors == []
