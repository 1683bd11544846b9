"""Locking and opening, with a real vault: after locking no word of the person's is left, and everything comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.content.pack import Pack
from evolve_desktop.gui.services.autosave import SaveState
from tests.gui.person import Answers, Person
from tests.gui.storage_setup import StorageSetup, set_up_storage
from tests.gui.vault_steps import PASSPHRASE

NOTE = "Zebra: nobody else may read this."


@pytest.fixture
def home(tmp_path: Path, pack: Pack, answers: Answers, qtbot: QtBot) -> StorageSetup:
    """Return a start of the app with one check-in that is kept and locked with a passphrase."""
    built = set_up_storage(tmp_path / "vault", pack, answers)
    built.session.reply("C03", Reply.NOT_YET)
    built.session.note("C03", NOTE)
    built.controller.create(PASSPHRASE, with_code=True)
    qtbot.waitUntil(lambda: not built.tasks.is_busy and built.autosave.state is SaveState.SAVED)
    return built


@pytest.fixture
def settled(home: StorageSetup, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not home.tasks.is_busy)


@pytest.fixture
def person(home: StorageSetup, meet: Callable[[QWidget], Person]) -> Person:
    return meet(home.locked)


def test_after_locking_no_word_is_left_in_the_session(home: StorageSetup) -> None:
    home.session.note("C05", "and this one, not saved yet")
    home.controller.lock()
    assert home.session.check_in.is_empty
    assert not home.session.can_undo
    assert not home.session.can_redo
    assert home.autosave.check_ins == ()
    assert home.controller.recovery_code == ""


def test_the_passphrase_brings_back_the_check_in_that_was_open(
    home: StorageSetup, person: Person, settled: Callable[[], None]
) -> None:
    home.session.note("C05", "the last word")
    before = home.session.check_in
    home.controller.lock()
    person.type("unlock-secret", PASSPHRASE)
    QTest.keyClick(person.find("unlock-secret"), Qt.Key.Key_Return)
    settled()
    assert home.session.check_in == before
    assert home.autosave.state is SaveState.SAVED


def test_a_wrong_passphrase_is_told_and_the_right_one_still_opens(
    home: StorageSetup, person: Person, settled: Callable[[], None], qtbot: QtBot
) -> None:
    home.controller.lock()
    for _ in range(3):
        person.type("unlock-secret", "x")
        qtbot.waitUntil(person.find("unlock-open").isEnabled, timeout=15_000)
        person.click("unlock-open")
        settled()
    assert person.sees("unlock-problem")
    assert home.session.check_in.is_empty
    button = person.find("unlock-open")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.isEnabled, timeout=15_000)
    home.controller.open(PASSPHRASE)
    settled()
    assert home.session.check_in.answer("C03").note == NOTE


def test_the_recovery_code_opens_too(home: StorageSetup, person: Person, settled: Callable[[], None]) -> None:
    code = home.controller.recovery_code
    home.controller.lock()
    person.click("unlock-is-code")
    person.type("unlock-secret", code.lower().replace("-", " "))
    person.click("unlock-open")
    settled()
    assert home.session.check_in.answer("C03").note == NOTE


def test_tab_goes_from_the_secret_over_the_kind_of_secret_to_the_button(home: StorageSetup, person: Person) -> None:
    home.controller.lock()
    inside = [child.objectName() for child in person.find("unlock-secret").window().findChildren(QWidget)]
    order = [
        name for name in inside if name in {"unlock-secret", "unlock-secret-show", "unlock-is-code", "unlock-open"}
    ]
    assert order == ["unlock-secret", "unlock-secret-show", "unlock-is-code", "unlock-open"]


def test_a_mistyped_code_is_told_apart_before_anything_is_tried(
    home: StorageSetup, person: Person, settled: Callable[[], None]
) -> None:
    home.controller.lock()
    person.click("unlock-is-code")
    person.type("unlock-secret", "ABCDE")
    person.click("unlock-open")
    settled()
    assert "code" in person.find("unlock-problem").property("text")


def test_what_could_not_be_saved_is_held_locked_and_comes_back(home: StorageSetup, settled: Callable[[], None]) -> None:
    for path in home.folder.iterdir():
        path.unlink()
    home.folder.rmdir()
    home.folder.write_text("in the way", encoding="utf-8")
    home.session.note("C05", "not on disk")
    home.controller.lock()
    assert home.session.check_in.is_empty
    assert home.controller.would_lose_unsaved
    home.controller.open(PASSPHRASE)
    settled()
    assert home.session.check_in.answer("C05").note == "not on disk"
    assert home.autosave.state is SaveState.FAILED
    assert home.autosave.reason in home.controller.unsaved


def test_another_start_asks_for_the_passphrase(
    home: StorageSetup, pack: Pack, answers: Answers, meet: Callable[[QWidget], Person], qtbot: QtBot
) -> None:
    later = set_up_storage(home.folder, pack, answers)
    person = meet(later.locked)
    assert later.controller.has_vault
    later.controller.open("")
    qtbot.waitUntil(lambda: not later.tasks.is_busy)
    assert later.controller.wants_secret
    assert NOTE not in person.reads()
    later.controller.open(PASSPHRASE)
    qtbot.waitUntil(lambda: not later.tasks.is_busy)
    assert later.session.check_in.is_empty
    assert [check_in.answer("C03").note for check_in in later.autosave.check_ins] == [NOTE]


def test_who_goes_on_without_opening_it_can_keep_anew_and_loses_nothing(
    home: StorageSetup, pack: Pack, answers: Answers, meet: Callable[[QWidget], Person], qtbot: QtBot
) -> None:
    kept = {path.read_bytes() for path in home.folder.iterdir() if path.is_file()}
    later = set_up_storage(home.folder, pack, answers)
    person = meet(later.locked)
    later.controller.open("")
    qtbot.waitUntil(lambda: not later.tasks.is_busy)
    with qtbot.waitSignal(later.locked.closed):
        person.click("locked-go-on")
    later.session.reply("C05", Reply.YES)
    later.controller.create("", with_code=False)
    qtbot.waitUntil(lambda: not later.tasks.is_busy and later.autosave.state is SaveState.SAVED)
    assert kept <= {path.read_bytes() for path in home.folder.iterdir() if path.is_file()}
    assert [check_in.answer("C05").reply for check_in in later.autosave.check_ins] == [Reply.YES]


def damaged(home: StorageSetup) -> tuple[Path, bytes]:
    """Damage what is kept, after a change that left an earlier copy; return the file and what it holds now."""
    home.session.reply("C05", Reply.YES)
    home.autosave.flush()
    newest = max((path for path in home.folder.iterdir() if path.is_file()), key=lambda path: path.stat().st_mtime_ns)
    data = bytearray(newest.read_bytes())
    data[-100] ^= 1
    newest.write_bytes(data)
    return newest, bytes(data)


def test_a_damaged_file_is_told_and_an_earlier_copy_is_offered(
    home: StorageSetup, pack: Pack, answers: Answers, meet: Callable[[QWidget], Person], qtbot: QtBot
) -> None:
    newest, data = damaged(home)
    later = set_up_storage(home.folder, pack, answers)
    person = meet(later.locked)
    later.controller.open(PASSPHRASE)
    qtbot.waitUntil(lambda: not later.tasks.is_busy)
    assert "damaged" in person.find("locked-told").property("text")
    assert not later.controller.wants_secret
    person.click("locked-copies")
    qtbot.waitUntil(lambda: later.backups.backups is not None and not later.tasks.is_busy)
    assert later.backups.backups
    assert newest.read_bytes() == data


def test_a_copy_of_a_damaged_file_comes_back_with_the_passphrase_that_was_typed(
    home: StorageSetup, pack: Pack, answers: Answers, meet: Callable[[QWidget], Person], qtbot: QtBot
) -> None:
    damaged(home)
    later = set_up_storage(home.folder, pack, answers)
    person = meet(later.locked)
    later.controller.open("")
    qtbot.waitUntil(lambda: not later.tasks.is_busy)
    if person.sees("unlock-secret"):
        person.type("unlock-secret", PASSPHRASE)
        person.click("unlock-open")
        qtbot.waitUntil(lambda: not later.tasks.is_busy)
    person.click("locked-copies")
    qtbot.waitUntil(lambda: later.backups.backups is not None and not later.tasks.is_busy)
    assert "1 check-in" in person.reads()
    copies = later.backups.backups
    assert copies
    name = next(copy.name for copy in copies if copy.can_be_restored)
    with qtbot.waitSignal(later.backups.restored):
        person.click(f"restore-{name}")
    assert [check_in.answer("C03").note for check_in in later.autosave.check_ins] == [NOTE]


def test_a_locked_copy_asks_for_its_passphrase_and_can_be_left_alone(
    home: StorageSetup, pack: Pack, answers: Answers, meet: Callable[[QWidget], Person], qtbot: QtBot
) -> None:
    damaged(home)
    later = set_up_storage(home.folder, pack, answers)
    person = meet(later.locked)
    later.backups.list_backups()
    qtbot.waitUntil(lambda: later.backups.backups is not None and not later.tasks.is_busy)
    copies = later.backups.backups
    assert copies
    later.backups.restore(next(copy.name for copy in copies if copy.can_be_restored))
    qtbot.waitUntil(lambda: person.sees("backup-secret"))
    assert later.autosave.state is SaveState.OFF
    person.click("backup-never-mind")
    assert not person.sees("backup-secret")
    later.backups.unlock(PASSPHRASE, is_code=False)
    assert not later.tasks.is_busy
