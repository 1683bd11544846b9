"""Earlier check-ins answered under other words: each answer stands under its own, and is compared with its own line."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTableWidget, QWidget

from evolve_desktop.checkin.check_in import CheckIn, FlagReply, Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.checkin.session import Session
from evolve_desktop.checkin.wording import Wording, wording_of
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import UnsafeMeaning
from evolve_desktop.gui.history.history_view import HistoryView
from evolve_desktop.gui.services.autosave import Autosave
from tests.gui.person import Person
from tests.gui.services.memory_vault import MemoryVault
from tests.wordings import reworded, translated

DAY = date(2026, 10, 1)


@pytest.fixture
def present(pack: Pack) -> Wording:
    return wording_of(pack)


@pytest.fixture
def old(present: Wording) -> Wording:
    """Return an earlier version, in which three lines said something else."""
    return reworded(present, C03="I ask for water.", R03="I feel odd.", unsafe="What is it?")


@pytest.fixture
def session(present: Wording) -> Session:
    return Session(CheckIn(id="a", started=date(2026, 11, 24)), present)


@pytest.fixture
def first(old: Wording) -> CheckIn:
    session = Session(CheckIn(id="first", started=DAY), old)
    session.reply("C01", Reply.YES)
    session.reply("C03", Reply.MOSTLY)
    session.note("C03", "from the tap")
    session.flag("R03", FlagReply.NOT_SURE)
    session.unsafe(UnsafeMeaning.HARD_FEELINGS)
    return session.whole


@pytest.fixture
def second(present: Wording) -> CheckIn:
    session = Session(CheckIn(id="second", started=date(2026, 11, 1)), present)
    session.reply("C01", Reply.NOT_YET)
    session.reply("C03", Reply.NOT_YET)
    return session.whole


@pytest.fixture
def view(pack: Pack, session: Session, autosave: Autosave, first: CheckIn, second: CheckIn) -> HistoryView:
    autosave.start(MemoryVault(), Diary(check_ins=(first, second)))
    return HistoryView(pack, session, autosave)


@pytest.fixture
def person(view: HistoryView, meet: Callable[[QWidget], Person]) -> Iterator[Person]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield meet(view)
    QLocale.setDefault(before)


def table(person: Person) -> list[list[str]]:
    """Return the texts of the comparison without the header."""
    shown = person.find("comparison")
    assert isinstance(shown, QTableWidget)
    cells = [[shown.item(row, column) for column in range(shown.columnCount())] for row in range(shown.rowCount())]
    return [[cell.text() if cell else "" for cell in row] for row in cells]


def choose(person: Person, name: str, beginning: str) -> None:
    chooser = person.find(name)
    assert isinstance(chooser, QComboBox)
    QTest.keyClick(chooser, Qt.Key.Key_Home)
    for _ in range(chooser.count()):
        if chooser.currentText().startswith(beginning):
            return
        QTest.keyClick(chooser, Qt.Key.Key_Down)
    pytest.fail(beginning)


def history(person: Person) -> str:
    shown = person.find("history")
    assert isinstance(shown, QLabel)
    return shown.text()


def test_only_answers_to_present_lines_are_counted(person: Person, pack: Pack) -> None:
    total = len(pack.checklist.items)
    assert f"1 of {total} looked at" in person.reads()
    assert f"2 of {total} looked at" in person.reads()


def test_answers_to_other_words_are_shown_on_request_under_their_words(person: Person, pack: Pack) -> None:
    assert not person.sees("apart-first")
    assert not person.sees("show-apart-second")
    person.click("show-apart-first")
    shown = person.find("apart-first")
    assert isinstance(shown, QLabel)
    assert shown.text() == "\n\n".join(
        [
            f"From “{pack.about.title}”, Thursday, 1 October 2026",
            "I ask for water.\n    Mostly\n    from the tap",
            "I feel odd.\n    Not sure",
            f"What is it?\n    {pack.red_flags.unsafe.choices[0].label}",
        ]
    )
    person.click("show-apart-first")
    assert not person.sees("apart-first")


def test_a_line_in_other_words_is_compared_with_nothing(person: Person, pack: Pack) -> None:
    items = pack.checklist
    assert table(person) == [
        [items.item("C01").text, "Yes", "Not yet"],
        [items.item("C03").text, "Not asked", "Not yet"],
        [f"I ask for water.\nFrom “{pack.about.title}”, Thursday, 1 October 2026", "Mostly", "Not asked"],
    ]


def test_two_languages_of_a_line_stand_side_by_side_each_in_its_words(
    person: Person, pack: Pack, present: Wording, second: CheckIn, autosave: Autosave
) -> None:
    session = Session(CheckIn(id="spanish", started=date(2026, 11, 9)), translated(present))
    session.reply("C03", Reply.MOSTLY)
    autosave.replace(Diary(check_ins=(second, session.whole)))
    choose(person, "compare-earlier", "Sunday, 1 November")
    choose(person, "compare-later", "Monday, 9 November")
    text = pack.checklist.item("C03").text
    assert [text, "Not yet", f"[es] {text}\nCasi"] in table(person)
    choose(person, "history-item", text)
    assert history(person) == (f"Sunday, 1 November 2026: Not yet\nMonday, 9 November 2026: Casi\n    “[es] {text}”")


def test_a_line_in_other_words_has_a_history_of_its_own(person: Person, pack: Pack) -> None:
    choose(person, "history-item", pack.checklist.item("C03").text)
    assert history(person) == "Sunday, 1 November 2026: Not yet"
    choose(person, "history-item", f"I ask for water. (“{pack.about.title}”)")
    assert history(person) == "Thursday, 1 October 2026: Mostly\n    from the tap"


def test_notes_to_other_words_are_found(person: Person) -> None:
    person.type("earlier-search", "tap")
    assert person.sees("open-first")
    assert not person.sees("open-second")


def test_an_opened_one_is_seen_under_the_present_words_and_saved_as_it_was(
    person: Person, session: Session, autosave: Autosave, first: CheckIn
) -> None:
    person.click("open-first")
    assert session.check_in.answer("C03").reply is None
    assert session.check_in.answer("C01").reply is Reply.YES
    assert next(one for one in autosave.check_ins if one.id == "first") is first
    session.reply("C03", Reply.YES)
    person.click("show-apart-first")
    assert "I ask for water.\n    Mostly" in person.reads()
