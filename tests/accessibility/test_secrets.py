"""A secret that is hidden on the screen is hidden on the accessibility bus too, however it came into its field."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.accessibility.bus import Bus
from tests.accessibility.conftest import starting
from tests.accessibility.keys import Keys
from tests.accessibility.reader import Reader
from tests.conftest import LONG

FIELD = "keep-passphrase-first"
SECRET = "zq7wv"  # noqa: S105  (a test's own)
BULLET = "●"


@pytest.fixture(scope="module")
def reader(bus: Bus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Start the app once for all tests here, and open the page that asks for a new passphrase."""
    met = Reader(bus)
    with starting(bus, met, tmp_path_factory.mktemp("data")) as start:
        start()
        Keys(bus).turn_to("Evolve")
        met.press("keeping-more")
        yield met
    met.leave()


@pytest.fixture
def keys(bus: Bus, reader: Reader) -> Keys:
    """Return the keys of somebody whose focus is in the empty field for a new passphrase, which hides what is typed."""
    reader.write(FIELD, "")
    reader.go_to(FIELD)
    reader.spells(least=0)
    assert reader.tree(id=FIELD).text == ""
    assert "checked" not in reader.tree(id=f"{FIELD}-show").states
    return Keys(bus)


def types(keys: Keys, _reader: Reader) -> None:
    keys.type(SECRET)


def is_written_by_a_screen_reader(_keys: Keys, reader: Reader) -> None:
    reader.write(FIELD, SECRET)


def pastes(keys: Keys, reader: Reader) -> None:
    """Copy the secret from a note, where it may be read, and paste it."""
    reader.toggle(f"{FIELD}-show")
    keys.type(SECRET)
    keys.press("ctrl+a", "ctrl+x")
    reader.toggle(f"{FIELD}-show")
    reader.spells()
    keys.press("ctrl+v")


def composes(keys: Keys, _reader: Reader) -> None:
    """Type an accent and its letter, which the input method puts together."""
    keys.press("dead_acute", "e", "dead_diaeresis", "u")


def takes_back(keys: Keys, _reader: Reader) -> None:
    keys.type(SECRET)
    keys.press("BackSpace", "ctrl+z", "ctrl+z", "ctrl+shift+z", "ctrl+a", "Delete", "ctrl+z")


def replaces_some(keys: Keys, _reader: Reader) -> None:
    keys.type(SECRET)
    keys.press("Left", "Left", "shift+Left")
    keys.type("k")
    keys.press("Home", "Delete")


@pytest.mark.parametrize("way", [types, is_written_by_a_screen_reader, pastes, composes, takes_back, replaces_some])
def test_no_letter_of_a_hidden_passphrase_is_on_the_bus(
    keys: Keys, reader: Reader, way: Callable[[Keys, Reader], None]
) -> None:
    way(keys, reader)
    assert letters(reader.spells()) == ""
    assert letters(reader.asks_for_the_text(FIELD)) == ""


def test_each_letter_of_a_hidden_passphrase_is_told_as_a_bullet_and_one_that_is_shown_as_itself(
    keys: Keys, reader: Reader
) -> None:
    keys.type(SECRET)
    assert "".join(reader.spells(least=len(SECRET))) == BULLET * len(SECRET)
    keys.press("BackSpace")
    assert reader.spells() == [BULLET]
    reader.toggle(f"{FIELD}-show")
    keys.type("x")
    assert reader.spells()[-1] == "x"
    reader.toggle(f"{FIELD}-show")
    keys.type("y")
    assert letters(reader.spells()) == ""


def letters(texts: Sequence[str]) -> str:
    """Return all but the bullets."""
    return "".join(texts).replace(BULLET, "")


@LONG
def test_caps_lock_is_told_at_the_field_as_soon_as_tab_comes_there_and_when_it_is_switched(
    keys: Keys, reader: Reader
) -> None:
    reader.go_to(f"{FIELD}-show")
    keys.press("Caps_Lock")
    try:
        keys.press("shift+Tab")
        reader.waits_until_shown(FIELD, "Caps Lock is on.")
        assert reader.tree(id=f"{FIELD}-caps-lock").name == "Caps Lock is on."
    finally:
        keys.press("Caps_Lock")
    reader.waits_until_shown(FIELD, "Caps Lock is off.")
    reader.waits_until_gone(id=f"{FIELD}-caps-lock")
