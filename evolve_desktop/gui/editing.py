"""Cut, copy, paste and select all for whatever holds the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

_AS_TYPED = str.maketrans({"\N{PARAGRAPH SEPARATOR}": "\n", "\N{NO-BREAK SPACE}": " "})


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
        QApplication.clipboard().setText(focus.selectedText().translate(_AS_TYPED))


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
        focus.setSelection(0, _length(focus))


def _field() -> QLineEdit | QPlainTextEdit | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None


def _length(paragraph: QLabel) -> int:
    """Return how many positions the words of a label take in Qt, its tags left out."""
    is_rich = paragraph.textFormat() is Qt.TextFormat.RichText
    words = QTextDocumentFragment.fromHtml(paragraph.text()).toPlainText() if is_rich else paragraph.text()
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
