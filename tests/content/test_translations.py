"""The shipped translations say the same as the original: ids, structure, numbers, blanks; and they are whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from evolve_desktop import resource_paths
from evolve_desktop.checkin.wording import is_translation, wording_of
from evolve_desktop.content.loader import load_pack
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.reading_grade import hard_sentences
from evolve_desktop.content.validation import iter_texts

ORIGINAL = load_pack(resource_paths.content_pack())
LANGUAGES = sorted(
    folder.name
    for folder in (resource_paths.resources() / "content").iterdir()
    if (folder / "pack.toml").is_file() and folder.name != "en"
)
KEPT = {"id", "section", "part", "meaning", "ordinary", "kind", "after"}
ORIGINS = [("origin", "article"), ("origin", "beyond")]
OWN = ("help_lines.toml: countries", "red_flags.toml: complaints")
AS_IN_THE_ORIGINAL = re.compile(
    r".*[. ](id|section|origin|part|meaning|use|ordinary|kind|source|source_url|source_date|chat|version|publisher"
    r"|after\[\d\]|text_word)"
)

ORDERS = re.compile(
    "[وف]?(اكتب|اضغط|اختر|احفظ|أغلق|اقرأ|انظر|أدخل|اطبع|احذف|جرّب|حاول|انقر|أجب|ابدأ|استخدم|خذ|اترك|اطلب|تذكّر|قل|اسأل"
    "|اتصل|أرسل|انسخ|ارجع|عد|توقف|أنتَ|أنتِ|تستطيع|تريد|تستطيعين|تريدين)"
)
"""Arabic words that speak to a man alone or to a woman alone, and say nothing else in this app."""


@pytest.fixture(params=LANGUAGES)
def translation(request: pytest.FixtureRequest) -> Pack:
    return load_pack(resource_paths.content_pack(str(request.param)))


def test_spanish_and_arabic_are_shipped() -> None:
    assert {"ar", "es"} <= set(LANGUAGES)


def skeleton(value: object, *, kept: bool = False) -> object:
    """Return what a translation keeps: ids, marks, and how many of each there are; of words, whether there are any."""
    if isinstance(value, dict):
        return {
            key: skeleton(below, kept=key in KEPT or (key, below) in ORIGINS)
            for key, below in value.items()
            if key not in {"complaints", "countries"}
        }
    if isinstance(value, list | tuple):
        return [skeleton(below, kept=kept) for below in value]
    return value if kept or not isinstance(value, str) else bool(value)


@pytest.mark.parametrize(
    "file", ["article", "checklist", "red_flags", "help_lines", "page", "keeping", "welcome", "guide"]
)
def test_a_translation_keeps_ids_marks_and_order(translation: Pack, file: str) -> None:
    assert skeleton(msgspec.to_builtins(getattr(translation, file))) == skeleton(
        msgspec.to_builtins(getattr(ORIGINAL, file))
    )


def test_an_answer_under_one_language_counts_in_the_other(translation: Pack) -> None:
    ours, theirs = wording_of(ORIGINAL).words, wording_of(translation).words
    assert is_translation(ours, theirs)
    assert (set(ours.lines), ours.stop) == (set(theirs.lines), theirs.stop)


def test_a_translation_says_how_it_was_made_and_that_nobody_has_checked_it(translation: Pack) -> None:
    about = translation.about
    assert about.publisher in about.translated
    assert about.reviewed_by == "" or about.review.endswith(about.reviewed_by)
    assert about.unreviewed
    assert about.reviewed_label


def test_every_country_of_the_original_is_there_with_the_same_numbers(translation: Pack) -> None:
    for country in ORIGINAL.help_lines.countries:
        other = translation.help_lines.country(country.id)
        assert [emergency.number for emergency in other.emergency] == [e.number for e in country.emergency]
        assert [(x.id, x.call, x.text, x.text_word, x.source_url, x.source_date) for x in other.lines] == [
            (x.id, x.call, x.text, x.text_word, x.source_url, x.source_date) for x in country.lines
        ]


def test_no_number_was_called_so_none_says_when_it_was_checked(translation: Pack) -> None:
    lines = [line for country in translation.help_lines.countries for line in country.lines]
    assert not [line.id for line in lines if line.checked_on]
    assert all(line.source_url.startswith("http") for line in lines)


def test_a_country_of_the_language_comes_first(translation: Pack) -> None:
    assert translation.help_lines.countries[0].id not in {country.id for country in ORIGINAL.help_lines.countries}


def left_in_english(pack: Pack) -> Iterator[str]:
    """Yield the place of every text with words in it that are the same as in the original."""
    originals = {text for _, text in iter_texts(ORIGINAL) if re.search(r"[a-z]{3}", re.sub(r"\{\w+\}", "", text))}
    for place, text in iter_texts(pack):
        if text in originals and not AS_IN_THE_ORIGINAL.fullmatch(place) and not place.startswith(OWN):
            yield place


def test_nothing_is_left_in_english(translation: Pack) -> None:
    names = {"Evolve Psychology", "findahelpline.com", "F9", "Escape"}  # names, and keys that bear the same name
    texts = dict(iter_texts(translation))
    assert [place for place in left_in_english(translation) if texts[place] not in names] == []


def test_a_sentence_left_in_english_is_found(translation: Pack) -> None:
    checklist = msgspec.structs.replace(translation.checklist, all_yes=ORIGINAL.checklist.all_yes)
    changed = msgspec.structs.replace(translation, checklist=checklist)
    assert "checklist.toml: all_yes" in set(left_in_english(changed))


def blanks(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}|_{6}", text))


def test_every_blank_is_still_there(translation: Pack) -> None:
    theirs = dict(iter_texts(translation))
    for place, text in iter_texts(ORIGINAL):
        if not place.startswith(OWN):
            assert blanks(theirs[place]) == blanks(text), place


def test_a_translation_has_no_more_hard_sentences_than_twice_the_original(translation: Pack) -> None:
    assert len(list(hard_sentences(translation))) <= 2 * len(list(hard_sentences(ORIGINAL)))


def test_the_folder_of_a_language_bears_its_tag(translation: Pack) -> None:
    assert Path(resource_paths.content_pack(translation.about.language)).is_dir()


def to_one_gender(text: str) -> list[str]:
    return [word for word in re.findall(r"[\u0621-\u0652]+", text) if ORDERS.fullmatch(word)]


def test_arabic_speaks_to_women_and_men_alike() -> None:
    folder = resource_paths.content_pack("ar")
    texts = {path.name: path.read_text(encoding="utf-8") for path in (*folder.glob("*.toml"), folder / "article.md")}
    assert {name: found for name, text in texts.items() if (found := to_one_gender(text))} == {}
    assert to_one_gender("يُرجى الضغط هنا واكتب اسمك") == ["واكتب"]
