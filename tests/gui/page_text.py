"""All that is read on a page, in order: headings, labels, texts of buttons, fields, and names for screen readers."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QWidget,
)


def page_text(page: QWidget) -> str:
    """Return a line for each widget that says something, top down and from left to right."""
    return "\n".join(_lines(page)) + "\n"


def _lines(widget: QWidget, depth: int = 0) -> Iterator[str]:
    said = _said(widget)
    if said:
        yield "  " * depth + said
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit | QTabBar):
        return
    children = (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
    for child in _in_order([child for child in children if child.isVisible() and not isinstance(child, QScrollBar)]):
        yield from _lines(child, depth + bool(said))


def _in_order(widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield widgets as they are read: what begins above the middle of another one stands in a line with it."""
    line: list[QWidget] = []
    for widget in sorted(widgets, key=QWidget.y):
        if line and widget.y() > line[0].geometry().center().y():
            yield from sorted(line, key=QWidget.x)
            line = []
        line.append(widget)
    yield from sorted(line, key=QWidget.x)


def _said(widget: QWidget) -> str:
    """Return what one widget says; a name for screen readers follows where it differs from what is seen."""
    name, seen = widget.accessibleName(), _seen(widget)
    return f"{seen} {{{name}}}".strip() if name and name not in seen else seen


def _seen(widget: QWidget) -> str:
    """Return what can be seen of one widget; empty for one that only holds others."""
    seen = ""
    if isinstance(widget, QLabel):
        seen = f"{'#' * int(widget.property('level') or 0)} {widget.text()}".strip()
    elif isinstance(widget, QAbstractButton):
        mark = "( )" if isinstance(widget, QRadioButton) else "[ ]" if isinstance(widget, QCheckBox) else "[]"
        seen = f"{mark.replace(' ', 'x') if widget.isChecked() else mark} {widget.text()}".rstrip()
    elif isinstance(widget, QComboBox):
        seen = f"<{widget.currentText()}>"
    elif isinstance(widget, QLineEdit):
        seen = f"_{widget.text() or widget.placeholderText()}_"
    elif isinstance(widget, QPlainTextEdit):
        seen = "_" if widget.isReadOnly() else f"_{widget.toPlainText()}_"
    elif isinstance(widget, QTabBar):
        seen = " | ".join(widget.tabText(index) for index in range(widget.count()))
    return seen
