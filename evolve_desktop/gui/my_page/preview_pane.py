"""The right half of My page: an exact preview of the pages, a footer with buttons, and the splitter."""

import msgspec
from PySide6.QtCore import QByteArray, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.announcements import announce, show_and_announce
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.card import Card
from evolve_desktop.gui.widgets.flow_layout import FlowLayout, column
from evolve_desktop.gui.widgets.labels import button, label, set_style_class
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_GAP = 16


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
            top += height + _GAP

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
        self._is_whole = False
        self._sheets = _Sheets()
        set_style_class(self._sheets, "column")
        self.setWidget(self._sheets)

    def show_pages(self, pages: tuple[bytes, ...], text: str) -> None:
        """Draw these SVG documents."""
        self._sheets.renderers = [QSvgRenderer(QByteArray(page)) for page in pages]
        self.setAccessibleDescription(text)
        self._fit()

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as the pages, for a page that scrolls them, or scroll them here."""
        self._is_whole = whole
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages as wide as there is space."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sheets.fit(self.viewport().width())
        self.setMinimumHeight(self._sheets.minimumHeight() if self._is_whole else 0)


class PreviewFooter(QFrame):
    """Buttons to save, print and copy, and the result; the session holds the choice to use more than one side."""

    print_requested = Signal()
    save_requested = Signal()
    copy_requested = Signal()

    def __init__(self, before_hand_over: str, session: Session) -> None:
        super().__init__()
        self._session = session
        set_style_class(self, "foot")
        self._long = Card("notice")
        self._sides = label("", "strong")
        self._sides.setObjectName("sides")
        self._more = wrapped_check("more-pages", self.tr("That is fine: use more than one side."))
        self._more.clicked.connect(self._on_more)
        self._long.add(self._sides, self._more)
        self._hand_over = label(before_hand_over, "small")
        self._told = label("", "strong")
        self._told.setObjectName("told")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 12)
        for widget in (self._long, self._told, self._hand_over):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        self._long.hide()
        self._told.hide()

    def tell(self, sentence: str) -> None:
        """Show and announce a result; hide it if the sentence is empty."""
        show_and_announce(self._told, sentence)

    def show_sharing_advice(self, *, shown: bool) -> None:
        """Show the advice before handing over, which only the page for the therapist needs."""
        self._hand_over.setVisible(shown)

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

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        for text, name, signal in (
            (self.tr("Save as PDF…"), "save-pdf", self.save_requested),
            (self.tr("Print…"), "print", self.print_requested),
            (self.tr("Copy as text"), "copy-text", self.copy_requested),
        ):
            widget = button(text, name, signal)
            widget.setProperty("primary", name == "save-pdf")
            row.addWidget(widget)
        return row

    def _on_more(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, more_pages=self._more.is_checked))


_NARROWEST = 110  # characters
_LOWEST = 30  # lines


class PreviewPane(QSplitter):
    """Form and preview beside or above each other; if both are cramped, the preview becomes the end of the form.

    The limits follow the text size. The footer is always in sight.
    """

    def __init__(self, form: ScrollPage, preview: PagePreview, footer: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._form = form
        self._preview = preview
        result = QWidget()
        self._result = column(result, spacing=0)
        self._result.addWidget(preview, stretch=1)
        self._result.addWidget(footer)
        self.addWidget(form)
        self.addWidget(result)
        form.lower()  # a splitter lowers the widget added last: a screen reader would begin with it
        self.setSizes([1000, 1000])  # shares, not pixels: both halves alike

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the splitter and move the preview as the size requires."""
        metrics = self.fontMetrics()
        is_narrow = event.size().width() < _NARROWEST * metrics.averageCharWidth()
        is_low = event.size().height() < _LOWEST * metrics.lineSpacing()
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        self._move_preview(into_form=is_narrow and is_low)
        if wanted != self.orientation():
            self.setOrientation(wanted)
        super().resizeEvent(event)

    def _move_preview(self, *, into_form: bool) -> None:
        is_in_form = self._form.isAncestorOf(self._preview)
        if into_form and not is_in_form:
            self._form.body.addWidget(self._preview)
            self.setSizes([1000, 0])  # all but the footer
        elif is_in_form and not into_form:
            self._result.insertWidget(0, self._preview, stretch=1)
            self.setSizes([1000, 1000])
        self._preview.show_whole(whole=into_form)
