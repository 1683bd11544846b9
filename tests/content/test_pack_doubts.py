"""What is named in a pack without faults: hard sentences, changed lines, idle sections, words that are missing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.pack_doubts import find_doubts
from evolve_desktop.new_pack import write_new_pack

Doubts = Callable[..., list[str]]


@pytest.fixture
def small(tmp_path: Path) -> Callable[[str], Path]:
    """Write a small pack in a language."""

    def write(language: str) -> Path:
        write_new_pack(tmp_path / language, language)
        return tmp_path / language

    return write


def doubts(folder: Path, earlier: Pack | None = None) -> list[str]:
    return list(find_doubts(load_pack(folder), folder, earlier))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_new_pack_in_a_built_in_language_raises_no_doubt(small: Callable[[str], Path], language: str) -> None:
    assert doubts(small(language)) == []


def test_what_is_filled_in_from_the_built_in_pack_is_not_doubted(small: Callable[[str], Path]) -> None:
    folder = small("en")
    replace(
        folder / "checklist.toml",
        "I say what helps me.",
        "Confidentiality considerations necessitate communication today.",
    )
    (doubt,) = doubts(folder)
    assert doubt.startswith("checklist.toml: items[L01].text: reading grade ")


def test_a_built_in_pack_is_doubted_itself() -> None:
    assert any(line.startswith("red_flags.toml: ") for line in doubts(resource_paths.content_pack()))


def test_a_line_with_other_words_in_the_same_version_is_named(small: Callable[[str], Path]) -> None:
    folder = small("en")
    earlier = load_pack(folder)
    replace(folder / "checklist.toml", "I say what helps me.", "I ask for water.")
    (doubt,) = doubts(folder, earlier)
    assert doubt.startswith("L01: has other words than before, and the version is still 1. Count it up in pack.toml: ")
    replace(folder / "pack.toml", 'version = "1"', 'version = "2"')
    assert doubts(folder, earlier) == []


def test_two_titles_are_named(small: Callable[[str], Path]) -> None:
    folder = small("en")
    replace(folder / "pack.toml", 'title = "The title of your article"', 'title = "Another title"')
    assert doubts(folder) == [
        "pack.toml: about.title is “Another title”, and the article is called “The title of your article”"
    ]


def test_a_section_that_no_line_belongs_to_is_named_with_its_name(small: Callable[[str], Path]) -> None:
    folder = small("en")
    replace(folder / "checklist.toml", 'section = "take-your-time"', 'section = "say-what-helps"')
    (doubt,) = doubts(folder)
    assert doubt.startswith("article.md: no line of the checklist belongs to “2. Take your time”. ")
    assert doubt.endswith(" it is called take-your-time")


def test_in_a_language_that_is_not_built_in_all_that_stays_english_is_named(small: Callable[[str], Path]) -> None:
    folder = small("fr")
    told = doubts(folder)
    assert told[:3] == [
        f"{name}: is not there, so the built-in one is shown, in another language (en)"
        for name in ("guide.toml", "help_lines.toml", "red_flags.toml")
    ]
    missing = [line for line in told if line.startswith("window.toml: [")]
    assert len(missing) == 20
    assert "window.toml: [Actions] is not translated: &Print…" in missing
    assert told[-2].startswith("window.toml: and ")
    assert told[-1] == "pack.toml: there is no measure of reading for the language fr, so no sentence was measured"


def test_window_words_that_are_not_there_are_asked_for(small: Callable[[str], Path]) -> None:
    folder = small("fr")
    (folder / "window.toml").unlink()
    for name in ("guide.toml", "help_lines.toml", "red_flags.toml"):
        shutil.copy(resource_paths.content_pack() / name, folder)
    replace(folder / "red_flags.toml", 'section = "notice-red-flags"', 'section = "steps"')
    asked = doubts(folder)[0]
    assert asked.startswith("window.toml: is not there, so the window speaks English. ")
    assert "`evolve-desktop new-pack --language fr`" in asked


def test_window_words_that_are_all_there_raise_no_doubt(small: Callable[[str], Path]) -> None:
    folder = small("es")
    shutil.copy(resource_paths.content_pack("es") / "window.toml", folder)
    assert not [line for line in doubts(folder) if line.startswith("window.toml")]


def test_another_edition_is_not_compared(pack: Pack) -> None:
    folder = resource_paths.content_pack("es")
    other = msgspec.structs.replace(load_pack(folder), about=pack.about)
    assert not [line for line in doubts(folder, other) if "has other words" in line]
