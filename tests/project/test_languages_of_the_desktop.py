"""What a Linux desktop shows of the app, in every language that ships: menu, description and manual page."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from evolve_desktop import desktop_entry, languages
from tools.release import linux_files

OPTION = re.compile(r"(?:\\-){2}[a-z]+(?:\\-[a-z]+)*|^\.S[HP]|^\.TP", re.MULTILINE)
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
WORDS = {"summary", "p", "li", "caption", "comment"}
OTHERS = [language for language in languages.shipped() if language != languages.SOURCE]


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder `share` as a package brings it."""
    folder = tmp_path_factory.mktemp("share")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1800000000")
        linux_files.share(folder)
    return folder


def test_the_desktop_entry_speaks_every_language_that_ships(share: Path) -> None:
    lines = (share / "applications" / "evolve-desktop.desktop").read_text(encoding="utf-8").splitlines()
    for key in desktop_entry.SAID:
        said = {line.split("=")[0]: line.split("=")[1] for line in lines if line.startswith(key)}
        assert set(said) == {key, *(f"{key}[{language}]" for language in OTHERS)}
        assert len(set(said.values())) == len(said)


@pytest.mark.parametrize(
    ("file", "count"), [("metainfo/evolve-desktop.metainfo.xml", 10), ("mime/packages/evolve-desktop.xml", 1)]
)
def test_what_a_shop_of_programs_and_a_file_manager_say_is_in_every_language_that_ships(
    share: Path, file: str, count: int
) -> None:
    found = [
        (element.tag.rpartition("}")[2], element.get(LANGUAGE, languages.SOURCE), element.text)
        for element in ET.parse(share / file).iter()  # noqa: S314  (the project's own file)
        if element.tag.rpartition("}")[2] in WORDS
    ]
    spoken = [language for _, language, _ in found]
    assert {language: spoken.count(language) for language in spoken} == dict.fromkeys(languages.shipped(), count)
    assert len({(tag, text) for tag, _, text in found}) == len(found)


@pytest.mark.parametrize("language", OTHERS)
def test_the_manual_page_has_the_same_parts_and_options_in_every_language(checkout: Path, language: str) -> None:
    folder = checkout / "packaging" / "linux"
    english, other = (
        (folder / f"evolve-desktop{part}.1.in").read_text(encoding="utf-8") for part in ("", f".{language}")
    )
    assert OPTION.findall(other) == OPTION.findall(english)
    assert len(OPTION.findall(english)) > 25
