"""The compiled copy of a pack: the same pack, and only while it fits the files that it was made of."""

from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.compiled import compiled, load_quickly, load_words_late, read_compiled
from evolve_desktop.content.loader import load_pack, load_window_words
from tests.content.conftest import Change


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """Return the compiled copy of the pack in `folder`."""
    file = tmp_path / "pack.msgpack"
    file.write_bytes(compiled(load_pack(folder), folder))
    return file


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_copy_is_the_same_pack(language: str, tmp_path: Path) -> None:
    folder, file = resource_paths.content_pack(language), tmp_path / "pack.msgpack"
    pack = load_pack(folder)
    file.write_bytes(compiled(pack, folder))
    assert read_compiled(file, folder) == pack


@pytest.mark.parametrize("name", ["pack.toml", "article.md", "help_lines.toml"])
def test_a_copy_of_other_files_does_not_count(name: str, copy: Path, folder: Path, change: Change) -> None:
    change(name, "a", "b")
    assert read_compiled(copy, folder) is None


def test_a_missing_copy_or_a_missing_file_is_no_fault(copy: Path, folder: Path) -> None:
    assert read_compiled(folder / "nowhere.msgpack", folder) is None
    (folder / "article.md").unlink()
    assert read_compiled(copy, folder) is None


def test_a_copy_that_ends_too_soon_does_not_count(copy: Path, folder: Path) -> None:
    data = copy.read_bytes()
    for length in (0, 3, 4, 5, len(data) // 2, len(data) - 1):
        copy.write_bytes(data[:length])
        assert read_compiled(copy, folder) is None


def test_the_files_are_read_where_no_copy_fits(copy: Path, folder: Path) -> None:
    pack = load_pack(folder)
    assert load_quickly(folder, None) == load_quickly(folder, folder / "nowhere") == load_quickly(folder, copy) == pack
    words, wanted = load_words_late(folder, "en"), load_window_words(folder, "en")
    assert words is not None
    assert wanted is not None
    assert vars(words) == vars(wanted)


def test_each_field_is_checked_by_its_type(copy: Path, folder: Path) -> None:
    data = copy.read_bytes()
    copy.write_bytes(data.replace(b"C03", b"C/3", 1))
    assert read_compiled(copy, folder) is None


def test_only_a_pack_that_ships_has_a_copy(folder: Path) -> None:
    assert resource_paths.compiled_pack(folder) is None
    ours = resource_paths.compiled_pack(resource_paths.content_pack())
    assert ours is not None
    assert ours.name == "en.msgpack"
