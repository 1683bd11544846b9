"""What was erased is in no page out of sight, nor on the clipboard; what was kept at the last moment is exported."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.app_runs import AppRuns
from tests.gui.person import Answers, Person
from tests.gui.vault_steps import create_vault

NAME = "Zebra"
LIMIT_MS = 20_000


def holders(window: QWidget) -> list[str]:
    """Return the names of all widgets, seen or not, that say the name."""
    said = {
        widget: (widget.accessibleName(), widget.accessibleDescription(), str(widget.property("text")))
        for widget in window.findChildren(QWidget)
    }
    return [widget.objectName() for widget, texts in said.items() if any(NAME in text for text in texts)]


def with_a_contact(runs: AppRuns, qtbot: QtBot) -> Person:
    person = runs.open()
    person.click("start")
    create_vault(person, qtbot)
    person.click("to-help-lines")
    person.click("own-add")
    person.type("own-name", NAME)
    person.type("own-reach", "555 0100")
    person.click("own-save")
    qtbot.waitUntil(lambda: person.find("own-1-remove").width() > 0)
    return person


def test_a_contact_is_nowhere_once_it_was_erased_and_is_exported_before(
    runs: AppRuns, qtbot: QtBot, answers: Answers
) -> None:
    person = with_a_contact(runs, qtbot)
    a_contact_that_came_back_is_not_called_removed_out_of_sight(runs, person, qtbot)
    what_is_exported_holds_a_contact_that_was_just_written(runs, person, qtbot, answers)
    erasing_leaves_nothing_in_the_preview_or_on_the_clipboard(runs, person, qtbot)


def a_contact_that_came_back_is_not_called_removed_out_of_sight(runs: AppRuns, person: Person, qtbot: QtBot) -> None:
    person.click("own-1-remove")
    qtbot.waitUntil(lambda: set(holders(runs.now.window)) == {"own-gone", "own-undo"})
    person.click("own-undo")
    assert "own-2-reach" in holders(runs.now.window)
    assert not {"own-gone", "own-undo"} & set(holders(runs.now.window))


def what_is_exported_holds_a_contact_that_was_just_written(
    runs: AppRuns, person: Person, qtbot: QtBot, answers: Answers
) -> None:
    person.click("own-add")
    person.type("own-name", "Quagga")
    person.type("own-reach", "555 0101")
    runs.line("Keep my check-ins…").trigger()
    answers.path = runs.folder / "out.json"
    person.click("export-json")
    qtbot.waitUntil(answers.path.exists)
    assert "Quagga" in answers.path.read_text(encoding="utf-8")


def erasing_leaves_nothing_in_the_preview_or_on_the_clipboard(runs: AppRuns, person: Person, qtbot: QtBot) -> None:
    runs.line("For me only").trigger()
    qtbot.waitUntil(lambda: NAME in person.find("preview").accessibleDescription(), timeout=LIMIT_MS)
    runs.line("Copy as text").trigger()
    assert NAME in QGuiApplication.clipboard().text()
    runs.line("Keep my check-ins…").trigger()
    person.click("erase")
    person.click("erase-now")
    qtbot.waitUntil(lambda: not (runs.folder / "check-ins").exists())
    qtbot.waitUntil(lambda: holders(runs.now.window) == [])
    assert NAME not in QGuiApplication.clipboard().text()
