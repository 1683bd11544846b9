"""The seventeen lines of the checklist: none lost, each tied to the article."""

import msgspec
import pytest

from evolve_desktop.content.checklist import Part
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.schema import Origin

STEPS = {
    "be-honest-even-about-your-hesitations": ["C01", "C10"],
    "give-it-time": ["C02"],
    "ask-questions": ["C03", "C11", "C12", "C13"],
    "notice-red-flags": ["C04", "C05", "C17"],
    "remember-therapists-are-human-too": ["C14"],
    "what-if-you-struggle-to-trust": ["C15"],
    "tips-if-youre-feeling-stuck": ["C06", "C07", "C08"],
    "the-takeaway": ["C09"],
    "the-role-of-trust-in-mental-health": ["C16"],
}


def test_there_are_seventeen_items_each_once(pack: Pack) -> None:
    assert sorted(item.id for item in pack.checklist.items) == [f"C{number:02}" for number in range(1, 18)]


def test_ten_items_are_about_me_and_come_first_and_seven_take_two_people(pack: Pack) -> None:
    parts = [item.part for item in pack.checklist.items]
    assert parts == [Part.A] * 10 + [Part.B] * 7
    assert pack.checklist.item("C17").part is Part.A
    assert pack.checklist.part(Part.A).not_yet == ""
    assert pack.checklist.part(Part.B).not_yet == "This one takes two people. It is not only up to you."


@pytest.mark.parametrize(("section", "items"), STEPS.items())
def test_each_item_belongs_to_the_section_it_rests_on(section: str, items: list[str], pack: Pack) -> None:
    assert [item.id for item in pack.checklist.items if item.section == section] == items


def test_an_item_rests_on_words_of_its_own_section(pack: Pack) -> None:
    for item in pack.checklist.items:
        said = " ".join(block.text for block in pack.article.section(item.section).blocks)
        assert item.article_words in said


def test_every_item_is_from_the_article_and_says_where(pack: Pack) -> None:
    assert {item.origin for item in pack.checklist.items} == {Origin.ARTICLE}
    assert all(item.source.startswith("The article, ") for item in pack.checklist.items)


def test_only_one_item_has_a_half_that_goes_beyond_the_article(pack: Pack) -> None:
    beyond = {item.id: item.beyond for item in pack.checklist.items if item.beyond}
    assert list(beyond) == ["C12"]
    assert beyond["C12"].endswith("APA Ethics Code 4.02")


def test_the_questions_among_the_items_are_offered_as_questions(pack: Pack) -> None:
    assert [item.id for item in pack.checklist.items if item.asks] == ["C03", "C11", "C12", "C13"]


def test_a_quiet_link_to_the_red_flags_stands_beside_six_items(pack: Pack) -> None:
    linked = [item.id for item in pack.checklist.items if item.red_flag_link]
    assert linked == ["C04", "C10", "C12", "C14", "C15", "C16"]


def test_a_quoted_prompt_and_its_starter_are_the_same_words(pack: Pack) -> None:
    quoting = [item for item in pack.checklist.items if "“" in item.prompt]
    assert [item.id for item in quoting] == ["C01", "C03", "C05", "C08", "C10", "C11", "C12", "C13", "C14", "C15"]
    assert all(f"“{item.starter}" in item.prompt for item in quoting)


def test_that_another_therapist_may_be_looked_for_is_the_articles_and_suggests_nothing_more(pack: Pack) -> None:
    item = pack.checklist.item("C17")
    assert item.text == "I know that I may look for a new therapist, and that this is okay."
    assert item.article_words == "consider finding a new therapist"
    assert (item.prompt, item.starter, item.beyond) == ("", "", "")
    assert all(other.prompt and other.starter for other in pack.checklist.items if other is not item)


def test_items_and_parts_are_found_by_their_ids(pack: Pack) -> None:
    assert pack.checklist.item("C12").id == "C12"
    with pytest.raises(KeyError):
        pack.checklist.item("C18")
    with pytest.raises(KeyError):
        msgspec.structs.replace(pack.checklist, parts=()).part(Part.A)
