"""Copies that another program made in the folder, before the person's eyes: listed, locked along, named, erased."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from evolve_desktop.content.pack import Pack
from evolve_desktop.vault.credentials import Secret
from evolve_desktop.vault.encryption import Sealing
from tests.gui.person import Answers, Person
from tests.gui.storage_setup import set_up_storage
from tests.gui.vault_steps import LIMIT_MS
from tests.launch import CHEAP

NOTE = "Zebra: nobody else may read this."
NAMES = ["Copy of check-ins.evolve", "check-ins (conflicted copy 2026-11-29).evolve", "check-ins.evolve~"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def person(folder: Path, pack: Pack, answers: Answers, meet: Callable[[QWidget], Person], qtbot: QtBot) -> Person:
    """Keep without a passphrase, and have a program make its copies; return the person on the storage page."""
    home = set_up_storage(folder, pack, answers)
    home.session.note("C03", NOTE)
    person = meet(home.view)
    person.click("keep-open")
    kept = folder / "check-ins.evolve"
    qtbot.waitUntil(lambda: home.is_settled and NOTE.encode() in kept.read_bytes(), timeout=LIMIT_MS)
    for name in NAMES:
        (folder / name).write_bytes(kept.read_bytes())
    home.view.start()
    return person


def told(person: Person) -> str:
    shown = person.find("keeping-told")
    assert isinstance(shown, QLabel)
    return shown.text()


def test_the_earlier_copies_name_them(person: Person, qtbot: QtBot) -> None:
    person.click("show-copies")
    qtbot.waitUntil(lambda: all(f", {name}: 1 check-in" in person.reads() for name in NAMES))


def test_a_new_passphrase_locks_them_and_says_so_with_what_it_does_not_open(
    person: Person, qtbot: QtBot, folder: Path
) -> None:
    (folder / "check-ins 2.evolve").write_bytes(Sealing.new([Secret.passphrase("sun")], CHEAP).seal(b"theirs"))
    person.click("new-passphrase-more")
    person.type("new-passphrase-first", "three green herons")
    person.type("new-passphrase-second", "three green herons")
    person.click("change-passphrase")
    qtbot.waitUntil(lambda: "From now on the new passphrase opens" in told(person), timeout=LIMIT_MS)
    assert f"This goes for the copies too that another program made: {', '.join(NAMES)}." in told(person)
    assert "Still closed by another passphrase: check-ins 2.evolve." in told(person)
    assert not any(NOTE.encode() in path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_erasing_names_them_before_and_after_and_leaves_none(person: Person, qtbot: QtBot, folder: Path) -> None:
    person.click("erase")
    assert f"It removes copies too that another program made: {', '.join(NAMES)}." in person.reads()
    person.click("erase-now")
    qtbot.waitUntil(lambda: "Erased too, copies that another program had made" in told(person), timeout=LIMIT_MS)
    assert ", ".join(NAMES) in told(person)
    assert not any((folder / name).exists() for name in NAMES)
