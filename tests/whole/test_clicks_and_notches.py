"""How much work the whole job is by mouse: each click and each notch of the wheel is counted, as a person does them."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp, build_window
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.dialogs import Dialogs
from evolve_desktop.gui.widgets.focus import scroll_area_around
from tests.gui.person import Person, focused
from tests.launch import launch_options

MOST_CLICKS, MOST_NOTCHES = 30, 40
NOTCH = 60  # pixels
REPLIES = ("not-yet", "a-little", "mostly", "yes")
SAVES = ("Save", "Save…")


class Mouse:
    """Clicks what is wholly in sight, turns the wheel until it is, and counts both by what they are for."""

    def __init__(self, window: QWidget) -> None:
        self._person = Person(window)
        self.clicks: Counter[str] = Counter()
        self.notches: Counter[str] = Counter()

    def click(self, name: str, purpose: str) -> None:
        """Click at the place where the widget of this name is, whatever is there."""
        QTest.qWait(0)
        widget = self._person.find(name)
        self._bring(widget, purpose)
        self.press(widget, purpose)

    def press(self, widget: QWidget, purpose: str) -> None:
        """Click a widget that is in sight."""
        window = widget.window().windowHandle()
        assert window is not None
        place = widget.mapTo(widget.window(), QPoint(12, widget.height() // 2))
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.clicks[purpose] += 1

    def write(self, name: str, text: str, purpose: str) -> None:
        """Click into a field, unless it has the focus already, and type."""
        if focused().objectName() != name:
            self.click(name, purpose)
        QTest.keyClicks(focused(), text)

    def told(self) -> str:
        """Return what was counted, for the report of a failure."""
        return f"{self.clicks.total()} clicks {dict(self.clicks)}, {self.notches.total()} notches {dict(self.notches)}"

    def _bring(self, widget: QWidget, purpose: str) -> None:
        """Turn the wheel above the page until the widget is wholly in sight."""
        area = scroll_area_around(widget)
        window = widget.window().windowHandle()
        if area is None:
            return
        assert window is not None
        bar, seen = area.verticalScrollBar(), area.viewport().rect()
        while not seen.contains(place := QRect(widget.mapTo(area.viewport(), QPoint()), widget.size())):
            before, turn = bar.value(), 120 if place.top() < seen.top() else -120
            middle = area.viewport().mapTo(widget.window(), seen.center())
            QTest.wheelEvent(window, QPointF(middle), QPoint(0, turn))
            assert 0 < abs(bar.value() - before) <= NOTCH, (widget.objectName(), self.told())
            self.notches[purpose] += 1


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningApp]:
    """Start the app for the first time, in a window of the usual size."""
    (tmp_path / "Documents").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    built = build_window(qapp, launch_options(tmp_path, Dialogs()))
    built.window.resize(1280, 800)
    with qtbot.waitExposed(built.window):
        built.window.show()
        built.window.start()
    yield built
    while built.session.can_undo:
        built.session.undo()
    built.window.close()


def answer_dialogs(mouse: Mouse, is_done: Callable[[], bool]) -> None:
    """Save in each dialog that comes, until all is done."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QMessageBox | QFileDialog) and dialog.isVisible():
        QTimer.singleShot(0, lambda: _save_in(dialog, mouse))
    if not is_done():
        QTimer.singleShot(100, lambda: answer_dialogs(mouse, is_done))


def _save_in(dialog: QDialog, mouse: Mouse) -> None:
    (save,) = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") in SAVES]
    mouse.press(save, "save")


def test_the_whole_job_takes_few_clicks_and_notches(
    desktop: RunningApp, pack: Pack, qtbot: QtBot, tmp_path: Path
) -> None:
    mouse, person = Mouse(desktop.window), Person(desktop.window)
    qtbot.waitUntil(lambda: person.sees("C01-yes"))
    in_order = [
        item.id for section in pack.article.sections for item in pack.checklist.items if item.section == section.id
    ]
    for place, name in enumerate(in_order):
        reply = REPLIES[place % len(REPLIES)]
        mouse.click(f"{name}-{reply}", "reply")
        if place in {1, 4, 8}:
            mouse.click(f"{name}-bring", "bring")
        if place == 4:
            mouse.click(f"{name}-add-note", "note")
            QTest.keyClicks(focused(), "Only for me")
    mouse.click("to-red-flags", "way on")
    for name in ("R01-yes", "R02-not-sure"):
        mouse.click(name, "red flag")
    mouse.click("flags-to-my-page", "way on")
    mouse.write("main-topic", "How we work together", "main topic")
    strengths = [name for place, name in enumerate(in_order) if REPLIES[place % len(REPLIES)] == "yes"][:2]
    for name in strengths:
        mouse.click(f"{name}-helps", "strength")
    mouse.write("question-1", "What should I ask you?", "question")
    answer_dialogs(mouse, lambda: bool(list(tmp_path.rglob("*.pdf"))))
    mouse.click("save-pdf", "save")
    qtbot.waitUntil(lambda: bool(list(tmp_path.rglob("*.pdf"))))
    check_in = desktop.session.check_in
    assert (check_in.answered_count, len(check_in.plan.bring), len(check_in.flags)) == (len(in_order), 3, 2)
    assert (len(check_in.plan.helping), check_in.plan.main_topic) == (2, "How we work together")
    assert check_in.plan.questions[0] == "What should I ask you?"
    assert check_in.answer(in_order[4]).note == "Only for me"
    assert mouse.clicks.total() <= MOST_CLICKS, mouse.told()
    assert mouse.notches.total() <= MOST_NOTCHES, mouse.told()
