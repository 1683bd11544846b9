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
from tests.conftest import LONG
from tests.gui.fits import OUT_OF_SIGHT, cuts
from tests.gui.person import Person
from tools.window_tour import Tour, answer_some

THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
USUAL = (1280, 800)
BETWEEN = (110, 125, 175)
"""The sizes of the text that only the long form tries: the short one tries a smaller one and a larger one."""
LARGEST = (Theme.HIGH_CONTRAST, 200)


@pytest.fixture(scope="module")
def tour(shared_tour: Tour) -> Tour:
    answer_some(shared_tour.desktop.session)
    return shared_tour


def all_cuts(tour: Tour) -> list[str]:
    return [f"{place}: {cut}" for place in tour.places() for cut in cuts(tour.desktop.window)]


@pytest.mark.parametrize(
    ("percent", "theme", "sizes"),
    [
        pytest.param(100, Theme.LIGHT, [USUAL], id="100"),
        pytest.param(110, Theme.DARK, [], id="110", marks=LONG),
        pytest.param(125, Theme.HIGH_CONTRAST, [USUAL], id="125", marks=LONG),
        pytest.param(150, Theme.DARK, [(720, 800)], id="150", marks=LONG),
        pytest.param(175, Theme.LIGHT, [USUAL], id="175", marks=LONG),
        pytest.param(200, Theme.HIGH_CONTRAST, [USUAL, (1024, 768)], id="200"),
    ],
)
def test_nothing_is_cut_in_any_place_while_the_text_grows_in_an_open_window(
    tour: Tour, percent: int, theme: Theme, sizes: list[tuple[int, int]]
) -> None:
    """Each in other colours, and every place in windows of these sizes."""
    tour.show("check-in")
    tour.resize(*USUAL)
    tour.apply(theme, percent)
    assert cuts(tour.desktop.window) == []
    for size in sizes:
        tour.resize(*size)
        assert all_cuts(tour) == [], size
        assert tour.desktop.window.size().toTuple() == size


def main_action(tour: Tour) -> QPushButton:
    button = Person(tour.desktop.window).find("to-help-lines")
    assert isinstance(button, QPushButton)
    return button


def test_the_narrowest_window_shows_the_largest_text_with_arrows_beside_its_tabs(tour: Tour) -> None:
    tour.apply(*LARGEST)
    tour.resize(720, 800)
    assert [cut for cut in all_cuts(tour) if OUT_OF_SIGHT not in cut] == []
    assert tour.desktop.window.width() == 720


def test_what_comes_late_is_laid_out_before_anything_is_looked_at(tour: Tour) -> None:
    tour.apply(*LARGEST)
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
    tour.apply(*LARGEST)
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


@pytest.fixture(scope="module")
def keeping(tour: Tour) -> Tour:
    """Return the tour for the last tests here: what is kept and told stays on the pages."""
    tour.resize(*USUAL)
    tour.apply(*LARGEST)
    tour.keep()
    return tour


@pytest.mark.parametrize(
    "theme", [Theme.HIGH_CONTRAST, pytest.param(Theme.DARK, marks=LONG), pytest.param(Theme.LIGHT, marks=LONG)]
)
def test_in_any_colours_nothing_of_the_largest_text_is_cut_and_main_actions_have_only_words(
    keeping: Tour, theme: Theme
) -> None:
    """What fits in one theme fits in all, as tests/gui/services/test_theme.py finds; the long form tries it."""
    keeping.resize(*USUAL)
    keeping.apply(theme, 200)
    assert main_action(keeping).icon().isNull()
    assert all_cuts(keeping) == []


@pytest.mark.parametrize(
    "percent",
    [*(pytest.param(percent, marks=LONG) if percent in BETWEEN else percent for percent in reversed(TEXT_SIZES))],
)
def test_nothing_is_cut_while_the_text_shrinks_in_an_open_window(keeping: Tour, percent: int) -> None:
    keeping.show("check-in")
    keeping.resize(*USUAL)
    keeping.apply(Theme.HIGH_CONTRAST, percent)
    assert cuts(keeping.desktop.window) == []


def test_the_words_of_the_main_actions_have_an_icon_in_any_colours(keeping: Tour) -> None:
    keeping.show("keeping")
    for theme in reversed(THEMES):
        keeping.apply(theme)
        assert not main_action(keeping).icon().isNull(), theme
