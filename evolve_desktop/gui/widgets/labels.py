"""Labels and buttons with their role in the type scale; every text is plain text, so none can open a file."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTextBoundaryFinder
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from evolve_desktop.gui.widgets.accessibility import install

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


def set_style_class(widget: QWidget, kind: str) -> None:
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
    set_style_class(button, "flat-link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.clicked.connect(on_click)
    return button


def card_frame(kind: str) -> tuple[QFrame, QVBoxLayout]:
    """Return a frame of a kind that the style sheet knows (`card`, `hint`, `notice`), and its layout."""
    frame = QFrame()
    set_style_class(frame, kind)
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


_LEVEL = "level"
_HEADINGS_INSTALLED = "headings-installed"


def heading(text: str, role: str = "heading", *, level: int = 2, selectable: bool = False) -> QLabel:
    """Return a label that is a heading of a level, 1 the highest; `role` is a name from the style sheet."""
    install(_HEADINGS_INSTALLED, _describe_heading)
    widget = label("", role, selectable=selectable)
    widget.setProperty(_LEVEL, level)  # before it has words: a screen reader asks as soon as there are some
    widget.setText(text)
    return widget


class _Level(QAccessibleAttributesInterface):
    """Says the level of a heading."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802  (Qt's name)
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:  # noqa: N802  (Qt's name)
        return self._level if key is QAccessible.Attribute.Level else None


class _Heading(QAccessibleWidget):
    """What a screen reader is told about a heading."""

    def __init__(self, widget: QLabel, level: int) -> None:
        super().__init__(widget, QAccessible.Role.Heading)
        self._level = _Level(level)

    def text(self, t: QAccessible.Text) -> str:
        widget = self.widget()
        if t is QAccessible.Text.Name and isinstance(widget, QLabel):
            return widget.accessibleName() or widget.text()
        return super().text(t)

    def interface_cast(self, t: QAccessible.InterfaceType) -> int:
        pointer: object = super().interface_cast(t)
        if t is QAccessible.InterfaceType.AttributesInterface:
            pointer = Shiboken.VoidPtr(Shiboken.getCppPointer(self._level)[0])
        # a plain int, as the stub has it, is lost, and the None that Qt's own class has for none ends the process
        return Shiboken.VoidPtr(0) if pointer is None else pointer  # type: ignore[return-value]


def _describe_heading(_class_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Answer Qt's question how to describe an object; None leaves it to Qt."""
    if not isinstance(asked, QLabel):
        return None
    level = asked.property(_LEVEL)
    return _Heading(asked, level) if isinstance(level, int) else None
