"""A view out of sight is left as it looks, and follows the style of its window when it is shown."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.gui.widgets.flow_layout import column
from evolve_desktop.gui.widgets.lazy_view import LazyView, unstyled_out_of_sight
from evolve_desktop.gui.widgets.scroll_page import ScrollPage
from evolve_desktop.gui.widgets.text_layout import TextLayout

WORDS = "Trust forms the foundation of this relationship. " * 40
SMALL, LARGE = "QLabel { color: #112233; font-size: 10pt; }", "QLabel { color: #445566; font-size: 20pt; }"


class Looks(QObject):
    """Counts how often a text was told of another style, and notes how it looks whenever it is painted."""

    def __init__(self, text: QLabel) -> None:
        super().__init__(text)
        self._text = text
        self.styled = 0
        self.painted: list[tuple[str, float, int]] = []
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.styled += event.type() == QEvent.Type.StyleChange
        if event.type() == QEvent.Type.Paint:
            self.painted.append(looks(self._text))
        return super().eventFilter(watched, event)


@pytest.fixture
def pages(qtbot: QtBot) -> QStackedWidget:
    """Two pages that were both seen, the first in front."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for _ in range(2):
        stack.addWidget(LazyView(_page))
    stack.setStyleSheet(SMALL)
    stack.resize(400, 300)
    with qtbot.waitExposed(stack):
        stack.show()
    for place in (1, 0):
        stack.setCurrentIndex(place)
        qtbot.waitUntil(lambda: all(map(is_laid_out, filter(QLabel.isVisible, stack.findChildren(QLabel)))))
    return stack


class Asked(TextLayout):
    """Notes the widths at which it is asked for its height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widths: list[int] = []

    def _height_at(self, width: int) -> int:
        self.widths.append(width)
        return super()._height_at(width)


def test_a_view_is_laid_out_for_the_room_that_there_is_and_for_no_other(qtbot: QtBot) -> None:
    window, stack, built = QWidget(), QStackedWidget(), list[Asked]()

    def build() -> ScrollPage:
        page, rows = _page(), QWidget()
        built.append(Asked(rows))
        built[0].addWidget(QLabel(WORDS, wordWrap=True))
        page.add(rows)
        return page

    qtbot.addWidget(window)
    column(window).addWidget(stack)
    for view in (QWidget(), LazyView(build)):
        stack.addWidget(view)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    stack.setCurrentIndex(1)
    (layout,) = built
    qtbot.waitUntil(lambda: 0 < layout.geometry().width() < stack.width())
    assert set(layout.widths) == {layout.geometry().width()}


def test_in_the_middle_of_a_change_of_style_nothing_is_laid_out(qtbot: QtBot) -> None:
    window, page, rows = QWidget(), _page(), QWidget()
    asked, text = Asked(rows), QLabel(WORDS, wordWrap=True)
    asked.addWidget(text)
    page.add(rows)
    column(window).addWidget(page)
    qtbot.addWidget(window)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: is_laid_out(text))
    asked.widths.clear()
    window.setUpdatesEnabled(False)
    window.setStyleSheet("QLabel { font-size: 20pt } QScrollBar { width: 40px }")
    window.setUpdatesEnabled(True)
    assert asked.widths == []
    qtbot.waitUntil(lambda: bool(asked.widths) and is_laid_out(text))
    assert asked.geometry().width() < 340


def _page() -> ScrollPage:
    page = ScrollPage("Page")
    text = QLabel(WORDS)
    text.setWordWrap(True)
    page.add(text)
    return page


def is_laid_out(text: QLabel) -> bool:
    return text.height() == text.heightForWidth(text.width())


def looks(text: QLabel) -> tuple[str, float, int]:
    return text.palette().windowText().color().name(), text.font().pointSizeF(), text.height()


def test_a_view_out_of_sight_is_styled_when_it_is_shown(pages: QStackedWidget, qtbot: QtBot) -> None:
    hidden, seen = sorted(pages.findChildren(QLabel), key=QLabel.isVisible)
    before, looks_of_hidden = looks(hidden), Looks(hidden)
    views = [view for view in map(pages.widget, range(2)) if isinstance(view, LazyView)]
    with unstyled_out_of_sight(views):
        pages.setStyleSheet(LARGE)
    qtbot.waitUntil(lambda: is_laid_out(seen) and seen.height() > 2 * before[2])
    assert looks(seen)[:2] == ("#445566", 20)
    assert looks(hidden) == before
    assert looks_of_hidden.styled == 0
    pages.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(looks_of_hidden.painted))
    assert looks_of_hidden.painted[0] == looks(seen)  # it was never painted as it was before
    pages.setCurrentIndex(0)
    pages.setCurrentIndex(1)
    assert looks_of_hidden.styled == 1
