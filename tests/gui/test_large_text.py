"""Nothing is cut or lost, however large the text, in a window as small as promised."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from evolve_desktop.settings import TEXT_SIZES, Theme
from tests.gui.fits import OUT_OF_SIGHT, cuts
from tests.gui.person import Person
from tools.window_tour import Tour, answer_some

THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
USUAL = (1280, 800)
SIZES = {100: [USUAL], 125: [USUAL], 150: [(720, 800)], 175: [USUAL], 200: [USUAL, (1024, 768)]}
"""Of the window in which every place is looked at while the text is so large."""


@pytest.fixture(scope="module")
def tour(shared_tour: Tour) -> Tour:
    answer_some(shared_tour.desktop.session)
    return shared_tour


def all_cuts(tour: Tour) -> list[str]:
    return [f"{place}: {cut}" for place in tour.places() for cut in cuts(tour.desktop.window)]


def test_nothing_is_cut_at_any_text_size_while_the_text_grows_and_shrinks_in_an_open_window(tour: Tour) -> None:
    for percent in TEXT_SIZES:
        tour.resize(*USUAL)
        tour.apply(percent=percent)
        assert cuts(tour.desktop.window) == [], percent
        for width, height in SIZES.get(percent, []):
            tour.resize(width, height)
            assert all_cuts(tour) == [], (percent, width, height)
            size = tour.desktop.window.size()
            assert (size.width(), size.height()) == (width, height), percent
    tour.resize(*USUAL)
    for percent in reversed(TEXT_SIZES):
        tour.apply(percent=percent)
        assert cuts(tour.desktop.window) == [], percent


def main_action(tour: Tour) -> QPushButton:
    button = Person(tour.desktop.window).find("to-help-lines")
    assert isinstance(button, QPushButton)
    return button


def test_the_words_of_the_main_actions_have_an_icon_in_any_colours(tour: Tour) -> None:
    for theme in THEMES:
        tour.apply(theme)
        assert not main_action(tour).icon().isNull(), theme


def test_the_narrowest_window_shows_the_largest_text_with_arrows_beside_its_tabs(tour: Tour) -> None:
    tour.apply(percent=200)
    tour.resize(720, 800)
    assert [cut for cut in all_cuts(tour) if OUT_OF_SIGHT not in cut] == []
    assert tour.desktop.window.width() == 720


def test_what_comes_late_is_laid_out_before_anything_is_looked_at(tour: Tour) -> None:
    tour.apply(percent=200)
    said = tour.desktop.window.findChild(QLabel, "keeping-state")
    assert isinstance(said, QLabel)
    words = said.text()

    def say_after(steps: int) -> None:
        if steps:
            QTimer.singleShot(0, said, lambda: say_after(steps - 1))
        else:
            said.setText(f"{words} " * 3)

    for steps in range(1, 8):  # each of them is one of the steps in which layouts settle
        said.setText("")
        tour.settle()
        say_after(steps)
        tour.settle()
        assert cuts(tour.desktop.window) == [], steps
    said.setText(words)


def narrow(widget: QWidget) -> QWidget:
    """Return a widget in another that is too narrow for it."""
    around = QWidget()
    layout = QHBoxLayout(around)
    layout.addWidget(widget)
    widget.setFixedWidth(20)
    return around


@pytest.mark.parametrize("make", [lambda: QLabel("many words"), lambda: QPushButton("many words")])
def test_a_cut_would_be_found(make: Callable[[], QWidget], meet: Callable[[QWidget], Person]) -> None:
    assert cuts(meet(narrow(make())).window)


def test_a_word_too_long_for_its_label_would_be_found(meet: Callable[[QWidget], Person]) -> None:
    label = QLabel("incomprehensibilities")
    label.setWordWrap(True)
    assert cuts(meet(narrow(label)).window)


def test_a_text_without_its_last_line_would_be_found(meet: Callable[[QWidget], Person]) -> None:
    label = QLabel("many words " * 60)
    label.setWordWrap(True)
    label.setFixedHeight(30)
    around = QWidget()
    QHBoxLayout(around).addWidget(label)
    assert cuts(meet(around).window)


def test_a_page_that_goes_on_sideways_would_be_found(meet: Callable[[QWidget], Person]) -> None:
    area = QScrollArea()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    inner.resize(3000, 10)
    area.setWidget(inner)
    around = QWidget()
    QHBoxLayout(around).addWidget(area)
    assert cuts(meet(around).window)


def test_a_tab_out_of_sight_would_be_found(meet: Callable[[QWidget], Person]) -> None:
    bar = QTabBar()
    for index in range(60):
        bar.addTab(f"Room {index}")
    around = QWidget()
    QHBoxLayout(around).addWidget(bar)
    assert cuts(meet(around).window)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_menus_and_buttons_share_a_row_as_long_as_they_fit(
    tour: Tour, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    for _ in tour.places():
        break  # from wherever it was left to the tabs
    qapp.setLayoutDirection(direction)
    tour.apply(percent=200)
    tour.resize(720, 800)
    bar = tour.desktop.window.findChild(QMenuBar)
    hide = tour.desktop.window.findChild(QPushButton, "hide")
    assert isinstance(bar, QMenuBar)
    assert isinstance(hide, QPushButton)
    is_whole = all(bar.rect().contains(bar.actionGeometry(menu)) for menu in bar.actions())
    heights = [widget.mapTo(tour.desktop.window, widget.rect().center()).y() for widget in (bar, hide)]
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert is_whole
    assert abs(heights[0] - heights[1]) <= 1


@pytest.mark.parametrize("theme", THEMES)
def test_in_any_colours_nothing_of_the_largest_text_is_cut_and_main_actions_have_only_words(
    tour: Tour, theme: Theme
) -> None:
    """The last ones here: what is kept and told stays on the pages."""
    tour.resize(1280, 800)
    tour.apply(theme, 200)
    if theme is THEMES[0]:
        tour.keep()
    tour.show("check-in")
    assert main_action(tour).icon().isNull()
    assert all_cuts(tour) == []
