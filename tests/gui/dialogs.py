"""Answers to the real dialogs, given as soon as one is there; what nobody answers is closed after a while."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMessageBox, QPushButton, QWidget

Dialog = TypeVar("Dialog", bound=QDialog)

_PAUSE_MS = 20
_BOUND_MS = 5000


def on_dialog(kind: type[Dialog], answer: Callable[[Dialog], object], tries: int = _BOUND_MS // _PAUSE_MS) -> None:
    """Answer the next dialog of this kind; another one is closed where this one does not come."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, kind) and dialog.isVisible():
        QTimer.singleShot(_BOUND_MS, dialog, dialog.reject)
        QTimer.singleShot(0, dialog, lambda: answer(dialog))
    elif tries:
        QTimer.singleShot(_PAUSE_MS, lambda: on_dialog(kind, answer, tries - 1))
    elif isinstance(dialog, QDialog):
        dialog.reject()


def press_button(text: str) -> Callable[[QWidget], None]:
    """Return what presses the button that says this."""

    def press(dialog: QWidget) -> None:
        button = next(button for button in dialog.findChildren(QPushButton) if button.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press


def press_key(key: Qt.Key) -> Callable[[QWidget], None]:
    """Return what presses a key in a dialog."""

    def press(dialog: QWidget) -> None:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)

    return press


def reading(told: list[str], then: Callable[[QMessageBox], object]) -> Callable[[QMessageBox], None]:
    """Return what reads a message, and then answers it."""

    def read(box: QMessageBox) -> None:
        told.append(box.text())
        then(box)

    return read


def print_to(
    path: Path, first: Callable[[QPrintDialog], object] = lambda _dialog: None
) -> Callable[[QPrintDialog], None]:
    """Return what has the print dialog write a file, after something else was chosen in it `first`."""

    def choose(dialog: QPrintDialog) -> None:
        printers = dialog.findChild(QComboBox, "printers")
        assert isinstance(printers, QComboBox)
        printers.setCurrentText("Print to File (PDF)")
        line = dialog.findChild(QLineEdit, "filename")
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, str(path))
        first(dialog)
        press_button("&Print")(dialog)

    return choose
