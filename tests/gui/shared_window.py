"""A window that many tests share: made as it was when it opened before each of them, and looked at whether it is."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import Shiboken

from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.check_in_id import new_id
from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.checkin.one_line_view import OneLineView
from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView
from evolve_desktop.gui.services.actions import plain_text
from evolve_desktop.gui.services.autosave import Autosave, SaveState
from evolve_desktop.gui.services.session_signals import SessionSignals
from evolve_desktop.gui.shell.main_tabs import MainTabs
from evolve_desktop.gui.shell.page_stack import PageStack
from evolve_desktop.gui.widgets.disclosure import Disclosure
from evolve_desktop.settings import Settings
from tests.gui.fits import shown
from tests.gui.person import Person
from tests.gui.vault_steps import PASSPHRASE
from tests.launch import NOW
from tools.window_tour import Tour


@dataclass
class SharedWindow:
    """A shown window in which nothing was done yet, and the folder of its vault, in which there is none yet."""

    desktop: RunningApp
    tour: Tour
    folder: Path
    first: list[str] = field(init=False)

    def __post_init__(self) -> None:
        window = self.desktop.window
        self._size, self._focus = window.size(), QApplication.focusWidget()
        self._checked = [action for action in window.findChildren(QAction) if action.isChecked()]
        self.first = sorted(looks(window))

    def clear(self) -> None:
        """Make the window as it was when it opened; raises AssertionError if anybody could tell the difference."""
        desktop, window = self.desktop, self.desktop.window
        tabs, pages = window.findChild(MainTabs), window.findChild(PageStack)
        assert isinstance(tabs, MainTabs)
        assert isinstance(pages, PageStack)
        if focus := window.focusWidget():
            focus.clearFocus()  # an empty note stays open as long as it has the focus
        window.show()
        self._open(pages)
        pages.close_privacy_screen()
        if desktop.autosave.state is not SaveState.OFF:
            self._erase(pages)
        for action in self._checked:
            if not action.isChecked():
                action.trigger()
        for button in list(opened(window)):
            button.click()
        desktop.preferences.change(Settings())
        desktop.autosave.set_contacts(())
        desktop.session.close(CheckIn(id=new_id(NOW), started=NOW.date()))
        for help_lines in window.findChildren(HelpLinesView):
            help_lines.forget()
        for lines in window.findChildren(OneLineView):
            lines.show_step("C16")
        window.unsetLayoutDirection()
        tabs.forget()
        window.resize(self._size)
        window.activateWindow()
        QApplication.clipboard().clear()
        self.tour.show("check-in")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the loop of the app does
        for area in window.findChildren(QAbstractScrollArea):
            area.verticalScrollBar().setValue(0)
        if self._focus is not None:
            self._focus.setFocus()
        now = sorted(looks(window))
        assert now == self.first, difference(self.first, now)

    def _open(self, pages: PageStack) -> None:
        """Open what was kept and is locked or left closed, as a person does who knows the passphrase of the tests."""
        desktop, person = self.desktop, Person(self.desktop.window)
        if desktop.autosave.state is not SaveState.OFF or not self._files():
            return
        pages.close_privacy_screen()
        desktop.window.start()

        def is_asked() -> bool:
            return person.sees("unlock-secret") and person.find("unlock-open").isEnabled()

        self.tour.wait(lambda: desktop.autosave.state is not SaveState.OFF or is_asked())
        if desktop.autosave.state is SaveState.OFF:
            person.type("unlock-secret", PASSPHRASE)
            person.click("unlock-open")
        self.tour.wait(lambda: desktop.autosave.state is not SaveState.OFF)

    def _erase(self, pages: PageStack) -> None:
        """Erase what is kept, as a person does."""
        pages.show_storage()
        for name in ("erase", "erase-now"):
            button = self.desktop.window.findChild(QAbstractButton, name)
            assert isinstance(button, QAbstractButton)
            button.click()
        self.tour.wait(lambda: Person(self.desktop.window).sees("erased-go-on"))
        self.tour.settle()
        assert not self.folder.exists()

    def _files(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file()]


def difference(first: list[str], now: list[str]) -> list[str]:
    """Return the lines that only one of two looks has."""
    return sorted((Counter(first) - Counter(now)) + (Counter(now) - Counter(first)))


class SharedView:
    """A page in a window of its own, shown once; before each test it is as it was then."""

    def __init__(self, view: QWidget) -> None:
        self.view = view
        view.show()
        assert QTest.qWaitForWindowExposed(view)
        self._come_to_rest()
        self._open = {button.objectName() for button in opened(view)}
        self.first = sorted(looks(view))

    def clear(self, forget: Callable[[], object]) -> None:
        """Close what was opened, and have all else forgotten; raises AssertionError if that can be told."""
        for button in list(opened(self.view)):
            if button.objectName() not in self._open:
                button.click()
        forget()
        self.view.show()
        self._come_to_rest()
        now = sorted(looks(self.view))
        assert now == self.first, difference(self.first, now)

    def close(self) -> None:
        """Close the window, and all that belongs to it."""
        self.view.close()
        Shiboken.delete(self.view)

    def _come_to_rest(self) -> None:
        """Let everything find its place, at the top and with the focus on none of the controls."""
        self.view.activateWindow()
        for _ in range(6):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the loop of the app does
        if focus := self.view.focusWidget():
            focus.clearFocus()
        for area in self.view.findChildren(QAbstractScrollArea):
            area.verticalScrollBar().setValue(0)


@contextmanager
def shared_page(view: QWidget, width: int, height: int) -> Iterator[SharedView]:
    """Show a page for the tests of a module, in a window of this size."""
    view.resize(width, height)
    shared = SharedView(view)
    yield shared
    shared.close()


@contextmanager
def shared_page_about(
    session: Session, build: Callable[[SessionSignals, Autosave], QWidget], width: int = 1000, height: int = 800
) -> Iterator[SharedView]:
    """Show a page about this session, of which nothing is kept, for the tests of a module."""
    signals, autosave = SessionSignals(session), Autosave(session, lambda: NOW)
    view = build(signals, autosave)
    signals.setParent(view)
    with shared_page(view, width, height) as shared:
        yield shared
    autosave.flush()


def unanswered() -> CheckIn:
    """Return a check-in in which nothing is answered yet."""
    return CheckIn(id="a", started=NOW.date())


def looks(window: QWidget) -> Iterator[str]:
    """Yield a line for all that is seen, chosen or focused in a window, and for what is written out of sight."""
    yield f"{window.size().toTuple()} {window.windowTitle()} {window.layoutDirection()}"
    for action in window.findChildren(QAction):
        if action.text():
            yield f"{plain_text(action.text())} {action.isEnabled()} {action.isChecked()}"
    for widget in shown(window):
        if isinstance(widget.parent(), QLineEdit):
            continue  # the button that empties it fades away
        yield f"{_called(widget)}{' focus' if widget.hasFocus() else ''} {_text(widget)}"
    lines = (line for line in window.findChildren(QLineEdit) if not isinstance(line.parent(), QAbstractSpinBox))
    fields = [*lines, *window.findChildren(QPlainTextEdit)]
    written = (each for each in fields if not each.isVisible() and not each.property("readOnly") and _text(each))
    yield from (f"out of sight {_called(each)} {_text(each)}" for each in written)
    yield from (f"opened {button.objectName()}" for button in opened(window))


def opened(window: QWidget) -> Iterator[QAbstractButton]:
    """Yield the button of all that was opened and can be closed again, on whatever page."""
    yield from (lines.button for lines in window.findChildren(Disclosure) if lines.is_open)
    for name in ("show-part-2", "show-part-3"):
        yield from (part for part in window.findChildren(QAbstractButton, name) if part.text() == "Hide this part")


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {widget.isEnabled()}"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return f"{widget.text()} {widget.isChecked()}"
    if isinstance(widget, QLabel | QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractScrollArea):
        return str(widget.verticalScrollBar().value())
    return ""
