"""A field for the person's own words, which grows with them and leaves undo to the session."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSizePolicy

MAX_CHARACTERS = 20_000
_MAX_VISIBLE_LINES = 12


class TextField(QPlainTextEdit):
    """Plain text of at most 20,000 characters; Tab leaves the field; undo and redo are the session's.

    `edited` follows every change of the text, `overfull` a paste too long for the field, which was not taken.
    """

    edited = Signal()
    limit_reached = Signal()

    def __init__(self, name: str, accessible_name: str, lines: int = 1) -> None:
        """Take the object name, what a screen reader says, and how many lines are open from the start."""
        super().__init__()
        self._lines = lines
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    @property
    def limit_sentence(self) -> str:
        """What to tell the person when `overfull` is sent."""
        return self.tr("This field is full: it holds 20,000 characters. Nothing was added, so that nothing is cut off.")

    @property
    def text(self) -> str:
        """What is in the field."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Make the field say this; what is the same stays, and the caret stands after what differs."""
        shown = self.text
        if shown == text:
            return
        start = next(
            (i for i, (a, b) in enumerate(zip(shown, text, strict=False)) if a != b), min(len(shown), len(text))
        )
        limit = min(len(shown), len(text)) - start
        kept = next((i for i in range(limit) if shown[-1 - i] != text[-1 - i]), limit)
        cursor = self.textCursor()
        cursor.setPosition(_utf16(shown[:start]))
        cursor.setPosition(_utf16(shown[: len(shown) - kept]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - kept])
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """Return the height of the lines in it, between those asked for and twelve."""
        lines = max(self._lines, min(_MAX_VISIBLE_LINES, round(self.document().size().height())))
        frame = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 12
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Return a width that any window has, and the height it wants."""
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave the undo keys to the window, and grow when the text size changes."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if is_undo:
                event.ignore()
                return False
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the line that is written on into view: a field may open below the edge of the page."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._come_into_view)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only; more than the field holds is not taken, rather than cut."""
        selected = len(self.textCursor().selectedText())
        if len(self.text) - selected + len(source.text()) > MAX_CHARACTERS:
            self.limit_reached.emit()
            return
        self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type as usual, up to what the field holds."""
        is_full = len(self.text) >= MAX_CHARACTERS and not self.textCursor().hasSelection()
        if is_full and event.text().isprintable() and event.text():
            self.limit_reached.emit()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        self.updateGeometry()
        self.edited.emit()
        if self.hasFocus():
            QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        """Scroll the page around the field, if there is one, to the line with the caret."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        page = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and page is not None:
            line = self.viewport().mapTo(page, self.cursorRect().center())
            around.ensureVisible(0, line.y(), 0, 2 * self.fontMetrics().lineSpacing())


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
