"""Unreadable files, each with its fault, and all faults of a pack reported together."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.errors import ContentError
from tests.content.conftest import Change, Faults

OWN = ("pack.toml", "article.md", "checklist.toml")
LENT = ("red_flags.toml", "help_lines.toml", "guide.toml")
FILES = OWN + LENT


def test_the_pack_that_ships_has_no_fault(faults: Faults) -> None:
    assert faults() == ()


def test_a_pack_loads_the_same_every_time(folder: Path) -> None:
    assert load_pack(folder) == load_pack(resource_paths.content_pack())


@pytest.mark.parametrize("name", OWN)
def test_a_missing_file_is_named(name: str, folder: Path, faults: Faults) -> None:
    (folder / name).unlink()
    assert faults() == (f"{name}: is missing",)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_of_a_built_in_pack_is_named(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / name).unlink()
    monkeypatch.setattr(resource_paths, "content_pack", lambda _language="en": folder)
    with pytest.raises(ContentError) as raised:
        load_pack(folder)
    assert raised.value.faults == (f"{name}: is missing",)


def test_a_field_that_a_built_in_pack_lacks_is_named(
    folder: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    change("guide.toml", 'title = "Guide"\n', "")
    monkeypatch.setattr(resource_paths, "content_pack", lambda _language="en": folder)
    with pytest.raises(ContentError, match=r"^guide.toml: title: is missing$"):
        load_pack(folder)


def test_an_empty_folder_misses_every_file_without_a_default(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        load_pack(tmp_path)
    assert raised.value.faults == tuple(f"{name}: is missing" for name in OWN)


@pytest.mark.parametrize("name", ["nowhere", "a.txt", "x" * 5000, "\0"])
def test_what_is_not_a_folder_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(ContentError) as raised:
        load_pack(tmp_path / name)
    assert raised.value.faults == (f"{tmp_path / name}: is not a folder that can be read",)


@pytest.mark.parametrize("name", FILES)
def test_bytes_that_are_not_utf_8_are_refused(name: str, folder: Path, faults: Faults) -> None:
    (folder / name).write_bytes(b"title = \xff")
    assert faults() == (f"{name}: is not UTF-8 text",)


@pytest.mark.parametrize("name", FILES)
def test_a_file_saved_with_a_byte_order_mark_and_windows_line_ends_is_read(
    name: str, folder: Path, faults: Faults
) -> None:
    text = (folder / name).read_bytes().replace(b"\n", b"\r\n")
    (folder / name).write_bytes(b"\xef\xbb\xbf" + text)
    assert faults() == ()
    assert load_pack(folder) == load_pack(resource_paths.content_pack())


@pytest.mark.parametrize("name", FILES)
def test_a_line_too_long_to_be_a_sentence_is_refused(name: str, folder: Path, faults: Faults) -> None:
    (folder / name).write_text("\n" + "a." * 2001, encoding="utf-8")
    assert faults() == (f"{name}: line 2: is longer than 4,000 characters",)


def test_a_file_may_be_as_large_as_the_bound(folder: Path, faults: Faults) -> None:
    article = (folder / "article.md").read_bytes()
    (folder / "article.md").write_bytes(article + b"\n" * (1_000_000 - len(article)))
    assert faults() == ()


def test_toml_that_is_none_is_refused_with_its_place(change: Change, faults: Faults) -> None:
    change("checklist.toml", 'title = "Am I', "title Am I")
    assert faults() == (
        "checklist.toml: is not valid TOML: Expected '=' after a key in a key/value pair (at line 2, column 7)",
    )


def test_toml_nested_without_end_is_refused(folder: Path, faults: Faults) -> None:
    (folder / "pack.toml").write_text("a = " + "[\n" * 5000, encoding="utf-8")
    assert faults() == ("pack.toml: is nested too deeply",)


def test_an_article_that_holds_more_than_text_is_refused(change: Change, faults: Faults) -> None:
    change("article.md", "Posted in", "Posted in [a shop](https://example.org) with `code`")
    assert faults() == (
        "article.md: line 37: only headings, paragraphs, bullets and numbered steps are shown, not `](`",
    )


def test_a_path_too_long_for_the_system_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    folder = longer = tmp_path
    while longer.is_dir():
        folder, longer = longer, longer / "x" / ".."
        if len(str(longer)) > 4090:
            break
    with pytest.raises(ContentError) as raised:
        load_pack(folder)
    assert raised.value.faults == tuple(f"{name}: could not be read: File name too long" for name in FILES)


def test_the_faults_of_all_files_are_told_together(change: Change, faults: Faults) -> None:
    change("pack.toml", 'language = "en"', 'language = "English"')
    change("article.md", "# Why", "Why")
    change("checklist.toml", 'section = "be-honest', 'sections = "be-honest')
    change("checklist.toml", 'part = "B"', 'part = "C"')
    change("red_flags.toml", "unsafe = true", 'unsafe = "yes"')
    change("help_lines.toml", 'call = ["988"]', 'call = "9"')
    change("guide.toml", 'press = "Tab"', 'press = ""')
    assert faults() == (
        "pack.toml: about.language: has to be a language tag, such as 'en', not 'English'",
        "article.md: line 1: the article begins with its title, marked `#`",
        "checklist.toml: parts[1].part: has to be one of 'A', 'B', not 'C'",
        "checklist.toml: items[C01].'sections': is not a field that is known here",
        "checklist.toml: items[C01].section: is missing",
        "red_flags.toml: parts[0].flags[R03].unsafe: has to be true or false, not 'yes'",
        "help_lines.toml: countries[us].lines[L-US-1].call: has to be a list, not '9'",
        "guide.toml: keys.others[2].press: has to be text that is not empty, not ''",
    )


def test_a_flood_of_faults_is_cut_short(folder: Path, faults: Faults) -> None:
    (folder / "article.md").write_text("# Title\n" + "`\n" * 1200, encoding="utf-8")
    told = faults()
    assert len(told) == 201
    assert told[-1] == "and 1,000 more"


def test_a_content_error_reads_as_its_lines(folder: Path, change: Change) -> None:
    change("pack.toml", 'publisher = "Evolve Psychology"\n', "")
    change("pack.toml", 'version = "2"\n', "")
    with pytest.raises(ContentError) as raised:
        load_pack(folder)
    assert str(raised.value) == "pack.toml: about.publisher: is missing\npack.toml: about.version: is missing"


def test_a_pack_without_an_id_or_with_that_of_something_else_is_refused(change: Change, faults: Faults) -> None:
    change("pack.toml", 'id = "evolve-why-trust-matters"', 'id = "C01"')
    assert faults() == ("checklist.toml: items[0].id: 'C01' is already the id in pack.toml: about.id",)
    change("pack.toml", 'id = "C01"\n', "")
    assert faults() == ("pack.toml: about.id: is missing",)


@given(name=st.sampled_from(FILES), place=st.floats(0, 1), spoilt=st.binary(max_size=6), length=st.integers(0, 200))
def test_whatever_is_spoilt_ends_in_a_pack_or_in_faults(
    name: str, place: float, spoilt: bytes, length: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    for file in resource_paths.content_pack().iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    whole = (folder / name).read_bytes()
    start = int(place * len(whole))
    (folder / name).write_bytes(whole[:start] + spoilt + whole[start + length :])
    faults: tuple[str, ...] = ()
    try:
        pack = load_pack(folder)
    except ContentError as error:
        pack, faults = None, error.faults
    assert pack or all(faults)
