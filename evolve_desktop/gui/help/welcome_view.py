"""The page of a first start: the purpose of the app, its limits, and where answers are kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evolve_desktop.content.app_text import KeepingText, WelcomeText
from evolve_desktop.gui.widgets.accessibility import make_group
from evolve_desktop.gui.widgets.labels import heading, label, quiet_button, set_role
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_WIDEST = 72
_CLOSING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


class WelcomeView(QWidget):
    """One page of words; `closed` follows the buttons, Enter and Escape, and `one_line_requested` the second button.

    What *Hide* does, and what a shared computer means, are said in the words of the storage page.
    """

    closed = Signal()
    one_line_requested = Signal()

    def __init__(self, text: WelcomeText, keeping: KeepingText) -> None:
        super().__init__()
        make_group(self, text.title)
        column = ScrollPage(self.tr("What to know first"), _WIDEST)  # not its heading again, which is read next
        column.setObjectName("welcome")
        column.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the keys scroll it
        column.body.addWidget(heading(text.title, "title", level=1, selectable=True))
        for title, sentences in (
            (text.what_title, text.what),
            (text.not_this_title, text.not_this),
            (text.kept_title, text.kept),
            (text.hide_title, keeping.hide),
            (text.shared_title, f"{keeping.shared} {keeping.watched}"),
        ):
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(heading(title, "strong", selectable=True))
            part.addWidget(label(sentences, selectable=True))
            column.body.addLayout(part)
        column.body.addWidget(label(self.tr("You can find this page again under Help."), "muted", selectable=True))
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(column)
        layout.addWidget(self._foot())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter and Escape, wherever the focus is."""
        if event.key() in _CLOSING_KEYS:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _on_one_line(self) -> None:
        self.closed.emit()
        self.one_line_requested.emit()

    def _foot(self) -> QFrame:
        """Return the bar with the buttons, which stay in sight at any text size."""
        start = QPushButton(self.tr("Start"))
        start.setAutoDefault(True)
        start.setObjectName("start")
        set_role(start, "primary")
        start.clicked.connect(self.closed)
        self.setFocusProxy(start)
        foot = QFrame()
        set_role(foot, "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.addStretch(1)
        row.addWidget(start)
        row.addWidget(quiet_button(self.tr("One line at a time"), "start-one-line", self._on_one_line))
        row.addStretch(1)
        return foot
