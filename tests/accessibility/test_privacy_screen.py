"""The privacy screen on the accessibility bus: an empty page, and how to come back from it."""

from tests.accessibility.bus import Bus
from tests.accessibility.conftest import Start
from tests.accessibility.keys import Keys
from tests.accessibility.reader import Reader

WORDS = {"", "Notes", "All notes", "An empty page. F9 goes back to all notes."}


def test_the_privacy_screen_is_called_notes_says_how_to_come_back_and_goes_by_its_key(
    start: Start, reader: Reader, bus: Bus
) -> None:
    start()
    keys = Keys(bus)
    window = keys.turn_to("Evolve")
    reader.toggle("C01-yes")
    reader.hears()
    keys.press("Shift_L", "Shift_L", "Shift_L")
    reader.waits_until_shown("privacy-screen", "F9")
    app = reader.tree()
    assert keys.title(window) == "Notes"
    assert app.name == "Notes"
    (frame,) = app.children
    assert (frame.role, frame.name) == ("frame", "Notes")
    told = {word for part in frame.walk() for word in (part.name, part.description, part.text)}
    assert {word for word in told - WORDS if "2" not in word} == set()  # the date has one, in its year
    assert "privacy-screen" in reader.follows()
    keys.press("Return", "space", "Escape", "Tab", "space")
    assert reader.tree(id="privacy-screen").name == "Notes"
    assert reader.hears(least=0) == []
    while keys.title(window) == "Notes":  # two seconds long the key does nothing
        keys.press("F9")
    reader.waits_until_gone(id="privacy-screen")
    assert "checked" in reader.tree(id="C01-yes").states
    assert keys.title(window) == "Evolve"
