"""The rules of wording for every text of the pack, except the article's and the titles of sources."""

import re

import pytest

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.validation import iter_texts

FORBIDDEN = (
    "should",
    "must",
    "toxic",
    "victim",
    "non-compliant",
    "noncompliant",
    "resistant",
    "committed suicide",
    "commit suicide",
    "failed",
    "good client",
    "your abuser",
    "is illegal",
)
SCORES = ("percent", "%", "points", "out of 1", "level", "badge", "streak", "average", "most people", "congratulations")


def own(pack: Pack) -> list[tuple[str, str]]:
    return [
        (place, text)
        for place, text in iter_texts(pack)
        if not place.startswith("article.md")
        and not place.endswith((".article_words", ".source", ".source_url", ".id"))
    ]


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_line_orders_or_labels_the_person(word: str, pack: Pack) -> None:
    assert [place for place, text in own(pack) if re.search(rf"\b{word}\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("word", SCORES)
def test_no_line_gives_a_score_or_compares_with_others(word: str, pack: Pack) -> None:
    assert [place for place, text in own(pack) if word in text.lower()] == []


def test_a_score_is_only_named_to_say_that_there_is_none(pack: Pack) -> None:
    scored = {place: text for place, text in own(pack) if "score" in text.lower()}
    assert list(scored) == ["pack.toml: page.footer", "pack.toml: welcome.not_this", "checklist.toml: lead"]
    assert "There is no score and no diagnosis" in scored["pack.toml: welcome.not_this"]
    assert "Not a test, score, or diagnosis." in scored["pack.toml: page.footer"]
    assert "There are no right answers and no score." in scored["checklist.toml: lead"]


def test_the_disclaimer_says_what_the_words_are_not(pack: Pack) -> None:
    assert "It is not medical advice, a test, or a diagnosis" in pack.about.disclaimer
    assert "18" in pack.about.adults
    assert pack.about.from_article == "From the article"
    assert pack.about.beyond_article == "Beyond the article"


def test_the_page_speaks_in_the_first_person_and_in_the_order_of_its_headings(pack: Pack) -> None:
    page = pack.page
    assert (page.title, page.main_topic, page.also, page.helping, page.work_on, page.talk_about) == (
        "Notes for my session",
        "The one thing I most want to talk about",
        "Also, if there is time",
        "What is helping",
        "Not yet, and I'd like to work on it",
        "I want to talk about this, though it goes well",
    )
    assert (page.questions, page.would_help, page.use, page.agreed) == (
        "My questions",
        "What would help me",
        "How I'd like to use this page",
        "What we agreed",
    )


@pytest.mark.parametrize("word", ["licence", "colour", "favour", "behaviour", "programme", "centre", "grey"])
def test_the_words_are_spelt_as_in_the_united_states(word: str, pack: Pack) -> None:
    spelt = [
        (place, text)
        for place, text in own(pack)
        if not place.startswith("red_flags.toml") and not place.endswith(".source_type")
    ]
    assert [place for place, text in spelt if re.search(rf"\b{word}", text, re.IGNORECASE)] == []


def test_the_page_offers_seven_things_that_would_help_and_three_ways_to_use_it(pack: Pack) -> None:
    assert [option.text for option in pack.page.what_would_help] == [
        "slow down",
        "explain more",
        "check in more often",
        "talk about privacy",
        "talk about goals",
        "go back to something",
        "just listen first",
    ]
    assert [use.use.value for use in pack.page.uses] == ["read aloud", "please read", "first point"]
