"""The exact preview of the sheet."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea, QWidget

from evolve_desktop.gui.widgets.labels import set_role

_GAP = 16
_HALF, _DIMMED = 128, 50


class _Sheets(QWidget):
    """Draws the pages under each other, as wide as there is space.

    The scroll area asks for the height at a width, and knows that a scroll bar takes some of that.
    """

    def __init__(self) -> None:
        super().__init__()
        self.renderers: list[QSvgRenderer] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(renderer, width) + _GAP for renderer in self.renderers) + _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = _GAP
        for renderer in self.renderers:
            height = self._height(renderer, self.width())
            area = QRectF(_GAP, top, self.width() - 2 * _GAP, height)
            if area.intersects(QRectF(event.rect())):
                painter.fillRect(area, Qt.GlobalColor.white)
                renderer.render(painter, area)
                painter.fillRect(area, self._veil())
            top += height + _GAP

    def _veil(self) -> QColor:
        """Return what dims the white sheet in a dark window, not in one of high contrast, which is black."""
        ground = self.palette().window().color()
        return QColor(0, 0, 0, _DIMMED if 0 < ground.lightness() < _HALF else 0)

    def _height(self, renderer: QSvgRenderer, width: int) -> int:
        size = renderer.viewBoxF().size()
        return max(0, int((width - 2 * _GAP) * size.height() / size.width()))


class PagePreview(QScrollArea):
    """Shows SVG pages; its description holds the same words for a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Preview of the page"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sheets = _Sheets()
        set_role(self._sheets, "column")
        self.setWidget(self._sheets)

    def show_pages(self, pages: tuple[bytes, ...], text: str) -> None:
        """Draw these SVG documents."""
        self._sheets.renderers = [QSvgRenderer(QByteArray(page)) for page in pages]
        self.setAccessibleDescription(text)
        self._sheets.updateGeometry()
        self._sheets.update()
