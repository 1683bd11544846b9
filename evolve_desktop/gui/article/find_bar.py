"""The find bar: searches the labels of a page and shows one match at a time, selected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from evolve_desktop.content.text_search import TextMatch, find
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.buttons import ToolButton
from evolve_desktop.gui.widgets.labels import OnClick, label, set_role, utf16_length
from evolve_desktop.gui.widgets.line_fields import LineEdit, typing_pause

_START = TextMatch(0, 0, 0)


def bar_button(name: str, text: str, accessible_name: str, on_click: OnClick) -> QToolButton:
    """Return a small button of a bar; its accessible name is also its tool tip."""
    button = ToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setAccessibleName(accessible_name)
    button.setToolTip(accessible_name)
    button.clicked.connect(on_click)
    return button


class FindBar(QFrame):
    """Hidden until it is opened; `labels` are searched in reading order; `found` is emitted for every match shown."""

    found = Signal()

    def __init__(self, labels: Sequence[QLabel]) -> None:
        super().__init__()
        self._labels = labels
        self._matches: tuple[TextMatch, ...] = ()
        self._at = _START
        self._came_from: QWidget | None = None
        set_role(self, "bar")
        self.setObjectName("find-bar")
        self._words = LineEdit(self.tr("Find in the article"))
        self._words.setObjectName("find-words")
        self._words.setAccessibleName(self.tr("Find in the article"))
        self._words.textChanged.connect(self._look)
        self._result = label("", "muted")
        self._result.setObjectName("find-result")
        self._pause = typing_pause(self, self._announce)
        self._build()
        self.hide()

    @property
    def match(self) -> tuple[QLabel, float]:
        """The label of the match shown, and the share of its text before the match."""
        widget = self._labels[self._at.text]
        return widget, self._at.start / max(1, len(_words_of(widget)))

    def open(self) -> None:
        """Show the bar, ready to type, with the text of the last search."""
        focus = self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self._look()

    def step(self, by: int) -> None:
        """Show the match `by` places on, from the last to the first and back; open the bar if it is closed."""
        if self.isHidden():
            self.open()
        if self._matches:
            self._show((self._matches.index(self._at) + by) % len(self._matches))
        self._announce()

    def finish(self) -> None:
        """Close the bar, clear the selection, and give the focus back to where it was before."""
        focus = self.window().focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        self._matches = ()
        self._pause.stop()
        self._select_nothing()
        came_from, self._came_from = self._came_from, None
        if has_focus and came_from is not None and Shiboken.isValid(came_from):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def forget(self) -> None:
        """Close the bar and forget the text, and where it was found."""
        self._words.forget()
        self.finish()
        self._at = _START

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Next match with Enter, previous with Shift and Enter, close with Escape."""
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._words.hasFocus():
            self.step(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._words, stretch=1)
        above.addWidget(bar_button("find-close", self.tr("Close"), self.tr("Close the search"), self.finish))
        below.addWidget(self._result, stretch=1)
        below.addWidget(
            bar_button("find-previous", self.tr("Previous"), self.tr("Previous match"), lambda: self.step(-1))
        )
        below.addWidget(bar_button("find-next", self.tr("Next"), self.tr("Next match"), lambda: self.step(1)))
        layout = QVBoxLayout(self)
        layout.addLayout(above)
        layout.addLayout(below)

    def _look(self) -> None:
        """Search again, and show the first match at or after the last one."""
        self._matches = find(self._words.text(), map(_words_of, self._labels))
        if self._matches:
            behind = (index for index, match in enumerate(self._matches) if match >= self._at)
            self._show(next(behind, 0))
            return
        self._select_nothing()
        self._tell(self.tr("Not found") if self._words.text() else "")

    def _show(self, index: int) -> None:
        self._at = self._matches[index]
        self._select_nothing()
        widget = self._labels[self._at.text]
        words = _words_of(widget)
        before, matched = words[: self._at.start], words[self._at.start : self._at.end]
        widget.setSelection(utf16_length(before), utf16_length(matched))
        self._tell(self.tr("{number} of {total}").format(number=index + 1, total=len(self._matches)))
        self.found.emit()

    def _select_nothing(self) -> None:
        for widget in self._labels:
            if widget.hasSelectedText():
                widget.setSelection(0, 0)

    def _tell(self, result: str) -> None:
        """Show the result at once; it is announced when the typing pauses, not at every key."""
        self._result.setText(result)
        self._pause.start()

    def _announce(self) -> None:
        """Announce the result now."""
        self._pause.stop()
        announce(self._result, self._result.text())


def _words_of(widget: QLabel) -> str:
    """Return the text that a label shows, without the tags of rich text."""
    if widget.textFormat() is Qt.TextFormat.RichText:
        return QTextDocumentFragment.fromHtml(widget.text()).toPlainText()
    return widget.text()
