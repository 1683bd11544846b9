"""What a Linux desktop shows of the app, in every language that ships: the desktop entry and the manual page."""

import re
from pathlib import Path

import pytest

from evolve_desktop import languages
from tools.release.linux_files import desktop_entry

OPTION = re.compile(r"(?:\\-){2}[a-z]+(?:\\-[a-z]+)*|^\.S[HP]|^\.TP", re.MULTILINE)
OTHERS = [language for language in languages.shipped() if language != languages.SOURCE]


def test_the_desktop_entry_speaks_every_language_that_ships() -> None:
    lines = desktop_entry().splitlines()
    for key in ("GenericName", "Comment", "Keywords"):
        said = {line.split("=")[0]: line.split("=")[1] for line in lines if line.startswith(key)}
        assert set(said) == {key, *(f"{key}[{language}]" for language in OTHERS)}
        assert len(set(said.values())) == len(said)


@pytest.mark.parametrize("language", OTHERS)
def test_the_manual_page_has_the_same_parts_and_options_in_every_language(checkout: Path, language: str) -> None:
    folder = checkout / "packaging" / "linux"
    english, other = (
        (folder / f"evolve-desktop{part}.1.in").read_text(encoding="utf-8") for part in ("", f".{language}")
    )
    assert OPTION.findall(other) == OPTION.findall(english)
    assert len(OPTION.findall(english)) > 25
