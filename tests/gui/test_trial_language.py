"""In the trial language, whose words are longer, nothing is left in English and nothing is cut."""

import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenuBar, QTabBar, QWidget

from evolve_desktop import resource_paths
from tests.conftest import LONG
from tests.gui.conftest import shown_window
from tests.gui.fits import OUT_OF_SIGHT, cuts, shown
from tests.gui.person import Answers, Person
from tools.translations import make_pseudo, words_of, written
from tools.window_tour import Tour, answer_some


@pytest.fixture(scope="module")
def tour(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    """Return the tour through a window in the trial language."""
    translator = QTranslator()
    assert translator.load(str(make_pseudo(tmp_path_factory.mktemp("i18n"), written())))
    qapp.installTranslator(translator)
    with shown_window(qapp, Answers(), tmp_path_factory.mktemp("window")) as desktop:
        answer_some(desktop.session)
        yield Tour(qapp, desktop)
    qapp.removeTranslator(translator)


def test_no_english_of_the_source_is_left_in_the_window_and_longer_words_are_not_cut(tour: Tour) -> None:
    english = {text for _, text, _ in words_of("en").entries()}
    bar = tour.desktop.window.findChild(QMenuBar)
    assert isinstance(bar, QMenuBar)
    heard = {action.text() for action in bar.findChildren(QAction)}
    cut = []
    for place in tour.places():
        widgets = list(shown(tour.desktop.window))
        heard.update(said(widgets))
        cut += [f"{place}: {fault}" for fault in cuts(tour.desktop.window, widgets)]
    assert (tour.desktop.window.width(), tour.desktop.preferences.settings.text_percent) == (1280, 100)
    assert cut == []
    assert len([words for words in heard if words.startswith("[")]) > 60
    assert heard & english - set(words_of_the_content()) == set()


def words_of_the_content() -> Iterator[str]:
    """Yield every text in the content."""
    for path in sorted(resource_paths.content_pack().glob("*.toml")):
        yield from re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8"))


def said(widgets: Iterable[QWidget]) -> Iterator[str]:
    """Yield every word of these to be seen or heard."""
    for widget in widgets:
        yield widget.accessibleName()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(index) for index in range(widget.count()))


@pytest.mark.parametrize(("width", "percent"), [(720, 100), pytest.param(1280, 200, marks=LONG)])
def test_longer_words_are_not_cut_in_a_narrow_window_or_in_the_largest_text(
    tour: Tour, width: int, percent: int
) -> None:
    tour.apply(percent=percent)
    tour.resize(width, 800)
    found = [f"{place}: {cut}" for place in tour.places() for cut in cuts(tour.desktop.window)]
    assert [cut for cut in found if OUT_OF_SIGHT not in cut] == []


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_menu_can_be_seen_with_longer_words(
    tour: Tour, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    for _ in tour.places():
        break  # from wherever it was left to the tabs
    qapp.setLayoutDirection(direction)
    tour.apply(percent=200)
    below = []
    for width in (720, 1280, 720):
        tour.resize(width, 800)
        bar = tour.desktop.window.findChild(QMenuBar)
        assert isinstance(bar, QMenuBar)
        hide = Person(tour.desktop.window).find("hide")
        place = QRect(hide.mapTo(tour.desktop.window, QPoint(0, 0)), hide.size())
        if not all(bar.rect().contains(bar.actionGeometry(menu)) for menu in bar.actions()):
            below.append("a menu is cut")
        if not tour.desktop.window.rect().contains(place):
            below.append("a button is cut")
        below.append("below" if place.top() > bar.mapTo(tour.desktop.window, bar.rect().center()).y() else "beside")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert below == ["below", "beside", "below"]
