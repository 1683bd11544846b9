"""The help lines are one button away from everywhere, numbers first, and lead back to where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from evolve_desktop.app import RunningApp
from evolve_desktop.content.pack import Pack
from tests.gui.help.test_help_view import choose, open_guide
from tests.gui.person import Answers, Person, focused, press_key
from tests.gui.vault_steps import LIMIT_MS, PASSPHRASE, create_vault
from tests.short_pack import short_pack
from tools.window_tour import Tour

pytestmark = pytest.mark.one_window


@pytest.fixture(scope="session")
def content(packs: Path, pack: Pack) -> Path:
    """Return a pack with few lines to answer, and every country."""
    return short_pack(packs / "every-country", countries=[country.id for country in pack.help_lines.countries])


def first_number(person: Person) -> QLabel:
    labels = [label for label in person.window.findChildren(QLabel) if label.property("role") == "number"]
    seen = [label for label in labels if label.isVisible()]
    return min(seen, key=lambda label: label.mapTo(person.window, QPoint()).y())


def choose_country(person: Person, country_id: str, pack: Pack) -> None:
    chooser = person.find("country")
    assert isinstance(chooser, QComboBox)
    names = {country.id: country.name for country in pack.help_lines.countries}
    chooser.setCurrentText(names.get(country_id, pack.help_lines.not_set))
    chooser.activated.emit(chooser.currentIndex())


def test_the_first_number_is_in_the_upper_half_of_the_first_screen_in_every_country_and_in_none(
    tour: Tour, pack: Pack
) -> None:
    tour.resize(1280, 800)
    person = Person(tour.desktop.window)
    person.click("to-help-lines")
    for country_id in ("", *(country.id for country in pack.help_lines.countries), ""):
        choose_country(person, country_id, pack)
        person.click("to-help-lines")
        tour.settle()
        number = first_number(person)
        assert person.window.height() == 800
        assert 0 < number.mapTo(person.window, QPoint(0, number.height())).y() <= 400, country_id
        assert number.visibleRegion().boundingRect() == number.rect(), country_id


def test_no_tab_leads_to_the_help_lines_and_the_button_is_said_by_name(person: Person) -> None:
    assert "Help lines" not in [person.tabs.tabText(index) for index in range(person.tabs.count())]
    button = QAccessible.queryAccessibleInterface(person.find("to-help-lines"))
    assert button.text(QAccessible.Text.Name) == "Help lines"
    assert button.role() is QAccessible.Role.Button


@pytest.mark.parametrize("leave", ["Escape", "Back"])
def test_the_way_back_leads_to_the_focus_before(desktop: RunningApp, person: Person, leave: str) -> None:
    person.click("C03-yes")
    choose(desktop, "Help lines")
    assert not person.sees("C03-yes")
    if leave == "Back":
        person.click("help-back")
    else:
        press_key(Qt.Key.Key_Escape)
    assert not person.sees("help-back")
    assert focused().objectName() == "C03-yes"


def test_the_help_lines_lead_back_to_any_page_they_were_opened_on(desktop: RunningApp, person: Person) -> None:
    person.click("keeping-more")
    person.click("to-help-lines")
    person.click("help-back")
    assert person.sees("keeping-back")
    open_guide(desktop)
    person.click("to-help-lines")
    person.click("help-back")
    assert person.sees("guide")
    person.click("guide-back")
    assert person.sees("keeping-back")


def test_going_to_and_fro_between_guide_and_help_lines_does_not_make_the_way_back_longer(
    desktop: RunningApp, person: Person
) -> None:
    open_guide(desktop)
    for _ in range(3):
        person.click("to-help-lines")
        open_guide(desktop)
    person.click("guide-back")
    assert person.sees("C01-yes")


def test_nothing_stands_about_keeping_on_the_help_lines(person: Person) -> None:
    person.click("to-help-lines")
    assert not person.sees("keeping-state")
    assert "Nothing is kept on this computer." not in person.reads()


def test_f6_leads_to_the_help_lines_and_leaves_the_focus_there(person: Person) -> None:
    person.click("to-help-lines")
    for before, after in (("hide", "help-to-choice"), ("help-to-choice", "help-to-choice"), ("own-add", "own-add")):
        person.find(before).setFocus()
        press_key(Qt.Key.Key_F6)
        assert focused().objectName() == after


def test_a_hidden_window_comes_back_to_the_help_lines(person: Person) -> None:
    person.click("to-help-lines")
    person.click("hide")
    assert not person.sees("help-back")
    person.come_back()
    assert person.sees("help-back")
    assert focused().objectName() == "help-to-choice"


def test_unlocking_leads_back_to_the_help_lines_too(person: Person, qtbot: QtBot) -> None:
    create_vault(person, qtbot, PASSPHRASE)
    person.click("to-help-lines")
    press_key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: person.sees("unlock-secret"), timeout=LIMIT_MS)
    assert not person.sees("help-back")
    person.type("unlock-secret", PASSPHRASE)
    person.click("unlock-open")
    qtbot.waitUntil(lambda: person.sees("help-back"), timeout=LIMIT_MS)
    person.click("help-back")
    assert person.sees("tabs")


def test_contacts_that_are_kept_nowhere_are_asked_about_when_the_window_closes(
    desktop: RunningApp, person: Person, answers: Answers
) -> None:
    add_contact(person)
    answers.asked.clear()
    desktop.window.close()
    assert answers.asked == ["dropping"]


def test_contacts_written_before_keeping_are_kept_with_it(
    desktop: RunningApp, person: Person, qtbot: QtBot, answers: Answers
) -> None:
    add_contact(person)
    person.click("help-back")
    create_vault(person, qtbot, PASSPHRASE)
    qtbot.waitUntil(desktop.autosave.flush)
    assert [contact.name for contact in desktop.autosave.contacts] == ["Ann"]
    desktop.window.close()
    assert "dropping" not in answers.asked


def add_contact(person: Person) -> None:
    person.click("to-help-lines")
    person.click("own-add")
    person.type("own-name", "Ann")
    person.type("own-reach", "555 0100")
    person.click("own-save")


def test_the_wallet_card_is_one_click_away_and_shown_before_it_goes_out(
    person: Person, tour: Tour, pack: Pack, answers: Answers, tmp_path: Path
) -> None:
    add_contact(person)
    choose_country(person, "nz", pack)
    person.click("help-card")
    assert person.find("sheet-title").property("text") == "Wallet card"
    assert pack.help_lines.card_notice in person.reads()
    tour.wait(lambda: person.sees("preview") and "555 0100" in person.find("preview").accessibleDescription())
    assert "Safe to talk" in person.find("preview").accessibleDescription()
    answers.path = tmp_path / "card.pdf"
    answers.asked.clear()
    person.click("save-pdf")
    assert pack.page.before_print in answers.asked[0]
    assert answers.asked[-1] == "Notes card.pdf"
    assert answers.path.read_bytes().startswith(b"%PDF")
