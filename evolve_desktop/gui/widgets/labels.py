"""Labels and buttons with their role in the style sheet; every text is plain text, so none can open a file."""

import re
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTextBoundaryFinder, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from evolve_desktop.gui.widgets.accessibility import make_heading
from evolve_desktop.gui.widgets.reading_order import in_order

_ENDLESS = re.compile(r"\S{25,}")
_PIECE = 8
BETWEEN_LINES = 8
"""The pixels between what stands below each other in a card."""
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

OnClick = Callable[[], object] | SignalInstance
BodyLayout = TypeVar("BodyLayout", bound=QLayout)


def breakable(text: str) -> str:
    """Let a long word, such as a pasted address, break into the next line instead of widening the page.

    Zero-width spaces mark where it may break: only for text that is shown, never for text to be copied.
    """
    return _ENDLESS.sub(_broken, text)


def utf16_length(text: str) -> int:
    """Return the length of a text in UTF-16 units, in which Qt counts positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet selects by, and restyle the widget if it changed and is styled already.

    The event is Qt's own call of `style().polish(widget)`; for a style in Python, PySide loads all kinds of styles.
    """
    if (widget.property(name) or False) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
        widget.update()


def keep_place(widget: QWidget) -> None:
    """Have a widget keep its place while it is hidden, so that nothing moves."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def set_role(widget: QWidget, role: str) -> None:
    """Give a new widget its role, a name from the style sheet.

    It is one property for every kind: Qt slowly looks up, for each widget, all properties that a rule may ask for.
    """
    widget.setProperty("role", role)


def label(text: str = "", role: str = "body", *, selectable: bool = False) -> QLabel:
    """Return a label that wraps; `role` is a name from the style sheet."""
    widget = QLabel(in_order(text))
    shape_label(widget, role)
    if selectable:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        widget.setTextInteractionFlags(flags)
    return widget


def shape_label(widget: QLabel, role: str) -> None:
    """Have a label wrap plain text; `role` is a name from the style sheet."""
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setWordWrap(True)
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:  # Qt asks each text for its own side
        widget.setAlignment(_AT_THE_RIGHT)
    set_role(widget, role)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def heading(text: str, role: str = "heading", *, level: int = 2, selectable: bool = False) -> QLabel:
    """Return a heading, level 1 the highest; `role` is a name from the style sheet."""
    widget = label("", role)
    make_heading(widget, level)
    widget.setText(in_order(text))
    if selectable:  # by the mouse alone: no caret stands in a heading
        widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return widget


def show_text(widget: QLabel, text: str) -> None:
    """Show a text; hide the label if the text is empty."""
    shown = in_order(text)
    if widget.text() != shown:
        widget.setText(shown)
    widget.setVisible(bool(text))


def button(text: str, name: str, on_click: OnClick, *, narrow: bool = False) -> QPushButton:
    """Return a button; `name` is its object name, a `narrow` one is no wider than its text."""
    widget = QPushButton(text)
    widget.setAutoDefault(True)  # so that Enter presses it, as in dialogs
    widget.setObjectName(name)
    if narrow:
        widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    widget.clicked.connect(on_click)
    return widget


def link_button(text: str, name: str, on_click: OnClick) -> QPushButton:
    """Return a quiet button that looks like a link."""
    widget = button(text, name, on_click, narrow=True)
    set_role(widget, "flat-link")
    widget.setCursor(Qt.CursorShape.PointingHandCursor)
    return widget


def quiet_button(text: str, name: str, on_click: OnClick) -> QPushButton:
    """Return a button that is quieter than the words around it, for what can be done with them."""
    widget = button(text, name, on_click, narrow=True)
    set_role(widget, "quiet")
    return widget


def shape_card(frame: QFrame, role: str, layout: BodyLayout) -> BodyLayout:
    """Give a frame the role of a card and its layout the margins of one, and return the layout."""
    set_role(frame, role)
    margin = 16 if role == "card" else 10
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(BETWEEN_LINES)
    return layout


def _broken(word: re.Match[str]) -> str:
    """Return a word with a place to break after about eight letters, never between a letter and its marks."""
    units = word[0].encode("utf-16-le", "surrogatepass")  # Qt counts in these
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word[0])
    pieces, start = [], 0
    while (end := finder.toNextBoundary()) >= 0:
        if end - start >= _PIECE or 2 * end == len(units):
            pieces.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
            start = end
    return "\N{ZERO WIDTH SPACE}".join(pieces)
