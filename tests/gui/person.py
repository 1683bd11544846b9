"""A person before a window, who clicks, types and reads; and their answers to the window's questions."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRegularExpression, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

from evolve_desktop.gui.services.dialogs import Dialogs, UnsavedChoice


class Answers(Dialogs):
    """Answers each question as the test says, and remembers what was asked and told."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.opens: Path | None = None
        self.goes_out = True
        self.restores = True
        self.leaves = UnsavedChoice.DISCARD
        self.asked: list[str] = []
        self.told: list[str] = []

    def pdf_path(self, parent: QWidget, name: str) -> Path | None:
        del parent
        self.asked.append(name)
        return self.path

    def save_path(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        del parent, title, kinds
        self.asked.append(name)
        return self.path

    def open_path(self, parent: QWidget, title: str) -> Path | None:
        del parent
        self.asked.append(title)
        return self.opens

    def open_folder(self, parent: QWidget, title: str) -> Path | None:
        del parent
        self.asked.append(title)
        return self.opens

    def confirm(self, parent: QWidget, title: str, question: str, action: str) -> bool:
        del parent, title, action
        self.asked.append(question)
        return self.goes_out

    def confirm_restore(self, parent: QWidget, name: str, *, is_replacing: bool) -> bool:
        del parent
        self.asked.append(f"{name}, replacing" if is_replacing else name)
        return self.restores

    def ask_before_discarding(self, parent: QWidget, before_save: str) -> UnsavedChoice:
        del parent
        self.asked.append(before_save)
        return self.leaves

    def confirm_discard_contact(self, parent: QWidget) -> bool:
        del parent
        self.asked.append("dropping")
        return self.leaves is UnsavedChoice.DISCARD

    def ask_after_failed_save(self, parent: QWidget, reason: str) -> UnsavedChoice:
        del parent
        self.asked.append(reason)
        return self.leaves

    def tell(self, parent: QWidget, sentence: str) -> None:
        del parent
        self.told.append(sentence)


def focused() -> QWidget:
    """Return the widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press_key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def press_keys(*keys: Qt.Key) -> None:
    """Press one key after the other, each where the focus is then."""
    for key in keys:
        press_key(key)


def end_quiet(window: QWidget) -> None:
    """Let the two seconds pass in which the privacy screen does nothing."""
    quiet = window.findChild(QTimer, "privacy-screen-quiet")
    assert isinstance(quiet, QTimer)
    quiet.timeout.emit()


@dataclass(frozen=True, slots=True)
class Person:
    """Looks at a window, clicks and types; finds only what can be seen."""

    window: QWidget

    def sees(self, name: str) -> bool:
        """Whether there is a widget of this name to be seen."""
        return any(widget.isVisible() for widget in self.window.findChildren(QWidget, name))

    def names_like(self, pattern: str) -> list[str]:
        """Return the names of this pattern that are seen: of things that a window numbers as long as it lives."""
        found = self.window.findChildren(QWidget, QRegularExpression(f"^{pattern}$"))
        return [widget.objectName() for widget in found if widget.isVisible()]

    def find(self, name: str) -> QWidget:
        """Return the widget of this name, which must be seen."""
        found = [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]
        assert len(found) == 1, f"{name}: seen {len(found)} times"
        return found[0]

    def click(self, name: str) -> None:
        """Click the widget of this name."""
        widget = self.find(name)
        assert widget.isEnabled(), name
        if not widget.height():  # it was shown a moment ago and has no place yet: nobody clicks faster than the layout
            QTest.qWait(0)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(12, widget.height() // 2))

    def come_back(self) -> None:
        """Come back from the privacy screen by a click, once that does something."""
        end_quiet(self.window)
        self.click("privacy-screen-back")

    def type(self, name: str, text: str) -> None:
        """Type into the widget of this name."""
        widget = self.find(name)
        widget.setFocus()
        QTest.keyClicks(widget, text)

    def is_ticked(self, name: str) -> bool:
        """Whether the box or button of this name is ticked."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        return button.isChecked()

    @property
    def tabs(self) -> QTabBar:
        """The tabs of the window."""
        bar = self.find("tab-bar")
        assert isinstance(bar, QTabBar)
        return bar

    @property
    def tab(self) -> str:
        """The title of the tab in front."""
        return self.tabs.tabText(self.tabs.currentIndex())

    def reads(self) -> str:
        """Return all that stands in labels to be seen."""
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())
