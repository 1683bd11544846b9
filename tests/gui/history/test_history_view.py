"""Earlier check-ins by clicks and keys, over a keeper that keeps three."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import msgspec
import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import CheckIn, Reply
from evolve_desktop.checkin.check_in_id import new_id
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.history import history_view
from evolve_desktop.gui.history.history_view import HistoryView
from evolve_desktop.gui.services import check_in_names
from evolve_desktop.gui.services.autosave import Autosave
from tests.gui.fits import cuts
from tests.gui.person import Person, focused, press_key
from tests.gui.services.memory_vault import MemoryVault

FIRST = CheckIn(id="first", started=date(2026, 10, 1)).with_reply("C03", Reply.MOSTLY).with_note("C03", "the forms")
SECOND = CheckIn(id="second", started=date(2026, 11, 1)).with_reply("C03", Reply.A_LITTLE)
SECOND = SECOND.with_reply("C05", Reply.YES).with_plan(SECOND.plan.with_main_topic("Holidays\nand more"))


@pytest.fixture
def view(pack: Pack, session: Session, autosave: Autosave) -> HistoryView:
    return HistoryView(pack, session, autosave)


@pytest.fixture
def person(view: HistoryView, autosave: Autosave, meet: Callable[[QWidget], Person]) -> Iterator[Person]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    autosave.start(MemoryVault(), Diary(check_ins=(FIRST, SECOND)))
    yield meet(view)
    QLocale.setDefault(before)


def test_before_keeping_it_says_that_nothing_is_kept_and_offers_to_keep(
    view: HistoryView, meet: Callable[[QWidget], Person]
) -> None:
    wanted: list[bool] = []
    view.storage_requested.connect(lambda: wanted.append(True))
    person = meet(view)
    assert "Nothing is kept." in person.reads()
    person.click("earlier-keep")
    assert wanted == [True]


def test_the_newest_stands_first_with_its_topic(person: Person) -> None:
    read = person.reads()
    assert read.index("1 November 2026") < read.index("1 October 2026")
    assert "2 of 17 looked at" in read
    assert "Holidays" in read
    assert "and more" not in read


def test_one_is_opened_and_nothing_of_it_is_lost(person: Person, session: Session, view: HistoryView) -> None:
    opened: list[bool] = []
    view.opened.connect(lambda: opened.append(True))
    person.click("open-first")
    assert session.check_in == FIRST
    assert opened == [True]
    assert not person.find("open-first").isEnabled()
    assert "open now" in person.reads()


def test_two_are_compared_in_words_and_a_step_back_is_met_kindly(person: Person, pack: Pack) -> None:
    read = "\n".join((*map("\n".join, rows(person)), person.reads()))
    for words in ("Mostly", "A little", "Skipped", pack.checklist.item("C03").text, pack.checklist.moved_back):
        assert words in read
    chooser = person.find("compare-later")
    assert isinstance(chooser, QComboBox)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert "1 October" in chooser.currentText()
    assert not person.sees("moved-back")


def test_a_comparison_is_a_table_to_a_screen_reader(person: Person, pack: Pack) -> None:
    table = QAccessible.queryAccessibleInterface(person.find("comparison"))
    assert table is not None
    assert table.role() is QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Compare two days"
    header, *lines = rows(person)
    assert header == ["Line", "Thursday, 1 October 2026", "Sunday, 1 November 2026"]
    assert [pack.checklist.item("C03").text, "Mostly", "A little"] in lines


def test_no_line_of_a_comparison_is_cut(person: Person, qtbot: QtBot) -> None:
    table = person.find("comparison")
    assert isinstance(table, QTableWidget)
    for width in (1000, 480):
        person.window.resize(width, 800)
        QTest.qWait(50)
        qtbot.waitUntil(lambda: table.height() >= sum(map(table.rowHeight, range(table.rowCount()))))
        for row in range(table.rowCount()):
            wanted = table.sizeHintForRow(row)
            assert table.rowHeight(row) >= wanted
    assert table.rowCount() == 2


def rows(person: Person) -> list[list[str]]:
    """Return the texts of the comparison, the header first."""
    table = person.find("comparison")
    assert isinstance(table, QTableWidget)
    columns = range(table.columnCount())
    header = [text(table.horizontalHeaderItem(column)) for column in columns]
    return [header, *([text(table.item(row, column)) for column in columns] for row in range(table.rowCount()))]


def text(cell: QTableWidgetItem | None) -> str:
    assert cell is not None
    return cell.text()


def test_two_check_ins_of_one_day_have_different_names_everywhere(person: Person, autosave: Autosave) -> None:
    second = "Sunday, 1 November 2026"
    again = msgspec.structs.replace(SECOND, id="again")
    autosave.replace(Diary(check_ins=(FIRST, SECOND, again)))
    assert person.find("open-second").accessibleName() == "Open: Sunday, 1 November 2026, number 1"
    assert person.find("delete-again").accessibleName() == "Delete: Sunday, 1 November 2026, number 2"
    assert person.find("open-first").accessibleName() == "Open: Thursday, 1 October 2026"
    chooser = person.find("compare-later")
    assert isinstance(chooser, QComboBox)
    offered = [chooser.itemText(index) for index in range(chooser.count())]
    assert offered == [f"{second}, number 2", f"{second}, number 1", "Thursday, 1 October 2026"]
    person.click("delete-second")
    assert "Deleted: Sunday, 1 November 2026, number 1." in person.reads()
    assert person.find("open-again").accessibleName() == "Open: Sunday, 1 November 2026"


def test_check_ins_of_one_day_are_told_apart_by_their_time(person: Person, autosave: Autosave) -> None:
    morning, noon = (new_id(datetime(2026, 11, 1, hour, 5)) for hour in (9, 12))  # noqa: DTZ001  (the clock on the wall)
    pair = tuple(msgspec.structs.replace(SECOND, id=made) for made in (noon, morning))
    autosave.replace(Diary(check_ins=(FIRST, *pair)))
    assert person.find(f"open-{noon}").accessibleName() == "Open: Sunday, 1 November 2026, 12:05"
    assert person.find(f"delete-{morning}").accessibleName() == "Delete: Sunday, 1 November 2026, 09:05"
    chooser = person.find("compare-later")
    assert isinstance(chooser, QComboBox)
    assert [chooser.itemText(index) for index in range(chooser.count())] == [
        "Sunday, 1 November 2026, 12:05",
        "Sunday, 1 November 2026, 09:05",
        "Thursday, 1 October 2026",
    ]


def test_where_the_time_tells_nothing_they_are_numbered(person: Person, autosave: Autosave) -> None:
    first, *others = (datetime(2026, 11, *at) for at in ((1, 12, 5, 20), (1, 12, 5, 40), (2, 9, 5)))  # noqa: DTZ001  (the clock on the wall)
    for other in others:
        ids = (new_id(first), new_id(other))
        autosave.replace(Diary(check_ins=tuple(msgspec.structs.replace(SECOND, id=made) for made in ids)))
        names = [person.find(f"open-{made}").accessibleName() for made in ids]
        assert names == [f"Open: Sunday, 1 November 2026, number {number}" for number in (1, 2)], other


def test_one_line_is_followed_over_time_with_its_notes(person: Person) -> None:
    chooser = person.find("history-item")
    assert isinstance(chooser, QComboBox)
    while not chooser.currentText().startswith("I ask when"):
        QTest.keyClick(chooser, Qt.Key.Key_Down)
    history = [line for line in person.reads().splitlines() if ": " in line or line.startswith("    ")]
    assert any(line.endswith("October 2026: Mostly") for line in history)
    assert "    the forms" in history


def test_many_are_shown_a_few_at_a_time(person: Person, autosave: Autosave) -> None:
    many = tuple(
        CheckIn(id=f"n{number}", started=date(2025, 1, 1)).with_reply("C01", Reply.YES) for number in range(25)
    )
    autosave.replace(Diary(check_ins=many))
    assert person.sees("open-n24")
    assert not person.sees("open-n14")
    person.click("earlier-more")
    assert person.sees("open-n14")
    assert not person.sees("open-n4")
    person.click("earlier-more")
    assert person.sees("open-n0")
    assert not person.sees("earlier-more")


def test_below_many_the_comparisons_follow_once_the_first_cards_are_painted(
    view: HistoryView, autosave: Autosave, meet: Callable[[QWidget], Person], qtbot: QtBot
) -> None:
    many = tuple(CheckIn(id=f"n{n}", started=date(2025, 1, 1 + n)).with_reply("C01", Reply.YES) for n in range(12))
    agreed = msgspec.structs.replace(many[0], id="agreed", agreed="We go slower.", started=date(2025, 2, 1))
    autosave.start(MemoryVault(), Diary(check_ins=(*many, agreed)))
    person = meet(view)
    assert person.sees("open-n11")
    fields = [field.objectName() for field in view.findChildren(QPlainTextEdit)]
    assert fields == ["agreed-agreed"]  # a field is made where something stands in it
    qtbot.waitUntil(lambda: person.sees("comparison"))
    assert len(rows(person)) == 2
    person.find("earlier-more").setFocus()
    press_key(Qt.Key.Key_Tab)
    assert focused() is person.find("compare-earlier")


def test_own_words_are_searched(person: Person) -> None:
    person.type("earlier-search", "FORMS")
    assert person.sees("open-first")
    assert not person.sees("open-second")
    person.type("earlier-search", "zebra")
    assert "No check-in holds these words." in person.reads()


def test_undo_brings_back_no_words_that_were_searched_before_it_was_locked(person: Person, view: HistoryView) -> None:
    person.type("earlier-search", "holidays")
    search = person.find("earlier-search")
    assert isinstance(search, QLineEdit)
    view.forget()
    assert search.text() == ""
    assert not search.isUndoAvailable()


def test_a_deleted_one_comes_back_with_undo(person: Person, autosave: Autosave) -> None:
    person.click("delete-first")
    assert [check_in.id for check_in in autosave.check_ins] == ["second"]
    assert "Deleted: " in person.reads()
    person.click("undo-delete")
    assert autosave.check_ins == (FIRST, SECOND)
    assert not person.sees("undo-delete")


def test_one_that_the_search_does_not_find_comes_back_out_of_sight(person: Person, autosave: Autosave) -> None:
    person.click("delete-first")
    person.type("earlier-search", "Holidays")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    person.click("undo-delete")
    assert autosave.check_ins == (FIRST, SECOND)
    assert person.sees("open-second")


def test_after_delete_the_focus_is_on_undo_which_says_what_is_gone_and_which_key_brings_it_back(
    person: Person, autosave: Autosave
) -> None:
    person.find("delete-first").setFocus()
    QTest.keyClick(person.find("delete-first"), Qt.Key.Key_Space)
    undo = person.find("undo-delete")
    assert QApplication.focusWidget() is undo
    assert undo.accessibleDescription().startswith("Deleted: ")
    assert "Ctrl+Z brings it back." in undo.accessibleDescription()
    assert undo.accessibleDescription() in person.reads()
    QTest.keyClick(undo, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert autosave.check_ins == (FIRST, SECOND)
    assert QApplication.focusWidget() is person.find("delete-first")


def test_the_undo_key_belongs_to_the_search_where_somebody_types(person: Person, autosave: Autosave) -> None:
    person.click("delete-first")
    person.type("earlier-search", "f")
    QTest.keyClick(person.find("earlier-search"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [check_in.id for check_in in autosave.check_ins] == ["second"]


def test_among_a_thousand_none_is_missing_before_all_are_searched(
    person: Person, autosave: Autosave, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(history_view, "announce", lambda _, sentence: heard.append(sentence))
    old = tuple(CheckIn(id=f"n{n}", started=date(2020, 1, 1)).with_reply("C01", Reply.YES) for n in range(1000))
    oldest = CheckIn(id="oldest", started=date(2019, 1, 1)).with_note("C01", "a zebra")
    autosave.replace(Diary(check_ins=(oldest, *old)))
    person.type("earlier-search", "zebra")
    assert "No check-in holds these words." not in person.reads()
    qtbot.waitUntil(lambda: person.sees("open-oldest"))
    qtbot.waitUntil(lambda: heard == ["Found: 1"])
    person.type("earlier-search", "s")
    qtbot.waitUntil(lambda: "No check-in holds these words." in person.reads())


def test_thousands_of_days_are_offered_and_only_those_in_view_are_written(
    person: Person, autosave: Autosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[date] = []

    def write(day: date) -> str:
        written.append(day)
        return day.isoformat()

    monkeypatch.setattr(check_in_names, "format_day", write)
    many = [
        CheckIn(id=f"n{n}", started=date.fromordinal(700_000 + n)).with_reply("C01", Reply.YES) for n in range(3000)
    ]
    autosave.replace(Diary(check_ins=tuple(many)))
    chooser = person.find("compare-earlier")
    assert isinstance(chooser, QComboBox)
    assert chooser.count() == 3000
    assert len(set(written)) < 20


def test_deleting_the_open_one_asks_for_a_new_one(
    person: Person, view: HistoryView, session: Session, autosave: Autosave
) -> None:
    person.click("open-second")
    view.new_requested.connect(lambda: session.start_new(CheckIn(id="new", started=date(2026, 11, 24))))
    person.click("delete-second")
    assert autosave.check_ins == (FIRST,)
    assert session.check_in.id == "new"


def test_a_word_without_end_is_shown_whole_and_widens_no_page(
    person: Person, session: Session, autosave: Autosave, qtbot: QtBot
) -> None:
    for address in ("https://example.org/" + "averylongway" * 20, "-" * 200, "=" * 200, "\U0001f642" * 90):
        session.start_new(FIRST.with_note("C03", address).with_plan(FIRST.plan.with_main_topic(address)))
        person.window.hide()
        person.window.show()
        person.window.resize(900, 800)
        QApplication.processEvents()
        assert [check_in.plan.main_topic for check_in in autosave.check_ins].count(address) == 1, address
        box = person.find("history-item")
        assert isinstance(box, QComboBox)
        while not box.currentText().startswith("I ask when"):
            QTest.keyClick(box, Qt.Key.Key_Down)
        QApplication.processEvents()
        assert person.reads().replace("\N{ZERO WIDTH SPACE}", "").count(address) == 2, address
        qtbot.waitUntil(lambda: cuts(person.window) == [])  # while the page is laid out, its texts are cut
