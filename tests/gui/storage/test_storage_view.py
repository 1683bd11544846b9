"""Keeping by clicks and keys, with a real vault: begin, change what opens it, copy, restore, export, erase."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.checkin.check_in import Reply
from evolve_desktop.content.pack import Pack
from evolve_desktop.errors import WrongPassphraseError
from evolve_desktop.gui.services.autosave import SaveState
from evolve_desktop.gui.widgets.secret_field import SecretField
from tests.gui.person import Answers, Person
from tests.gui.storage_setup import StorageSetup, set_up_storage
from tests.gui.vault_steps import PASSPHRASE


@pytest.fixture
def home(tmp_path: Path, pack: Pack, answers: Answers) -> StorageSetup:
    return set_up_storage(tmp_path / "vault", pack, answers)


@pytest.fixture
def person(home: StorageSetup, meet: Callable[[QWidget], Person]) -> Person:
    home.session.reply("C03", Reply.NOT_YET)
    return meet(home.view)


@pytest.fixture
def settled(home: StorageSetup, qtbot: QtBot) -> Callable[[], None]:
    """Wait until nothing is being done and everything is kept."""
    return lambda: qtbot.waitUntil(lambda: home.is_settled)


def choose(person: Person, name: str, passphrase: str) -> None:
    if person.sees(f"{name}-more"):
        person.click(f"{name}-more")
    person.type(f"{name}-first", passphrase)
    person.type(f"{name}-second", passphrase)


def keep(person: Person, settled: Callable[[], None]) -> str:
    """Keep with a passphrase and return the recovery code that is shown."""
    choose(person, "keep-passphrase", PASSPHRASE)
    person.click("keep-locked")
    settled()
    shown = person.find("recovery-code")
    assert isinstance(shown, QLabel)
    return shown.text()


def opened(home: StorageSetup, pack: Pack, answers: Answers, secret: str, *, is_code: bool = False) -> list[str]:
    """Return the ids that another start of the app finds with this secret."""
    later = set_up_storage(home.folder, pack, answers)
    return [check_in.id for check_in in later.vault.open(secret, is_code=is_code).check_ins]


def test_nothing_is_on_disk_before_the_person_keeps(person: Person, home: StorageSetup, pack: Pack) -> None:
    assert not home.folder.exists()
    for sentence in (*pack.keeping.what, pack.keeping.lost, pack.keeping.open_file):
        assert sentence in person.reads()


def test_keeping_with_a_passphrase_shows_what_is_done_the_code_once_and_no_passphrase_to_type(
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    code = keep(person, settled)
    assert person.find("recovery-code").hasFocus()
    assert person.find("keeping-told").property("text") == "From now on your check-ins are kept on this computer."
    assert fields(person) == []
    assert home.autosave.state is SaveState.SAVED
    assert opened(home, pack, answers, PASSPHRASE) == opened(home, pack, answers, code, is_code=True) == ["new-0"]
    assert "herons" not in "".join(path.read_bytes().decode("latin-1") for path in home.folder.iterdir())
    person.click("have-code")
    assert not person.sees("recovery-code")
    assert home.controller.recovery_code == ""
    assert fields(person) == []


def fields(person: Person) -> list[str]:
    """Return the names of the lines that can be typed in."""
    return [line.objectName() for line in person.window.findChildren(QLineEdit) if line.isVisible()]


def test_two_different_passphrases_are_not_taken(person: Person, home: StorageSetup) -> None:
    person.type("keep-passphrase-first", PASSPHRASE)
    person.type("keep-passphrase-second", "three green herons walk")
    person.click("keep-locked")
    assert "The two passphrases differ. Please type the same one twice." in person.reads()
    assert not home.folder.exists()


def test_undo_brings_back_no_passphrase_although_it_is_shown(meet: Callable[[QWidget], Person]) -> None:
    field = SecretField("secret", "Passphrase")
    person = meet(field)
    person.type("secret", PASSPHRASE)
    field.clear()
    line = person.find("secret")
    assert isinstance(line, QLineEdit)
    line.setEchoMode(QLineEdit.EchoMode.Normal)
    line.undo()
    assert field.text == ""


def test_caps_lock_is_told_to_the_eye_and_the_ear(person: Person, qtbot: QtBot) -> None:
    for name in ("keep-passphrase-first", "keep-passphrase-second"):
        caps_lock_is_told(person, qtbot, name)


def caps_lock_is_told(person: Person, qtbot: QtBot, name: str) -> None:
    line = person.find(name)
    line.setFocus()
    QTest.keyClicks(line, "a")
    assert not person.sees(f"{name}-caps-lock")
    QTest.keyClicks(line, "B")  # without Shift
    assert person.sees(f"{name}-caps-lock")
    assert "Caps Lock is on." in person.reads()
    qtbot.waitUntil(lambda: line.accessibleDescription() == "Caps Lock is on.")
    QTest.keyClicks(line, "c", Qt.KeyboardModifier.ShiftModifier)
    assert person.sees(f"{name}-caps-lock")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert person.sees(f"{name}-caps-lock")
    QTest.keyClicks(line, "d")
    assert not person.sees(f"{name}-caps-lock")
    qtbot.waitUntil(lambda: line.accessibleDescription() == "Caps Lock is off.")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.accessibleDescription() == ""


def test_the_strength_is_told_in_words(person: Person) -> None:
    line = person.find("keep-passphrase-first")
    assert isinstance(line, QLineEdit)
    hints = [("heron", "Short:"), ("green heron", "Fair."), (PASSPHRASE, "Long:"), ("aaaaaaaaaaaaaa", "Short:")]
    for typed, hint in hints:
        line.clear()
        person.type("keep-passphrase-first", typed)
        said = person.reads()
        assert [words for words in ("Short:", "Fair.", "Long:") if words in said] == [hint], typed


def test_keeping_without_a_passphrase_opens_without_one_and_has_no_recovery_code_to_make(
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    person.click("keep-open")
    settled()
    assert opened(home, pack, answers, "") == ["new-0"]
    for name in ("recovery-code", "remove-passphrase", "new-code-more", "new-code-open"):
        assert not person.sees(name), name


def test_what_is_said_afterwards_is_kept_too(
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    keep(person, settled)
    home.session.note("C03", "one more word")
    settled()
    later = set_up_storage(home.folder, pack, answers)
    assert later.vault.open(PASSPHRASE).check_ins[0].answer("C03").note == "one more word"


def test_a_new_passphrase_takes_the_place_of_the_old_one_and_of_its_code(
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    keep(person, settled)
    choose(person, "new-passphrase", "seven slow boats at noon")
    person.click("new-passphrase-with-code")
    person.click("change-passphrase")
    settled()
    assert opened(home, pack, answers, "seven slow boats at noon") == ["new-0"]
    assert "the old one does not" in person.reads()
    assert not person.sees("recovery-code")


def test_a_new_recovery_code_takes_the_place_of_the_old_one(
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    old = keep(person, settled)
    person.click("have-code")
    person.click("new-code-more")
    person.type("new-code-secret", PASSPHRASE)
    person.click("new-code-open")
    settled()
    shown = person.find("recovery-code")
    assert isinstance(shown, QLabel)
    assert shown.text() != old
    assert "the new recovery code opens your check-ins" in person.reads()
    assert opened(home, pack, answers, shown.text(), is_code=True) == ["new-0"]
    assert opened(home, pack, answers, PASSPHRASE) == ["new-0"]
    with pytest.raises(WrongPassphraseError):
        opened(home, pack, answers, old, is_code=True)
    assert not person.sees("new-code-secret")
    person.click("new-code-more")
    field = person.find("new-code-secret")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def test_a_wrong_passphrase_makes_no_recovery_code_and_the_next_try_has_to_wait(  # noqa: PLR0913, PLR0917  (fixtures)
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None], qtbot: QtBot
) -> None:
    code = keep(person, settled)
    person.click("new-code-more")
    person.click("new-code-open")
    assert person.find("new-code-problem").property("text") == "Please type your passphrase."
    for _ in range(3):
        person.type("new-code-secret", "x")
        person.click("new-code-open")
        settled()
    assert "does not open your check-ins" in person.find("new-code-problem").property("text")
    assert not person.find("new-code-open").isEnabled()
    qtbot.waitUntil(person.find("new-code-open").isEnabled, timeout=5_000)
    assert opened(home, pack, answers, code, is_code=True) == ["new-0"]


def test_the_passphrase_can_be_removed(
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None]
) -> None:
    keep(person, settled)
    person.click("remove-passphrase")
    settled()
    assert opened(home, pack, answers, "") == ["new-0"]
    assert not person.sees("remove-passphrase")


def test_a_backup_comes_back_with_its_passphrase(  # noqa: PLR0913, PLR0917  (fixtures)
    person: Person, home: StorageSetup, pack: Pack, answers: Answers, settled: Callable[[], None], tmp_path: Path
) -> None:
    keep(person, settled)
    answers.path = answers.opens = tmp_path / "stick" / "backup"
    answers.path.parent.mkdir()
    person.click("back-up")
    settled()
    assert "Written: backup" in person.reads()
    person.click("erase")
    person.click("erase-now")
    settled()
    assert pack.keeping.erased in person.reads()
    assert not list(home.folder.glob("*"))
    home.view.start()
    person.click("restore-backup")
    settled()
    person.type("backup-secret", "wrong")
    person.click("backup-open")
    settled()
    assert not home.autosave.check_ins
    person.find("backup-open")
    person.type("backup-secret", "")
    home.backups.unlock(PASSPHRASE, is_code=False)
    settled()
    assert [check_in.id for check_in in home.autosave.check_ins] == ["new-0"]
    assert opened(home, pack, answers, PASSPHRASE) == ["new-0"]


def test_an_earlier_copy_comes_back(person: Person, home: StorageSetup, settled: Callable[[], None]) -> None:
    person.click("keep-open")
    settled()
    home.session.reply("C03", Reply.YES)
    settled()
    person.click("show-copies")
    settled()
    assert home.backups.backups
    person.click(f"restore-{home.backups.backups[0].name}")
    settled()
    assert home.autosave.check_ins[0].answer("C03").reply is Reply.NOT_YET
    assert home.session.check_in.is_empty


def test_nothing_is_restored_over_answers_that_are_not_on_disk(
    person: Person, home: StorageSetup, settled: Callable[[], None], tmp_path: Path
) -> None:
    person.click("keep-open")
    settled()
    home.session.reply("C03", Reply.YES)
    settled()
    person.click("show-copies")
    settled()
    assert home.backups.backups
    home.folder.rename(tmp_path / "gone")
    home.folder.write_text("in the way", encoding="utf-8")
    home.session.note("C05", "not on disk")
    person.click(f"restore-{home.backups.backups[0].name}")
    settled()
    assert home.session.check_in.answer("C05").note == "not on disk"
    assert home.autosave.state is SaveState.FAILED
    assert home.autosave.reason in person.reads()


def test_an_export_is_read_by_anyone_and_comes_back(
    person: Person, home: StorageSetup, answers: Answers, settled: Callable[[], None], tmp_path: Path
) -> None:
    keep(person, settled)
    answers.path = answers.opens = tmp_path / "notes.json"
    before = {path.name: path.read_bytes() for path in home.folder.iterdir()}
    person.click("export-json")
    settled()
    assert json.loads(answers.path.read_bytes())["check_ins"][0]["id"] == "new-0"
    assert {path.name: path.read_bytes() for path in home.folder.iterdir()} == before
    home.session.close(home.session.check_in)
    home.autosave.delete("new-0")
    person.click("import-json")
    settled()
    assert [check_in.id for check_in in home.autosave.check_ins] == ["new-0"]
    answers.path = tmp_path / "notes.txt"
    person.click("export-text")
    settled()
    assert "I ask when I don't understand" in answers.path.read_text(encoding="utf-8")


def test_erasing_asks_twice_in_sight_and_leaves_nothing(
    person: Person, home: StorageSetup, pack: Pack, settled: Callable[[], None], qtbot: QtBot
) -> None:
    keep(person, settled)
    person.window.resize(1000, 500)
    person.click("erase")
    assert pack.keeping.erase in person.reads()
    now = person.find("erase-now")
    qtbot.waitUntil(lambda: now.visibleRegion().boundingRect() == now.rect())  # below what was in sight before
    person.click("erase-back")
    assert list(home.folder.iterdir())
    person.click("erase")
    person.click("erase-now")
    settled()
    assert not list(home.folder.glob("*"))
    assert home.session.check_in.is_empty
    assert not home.session.can_undo
    assert home.autosave.state is SaveState.OFF
    assert not person.sees("keep-locked")
    home.view.start()
    assert person.sees("keep-locked")


def test_what_cannot_be_written_is_told_in_a_sentence(
    person: Person, home: StorageSetup, answers: Answers, settled: Callable[[], None], tmp_path: Path
) -> None:
    keep(person, settled)
    answers.path = tmp_path / "gone" / "backup"
    person.click("back-up")
    settled()
    assert "Your check-ins" in person.find("keeping-told").property("text")
    assert home.autosave.state is SaveState.SAVED


def test_a_new_passphrase_waits_behind_a_button_and_goes_away_once_it_is_taken(
    person: Person, settled: Callable[[], None]
) -> None:
    person.click("keep-open")
    settled()
    assert person.find("new-passphrase-more").property("text") == "Set a passphrase ▸"
    choose(person, "new-passphrase", PASSPHRASE)
    person.click("change-passphrase")
    settled()
    assert not person.sees("new-passphrase-first")
    assert person.find("new-passphrase-more").property("text") == "Change the passphrase ▸"


def places(person: Person) -> dict[str, tuple[int, int, int, int]]:
    """Return where every control and label that has words stands."""
    shown = [widget for widget in person.window.findChildren(QWidget) if widget.isVisible() and widget.objectName()]
    found = {widget.objectName(): (widget.mapTo(person.window, QPoint()), widget.size()) for widget in shown}
    return {
        name: (place.x(), place.y(), size.width(), size.height())
        for name, (place, size) in found.items()
        if not name.startswith("qt_") and "hint" not in name and "caps-lock" not in name
    }


@pytest.mark.parametrize("width", [1000, 420])
def test_nothing_moves_while_a_passphrase_is_typed(person: Person, width: int, qtbot: QtBot) -> None:
    person.window.resize(width, 1600)
    person.find("keep-passphrase-first").setFocus()
    qtbot.waitUntil(lambda: person.window.width() == width)
    QTest.qWait(0)
    before = places(person)
    hints = set()
    for name in ("keep-passphrase-first", "keep-passphrase-second"):
        person.find(name).setFocus()
        for letter in PASSPHRASE.upper():  # without Shift, as with Caps Lock
            QTest.keyClicks(person.find(name), letter)
            QTest.qWait(0)
            hints.add(person.find("keep-passphrase-hint").property("text").split()[0])
            assert places(person) == before, name
    assert person.sees("keep-passphrase-second-caps-lock")
    assert hints >= {"Short:", "Fair.", "Long:"}


def test_after_erasing_the_page_says_done_with_the_focus_on_the_way_on(
    person: Person, home: StorageSetup, pack: Pack, settled: Callable[[], None], qtbot: QtBot
) -> None:
    keep(person, settled)
    person.click("have-code")
    been: list[str] = []
    QApplication.instance().focusChanged.connect(  # type: ignore[union-attr]  # there is one
        lambda _old, new: been.append(new.objectName() if new is not None else "")
    )
    person.click("erase")
    person.find("erase-now").setFocus()
    QTest.keyClick(person.find("erase-now"), Qt.Key.Key_Space)
    settled()
    qtbot.waitUntil(lambda: person.sees("erased-go-on"))
    assert person.find("erased-go-on").hasFocus()
    assert "restore-backup" not in been
    assert "Done" in person.reads()
    assert pack.keeping.erased in person.reads()
    assert not any(map(person.sees, ("restore-backup", "keep-locked", "erase", "keeping-back")))
    with qtbot.waitSignal(home.view.closed):
        person.click("erased-go-on")
