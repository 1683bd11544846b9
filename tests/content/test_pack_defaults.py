"""A small pack of an article and three lines is a whole one: what it leaves out comes from the built-in pack."""

from pathlib import Path

import pytest

from evolve_desktop import resource_paths
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.red_flags import RedFlagCheck
from evolve_desktop.content.schema import Origin
from evolve_desktop.errors import ContentError

PACK = """
[about]
id = "small"
title = "A Small Article"
publisher = "A Practice"
language = "{language}"
version = "1"
"""
ARTICLE = "# A Small Article\n\nIt opens here.\n\n## Ask\n\nAsk what you like.\n"
CHECKLIST = """
title = "Three lines"
all_not_yet = "That is fine."

[[items]]
id = "L01"
part = "A"
text = "I ask."
section = "ask"
article_words = "Ask what you like."
origin = "article"
source = "The article, “Ask”"
"""


def small(folder: Path, language: str = "en") -> Path:
    for name, text in (
        ("pack.toml", PACK.format(language=language)),
        ("article.md", ARTICLE),
        ("checklist.toml", CHECKLIST),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def built_in(language: str = "en") -> Pack:
    return load_pack(resource_paths.content_pack(language))


def lines_of(check: RedFlagCheck) -> list[tuple[str, str]]:
    return [(flag.id, flag.text) for part in check.parts for flag in part.flags]


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_what_a_pack_leaves_out_comes_from_the_built_in_pack_of_its_language(tmp_path: Path, language: str) -> None:
    pack, nearest = load_pack(small(tmp_path, language)), built_in(language)
    assert lines_of(pack.red_flags) == lines_of(nearest.red_flags)
    assert pack.help_lines == nearest.help_lines
    assert pack.guide == nearest.guide
    assert pack.keeping == nearest.keeping
    assert pack.checklist.replies == nearest.checklist.replies
    assert [item.id for item in pack.checklist.items] == ["L01"]
    assert pack.about.disclaimer == nearest.about.disclaimer
    assert (pack.about.title, pack.about.translated, pack.about.review) == ("A Small Article", "", "")


@pytest.mark.parametrize(("language", "nearest"), [("es-MX", "es"), ("fi", "en"), ("../en", "en")])
def test_a_language_that_is_not_built_in_takes_the_nearest(tmp_path: Path, language: str, nearest: str) -> None:
    small(tmp_path, language)
    if ".." in language:
        with pytest.raises(ContentError, match=r"^pack.toml: about.language: has to be a language tag"):
            load_pack(tmp_path)
    else:
        assert load_pack(tmp_path).help_lines == built_in(nearest).help_lines


def test_built_in_words_name_the_article_that_they_stand_beside(tmp_path: Path) -> None:
    pack = load_pack(small(tmp_path))
    assert "“A Small Article”, A Practice" in pack.page.footer
    assert "“A Small Article”" in pack.welcome.what
    assert "{" not in pack.page.footer + pack.welcome.what
    assert "“Why Trust Matters in Therapy”, Evolve Psychology" in built_in().page.footer


def test_built_in_red_flags_do_not_claim_to_rest_on_another_article(tmp_path: Path) -> None:
    check = load_pack(small(tmp_path)).red_flags
    flags = [flag for part in check.parts for flag in part.flags]
    assert {line.origin for line in (*flags, *check.ordinary)} == {Origin.BEYOND}
    assert check.flag("R01").source == "Why Trust Matters in Therapy: step 4, “judged”"
    assert check.section == "a-small-article"


def test_built_in_red_flags_stand_at_the_section_of_their_id_if_there_is_one(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "article.md").write_text(f"{ARTICLE}\n## Signs {{#notice-red-flags}}\n\nLook.\n", encoding="utf-8")
    assert load_pack(tmp_path).red_flags.section == "notice-red-flags"


def test_a_pack_may_bring_countries_of_its_own_without_the_words_around_them(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "help_lines.toml").write_text(
        '[[countries]]\nid = "fi"\nname = "Finland"\nno_emergency = "Call."\n', encoding="utf-8"
    )
    lines = load_pack(tmp_path).help_lines
    assert [country.id for country in lines.countries] == ["fi"]
    assert lines.intro == built_in().help_lines.intro


@pytest.mark.parametrize(
    ("name", "old", "fault"),
    [
        ("pack.toml", 'title = "A Small Article"', "pack.toml: about.title: is missing"),
        ("checklist.toml", 'title = "Three lines"', "checklist.toml: title: is missing"),
        ("checklist.toml", 'all_not_yet = "That is fine."', "checklist.toml: all_not_yet: is missing"),
        ("checklist.toml", 'source = "The article, “Ask”"', "checklist.toml: items[L01].source: is missing"),
    ],
)
def test_its_own_words_have_no_default(tmp_path: Path, name: str, old: str, fault: str) -> None:
    text = (small(tmp_path) / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(text.replace(old, ""), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_pack(tmp_path)
    assert raised.value.faults == (fault,)


def test_a_part_that_is_no_table_is_a_fault(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "pack.toml").write_text("about = 3\nmore = 4\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load_pack(tmp_path)
    assert raised.value.faults == (
        "pack.toml: 'more': is not a field that is known here",
        "pack.toml: about: has to be a table, not 3",
    )
