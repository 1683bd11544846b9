"""A column stays as narrow as it is read well, in the middle, and keeps the reader's place."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop.gui.widgets.labels import label
from evolve_desktop.gui.widgets.scroll_page import ScrollPage

WORDS = "Trust forms the foundation of this relationship, allowing you to open up and be honest. " * 12

Build = Callable[[int | None, int], tuple[ScrollPage, list[QLabel]]]


@pytest.fixture(autouse=True)
def plain_app(qapp: QApplication) -> None:
    """Measure with the system's font, whatever a test before has left."""
    qapp.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))


@pytest.fixture
def build(qtbot: QtBot) -> Build:
    def built(widest: int | None, width: int) -> tuple[ScrollPage, list[QLabel]]:
        column = ScrollPage("Page", widest)
        qtbot.addWidget(column)
        labels = [label(f"{number}. {WORDS}") for number in range(12)]
        for widget in labels:
            column.body.addWidget(widget)
        column.body.addStretch(1)
        column.resize(width, 300)
        with qtbot.waitExposed(column):
            column.show()
        return column, labels

    return built


def characters_in(widget: QLabel) -> float:
    """Return how many characters of ordinary words stand in one line."""
    return widget.width() * len(WORDS) / widget.fontMetrics().horizontalAdvance(WORDS)


def top_in(column: ScrollPage, widget: QLabel) -> int:
    return widget.mapTo(column.viewport(), widget.rect().topLeft()).y()


def test_a_wide_window_leaves_the_ground_on_both_sides(build: Build) -> None:
    column, (first, *_) = build(72, 1600)
    assert 60 <= characters_in(first) <= 75
    right = column.viewport().width() - first.geometry().right() - 1
    assert first.x() > 300
    assert abs(first.x() - right) <= 1


def test_a_narrow_window_is_used_in_full(build: Build) -> None:
    column, (first, *_) = build(72, 360)
    assert first.x() == 20
    assert first.geometry().right() + 1 == column.viewport().width() - 20


def test_a_column_without_a_limit_is_as_wide_as_the_window(build: Build) -> None:
    column, (first, *_) = build(None, 1600)
    assert first.width() == column.viewport().width() - 40


def test_the_column_grows_with_the_text(build: Build, qtbot: QtBot) -> None:
    column, (first, *_) = build(72, 2000)
    before = first.width()
    font = QFont(column.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    column.setFont(font)
    qtbot.waitUntil(lambda: first.width() > 1.8 * before)
    assert 60 <= characters_in(first) <= 75


def test_reveal_brings_a_widget_to_the_top(build: Build) -> None:
    column, labels = build(72, 900)
    column.reveal(labels[5])
    assert 0 <= top_in(column, labels[5]) <= 20


def test_reveal_goes_as_far_as_the_page_goes(build: Build) -> None:
    column, labels = build(72, 900)
    column.reveal(labels[-1])
    assert column.verticalScrollBar().value() == column.verticalScrollBar().maximum()
    assert not labels[-1].visibleRegion().isEmpty()


def test_what_is_in_sight_is_not_scrolled(build: Build) -> None:
    column, labels = build(72, 900)
    column.reveal(labels[5])
    before = column.verticalScrollBar().value()
    column.bring_near(labels[5], 0.4)
    assert column.verticalScrollBar().value() == before


def test_a_line_out_of_sight_is_brought_into_the_middle(build: Build) -> None:
    column, labels = build(72, 300)
    for share in (0.0, 0.5, 1.0):
        column.reveal(labels[0])
        column.bring_near(labels[6], share)
        line = top_in(column, labels[6]) + share * labels[6].height()
        assert abs(line - column.viewport().height() / 2) <= 2


def test_the_same_words_stay_at_the_top_when_the_text_size_changes(build: Build, qtbot: QtBot) -> None:
    column, labels = build(72, 500)
    column.reveal(labels[6])
    before = labels[6].height()
    font = QFont(column.font())
    font.setPointSizeF(font.pointSizeF() * 1.5)
    column.setFont(font)
    qtbot.waitUntil(lambda: labels[6].height() > before)
    qtbot.waitUntil(lambda: 0 <= top_in(column, labels[6]) <= 40)


def test_the_same_words_stay_at_the_top_when_the_window_narrows(build: Build) -> None:
    column, labels = build(72, 600)
    column.reveal(labels[6])
    column.resize(320, 300)
    assert 0 <= top_in(column, labels[6]) <= 40


def test_the_start_of_a_page_stays_in_sight_when_the_window_narrows(build: Build) -> None:
    column, labels = build(72, 600)
    column.resize(320, 300)
    assert column.verticalScrollBar().value() == 0
    assert top_in(column, labels[0]) == 12


@pytest.mark.parametrize("width", [300, 900])
def test_nothing_but_the_margin_stands_below_the_end(build: Build, width: int) -> None:
    column, labels = build(72, width)
    column.verticalScrollBar().setValue(column.verticalScrollBar().maximum())
    below = column.viewport().height() - top_in(column, labels[-1]) - labels[-1].height()
    assert 28 <= below <= 60


def test_what_is_wanted_at_the_top_stays_wanted_while_the_text_size_changes(build: Build, qtbot: QtBot) -> None:
    column, labels = build(72, 500)
    column.reveal(labels[2])
    font = QFont(column.font())
    font.setPointSizeF(font.pointSizeF() * 1.5)
    column.setFont(font)
    column.reveal(labels[7])
    qtbot.waitUntil(lambda: 0 <= top_in(column, labels[7]) <= 20)


def test_a_page_whose_widgets_changed_while_it_was_hidden_still_opens(build: Build, qtbot: QtBot) -> None:
    column, labels = build(72, 500)
    column.hide()
    column.reveal(labels[7])
    column.body.removeWidget(labels[7])
    labels[7].deleteLater()
    qtbot.waitUntil(lambda: not Shiboken.isValid(labels[7]))
    column.show()
    qtbot.waitUntil(lambda: not labels[0].visibleRegion().isEmpty())


def test_what_stood_at_the_top_may_be_moved_out_of_the_page(build: Build) -> None:
    column, labels = build(72, 500)
    column.reveal(labels[7])
    column.hide()
    column.reveal(labels[7])
    elsewhere = QWidget()
    labels[7].setParent(elsewhere)
    column.resize(400, 300)
    column.show()
    assert not labels[6].visibleRegion().isEmpty()


def test_a_line_stays_where_it_is_when_lines_above_it_go(build: Build) -> None:
    column, labels = build(None, 400)
    bar = column.verticalScrollBar()
    bar.setValue(labels[6].y() - 100)
    scroll = column.hold_still(labels[6])
    labels[2].hide()
    scroll(())
    assert labels[6].y() - bar.value() == 100


def test_what_has_opened_is_scrolled_into_sight_and_no_further(build: Build, qtbot: QtBot) -> None:
    column, labels = build(None, 2000)
    bar = column.verticalScrollBar()
    column.hold_still(None)(labels[0:1])
    assert bar.value() == 0
    column.hold_still(None)(labels[8:9])
    end = labels[8].geometry().bottom()
    assert end < bar.value() + column.viewport().height() < end + 20
    column.hold_still(None)(labels[3:])  # higher than the page
    qtbot.waitUntil(lambda: 0 < labels[3].y() - bar.value() < 20)


def test_a_scroll_that_is_asked_for_ends_another_that_is_not_done(build: Build, qtbot: QtBot) -> None:
    column, labels = build(None, 400)
    column.hold_still(None)(labels[8:9])
    column.go_to_start()
    for _ in range(6):
        qtbot.wait(0)
    assert column.verticalScrollBar().value() == 0


class AskedLabel(QLabel):
    """Counts how often it is asked for its height."""

    asked = 0

    def heightForWidth(self, width: int) -> int:
        self.asked += 1
        return super().heightForWidth(width)


def test_a_page_out_of_sight_is_laid_out_when_it_is_shown(build: Build, qtbot: QtBot) -> None:
    column, _ = build(None, 400)
    text = AskedLabel(WORDS)
    text.setWordWrap(True)
    column.body.insertWidget(0, text)
    qtbot.waitUntil(lambda: text.height() == text.heightForWidth(text.width()) > 0)
    before, text.asked = text.height(), 0
    column.hide()
    column.setStyleSheet("QLabel { font-size: 30pt; }")
    assert text.asked == 0
    column.show()
    qtbot.waitUntil(lambda: text.height() == text.heightForWidth(text.width()) > before)
    assert column.verticalScrollBar().maximum() > text.height()
