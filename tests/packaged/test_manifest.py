"""The list of what was bundled: it is true, nothing unforeseen stands in it, and the bundle stays small."""

import re
import sys
from pathlib import Path

import pytest

from tests.packaged.program import DIST, FOLDER

pytestmark = pytest.mark.packaged

EXPECTED = Path(__file__).with_name("bundled.txt")
OURS = ("_internal/evolve_desktop/resources/", "_internal/licenses/")
MEGABYTE = 1_000_000
FOLDER_BAR, SINGLE_FILE_BAR = 165 * MEGABYTE, 68 * MEGABYTE


def lines(kind: str) -> list[list[str]]:
    """Return the manifest's lines of a kind, word by word."""
    listed = (DIST / "manifest.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" ") for line in listed if line.startswith(f"{kind} ")]


def bundled() -> set[str]:
    """Return what was bundled but for our own words: files, links, and Python packages by their first name."""
    places = {words[1] for words in lines("file") + lines("link") if not words[1].startswith(OURS)}
    plain = {re.sub(r"python3\.\d+", "python3", re.sub(r"cpython-\d+", "cpython", place)) for place in places}
    return plain | {f"module {words[1].split('.')[0]}" for words in lines("module")}


def test_the_manifest_names_each_file_of_the_folder_with_its_size() -> None:
    listed = {words[1]: int(words[2]) for words in lines("file")}
    there = [file for file in FOLDER.rglob("*") if file.is_file() and not file.is_symlink()]
    assert listed == {file.relative_to(FOLDER).as_posix(): file.stat().st_size for file in there}


@pytest.mark.skipif(sys.platform != "linux", reason="names the files of Linux")
def test_nothing_unforeseen_is_bundled(request: pytest.FixtureRequest) -> None:
    found = bundled()
    if request.config.getoption("--update-expected"):
        EXPECTED.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
    assert found - set(EXPECTED.read_text(encoding="utf-8").splitlines()) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="the bars are those of Linux")
def test_the_folder_and_the_single_file_are_small() -> None:
    folder = sum(int(words[2]) for words in lines("file"))
    assert folder <= FOLDER_BAR
    assert (DIST / "evolve-desktop").stat().st_size <= SINGLE_FILE_BAR
