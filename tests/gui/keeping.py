"""Somebody begins to keep their check-ins."""

from pytestqt.qtbot import QtBot

from tests.gui.person import Person

LIMIT_MS = 20_000


def keep(person: Person, qtbot: QtBot, passphrase: str = "") -> None:
    """Keep with a passphrase and no recovery code, or without one where it is empty, and go back to the rooms."""
    person.click("keeping-more")
    if passphrase:
        person.type("keep-passphrase-first", passphrase)
        person.type("keep-passphrase-second", passphrase)
        person.click("keep-passphrase-with-code")
    person.click("keep-locked" if passphrase else "keep-open")
    qtbot.waitUntil(lambda: person.find("keeping-told").property("text") != "", timeout=LIMIT_MS)
    person.click("keeping-back")
