"""A text field that grows with its text and leaves undo to the session."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from evolve_desktop.gui.widgets.focus import scroll_area_around
from evolve_desktop.gui.widgets.labels import set_role, utf16_length

MAX_CHARACTERS = 20_000  # as MAX_TEXT of the check-ins, which a widget does not know; a test compares them
_MAX_VISIBLE_LINES = 12
_AROUND, _SLIM = 12, 4  # pixels above and below the text together
_LINE_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextField(QPlainTextEdit):
    """Plain text of at most 20,000 characters and at first `lines` lines high; Tab leaves the field.

    A `slim` one has little room around its text.
    `edited` is emitted at every change of the text, `limit_reached` after a key, a composed word or a paste was too
    long, of which only the part that has room was taken.
    """

    edited = Signal()
    limit_reached = Signal()

    def __init__(self, name: str, accessible_name: str, lines: int = 1, *, slim: bool = False) -> None:
        super().__init__()
        self._lines = lines
        self._around = _SLIM if slim else _AROUND
        set_role(self, "slim" if slim else "")
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        if self.isRightToLeft():  # Qt turns round every other field, but begins the lines of this kind at the left
            option = self.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.document().setDefaultTextOption(option)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    @property
    def limit_sentence(self) -> str:
        """The sentence to show after `limit_reached`."""
        return self.tr("This field is full: it holds 20,000 characters. What is more was left out.")

    @property
    def text(self) -> str:
        """The text of the field."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show this text; only the part that differs is replaced, and the caret stands after it."""
        shown = self.text
        if shown == text:
            return
        if not text:
            self.clear()  # a document keeps what was deleted from it; this gives it a new, empty text
            return
        start = next(
            (i for i, (a, b) in enumerate(zip(shown, text, strict=False)) if a != b), min(len(shown), len(text))
        )
        limit = min(len(shown), len(text)) - start
        kept = next((i for i in range(limit) if shown[-1 - i] != text[-1 - i]), limit)
        cursor = self.textCursor()
        cursor.setPosition(utf16_length(shown[:start]))
        cursor.setPosition(utf16_length(shown[: len(shown) - kept]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - kept])
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """Return the height of the text, between the initial lines and twelve."""
        lines = max(self._lines, min(_MAX_VISIBLE_LINES, round(self.document().size().height())))
        frame = 2 * (self.frameWidth() + int(self.document().documentMargin())) + self._around
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        """Return a width that any window has, and the preferred height."""
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave the undo keys to the window; grow with the text size."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if is_undo:
                event.ignore()
                return False
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Scroll to the line with the caret: a field may open below the edge of the page."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._come_into_view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when another width breaks the text into more lines or fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text only, and of a text that is too long the beginning."""
        pasted = source.text().replace("\r\n", "\n")
        taken = pasted[: self._room]
        self.insertPlainText(taken)
        if taken != pasted:
            self.limit_reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type as usual until the field is full."""
        adds = bool(event.text()) and (event.text().isprintable() or event.key() in _LINE_KEYS)
        if adds and not self._room:
            self.limit_reached.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take of a composed word what has room."""
        room, word = self._room, event.commitString()
        if len(word) > room:
            event.setCommitString(word[:room], event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        if len(word) > room:
            self.limit_reached.emit()

    @property
    def _room(self) -> int:
        """How many characters can be added, in the place of the selected ones."""
        return max(0, MAX_CHARACTERS - len(self.text) + len(self.textCursor().selectedText()))

    def _on_text_changed(self) -> None:
        self.updateGeometry()
        self.edited.emit()
        if self.hasFocus():
            QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        """Scroll the page around the field, if there is one, to the line with the caret."""
        area = scroll_area_around(self)
        page = area.widget() if area else None
        if area is not None and page is not None:
            line = self.viewport().mapTo(page, self.cursorRect().center())
            area.ensureVisible(0, line.y(), 0, 2 * self.fontMetrics().lineSpacing())
