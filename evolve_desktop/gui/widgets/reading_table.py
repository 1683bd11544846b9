"""A table of texts as high as its rows: a table to a screen reader too, whose cells the arrow keys visit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

_FIRST_SHARE = 2
"""How wide the first column is, in widths of another one."""
_BORDER, _PADDING = 2, 6
_TOP = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_WRAPPED = Qt.AlignmentFlag(Qt.AlignmentFlag.AlignLeading.value | Qt.AlignmentFlag.AlignTop.value | 0x1000)
"""With `Qt.TextFlag.TextWordWrap`, which a header takes among its alignments."""


class ReadingTable(QTableWidget):
    """Shows rows of texts that wrap, to be read only; Tab comes here and goes on."""

    def __init__(self, accessible_name: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)  # else Qt pushes the last column out where the text is large
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(_WRAPPED)

    def show_rows(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows under a header."""
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(header))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(_TOP)
                self.setItem(row, column, cell)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(super().sizeHint().width(), self.horizontalHeader().height() + rows + 2 * _BORDER)

    def minimumSizeHint(self) -> QSize:
        """Return a width that any window has, and the height of all rows."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        shares = _FIRST_SHARE + self.columnCount() - 1
        width = self.viewport().width() // max(1, shares)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, width if column else _FIRST_SHARE * width)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + _PADDING)
        self.horizontalHeader().setFixedHeight(self._header_height())
        self.updateGeometry()

    def _header_height(self) -> int:
        """Return the height that the header's texts take when they wrap."""
        metrics, tallest = self.horizontalHeader().fontMetrics(), 0
        for column in range(self.columnCount()):
            cell = self.horizontalHeaderItem(column)
            area = QRect(0, 0, self.columnWidth(column) - 2 * _PADDING, 10_000)
            if cell is not None:
                text = metrics.boundingRect(area, Qt.TextFlag.TextWordWrap.value, cell.text())
                tallest = max(tallest, text.height())
        return tallest + 2 * _PADDING
