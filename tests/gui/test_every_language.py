"""In Spanish and in Arabic nothing is left in English and nothing is cut: pages, menus, for the ear, on paper.

In Arabic everything stands the other way round, too.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import CheckIn, FlagReply
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import wording_of
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.content.validation import iter_texts
from evolve_desktop.document.renderer import DocumentRenderer
from evolve_desktop.gui.article.find_bar import FindBar
from evolve_desktop.gui.services.actions import plain_text
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.widgets.labels import label
from evolve_desktop.gui.widgets.line_fields import LineEdit
from tests.conftest import LONG
from tests.gui.conftest import shown_window
from tests.gui.fits import cuts, shown
from tests.gui.person import Answers, Person
from tests.launch import NOW
from tools.translations import OF_QT, words_of
from tools.window_tour import Tour, answer_some

LANGUAGES = ("es", "ar")
WITH_NUMBERS = ("article", "red-flags", "my-page", "help-lines")
"""The places in which a number of the country stands."""
_ARABIC = re.compile(r"[\u0600-\u06ff]")
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
    """Yield every text to be seen or heard of these widgets; or of all of a window, hidden or not, with its menus."""
    yield window.windowTitle()
    for action in window.findChildren(QAction) if widgets is None else ():
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


@dataclass
class Looks:
    """Asks at each place both what is said there and what is cut."""

    tour: Tour
    heard: set[str] = field(default_factory=set)
    cut: list[str] = field(default_factory=list)

    def look(self, width: int, percent: int, places: Iterable[str]) -> None:
        """Look at these places with so large a text in a window so wide."""
        window = self.tour.desktop.window
        self.tour.apply(percent=percent)
        self.tour.resize(width, 800)
        for place in places:
            widgets = list(shown(window))
            self.heard.update(said(window, widgets))
            self.cut += (f"{width} by 800, {percent} %, {place}: {fault}" for fault in cuts(window, widgets))
        self.heard.update(said(window))

    def faults(self, language: str) -> tuple[list[str], list[str]]:
        """Return what was heard in English where another language is spoken, and what was cut."""
        return left_in_english(self.heard, language), self.cut


def show(tour: Tour, *places: str) -> Iterator[str]:
    """Show these places one after the other, and yield the name of each."""
    for place in places:
        tour.show(place)
        yield place


@pytest.fixture(scope="module", params=[pytest.param("es", marks=LONG), "ar"])
def spoken(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, RunningApp]]:
    """Return a language and a shown window in it."""
    language = str(request.param)
    with shown_window(qapp, Answers(), tmp_path_factory.mktemp(language), language) as built:
        yield language, built


@pytest.mark.parametrize("spoken", ["ar"], indirect=True)
def test_from_right_to_left_everything_stands_the_other_way_round(
    spoken: tuple[str, RunningApp], qapp: QApplication
) -> None:
    window = spoken[1].window
    person = Person(window)
    with answered(spoken[1]):
        Tour(qapp, spoken[1]).settle()
        for first, second in (
            ("article", "about-list"),
            ("tab-bar", "change-day"),
            ("change-day", "keeping-more"),
            ("to-reflection", "to-my-page"),
            ("contents", "find"),
            ("smaller-text", "larger-text"),
            ("to-help-lines", "hide"),
            ("C16-not-yet", "C16-a-little"),
            ("C16-add-note", "C16-bring"),
        ):
            left, right = (person.find(name).mapTo(window, QPoint(0, 0)).x() for name in (second, first))
            assert left < right, (first, second)


@contextmanager
def answered(desktop: RunningApp) -> Iterator[None]:
    """Have some lines answered for a while."""
    former = desktop.session.check_in
    answer_some(desktop.session)
    yield
    desktop.session.close(former)


@pytest.mark.parametrize("spoken", ["ar"], indirect=True)
def test_latin_words_begin_at_the_right_too_where_they_can_be_copied_and_where_not(
    spoken: tuple[str, RunningApp], qtbot: QtBot
) -> None:
    for selectable in (True, False):
        latin = label("PDF", selectable=selectable)
        qtbot.addWidget(latin)
        latin.resize(300, 40)
        picture = latin.grab().toImage()
        ground = picture.pixelColor(0, 0)
        drawn = [x for x in range(300) if any(picture.pixelColor(x, y) != ground for y in range(5, 35))]
        assert drawn, selectable
        assert min(drawn) > 200, selectable
    line = LineEdit()
    qtbot.addWidget(line)
    line.resize(300, 40)
    for text in ("", "PDF"):
        line.setText(text)
        line.grab()  # the caret has its place once it is painted
        assert line.cursorRect().left() > 200, text
    assert spoken[1].window.isRightToLeft()


@LONG
def test_no_english_is_left_and_nothing_is_cut_in_a_window_of_the_usual_size_while_nothing_is_answered(
    spoken: tuple[str, RunningApp], qapp: QApplication
) -> None:
    looks = Looks(Tour(qapp, spoken[1]))
    looks.look(1280, 100, looks.tour.places())
    assert looks.faults(spoken[0]) == ([], [])


@LONG
@pytest.mark.parametrize("spoken", ["ar"], indirect=True)
def test_from_right_to_left_nothing_is_cut_in_a_narrow_window_with_large_text(
    spoken: tuple[str, RunningApp], qapp: QApplication
) -> None:
    looks = Looks(Tour(qapp, spoken[1]))
    with answered(spoken[1]):
        looks.look(720, 150, looks.tour.places())
    assert looks.cut == []


def test_no_english_is_left_and_nothing_is_cut_in_any_place_of_the_window(
    spoken: tuple[str, RunningApp], qapp: QApplication
) -> None:
    """Each size of the text is set once: to style and lay out all pages anew takes longer than all the looks."""
    looks = Looks(Tour(qapp, spoken[1]))
    tour = looks.tour
    looks.look(1280, 100, show(tour, "check-in", "my-page", "earlier", "keeping"))
    answer_some(spoken[1].session)
    looks.look(720, 200, chain(tour.places(), tour.more_places()))
    keep(tour)
    looks.look(720, 200, show(tour, "check-in", "one-line", "help-lines", "keeping"))
    looks.look(1280, 200, show(tour, "earlier"))
    assert len(looks.heard) > 400
    assert looks.faults(spoken[0]) == ([], [])


@LONG
def test_no_english_is_left_and_nothing_is_cut_in_a_window_of_another_size_while_check_ins_are_kept(
    spoken: tuple[str, RunningApp], qapp: QApplication
) -> None:
    looks = Looks(Tour(qapp, spoken[1]))
    tour = looks.tour
    keep(tour)
    looks.look(1280, 200, tour.places())
    looks.look(720, 100, show(tour, "check-in", "red-flags", "my-page", "earlier", "help-lines", "keeping"))
    assert looks.faults(spoken[0]) == ([], [])


def keep(tour: Tour) -> None:
    """Keep what is answered, if another test did not."""
    if tour.desktop.autosave.state is SaveState.OFF:
        tour.keep()


@pytest.mark.parametrize("spoken", ["ar"], indirect=True)
def test_among_arabic_words_no_group_of_a_number_changes_its_place(
    spoken: tuple[str, RunningApp], qapp: QApplication
) -> None:
    """An ordinary space between the groups would show the last of them first: nobody would reach that help line."""
    window, preferences, session = spoken[1].window, spoken[1].preferences, spoken[1].session
    tour = Tour(qapp, spoken[1])
    tour.resize(720, 800)  # in which everything is laid out already
    keep(tour)
    session.note("C01", "اتصل 555 0100")
    read: set[str] = set()
    every = chain(tour.places(), tour.more_places())
    for country, places in (("de", every), ("gb", show(tour, *WITH_NUMBERS)), ("au", show(tour, *WITH_NUMBERS))):
        preferences.change(preferences.settings.with_country(country))
        session.flag("R03", FlagReply.YES)
        session.flag("X08", None if places is every else FlagReply.YES)  # the tour of every place names it by itself
        session.unsafe(UnsafeMeaning.DANGER)
        for _place in places:
            labels = [widget.text() for widget in shown(window) if isinstance(widget, QLabel)]
            read.update(text for text in labels if _ARABIC.search(text))
    for number in ("116 123", "1300 419 495", "555 0100"):  # with danger named, of a regulator, in a note
        assert any(number.replace(" ", "\N{NO-BREAK SPACE}") in text for text in read), number
    assert [text for text in read if re.search(r"\d \d", text)] == []


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
