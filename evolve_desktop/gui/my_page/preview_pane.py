"""A picture of the pages exactly as they will be printed."""

import msgspec
from PySide6.QtCore import QByteArray, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from evolve_desktop.checkin.session import Session
from evolve_desktop.gui.widgets.announcements import announce, show_and_announce
from evolve_desktop.gui.widgets.buttons import wrapped_check
from evolve_desktop.gui.widgets.flow_layout import FlowLayout
from evolve_desktop.gui.widgets.labels import card_frame, label, set_style_class
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

_GAP = 16


class _Sheets(QWidget):
    """The pages under each other, as wide as there is room."""

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
        """Start without a page."""
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
        """Be as high as the pages are, for a column that scrolls them, or scroll them here."""
        self._is_whole = whole
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sheets.fit(self.viewport().width())
        self.setMinimumHeight(self._sheets.minimumHeight() if self._is_whole else 0)


class PreviewFooter(QFrame):
    """Asks for what its buttons say, and tells what came of it."""

    print_requested = Signal()
    save_requested = Signal()
    copy_requested = Signal()

    def __init__(self, before_hand_over: str, session: Session) -> None:
        """Take what to know before a page is handed over, and the session that holds the choice of more sides."""
        super().__init__()
        self._session = session
        set_style_class(self, "foot")
        self._long, inside = card_frame("notice")
        self._sides = label("", "strong")
        self._sides.setObjectName("sides")
        self._more = wrapped_check("more-pages", self.tr("That is fine: use more than one side."))
        self._more.clicked.connect(self._on_more)
        inside.addWidget(self._sides)
        inside.addWidget(self._more)
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
        """Say what was done, or why it could not be; nothing for an empty sentence."""
        show_and_announce(self._told, sentence)

    def show_hand_over(self, *, shown: bool) -> None:
        """Say what to know before handing over, beside the one sheet that is meant for that."""
        self._hand_over.setVisible(shown)

    def show_sides(self, count: int, *, is_long: bool) -> None:
        """Say how many sides there are where that is more than usual, and let the person choose."""
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
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("primary", name == "save-pdf")
            button.clicked.connect(signal)
            row.addWidget(button)
        return row

    def _on_more(self) -> None:
        plan = self._session.check_in.plan
        self._session.plan(msgspec.structs.replace(plan, more_pages=self._more.is_checked))


_NARROWEST = 110  # characters
_LOWEST = 30  # lines


class PreviewPane(QSplitter):
    """The border can be moved. Where there is room for neither, the preview ends the form and both scroll as one.

    How much room is little follows the size of the text. The foot is always in sight.
    """

    def __init__(self, form: ScrollPage, preview: PagePreview, foot: QWidget) -> None:
        """Take the parts; they begin side by side."""
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._form = form
        self._preview = preview
        result = QWidget()
        self._result = QVBoxLayout(result)
        self._result.setContentsMargins(0, 0, 0, 0)
        self._result.setSpacing(0)
        self._result.addWidget(preview, stretch=1)
        self._result.addWidget(foot)
        self.addWidget(form)
        self.addWidget(result)
        form.lower()  # a splitter puts what is added last below: a screen reader would begin with it
        self.setSizes([1000, 1000])  # shares, not pixels: both halves alike

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the panes, and move the preview, where the room asks for it."""
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
            self.setSizes([1000, 0])  # all but what the foot needs
        elif is_in_form and not into_form:
            self._result.insertWidget(0, self._preview, stretch=1)
            self.setSizes([1000, 1000])
        self._preview.show_whole(whole=into_form)
