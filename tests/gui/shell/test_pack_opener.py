"""Another publisher's pack, opened in File: named first, faultless or not opened, remembered where it may be."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evolve_desktop import resource_paths
from evolve_desktop.app import RunningApp, build_opened, build_window
from evolve_desktop.content.loader import load_pack
from evolve_desktop.new_pack import write_new_pack
from evolve_desktop.settings import Settings
from evolve_desktop.window_state import FILE_NAME, WindowState, WindowStateFile
from tests.gui.app_runs import close_window
from tests.gui.person import Answers, Person
from tests.launch import launch_options

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    write_new_pack(folder, "en")
    return folder


@pytest.fixture
def open_pack(desktop: RunningApp, answers: Answers, qtbot: QtBot) -> Callable[[Path], Person]:
    def choose(folder: Path) -> Person:
        former, answers.opens = desktop.window, folder
        line(desktop, "Open a pack…").trigger()
        qtbot.waitUntil(lambda: desktop.window is not former and desktop.window.isVisible())
        return Person(desktop.window)

    return choose


def line(desktop: RunningApp, text: str) -> QAction:
    actions = desktop.window.findChildren(QAction)
    return next(action for action in actions if action.text().replace("&", "").partition(". ")[0] == text)


@pytest.mark.own_window
def test_whose_words_they_are_is_said_first_and_they_are_remembered_only_where_the_window_is(  # noqa: PLR0913, PLR0917  (one window)
    desktop: RunningApp,
    small: Path,
    open_pack: Callable[[Path], Person],
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    pack = load_pack(small)
    about = pack.about
    person = open_pack(small)
    (asked,) = [question for question in answers.asked if about.publisher in question]
    assert about.title in asked
    assert "clinician" in asked
    qtbot.waitUntil(lambda: person.sees(f"{pack.checklist.items[0].id}-yes"))
    assert desktop.session.wording is not None
    assert desktop.session.wording.words.title == about.title
    desktop.window.save_for_end()
    assert not (tmp_path / FILE_NAME).exists()
    line(desktop, "Remember how the window looks").trigger()
    found = WindowStateFile(tmp_path / FILE_NAME).found
    assert found is not None
    assert found.settings.pack == str(small)


def test_a_clinician_who_has_checked_it_is_named(desktop: RunningApp, small: Path, answers: Answers) -> None:
    words = (small / "pack.toml").read_text(encoding="utf-8")
    reviewed = words.replace('reviewed_by = ""', 'reviewed_by = "Dr. Ada Example"')
    (small / "pack.toml").write_text(reviewed, encoding="utf-8")
    answers.opens, answers.goes_out = small, False
    line(desktop, "Open a pack…").trigger()
    assert any("Checked by: Dr. Ada Example" in question for question in answers.asked)


def test_whoever_does_not_open_it_stays_with_the_words_they_have(
    desktop: RunningApp, small: Path, answers: Answers
) -> None:
    window, answers.opens, answers.goes_out = desktop.window, small, False
    line(desktop, "Open a pack…").trigger()
    answers.opens = None
    line(desktop, "Open a pack…").trigger()
    QTest.qWait(0)
    assert desktop.window is window
    assert desktop.preferences.settings.pack == ""


def test_a_pack_with_faults_changes_nothing_and_says_why(
    desktop: RunningApp, small: Path, answers: Answers, person: Person
) -> None:
    person.click("C03-yes")
    (small / "article.md").unlink()
    window, answers.opens = desktop.window, small
    line(desktop, "Open a pack…").trigger()
    QTest.qWait(0)
    assert desktop.window is window
    assert person.is_ticked("C03-yes")
    (told,) = answers.told
    assert "nothing has changed" in told
    assert "article.md" in told


def test_many_faults_are_cut_short(desktop: RunningApp, small: Path, answers: Answers) -> None:
    (small / "pack.toml").write_text("".join(f"odd{number} = 1\n" for number in range(50)), encoding="utf-8")
    (small / "checklist.toml").write_text("[[items]]\n" * 50, encoding="utf-8")
    answers.opens = small
    line(desktop, "Open a pack…").trigger()
    (told,) = answers.told
    assert len(told.split("\n\n")) <= 7


def test_a_path_that_no_file_can_hold_is_refused(
    desktop: RunningApp, small: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evolve_desktop.settings.LONGEST_FOLDER", 5)
    window, answers.opens = desktop.window, small
    line(desktop, "Open a pack…").trigger()
    QTest.qWait(0)
    assert desktop.window is window
    assert answers.told == ["Please put the pack into a folder with a shorter, plain name."]


@pytest.mark.own_window
def test_answers_stay_and_a_language_leads_back(
    desktop: RunningApp, small: Path, open_pack: Callable[[Path], Person], person: Person, qtbot: QtBot
) -> None:
    person.click("C03-yes")
    open_pack(small)
    assert desktop.session.check_in.answers == {}
    former = desktop.window
    line(desktop, "English").trigger()
    qtbot.waitUntil(lambda: desktop.window is not former)
    assert Person(desktop.window).is_ticked("C03-yes")
    assert desktop.preferences.settings.pack == ""


def test_a_remembered_language_leads_back_from_a_pack_of_the_command_line(
    qapp: QApplication, answers: Answers, small: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    font = qapp.font()
    options = msgspec.structs.replace(launch_options(tmp_path, answers), content=small)
    options.state_file.write(WindowState(settings=Settings(language="en")))
    options = msgspec.structs.replace(options, state_file=WindowStateFile(tmp_path / FILE_NAME))
    built = build_window(qapp, options)
    built.window.show()
    built.preferences.change(built.preferences.settings.with_larger_text())
    QTest.qWait(0)
    former = built.window
    line(built, "English").trigger()
    qtbot.waitUntil(lambda: built.window is not former)
    assert built.session.wording is not None
    assert built.session.wording.words.title == load_pack(resource_paths.content_pack()).about.title
    close_window(qapp, built, answers, font)


def test_a_pack_that_became_unreadable_in_between_is_told(
    desktop: RunningApp, small: Path, answers: Answers, qtbot: QtBot
) -> None:
    window, answers.opens = desktop.window, small
    line(desktop, "Open a pack…").trigger()
    shutil.rmtree(small)
    qtbot.waitUntil(lambda: bool(answers.told))
    assert desktop.window is window


def test_it_opens_again_and_gives_way_to_the_own_words_once_it_is_gone(
    qapp: QApplication, answers: Answers, small: Path, tmp_path: Path
) -> None:
    for opened, refused in ((small, False), (tmp_path / "gone", True)):
        font = qapp.font()
        built, told = build_opened(qapp, launch_options(tmp_path, answers), opened)
        assert bool(told) is refused
        assert built.session.wording is not None
        own = load_pack(resource_paths.content_pack()).about.title
        assert (built.session.wording.words.title == own) is refused
        close_window(qapp, built, answers, font)


def test_a_window_without_an_opened_pack_has_nothing_to_say(
    qapp: QApplication, answers: Answers, tmp_path: Path
) -> None:
    font = qapp.font()
    built, told = build_opened(qapp, launch_options(tmp_path, answers), None)
    assert told == ""
    close_window(qapp, built, answers, font)
