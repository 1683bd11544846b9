"""The whole job with nothing but keys, pressed on the X server: from the start to a saved PDF."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.bus import Bus
from tests.accessibility.keys import Keys
from tests.accessibility.reader import Reader
from tests.pdf import words_of

AT_FIRST = [
    "to-help-lines",
    "hide",
    "tab-bar",
    "change-day",
    "keeping-more",
    "contents",
    "find",
    "smaller-text",
    "larger-text",
    "article",
    "about-list",
    "sources-the-role-of-trust-in-mental-health",
    "read-the-role-of-trust-in-mental-health",
    "C16-not-yet",
    "C16-add-note",
    "C16-bring",
    "sources-be-honest-even-about-your-hesitations",
    "read-be-honest-even-about-your-hesitations",
    "C01-not-yet",
]
LAST = "to-my-page"
TOPIC = "Heron: how we work together"
NOTE = "Zebra"


@pytest.fixture
def keys(bus: Bus, reader: Reader, tmp_path: Path) -> Iterator[Keys]:
    """Start the app, leave the welcome by Enter, and go back to where Tab begins."""
    app = bus.start_app(tmp_path)
    pressed = Keys(bus)
    reader.tree(id="start")
    pressed.turn_to("Evolve")
    assert reader.follows()[-1] == "start"
    pressed.press("Return")
    reader.tree(id="C16")
    assert reader.follows()[-1] == "article"
    back = AT_FIRST.index("article")
    pressed.press(*["shift+Tab"] * back)
    assert reader.follows(back) == AT_FIRST[back - 1 :: -1]
    yield pressed
    app.kill()
    app.communicate()


def test_tab_goes_through_the_window_as_it_is_read_and_the_whole_job_is_done_by_keys_alone(
    keys: Keys, reader: Reader, tmp_path: Path
) -> None:
    tab_goes_through_the_window_as_it_is_read_and_back(keys, reader)
    keys.press("Tab", "Tab")
    assert reader.follows(least=2) == [LAST, AT_FIRST[0]]
    a_field_for_words_lets_tab_out_again(keys, reader)
    keys.press("shift+Tab", "shift+Tab", "shift+Tab")
    assert reader.follows(least=3) == ["C16-bring", "C16-add-note", "C16-not-yet"]
    the_whole_job_is_done_by_keys_alone(keys, reader, tmp_path / "mine.pdf")


def tab_goes_through_the_window_as_it_is_read_and_back(keys: Keys, reader: Reader) -> None:
    keys.press(*["Tab"] * (len(AT_FIRST) - 1))
    assert reader.follows(len(AT_FIRST) - 1) == AT_FIRST[1:]
    keys.press(*["shift+Tab"] * (len(AT_FIRST) - 1))
    assert reader.follows(len(AT_FIRST) - 1) == AT_FIRST[-2::-1]
    keys.press("shift+Tab")
    assert reader.follows() == [LAST]
    keys.press("shift+Tab")
    assert reader.follows() == ["to-red-flags"]


def a_field_for_words_lets_tab_out_again(keys: Keys, reader: Reader) -> None:
    keys.press(*["Tab"] * AT_FIRST.index("C16-add-note"), "space")
    assert reader.follows(least=15)[-1] == "C16-note"
    keys.type(NOTE)
    keys.press("Tab")
    assert reader.follows() == ["sources-be-honest-even-about-your-hesitations"]
    keys.press("shift+Tab")
    assert reader.follows() == ["C16-note"]
    assert reader.tree(id="C16-note").text == NOTE


def the_whole_job_is_done_by_keys_alone(keys: Keys, reader: Reader, path: Path) -> None:
    """Answer the line whose note is open, bring it, write the main topic, and save the PDF."""
    keys.press("space", "Right", "Right", "Right")
    reader.follows(least=3)
    assert "checked" in reader.tree(id="C16-yes").states
    keys.press("Tab", "Tab", "space")
    assert reader.follows(least=2)[-2:] == ["C16-add-note", "C16-bring"]
    keys.press("ctrl+4")
    reader.tree(id="main-topic")
    assert reader.follows()[-1] == "main-topic"
    keys.type(TOPIC)
    keys.press("ctrl+s")
    reader.tree(id="fileNameEdit")
    keys.type(str(path))
    keys.press("Return")
    reader.waits_until_gone(id="fileNameEdit")
    words = words_of(path)
    assert TOPIC in words
    assert "I can be myself in the room." in words
    assert NOTE not in words
