"""The help lines: a country that the person chooses, its emergency number first, each number ready to be copied."""

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop.checkin.check_in import CheckIn
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.help_lines.country_card import CountryCard
from evolve_desktop.gui.help_lines.help_lines_view import HelpLinesView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.settings import Preferences, Settings
from tests.gui.person import Person, focused
from tests.gui.services.memory_vault import MemoryVault
from tests.gui.shared_window import SharedView, shared_page
from tests.launch import NOW

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _letters_are_typed_as_one_word(qapp: QApplication) -> Iterator[None]:
    """Take letters for one word however slow the machine is."""
    before = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(60_000)
    yield
    qapp.setKeyboardInputInterval(before)


@pytest.fixture(scope="module")
def preferences() -> Preferences:
    return Preferences(Settings())


@pytest.fixture(scope="module")
def shared_view(qapp: QApplication, pack: Pack, preferences: Preferences) -> Iterator[SharedView]:
    assert qapp is not None
    built = HelpLinesView(pack.help_lines, preferences, autosave(), TODAY)
    with shared_page(built, 820, 760) as shared:
        yield shared


@pytest.fixture
def view(shared_view: SharedView, preferences: Preferences) -> HelpLinesView:
    """Return the view in which no country is chosen and nothing is searched for."""
    built = shared_view.view
    assert isinstance(built, HelpLinesView)

    def forget() -> None:
        preferences.change(Settings())
        chooser(built).view().keyboardSearch("")  # else the next letters would be typed after the last ones
        built.forget()

    shared_view.clear(forget)
    return built


def shown(qtbot: QtBot, pack: Pack, preferences: Preferences) -> HelpLinesView:
    """Return the view, seen, for preferences that may name a country already."""
    built = HelpLinesView(pack.help_lines, preferences, autosave(), TODAY)
    qtbot.addWidget(built)
    built.resize(820, 760)
    with qtbot.waitExposed(built):
        built.show()
    qtbot.waitUntil(lambda: bool(built.findChildren(CountryCard)))  # the many come after the first paint
    return built


def autosave() -> Autosave:
    """Return one that keeps nothing."""
    return Autosave(Session(CheckIn(id="a", started=TODAY)), lambda: NOW)


def chooser(view: QWidget) -> QComboBox:
    found = view.findChild(QComboBox, "country")
    assert isinstance(found, QComboBox)
    return found


def cards(view: QWidget) -> list[str]:
    """Return the ids of the countries that are seen, from the top."""
    seen = [frame for frame in view.findChildren(QFrame) if frame.property("role") == "card" and frame.isVisible()]
    return [frame.objectName() for frame in sorted(seen, key=lambda frame: frame.mapToGlobal(QPoint()).y())]


def texts(view: QWidget, country: str) -> list[str]:
    """Return all that one country's card says, in reading order."""
    card = view.findChild(QFrame, country)
    assert isinstance(card, QFrame)
    labels = [text for text in card.findChildren(QLabel) if text.isVisible()]
    ordered = sorted(labels, key=lambda text: (middle(text, card).y(), middle(text, card).x()))
    return [text.text() for text in ordered]


def middle(text: QWidget, card: QWidget) -> QPoint:
    return text.mapTo(card, text.rect().center())


def number(view: QWidget, name: str) -> QLabel:
    return next(label for label in view.findChildren(QLabel, name) if label.isVisible())


def numbers(view: QWidget) -> list[str]:
    """Return the ids of the cards above the own contacts, from the top, and the choice where it stands."""
    own = next(words for words in view.findChildren(QLabel) if words.text() == "Your own contacts")
    above = [frame for frame in [*view.findChildren(QFrame), chooser(view)] if is_above(frame, own)]
    seen = [frame for frame in above if frame.property("role") == "card" or frame is chooser(view)]
    return [frame.objectName() for frame in sorted(seen, key=lambda frame: frame.mapToGlobal(QPoint()).y())]


def is_above(frame: QWidget, own: QWidget) -> bool:
    return frame.isVisible() and frame.mapToGlobal(QPoint()).y() < own.mapToGlobal(QPoint()).y()


def found(view: QWidget) -> list[str]:
    """Return the ids of the countries below the search."""
    return [card for card in cards(view) if card not in {"emergency-table", "help-card-offer"}]


def test_without_a_choice_the_emergency_numbers_of_all_countries_stand_first_then_the_choice(
    view: QWidget, pack: Pack
) -> None:
    assert chooser(view).currentText() == pack.help_lines.not_set
    assert numbers(view) == ["emergency-table", "country"]
    said = texts(view, "emergency-table")
    assert said[0] == pack.help_lines.emergency_title
    for country in pack.help_lines.countries:
        assert country.name in said
    every = [e.number for country in pack.help_lines.countries for e in country.emergency]
    assert sorted(word for word in said if word.isdigit()) == sorted(every)
    assert "police · from a secondary source only" in said


def test_without_a_choice_every_country_stands_below_the_search_and_anywhere_last(view: QWidget, pack: Pack) -> None:
    assert found(view) == [*(country.id for country in pack.help_lines.countries), "anywhere"]


def test_typing_letters_finds_a_country_and_shows_it_alone_with_anywhere(
    qtbot: QtBot, view: QWidget, preferences: Preferences
) -> None:
    chooser(view).setFocus()
    QTest.keyClicks(chooser(view), "new")
    assert chooser(view).currentText() == "New Zealand"
    assert chooser(view).hasFocus()
    assert preferences.settings.country == "nz"
    qtbot.waitUntil(lambda: numbers(view) == ["country", "nz", "anywhere"])
    assert found(view) == ["nz", "anywhere"]


def test_the_table_comes_back_with_the_first_choice(view: QWidget, preferences: Preferences) -> None:
    preferences.change(preferences.settings.with_country("nz"))
    assert numbers(view) == ["country", "nz", "anywhere"]
    QTest.keyClick(chooser(view), Qt.Key.Key_Home)
    assert preferences.settings.country == ""
    assert numbers(view) == ["emergency-table", "country"]


def test_a_choice_made_elsewhere_is_followed(qtbot: QtBot, view: QWidget, preferences: Preferences, pack: Pack) -> None:
    preferences.change(preferences.settings.with_country("de"))
    assert chooser(view).currentText() == pack.help_lines.country("de").name
    qtbot.waitUntil(lambda: numbers(view) == ["country", "de", "anywhere"])


def test_a_country_that_the_pack_does_not_know_shows_the_table(
    view: QWidget, preferences: Preferences, pack: Pack
) -> None:
    preferences.change(preferences.settings.with_country("nz"))
    preferences.change(preferences.settings.with_country("atlantis"))
    assert chooser(view).currentText() == pack.help_lines.not_set
    assert numbers(view) == ["emergency-table", "country"]


def test_a_country_that_is_chosen_is_brought_into_view_and_its_first_number_is_said(
    view: HelpLinesView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "evolve_desktop.gui.help_lines.help_lines_view.announce", lambda _widget, sentence: said.append(sentence)
    )
    bar = next(area for area in view.findChildren(QScrollArea) if area.isVisible()).verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClicks(chooser(view), "fr")
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert said[-1] == "France: Emergency 112"


def test_nothing_is_built_before_it_is_seen(qtbot: QtBot, pack: Pack) -> None:
    preferences = Preferences(Settings())
    view = HelpLinesView(pack.help_lines, preferences, autosave(), TODAY)
    qtbot.addWidget(view)
    preferences.change(preferences.settings.with_country("nz"))
    assert not view.findChildren(CountryCard)
    with qtbot.waitExposed(view):
        view.show()
    assert found(view) == ["nz", "anywhere"]


def test_the_emergency_numbers_stand_first_and_large_with_their_source(view: QWidget, pack: Pack) -> None:
    country = pack.help_lines.country("za")
    said = texts(view, "za")
    label = pack.help_lines.emergency_label
    assert said[:4] == [country.name, label, "112", "from a mobile"]
    assert said.index(pack.help_lines.emergency_source(country, TODAY)) < said.index(country.lines[0].name)
    assert number(view, "za-emergency-1").property("role") == "number"


def test_where_no_emergency_number_was_confirmed_table_and_card_say_so(view: QWidget, pack: Pack) -> None:
    assert texts(view, "anywhere")[1] == pack.help_lines.anywhere.no_emergency
    assert pack.help_lines.anywhere.no_emergency in texts(view, "emergency-table")


def test_each_way_to_reach_a_line_is_said_in_the_packs_words(view: QWidget) -> None:
    said = texts(view, "gb")
    at = said.index("Shout")
    assert said[at + 1 : at + 3] == ["Text SHOUT to", "85258"]
    said = texts(view, "us")
    assert said[5:11] == ["Call", "988", "Text", "988", "Online:", "988lifeline.org"]
    assert (
        said[11]
        == "24 hours, 7 days · free · Spanish: press 2, or text AYUDA · Anyone. Veterans: press 1, or text 838255"
    )


def test_each_line_says_what_its_source_is_and_of_what_date(view: QWidget) -> None:
    assert "owner's page · From a public page dated 2024-11-04." in texts(view, "gb")
    assert "owner's page · From a public page without a date." in texts(view, "gb")


def test_a_line_checked_too_long_ago_says_so(qtbot: QtBot, pack: Pack) -> None:
    checked = {"checked_on": "2026-01-05", "checked_by": "A person", "review_by": "2026-07-05"}
    country = pack.help_lines.country("nz")
    line = msgspec.structs.replace(country.lines[0], **checked)
    country = msgspec.structs.replace(country, lines=(line,))
    lines = msgspec.structs.replace(pack.help_lines, countries=(country,))
    view = shown(qtbot, msgspec.structs.replace(pack, help_lines=lines), Preferences(Settings()))
    assert any("last checked on 2026-01-05. It may be out of date." in text for text in texts(view, "nz"))


def test_the_notes_for_every_list_and_for_the_screen_stand_above_the_cards(view: QWidget, pack: Pack) -> None:
    said = " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    assert all(note in said for note in (*pack.help_lines.notes, *pack.help_lines.screen_notes))


def test_tab_goes_from_the_choice_to_each_number_and_copies_the_whole_of_it(qtbot: QtBot, pack: Pack) -> None:
    view = shown(qtbot, pack, Preferences(Settings(country="gb")))
    chooser(view).setFocus()
    copied = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QTest.keyClick(focused(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        copied.append(QGuiApplication.clipboard().text())
    assert copied == ["999", "116 123", "85258"]


def test_the_numbers_of_a_newly_chosen_country_are_next_in_order_too(view: QWidget, preferences: Preferences) -> None:
    after = QComboBox(view)
    after.show()
    chooser(view).setFocus()
    preferences.change(preferences.settings.with_country("fr"))
    assert numbers(view) == ["country", "fr", "anywhere"]
    QTest.keyClick(chooser(view), Qt.Key.Key_Tab)
    assert number(view, "fr-emergency-1").hasFocus()
    Shiboken.delete(after)


def test_tab_goes_through_the_table_and_then_to_the_choice(view: QWidget, pack: Pack) -> None:
    Person(view).find("help-to-choice").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "USA: 911"
    for _ in [e for country in pack.help_lines.countries for e in country.emergency]:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert chooser(view).hasFocus()


def test_a_double_click_takes_a_number_with_spaces_whole(qtbot: QtBot, pack: Pack) -> None:
    view = shown(qtbot, pack, Preferences(Settings(country="gb")))
    target = number(view, "L-GB-1-1")
    QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=QPoint(6, target.height() // 2))
    assert target.selectedText() == "116 123"


def test_a_screen_reader_hears_whose_number_it_is_and_what_to_do_with_it(view: QWidget, pack: Pack) -> None:
    assert number(view, "L-GB-2-1").accessibleName() == "Shout: Text SHOUT to 85258"
    assert number(view, "za-emergency-2").accessibleName() == "South Africa: Emergency 10111 police"
    assert chooser(view).accessibleName() == pack.help_lines.country_label
    assert [label.text() for label in view.findChildren(QLabel) if label.buddy() is chooser(view)] == ["Country"]


def test_the_wheel_above_the_choice_scrolls_the_page_and_chooses_nothing(
    view: QWidget, preferences: Preferences
) -> None:
    bar = next(area for area in view.findChildren(QScrollArea) if area.isVisible()).verticalScrollBar()
    above_the_choice = QPointF(chooser(view).mapTo(view, chooser(view).rect().center()))
    QTest.wheelEvent(view.windowHandle(), above_the_choice, QPoint(0, -240))
    assert preferences.settings.country == ""
    assert bar.value() > 0


def test_who_comes_for_help_is_led_to_the_way_to_the_choice_or_to_the_first_number(
    view: HelpLinesView, preferences: Preferences
) -> None:
    view.focus_first()
    assert focused().objectName() == "help-to-choice"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chooser(view).hasFocus()
    preferences.change(preferences.settings.with_country("ie"))
    view.focus_first()
    assert number(view, "ie-emergency-1").hasFocus()
    assert number(view, "ie-emergency-1").selectedText() == "112"
    assert not Person(view).sees("help-to-choice")


def test_back_and_escape_leave_the_page_but_not_a_half_written_contact(view: HelpLinesView, qtbot: QtBot) -> None:
    person = Person(view)
    with qtbot.waitSignal(view.closed):
        person.click("help-back")
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(chooser(view), Qt.Key.Key_Escape)
    person.click("own-add")
    QTest.keyClicks(focused(), "Ann")
    with qtbot.assertNotEmitted(view.closed):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert view.is_writing


def test_the_wallet_card_is_asked_for_and_says_what_it_holds(
    view: HelpLinesView, preferences: Preferences, pack: Pack, qtbot: QtBot
) -> None:
    person = Person(view)
    assert pack.help_lines.card_notice in person.reads()
    assert pack.help_lines.card_choice in person.reads()
    with qtbot.waitSignal(view.card_requested):
        person.click("help-card")
    preferences.change(preferences.settings.with_country("ie"))
    assert pack.help_lines.card_choice not in person.reads()


@pytest.fixture
def in_germany() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("in_germany")
def test_no_language_of_the_system_chooses_a_country(view: QWidget, preferences: Preferences, pack: Pack) -> None:
    assert preferences.settings.country == ""
    assert chooser(view).currentText() == pack.help_lines.not_set


def seen_lines(view: QWidget) -> list[str]:
    """Return the object names of the numbers and addresses to be seen, from the top and the start of each row."""
    labels = [label for label in view.findChildren(QLabel) if label.property("role") == "number" and label.isVisible()]
    places = {label.objectName(): label.mapToGlobal(QPoint()) for label in labels}
    return sorted(places, key=lambda name: (places[name].y(), places[name].x()))


def search(view: QWidget) -> QLineEdit:
    found = view.findChild(QLineEdit, "help-search")
    assert isinstance(found, QLineEdit)
    return found


def test_typing_narrows_the_cards_of_all_countries_whatever_is_chosen(qtbot: QtBot, pack: Pack) -> None:
    preferences = Preferences(Settings(country="nz"))
    view = shown(qtbot, pack, preferences)
    QTest.keyClicks(search(view), "usa veterans 9 88")
    assert found(view) == ["nz", "anywhere", "us"]
    assert seen_lines(view)[-4:] == ["us-emergency-1", "L-US-1-1", "L-US-1-2", "L-US-1-3"]
    assert "Lines found: 2" in Person(view).reads()
    assert preferences.settings.country == "nz"
    QTest.keyClick(search(view), Qt.Key.Key_Escape)
    assert search(view).text() == ""
    assert found(view) == ["nz", "anywhere"]


def test_what_is_found_comes_into_view(qtbot: QtBot, pack: Pack) -> None:
    view = shown(qtbot, pack, Preferences(Settings(country="gb")))
    QTest.keyClicks(search(view), "veterans")
    card = next(frame for frame in view.findChildren(QFrame, "us") if frame.isVisible())
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    assert not search(view).visibleRegion().isEmpty()


def test_where_nothing_is_found_it_says_so_and_how_to_see_all(view: QWidget, pack: Pack) -> None:
    person = Person(view)
    QTest.keyClicks(search(view), "no such words")
    assert found(view) == []
    assert "No line has these words." in person.reads()
    person.click("help-show-all")
    assert len(found(view)) == len(pack.help_lines.countries) + 1
    assert search(view).hasFocus()
    assert not person.sees("help-found")


def test_what_was_found_is_said_when_the_typing_pauses(
    view: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "evolve_desktop.gui.help_lines.search_panel.announce", lambda _widget, sentence: said.append(sentence)
    )
    QTest.keyClicks(search(view), "veterans")
    assert said == []
    qtbot.waitUntil(lambda: said == ["Lines found: 2"])


def test_the_words_that_were_searched_for_are_gone_as_soon_as_the_page_is_left(view: HelpLinesView) -> None:
    QTest.keyClicks(search(view), "sam")
    view.hide()
    assert search(view).text() == ""
    view.show()
    QTest.keyClicks(search(view), "sam")
    view.focus_first()
    assert search(view).text() == ""
    QTest.keyClicks(search(view), "sam")
    view.forget()
    assert search(view).text() == ""


def test_undo_brings_back_no_words_that_were_searched_for_before_the_page_was_left(view: HelpLinesView) -> None:
    QTest.keyClicks(search(view), "sam")
    view.hide()
    assert not search(view).isUndoAvailable()
    view.show()
    QTest.keyClicks(search(view), "sam")
    search(view).selectAll()
    QTest.keyClick(search(view), Qt.Key.Key_Delete)
    view.forget()
    assert not search(view).isUndoAvailable()


def test_a_country_that_is_chosen_ends_the_search(view: QWidget, qtbot: QtBot) -> None:
    QTest.keyClicks(search(view), "sam")
    QTest.keyClicks(chooser(view), "new")
    qtbot.waitUntil(lambda: found(view) == ["nz", "anywhere"])
    assert search(view).text() == ""


def test_own_contacts_stand_after_the_numbers_of_the_country(qtbot: QtBot, pack: Pack) -> None:
    kept = autosave()
    kept.start(MemoryVault(), Diary(contacts=(Contact.written("Ann", "555 0100"),)))
    view = HelpLinesView(pack.help_lines, Preferences(Settings(country="nz")), kept, TODAY)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert is_above(number(view, "L-ANY-1-1"), number(view, "own-1-reach"))
    view.focus_first()
    assert number(view, "nz-emergency-1").hasFocus()
    kept.flush()


def ink(label: QLabel) -> tuple[int, int]:
    """Return where the letters of a label begin and end."""
    picture = label.grab().toImage()
    ground = picture.pixel(0, 0)
    columns = [x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in range(picture.height()))]
    return columns[0], columns[-1]


def test_from_right_to_left_a_number_begins_at_the_right_and_reads_from_left_to_right(
    qapp: QApplication, qtbot: QtBot, pack: Pack
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view = shown(qtbot, pack, Preferences(Settings(country="gb")))
    label = number(view, "L-GB-1-1")
    left, right = ink(label)
    assert label.width() - right < left
    before = next(words for words in view.findChildren(QLabel) if words.text() == "Call" and words.isVisible())
    assert before.mapTo(view, QPoint(0, 0)).x() > label.mapTo(view, QPoint(0, 0)).x()
    middle_of = label.height() // 2
    QTest.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(left, middle_of))
    QTest.mouseMove(label, QPoint((left + right) // 2, middle_of))
    QTest.mouseRelease(label, Qt.MouseButton.LeftButton, pos=QPoint((left + right) // 2, middle_of))
    assert label.selectedText().strip() == "116"
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
