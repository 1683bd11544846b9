"""Labels and buttons with their role in the type scale; every text is plain text, so none can open a file."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

_ENDLESS = re.compile(r"\S{25,}")
_PIECE = 8


def breakable(text: str) -> str:
    """Let a word without end, such as an address that was pasted, go on in the next line instead of widening the page.

    Where it may break there is a zero-width space: only for what is shown, and never for what is to be copied whole.
    """
    return _ENDLESS.sub(_broken, text)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn anew where it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_kind(widget: QWidget, kind: str) -> None:
    """Say which kind of widget this is, by a name that the style sheet knows."""
    widget.setProperty(kind, True)  # noqa: FBT003  (Qt's own order)


def label(text: str = "", role: str = "body", *, selectable: bool = False) -> QLabel:
    """Return a label that wraps; `role` is a name from the style sheet."""
    widget = QLabel(text)
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(True)
    widget.setProperty("role", role)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    if selectable:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        widget.setTextInteractionFlags(flags)
    return widget


def show_text(widget: QLabel, text: str) -> None:
    """Show a text, or nothing at all where it is empty."""
    if widget.text() != text:
        widget.setText(text)
    widget.setVisible(bool(text))


def link_button(text: str, name: str, on_click: Callable[[], None]) -> QPushButton:
    """Return a quiet button that looks like a link; `name` is its object name."""
    button = QPushButton(text)
    button.setObjectName(name)
    set_kind(button, "flat-link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.clicked.connect(on_click)
    return button


def box(kind: str) -> tuple[QFrame, QVBoxLayout]:
    """Return a frame of a kind that the style sheet knows (`card`, `hint`, `notice`), and its layout."""
    frame = QFrame()
    set_kind(frame, kind)
    layout = QVBoxLayout(frame)
    margin = 16 if kind == "card" else 10
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(8)
    return frame, layout


def _broken(word: re.Match[str]) -> str:
    """Return it with a place to break after about eight letters, each with the marks that belong to it."""
    units = word[0].encode("utf-16-le", "surrogatepass")  # Qt counts in these
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word[0])
    pieces, start = [], 0
    while (end := finder.toNextBoundary()) >= 0:
        if end - start >= _PIECE or 2 * end == len(units):
            pieces.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
            start = end
    return "\N{ZERO WIDTH SPACE}".join(pieces)
