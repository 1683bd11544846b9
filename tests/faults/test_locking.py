"""A lock while no save works: it locks all the same, no private word can be read, and all of it comes back."""

import resource
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.checkin.diary import Diary
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.services.dialogs import UnsavedChoice
from evolve_desktop.vault.vault import Vault
from tests.conftest import LONG
from tests.faults.conftest import Effort
from tests.gui.app_runs import AppRuns
from tests.gui.person import Answers, Person
from tests.gui.private_words import private_words
from tests.gui.vault_steps import LIMIT_MS, create_vault
from tests.launch import CHEAP, NOW

PASSPHRASE = "three green herons walking"  # noqa: S105  (a test's own)
KEPT = "Zebra: kept before."
UNSAVED = "Zebra: said when no save worked."

Fault = Callable[[Path, Path], None]
Lock = Callable[[AppRuns, Person], None]


def put_older_copy_back(folder: Path, older: Path) -> None:
    shutil.copyfile(older, folder / "check-ins.evolve")


def fill_disk(folder: Path, older: Path) -> None:
    del folder, older
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))


def take_folder_away(folder: Path, older: Path) -> None:
    del older
    folder.rename(folder.with_name("gone"))


def make_folder_read_only(folder: Path, older: Path) -> None:
    del older
    folder.chmod(0o500)


def replace_file(folder: Path, older: Path) -> None:
    del older
    elsewhere = folder.with_name("elsewhere")
    Vault(elsewhere, lambda: NOW, cost=CHEAP).create(Diary(), "another passphrase")
    shutil.copyfile(elsewhere / "check-ins.evolve", folder / "check-ins.evolve")


def put_folder_in_its_place(folder: Path, older: Path) -> None:
    del older
    (folder / "check-ins.evolve").unlink()
    (folder / "check-ins.evolve").mkdir()


FAULTS: list[Fault] = [
    put_older_copy_back,
    fill_disk,
    take_folder_away,
    make_folder_read_only,
    replace_file,
    put_folder_in_its_place,
]


def press_ctrl_l(runs: AppRuns, person: Person) -> None:
    del person
    QTest.keyClick(runs.now.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def hide_and_show_again(runs: AppRuns, person: Person) -> None:
    del runs
    person.click("hide")
    assert person.sees("privacy-screen")
    person.come_back()


def press_shift_three_times(runs: AppRuns, person: Person) -> None:
    handle = runs.now.window.windowHandle()
    assert handle is not None
    handle.installEventFilter(runs.now.idle_monitor)  # the offscreen platform gives no window the focus by itself
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    person.come_back()


def stay_away(runs: AppRuns, person: Person) -> None:
    del person
    runs.now.idle_monitor.idle.emit()


LOCKS: list[Lock] = [press_ctrl_l, hide_and_show_again, press_shift_three_times, stay_away]


def name_of(fault: Fault) -> str:
    return fault.__name__


def later(*faults: Fault) -> list[object]:
    """Leave some faults to the long form."""
    return [pytest.param(fault, marks=LONG) for fault in faults]


def locks_for(fault: Fault, effort: Effort) -> list[Lock]:
    """Return ways to lock, as many as there is effort for; each fault has another first one."""
    first = FAULTS.index(fault) % len(LOCKS)
    return [*LOCKS[first:], *LOCKS[:first]][: effort.ways_to_lock]


@pytest.fixture(scope="session")
def content(short: Path) -> Path:
    return short


@pytest.fixture(autouse=True)
def _room_again(tmp_path: Path) -> object:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    for folder in tmp_path.glob("check-ins"):
        folder.chmod(0o700)


@pytest.fixture
def begin(runs: AppRuns, qtbot: QtBot, tmp_path: Path) -> Callable[[Fault], Person]:
    """Keep with a passphrase, let every save fail, and write one thing more."""

    def start(fault: Fault) -> Person:
        folder, older = tmp_path / "check-ins", tmp_path / "older"
        person = runs.open()
        person.click("start")
        runs.now.session.reply("C03", Reply.NOT_YET)
        create_vault(person, qtbot, PASSPHRASE)
        shutil.copyfile(folder / "check-ins.evolve", older)
        runs.now.session.note("C03", KEPT)
        qtbot.waitUntil(lambda: person.find("keeping-state").property("text").startswith("Kept "))
        fault(folder, older)
        write(runs, person, qtbot, UNSAVED)
        return person

    return start


def write(runs: AppRuns, person: Person, qtbot: QtBot, words: str) -> None:
    """Write something more while no save works."""
    runs.now.session.note("C16", words)
    qtbot.waitUntil(lambda: person.find("keeping-state").property("text").startswith("Not kept: "))


def unlock(person: Person, qtbot: QtBot) -> None:
    person.type("unlock-secret", PASSPHRASE)
    person.click("unlock-open")
    qtbot.waitUntil(lambda: person.sees("tabs"), timeout=LIMIT_MS)


@pytest.mark.parametrize("fault", [*FAULTS[: len(LOCKS)], *later(*FAULTS[len(LOCKS) :])], ids=name_of)
def test_a_failing_save_never_keeps_the_window_open(  # noqa: PLR0913, PLR0917  (fixtures)
    runs: AppRuns,
    qtbot: QtBot,
    answers: Answers,
    begin: Callable[[Fault], Person],
    tmp_path: Path,
    effort: Effort,
    fault: Fault,
) -> None:
    person = begin(fault)
    for turn, lock in enumerate(locks_for(fault, effort)):
        case, words = lock.__name__, UNSAVED + "." * turn
        if turn:
            qtbot.waitUntil(lambda: runs.now.autosave.state is not SaveState.SAVING)
            if fault is put_older_copy_back:  # what was held was joined to it
                fault(tmp_path / "check-ins", tmp_path / "older")
            write(runs, person, qtbot, words)
            answers.told.clear()
        lock(runs, person)
        qtbot.wait(1)  # what was deleted goes with the next events
        assert person.sees("unlock-secret"), case
        assert not person.sees("tabs"), case
        assert private_words(runs.now.window, "zebra") == [], case
        assert runs.now.session.check_in.is_empty, case
        assert not runs.now.session.can_undo, case
        assert runs.now.autosave.check_ins == (), case
        unlock(person, qtbot)
        qtbot.waitUntil(lambda: bool(answers.told))
        assert "Your last words" in answers.told[0], case
        notes = [runs.now.session.check_in.answer(item).note for item in ("C03", "C16")]
        assert notes == [KEPT, words], case


@pytest.mark.parametrize("fault", [make_folder_read_only, *later(fill_disk)], ids=name_of)
def test_what_was_held_is_saved_once_a_save_works_again(  # noqa: PLR0913, PLR0917  (fixtures)
    runs: AppRuns, qtbot: QtBot, answers: Answers, begin: Callable[[Fault], Person], fault: Fault, tmp_path: Path
) -> None:
    person = begin(fault)
    press_ctrl_l(runs, person)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    (tmp_path / "check-ins").chmod(0o700)
    unlock(person, qtbot)
    qtbot.waitUntil(lambda: bool(answers.told), timeout=LIMIT_MS)
    assert answers.told[0].endswith("are kept now.")
    assert notes_on_disk(tmp_path / "check-ins") == [UNSAVED]


def test_an_older_copy_is_joined_and_stays_as_an_earlier_one(
    runs: AppRuns, qtbot: QtBot, begin: Callable[[Fault], Person], tmp_path: Path
) -> None:
    person = begin(put_older_copy_back)
    press_ctrl_l(runs, person)
    unlock(person, qtbot)
    folder = tmp_path / "check-ins"
    assert notes_on_disk(folder) == [UNSAVED]
    older = (tmp_path / "older").read_bytes()
    assert any(path.read_bytes() == older for path in folder.glob("copy-*"))
    assert list(folder.glob("unsaved-*")) == []


def test_an_app_that_ends_while_locked_leaves_the_words_sealed_on_the_disk(
    runs: AppRuns, qtbot: QtBot, answers: Answers, begin: Callable[[Fault], Person], tmp_path: Path
) -> None:
    person = begin(put_older_copy_back)
    press_ctrl_l(runs, person)
    (held,) = (tmp_path / "check-ins").glob("unsaved-*")
    assert b"Zebra" not in held.read_bytes()
    person = runs.again()
    qtbot.waitUntil(lambda: person.sees("unlock-secret"))
    unlock(person, qtbot)
    qtbot.waitUntil(lambda: bool(answers.told))
    assert "are kept now" in answers.told[0]
    assert notes_on_disk(tmp_path / "check-ins") == [UNSAVED]
    assert not held.exists()


def test_words_that_are_in_memory_only_are_asked_about_before_the_window_closes(
    runs: AppRuns, qtbot: QtBot, answers: Answers, begin: Callable[[Fault], Person], tmp_path: Path
) -> None:
    person = begin(take_folder_away)
    press_ctrl_l(runs, person)
    answers.leaves = UnsavedChoice.STAY
    runs.now.window.close()
    assert runs.now.window.isVisible()
    answers.leaves = UnsavedChoice.SAVE
    answers.path = tmp_path / "elsewhere.evolve"
    runs.now.window.close()
    assert not runs.now.window.isVisible()
    assert b"Zebra" not in answers.path.read_bytes()
    restored = Vault(tmp_path / "another", lambda: NOW, cost=CHEAP).restore_from(answers.path, PASSPHRASE)
    assert [check_in.answer("C16").note for check_in in restored.check_ins] == [UNSAVED]
    qtbot.wait(1)


def notes_on_disk(folder: Path) -> list[str]:
    diary = Vault(folder, lambda: NOW, cost=CHEAP).open(PASSPHRASE)
    return [check_in.answer("C16").note for check_in in diary.check_ins]
