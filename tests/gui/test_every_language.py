"""In Spanish and in Arabic nothing is left in English and nothing is cut: pages, menus, for the ear, on paper."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QTabBar, QWidget

from evolve_desktop import resource_paths
from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.validation import iter_texts
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.gui.article.find_bar import FindBar
from evolve_desktop.gui.services.actions import plain_text
from tests.gui.conftest import shown_window
from tests.gui.fits import cuts, shown
from tests.gui.person import Answers
from tests.launch import NOW
from tools.translations import OF_QT, words_of
from tools.window_tour import Tour, answer_some

LANGUAGES = ("es", "ar")
_BLANK = re.compile(r"\\\{[a-z_]+\\\}|%n")
_LETTERS = re.compile(r"[A-Za-z]{3}")
NAMES = re.compile(r"https?:|www\.|\.(org|com|gov|net|uk|de)\b|^PDF|^\d|^Notes?$|^English$")
"""What is called the same everywhere: addresses, numbers, kinds of files, a language in the list of them."""


@cache
def english() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return every English text of window and pack, and those with blanks as patterns."""
    forms = {plain_text(shown) for _, _, many in words_of("en").entries() for shown in _each(many)}
    pack = {text for place, text in iter_texts(load_pack(resource_paths.content_pack())) if not place.endswith(".id")}
    patterns = {_BLANK.sub("(.+)", re.escape(form)) for form in forms | pack if "{" in form or "%n" in form}
    solid = {pattern for pattern in patterns if len(_LETTERS.findall(pattern.replace("(.+)", ""))) > 1}
    return frozenset(forms | pack), tuple(map(re.compile, sorted(solid)))


def _each(shown: str | tuple[str, ...]) -> tuple[str, ...]:
    return (shown,) if isinstance(shown, str) else shown


@cache
def own_texts(language: str) -> frozenset[str]:
    """Return every text of a language's window and pack: some are the same as in English."""
    forms = {plain_text(shown) for _, _, many in words_of(language).entries() for shown in _each(many)}
    return frozenset(forms | {text for _, text in iter_texts(load_pack(resource_paths.content_pack(language)))})


def left_in_english(heard: set[str], language: str) -> list[str]:
    texts, patterns = english()
    lines = {line.strip() for text in heard for line in text.splitlines()} - own_texts(language)
    return sorted(
        line
        for line in lines
        if _LETTERS.search(line)
        and not NAMES.search(line)
        and (line in texts or any(pattern.fullmatch(line) for pattern in patterns))
    )


def said(window: QWidget, widgets: Iterable[QWidget] | None = None) -> Iterator[str]:
    """Yield every text to be seen or heard in a window: of these widgets, or of all, whatever is hidden now."""
    yield window.windowTitle()
    for action in window.findChildren(QAction):
        yield plain_text(action.text())
    for widget in window.findChildren(QWidget) if widgets is None else widgets:
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield plain_text(widget.text())
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(index) for index in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))


@pytest.fixture(scope="module", params=LANGUAGES)
def spoken(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, RunningApp]]:
    """Return a language and a shown window in it."""
    language = str(request.param)
    with shown_window(qapp, Answers(), tmp_path_factory.mktemp(language), language) as built:
        yield language, built


def test_no_english_is_left_and_nothing_is_cut_in_any_place_of_the_window(
    spoken: tuple[str, RunningApp], qapp: QApplication
) -> None:
    language, desktop = spoken
    tour = Tour(qapp, desktop)
    heard: set[str] = set()
    cut: list[str] = []

    def look(width: int, percent: int, places: Iterable[str]) -> None:
        tour.apply(percent=percent)
        tour.resize(width, 800)
        for place in places:
            heard.update(said(desktop.window, shown(desktop.window)))
            cut.extend(f"{width} by 800, {percent} %, {place}: {fault}" for fault in cuts(desktop.window))
        heard.update(said(desktop.window))

    def show(*places: str) -> Iterator[str]:
        for place in places:
            tour.show(place)
            yield place

    look(1280, 100, tour.places())
    answer_some(desktop.session)
    look(720, 200, chain(tour.places(), tour.more_places()))
    tour.keep()
    look(1280, 200, tour.places())
    look(720, 200, show("check-in", "one-line"))
    look(720, 100, show("check-in", "red-flags", "my-page", "earlier", "help-lines", "keeping"))
    assert len(heard) > 400
    assert left_in_english(heard, language) == []
    assert cut == []


def test_no_english_is_left_in_the_dialogs_that_are_qt_s_own(spoken: tuple[str, RunningApp]) -> None:
    language, desktop = spoken
    files = QFileDialog(desktop.window)
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    for dialog in (files, QPrintDialog(QPrinter(), desktop.window)):
        heard = set(said(dialog))
        assert len(heard) > 8
        assert {plain_text(text) for many in OF_QT.values() for text in many} & {
            *heard,
            *map(plain_text, heard),
        } == set()
        assert left_in_english(heard, language) == []
        dialog.deleteLater()


def test_a_sentence_without_a_translation_is_found(spoken: tuple[str, RunningApp]) -> None:
    """The last one with this window, which speaks English afterwards."""
    language, desktop = spoken
    desktop.speak_english()
    bar = FindBar([])
    assert len(left_in_english(set(said(bar)), language)) > 3
    bar.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_is_left_on_paper(language: str) -> None:
    pack = load_pack(resource_paths.content_pack(language))
    renderer = DocumentRenderer(pack, resource_paths.resources() / "page", resource_paths.fonts())
    session = Session(CheckIn(id="a", started=NOW.date()), wording_of(pack))
    answer_some(session)
    check_in = session.whole
    for sheet in (
        renderer.my_page(check_in),
        renderer.for_me_only(check_in, pack.help_lines.countries[0].id),
        renderer.wallet_card(check_in, ""),
        renderer.empty_form(check_in.plan),
        renderer.recovery_code("AAAAA-BBBBB", check_in.plan),
    ):
        lines = {re.sub(r"^(\[ \] |- |  )+", "", line) for line in sheet.text.splitlines()}
        assert left_in_english(lines, language) == []
        assert sheet.document.language == language
        assert sheet.pdf().is_standard
