"""The report of a problem: seen whole before it is copied, and without a word, a path or a name of the person's."""

import getpass
import platform
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from evolve_desktop import __version__
from evolve_desktop.app import RunningApp
from evolve_desktop.checkin.check_in import FlagReply, Reply
from evolve_desktop.checkin.contacts import Contact
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.help import HelpTopic
from evolve_desktop.gui.help.help_view import HelpView
from evolve_desktop.gui.services.autosave import Autosave
from evolve_desktop.gui.services.crash_handler import CrashHandler
from evolve_desktop.settings import Preferences, Settings, Theme
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import PASSPHRASE, create_vault

pytestmark = pytest.mark.one_window

MARK = "Zebra"


@pytest.fixture(scope="module")
def content(short: Path) -> Path:
    return short


@pytest.fixture
def choose(desktop: RunningApp) -> Callable[[str], None]:
    """Choose a line of a menu."""
    bar = desktop.window.findChild(QMenuBar)
    assert isinstance(bar, QMenuBar)

    def trigger(text: str) -> None:
        actions = [action for menu in bar.findChildren(QMenu) for action in menu.actions()]
        (line,) = [action for action in actions if action.text().replace("&", "") == text]
        line.trigger()

    return trigger


@pytest.fixture
def report(person: Person, choose: Callable[[str], None]) -> Callable[[], str]:
    """Ask for the report, and read it in its field."""

    def read() -> str:
        choose("Report a problem…")
        field = person.find("report-text")
        assert isinstance(field, QPlainTextEdit)
        assert field.isReadOnly()
        return field.toPlainText()

    return read


@pytest.fixture
def crash_handler(desktop: RunningApp, answers: Answers) -> Iterator[CrashHandler]:
    """Return the one of the window, which is shared: the next test has none."""
    built = CrashHandler(desktop.window, answers, lambda: True)
    yield built
    Shiboken.delete(built)


def say_much(desktop: RunningApp) -> None:
    """Leave the mark in every place that takes words, and answer some of each kind."""
    session = desktop.session
    session.reply("C03", Reply.NOT_YET)
    session.note("C03", f"{MARK} note")
    session.bring("C03", on=True)
    for flag in ("R03", "S07", "X08"):
        session.flag(flag, FlagReply.YES)
    plan = session.check_in.plan.with_main_topic(f"{MARK} topic").with_name(f"{MARK} Z.")
    session.plan(plan.with_question(0, f"{MARK}?"))
    desktop.autosave.set_contacts((Contact.written(f"{MARK} the doctor", "555 0199"),))


def test_the_report_says_what_a_maker_needs(report: Callable[[], str], choose: Callable[[str], None]) -> None:
    choose("Dark")
    choose("Larger text")
    said = report().splitlines()
    assert said[0] == f"Evolve Desktop {__version__}"
    assert said[1].startswith("System: ")
    assert said[2].startswith("Built with Python 3.")
    assert said[3] == f"Window: {QGuiApplication.platformName()}, 1280 by 800, scale 1"
    assert said[4:] == [
        "Text size: 110 %",
        "Colors: Dark",
        "Language: English (en)",
        "Check-ins are kept: no",
        "Last error: none since the app was started",
    ]


def test_no_word_of_the_person_no_path_and_no_name_is_in_the_report(  # noqa: PLR0913, PLR0917  (fixtures)
    desktop: RunningApp,
    person: Person,
    report: Callable[[], str],
    crash_handler: CrashHandler,
    qtbot: QtBot,
    tmp_path: Path,
    data_folder: Path,
) -> None:
    create_vault(person, qtbot, passphrase=f"{MARK} heron walking")
    say_much(desktop)
    with pytest.raises(ValueError, match=MARK) as caught:
        int(f"{MARK} at {tmp_path}")
    crash_handler.handle(ValueError, caught.value, caught.value.__traceback__)
    said = report()
    assert "Check-ins are kept: yes\nLast error: ValueError" in said
    private = (
        MARK,
        "doctor",
        "555",
        "heron",
        "C03",
        "R03",
        "S07",
        "X08",
        "Not yet",
        "2026",
        desktop.session.check_in.id,
    )
    for word in (*private, str(tmp_path), str(data_folder), str(Path.home()), str(Path.cwd()), sys.prefix, ".py"):
        assert word.lower() not in said.lower(), word
    words = said.replace(",", " ").split()
    assert getpass.getuser() not in words
    assert platform.node() not in words
    assert "/" not in said.replace("GNU/Linux", "")
    assert "\\" not in said


def test_what_is_seen_is_what_is_copied(person: Person, report: Callable[[], str], qapp: QApplication) -> None:
    said = report()
    qapp.clipboard().setText("something else")
    person.find("report-copy").setFocus()
    person.click("report-copy")
    assert qapp.clipboard().text() == said
    assert "Copied." in person.reads()


def test_the_report_cannot_be_written_over(person: Person, report: Callable[[], str]) -> None:
    said = report()
    field = person.find("report-text")
    field.setFocus()
    QTest.keyClicks(field, "Zebra")
    assert report() == said


class Guide:
    """A guide in a window of its own, in which no other page has to follow the looks."""

    def __init__(self, pack: Pack, autosave: Autosave) -> None:
        self.window, self.autosave, self.preferences = QMainWindow(), autosave, Preferences(Settings())
        self.view = HelpView(
            pack,
            self.window,
            shortcuts=[],
            preferences=self.preferences,
            autosave=autosave,
            has_vault=lambda: False,
        )
        self.window.setCentralWidget(self.view)
        self.person = Person(self.window)

    @property
    def field(self) -> QPlainTextEdit:
        """The field of the report."""
        field = self.window.findChild(QPlainTextEdit, "report-text")
        assert isinstance(field, QPlainTextEdit)
        return field

    def choose(self, theme: Theme) -> None:
        """Choose colours, as the menu does."""
        self.preferences.change(self.preferences.settings.with_theme(theme))


@pytest.fixture
def guide(pack: Pack, autosave: Autosave, meet: Callable[[QWidget], Person]) -> Guide:
    built = Guide(pack, autosave)
    meet(built.window)
    built.view.show_topic(HelpTopic.REPORT)
    assert "Colors: As the system" in built.field.toPlainText()
    return built


def test_the_report_changes_with_the_window_and_then_nothing_is_copied_any_more(guide: Guide) -> None:
    guide.person.find("report-copy").setFocus()
    guide.person.click("report-copy")
    assert guide.person.sees("report-told")
    guide.choose(Theme.HIGH_CONTRAST)
    assert "Colors: High contrast" in guide.field.toPlainText()
    assert not guide.person.sees("report-told")


def test_a_report_that_nobody_sees_is_left_alone_and_true_again_when_it_is_seen(guide: Guide) -> None:
    guide.view.hide()
    changes: list[None] = []
    guide.field.textChanged.connect(lambda: changes.append(None))
    guide.choose(Theme.HIGH_CONTRAST)
    guide.autosave.changed.emit()
    assert not changes
    guide.view.show()
    guide.view.show_topic(HelpTopic.REPORT)
    assert "Colors: High contrast" in guide.field.toPlainText()


def test_keeping_is_told_as_yes_no_or_not_opened(person: Person, report: Callable[[], str], qtbot: QtBot) -> None:
    assert "Check-ins are kept: no\n" in report()
    person.click("guide-back")
    person.click("C01-yes")
    create_vault(person, qtbot, passphrase=PASSPHRASE)
    assert "Check-ins are kept: yes\n" in report()
    person.click("hide")
    person.come_back()
    person.click("locked-go-on")
    assert "Check-ins are kept: yes, but not opened\n" in report()


def test_the_place_of_an_error_in_our_code_is_told(
    desktop: RunningApp, report: Callable[[], str], crash_handler: CrashHandler
) -> None:
    with pytest.raises(AttributeError) as caught:
        desktop.session.note("C01", b"bytes")  # type: ignore[arg-type]  # as a bug would do
    crash_handler.handle(AttributeError, caught.value, caught.value.__traceback__)
    assert re.search(
        r"^Last error: AttributeError in evolve_desktop\.checkin\.text_cleaning:\d+$", report(), re.MULTILINE
    )
