"""The steps by which a person begins to keep check-ins."""

from pytestqt.qtbot import QtBot

from tests.gui.person import Person

LIMIT_MS = 20_000
PASSPHRASE = "three green herons walking"  # noqa: S105  (a test's own; a shared window is opened again with it)


def create_vault(person: Person, qtbot: QtBot, passphrase: str = "") -> None:
    """Keep with this passphrase and no recovery code, or without a passphrase if it is empty; go back to the tabs."""
    person.click("keeping-more")
    if passphrase:
        person.type("keep-passphrase-first", passphrase)
        person.type("keep-passphrase-second", passphrase)
        person.click("keep-passphrase-with-code")
    person.click("keep-locked" if passphrase else "keep-open")
    qtbot.waitUntil(lambda: person.find("keeping-told").property("text") != "", timeout=LIMIT_MS)
    person.click("keeping-back")
