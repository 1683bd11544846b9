"""The words of the window that a pack brings: found, counted, and checked against their English."""

from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_about, load_pack, load_window_words
from evolve_desktop.content.plurals import plural_count, plural_place
from evolve_desktop.content.window_words import WindowWords, find_word_faults
from evolve_desktop.errors import ContentError

WORDS = WindowWords(
    {
        "Actions": {"&Hide": "&Ocultar", "&Lock": ""},
        "UnlockView": {"&Hide": "", "&Lock": "&Bloquear"},
        "BackupList": {"%n check-ins": ("%n registro", "%n registros"), "%n days": ("", "")},
    }
)


def test_a_sentence_is_said_as_its_section_says_it() -> None:
    assert WORDS.say("Actions", "&Hide") == "&Ocultar"


def test_a_sentence_without_words_in_its_section_takes_those_of_another() -> None:
    assert WORDS.say("Actions", "&Lock") == "&Bloquear"
    assert WORDS.say("A section of later", "&Hide") == "&Ocultar"


def test_an_untranslated_sentence_is_said_in_english() -> None:
    assert WORDS.say("Actions", "&Quit") == "&Quit"
    assert WORDS.say("BackupList", "%n days", "es", 3) == "%n days"


def test_what_counts_takes_the_plural_of_the_number() -> None:
    assert WORDS.say("BackupList", "%n check-ins", "es", 1) == "%n registro"
    assert WORDS.say("BackupList", "%n check-ins", "es", 2) == "%n registros"


def test_what_the_template_has_and_these_words_have_not_is_named() -> None:
    template = WindowWords({"Actions": {"&Hide": "&Hide", "&Lock": "&Lock", "&Quit": "&Quit"}})
    assert list(WORDS.find_missing(template)) == [("Actions", "&Quit")]


@pytest.mark.parametrize(
    ("language", "places"),
    [
        ("en", [1, 0, 1, 1, 1, 1, 1, 1]),
        ("es-MX", [1, 0, 1, 1, 1, 1, 1, 1]),
        ("fr", [0, 0, 1, 1, 1, 1, 1, 1]),
        ("ru", [2, 0, 1, 2, 2, 2, 0, 2]),
        ("pl", [2, 0, 1, 2, 2, 2, 2, 2]),
        ("cs", [2, 0, 1, 2, 2, 2, 2, 2]),
        ("ar", [0, 1, 2, 3, 4, 4, 4, 5]),
        ("ja", [0, 0, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_each_language_counts_in_its_own_plurals(language: str, places: list[int]) -> None:
    assert [plural_place(language, number) for number in (0, 1, 2, 7, 11, 12, 21, 100)] == places
    assert max(places) < plural_count(language)


@pytest.mark.parametrize(
    ("english", "shown", "fault"),
    [
        ("Saved as {name}.", "Guardado.", "needs the blanks of its English"),
        ("Saved.", "Guardado {name}.", "needs the blanks of its English"),
        ("Saved as {name}.", "Guardado {name} {.", "no other braces"),
        ("%n days", "%n días", "needs 2 texts"),
        ("%n days", ("%n día", "%n días", "%n días"), "needs 2 texts"),
        ("One day", ("Un día", "Dos días"), "needs 1 texts"),
    ],
)
def test_a_translation_that_cannot_be_filled_in_is_a_fault(
    english: str, shown: str | tuple[str, ...], fault: str
) -> None:
    (line,) = find_word_faults(WindowWords({"A": {english: shown}}), "es")
    assert line.startswith(f"A: {english!r}: ")
    assert fault in line


def test_a_plural_may_leave_its_number_out() -> None:
    words = WindowWords({"A": {"%n days": ("un día", "%n días"), "{a} and {b}": "{b} y {a}", "new": ""}})
    assert list(find_word_faults(words, "es")) == []


def test_the_words_in_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "window.toml").write_text(
        '[Actions]\n"&Hide" = "&Ocultar"\n"%n days" = ["%n día", "%n días"]\n', encoding="utf-8"
    )
    words = load_window_words(tmp_path, "es")
    assert words is not None
    assert words.say("Actions", "%n days", "es", 4) == "%n días"


def test_a_folder_without_such_words_has_none(tmp_path: Path) -> None:
    assert load_window_words(tmp_path, "es") is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[A]\n'a {b}' = 'c'", "window.toml: A: 'a {b}': needs the blanks"),
        ("[A]\n'a' = 1", "window.toml: "),
        ("a = ", "window.toml: "),
        ("a = " + "[\n" * 5000, "window.toml: is nested too deeply"),
    ],
)
def test_faults_of_such_words_are_named(text: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "window.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_window_words(tmp_path, "es")
    assert str(raised.value).startswith(fault)


def test_what_a_pack_says_about_itself_is_read_from_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "es"
    folder.mkdir()
    (folder / "pack.toml").write_bytes((resource_paths.content_pack("es") / "pack.toml").read_bytes())
    assert load_about(folder).review == load_pack(resource_paths.content_pack("es")).about.review != ""
    (folder / "pack.toml").write_text("a = 1")
    with pytest.raises(ContentError):
        load_about(folder)
