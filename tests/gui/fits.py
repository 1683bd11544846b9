"""Whether everything that is shown has the room that its words need."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QScrollArea, QTabBar, QTableWidget, QWidget

OUT_OF_SIGHT = "out of sight without its arrows: the tab"
_SPACE = re.compile(r"[\s\u200b]+")
_MIRRORED = 1
"""Qt places the pane of a splitter one pixel too far to the right where everything is mirrored."""


def cuts(window: QWidget, widgets: Iterable[QWidget] | None = None) -> list[str]:
    """Return a line for each widget that is too small for what it says, or not wholly within what holds it.

    It looks at these widgets, or at all that are shown.
    """
    looked_at = shown(window) if widgets is None else widgets
    return [f"{_called(widget)}: {fault}" for widget in looked_at for fault in _faults(widget)]


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of a window that can be seen, or could be by scrolling; what is in a hidden one never can."""
    for child in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield child
            yield from shown(child)


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} “{words[:40]}”"


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTableWidget):
        yield from _table_faults(widget)
    elif isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None and inner.width() > widget.viewport().width():
            yield f"{inner.width()} wide in {widget.viewport().width()}"
    elif isinstance(widget, QTabBar):
        yield from _tab_faults(widget)
    elif isinstance(widget, QLabel) and widget.text():
        yield from _label_faults(widget)
    elif isinstance(widget, QAbstractButton | QComboBox | QLineEdit) and not isinstance(widget.parent(), QTabBar):
        yield from _size_faults(widget)
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
        yield from _place_faults(widget)


def _tab_faults(bar: QTabBar) -> Iterator[str]:
    inside = bar.rect()
    for index in range(bar.count()):
        place = bar.tabRect(index)
        if place.left() < inside.left() or place.right() > inside.right():
            yield f"{OUT_OF_SIGHT} “{bar.tabText(index)}” ends at {place.right()} of {bar.width()}"
        if bar.fontMetrics().horizontalAdvance(bar.tabText(index)) > place.width():
            yield f"the tab “{bar.tabText(index)}” is cut"


def _table_faults(table: QTableWidget) -> Iterator[str]:
    """Look for columns out of sight, and for words that a column or a row has no room for."""
    header = table.horizontalHeader()
    if header.length() > table.viewport().width():
        yield f"its columns are {header.length()} wide in {table.viewport().width()}"
    titles = [(header.height(), column, table.horizontalHeaderItem(column)) for column in range(table.columnCount())]
    rows, columns = range(table.rowCount()), range(table.columnCount())
    cells = [(table.rowHeight(row), column, table.item(row, column)) for row in rows for column in columns]
    for fonts, texts in ((header.fontMetrics(), titles), (table.fontMetrics(), cells)):
        for height, column, text in texts:
            area = QRect(0, 0, table.columnWidth(column), height)
            words = text.text() if text else ""
            needs = fonts.boundingRect(area, Qt.TextFlag.TextWordWrap.value, words)
            if needs.width() > area.width() or needs.height() > height:
                yield f"{area.size().toTuple()}, but {needs.size().toTuple()} is what “{words}” needs"


def _label_faults(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _size_faults(label)
        return
    height, needs = label.height(), label.heightForWidth(label.width())
    if height < needs:
        yield f"{height} high, but its text needs {needs}"
    width, fonts = label.contentsRect().width(), label.fontMetrics()
    if width < fonts.horizontalAdvance(label.text()):  # else no word of it is too long
        longest = max(fonts.horizontalAdvance(word) for word in _SPACE.split(label.text()))
        if width < longest:
            yield f"{width} wide, but a word needs {longest}"


def _size_faults(widget: QWidget) -> Iterator[str]:
    wanted = widget.minimumSizeHint() if isinstance(widget, QLineEdit) else widget.sizeHint()
    if widget.width() < wanted.width() or widget.height() < wanted.height():
        yield f"{widget.width()} by {widget.height()}, but it needs {wanted.width()} by {wanted.height()}"


def _place_faults(widget: QWidget) -> Iterator[str]:
    """Look at every widget around this one: only up and down may it go on, in what scrolls."""
    place, around = widget.geometry(), widget.parentWidget()
    while around is not None:
        outer = around.parentWidget()
        scrolls = isinstance(outer, QScrollArea)
        if place.left() < 0 or place.right() >= around.width() + _MIRRORED:
            yield f"from {place.left()} to {place.right()} in {around.width()} of {_called(around)}"
            return
        if not scrolls and (place.top() < 0 or place.bottom() >= around.height()):
            yield f"from {place.top()} down to {place.bottom()} in {around.height()} of {_called(around)}"
            return
        if scrolls or around.isWindow():
            return
        place.translate(around.pos())
        around = outer
