"""The exact preview of the sheet, and the bar below My page."""

import msgspec
from PySide6.QtCore import QByteArray, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.announcements import announce
from evolve_desktop.gui.widgets.bottom_bar import BottomBar
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.labels import label, set_style_class

_GAP = 16
_HALF, _DIMMED = 128, 50


class _Sheets(QWidget):
    """Draws the pages under each other, as wide as there is space."""

    def __init__(self) -> None:
        super().__init__()
        self.renderers: list[QSvgRenderer] = []

    def fit(self, width: int) -> None:
        heights = [self._height(renderer, width) + _GAP for renderer in self.renderers]
        self.setMinimumHeight(sum(heights) + _GAP)
        self.update()

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
        """Return what dims the white sheet in a dark window; what is printed stays white."""
        ground = self.palette().window().color()
        return QColor(0, 0, 0, _DIMMED if ground.lightness() < _HALF else 0)

    def _height(self, renderer: QSvgRenderer, width: int) -> int:
        size = renderer.viewBoxF().size()
        return int((width - 2 * _GAP) * size.height() / size.width())


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
        set_style_class(self._sheets, "column")
        self.setWidget(self._sheets)

    def show_pages(self, pages: tuple[bytes, ...], text: str) -> None:
        """Draw these SVG documents."""
        self._sheets.renderers = [QSvgRenderer(QByteArray(page)) for page in pages]
        self.setAccessibleDescription(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages as wide as there is space."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sheets.fit(self.viewport().width())


class PageBar(BottomBar):
    """Copies, saves and prints the document shown, and tells the result; the session holds the choice of more sides.

    `paper_requested` comes from the button that a narrow window has in the place of the paper.
    """

    paper_requested = Signal()
    reflection_requested = Signal()
    print_requested = Signal()
    save_requested = Signal()
    copy_requested = Signal()

    def __init__(self, before_hand_over: str, session: Session) -> None:
        super().__init__()
        quiet = [
            (self.tr("See the paper"), "see-paper", self.paper_requested),
            (self.tr("What this says back"), "page-to-reflection", self.reflection_requested),
            (self.tr("Copy as text"), "copy-text", self.copy_requested),
        ]
        usual = [
            (self.tr("Save as PDF…"), "save-pdf", self.save_requested),
            (self.tr("Print…"), "print", self.print_requested),
        ]
        self._see_paper, *_ = self.add_ways(quiet, usual)
        self._session = session
        self._before_hand_over = before_hand_over
        self._long = Card("notice")
        self._sides = label("", "strong")
        self._sides.setObjectName("sides")
        self._more = wrapped_check("more-pages", self.tr("That is fine: use more than one side."))
        self._more.clicked.connect(self._on_more)
        self._long.add(self._sides, self._more)
        self._long.hide()
        self.body.insertWidget(0, self._long)

    def offer_paper(self, *, offered: bool) -> None:
        """Offer the way to the paper, where it does not stand beside."""
        self._see_paper.setVisible(offered)

    def show_sharing_advice(self, *, shown: bool) -> None:
        """Show the advice before handing over, which only the page for the therapist needs."""
        self.show_words(self._before_hand_over if shown else "")

    def show_sides(self, count: int, *, is_long: bool) -> None:
        """Say how many sides there are if there are more than usual, and let the person choose."""
        self._sides.setText(
            self.tr("This takes %n sides of paper. Nothing is cut. A shorter page is easier to talk about.", "", count)
        )
        self._more.show_checked(checked=self._session.check_in.plan.more_pages)
        has_become_long = is_long and self._long.isHidden()
        self._long.setVisible(is_long)
        if has_become_long:
            announce(self._sides, self._sides.text())

    def _on_more(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, more_pages=self._more.is_checked))
