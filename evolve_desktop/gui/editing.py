"""Cut, copy, paste and select all for whatever holds the focus."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit


def cut() -> None:
    """Cut what is selected in a field."""
    field = _field()
    if field is not None:
        field.cut()


def copy() -> None:
    """Copy what is selected in a field or in the article."""
    field = _field()
    focus = QApplication.focusWidget()
    if field is not None:
        field.copy()
    elif isinstance(focus, QLabel) and focus.hasSelectedText():
        QApplication.clipboard().setText(focus.selectedText())


def paste() -> None:
    """Paste into a field."""
    field = _field()
    if field is not None:
        field.paste()


def select_all() -> None:
    """Select all of a field, or of the paragraph that holds the focus."""
    field = _field()
    focus = QApplication.focusWidget()
    if field is not None:
        field.selectAll()
    elif isinstance(focus, QLabel):
        focus.setSelection(0, len(focus.text()))


def _field() -> QLineEdit | QPlainTextEdit | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None
