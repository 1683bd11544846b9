"""The article is the seed's, word for word."""

import re
from pathlib import Path

import pytest

from evolve_desktop.content.article import Article, BlockKind
from evolve_desktop.content.pack import Pack

SEED = Path(__file__).parents[1] / "data" / "article.txt"


def sentences(text: str) -> list[str]:
    """Split at the ends of sentences and take every kind of white space for one space."""
    return re.split(r"(?<=[.!?:]) ", " ".join(text.split()))


def said(article: Article) -> str:
    parts: list[str] = []
    for section in article.sections:
        parts.append(section.heading)
        parts += [
            f"{'• ' if block.kind is BlockKind.BULLET else ''}{block.lead} {block.text}" for block in section.blocks
        ]
    return " ".join(parts)


def test_every_sentence_of_the_seed_stands_in_the_article_and_no_other_in_the_same_order(pack: Pack) -> None:
    assert sentences(said(pack.article)) == sentences(SEED.read_text(encoding="utf-8"))


def test_the_headings_keep_their_words_and_levels(pack: Pack) -> None:
    assert [(section.level, section.heading) for section in pack.article.sections] == [
        (1, "Why Trust Matters in Therapy"),
        (2, "The Role of Trust in Mental Health"),
        (2, "How to Build Trust with Your Therapist"),
        (3, "1. Be Honest—Even About Your Hesitations"),
        (3, "2. Give It Time"),
        (3, "3. Ask Questions"),
        (3, "4. Notice Red Flags"),
        (3, "5. Remember Therapists Are Human, Too"),
        (2, "What If You Struggle to Trust?"),
        (2, "Tips if You\u2019re Feeling Stuck:"),
        (2, "The Takeaway"),
    ]


def test_sections_are_named_after_their_headings(pack: Pack) -> None:
    assert [section.id for section in pack.article.sections] == [
        "why-trust-matters-in-therapy",
        "the-role-of-trust-in-mental-health",
        "how-to-build-trust-with-your-therapist",
        "be-honest-even-about-your-hesitations",
        "give-it-time",
        "ask-questions",
        "notice-red-flags",
        "remember-therapists-are-human-too",
        "what-if-you-struggle-to-trust",
        "tips-if-youre-feeling-stuck",
        "the-takeaway",
    ]


def test_there_are_five_numbered_steps_each_with_its_paragraph(pack: Pack) -> None:
    steps = [section for section in pack.article.sections if section.number is not None]
    assert [step.number for step in steps] == [1, 2, 3, 4, 5]
    assert [[block.kind for block in step.blocks] for step in steps] == [[BlockKind.PARAGRAPH]] * 5


def test_the_role_of_trust_has_three_bullets_with_bold_openings(pack: Pack) -> None:
    blocks = pack.article.section("the-role-of-trust-in-mental-health").blocks
    assert [block.kind for block in blocks] == [BlockKind.BULLET] * 3
    assert [block.lead for block in blocks] == ["Safe Space:", "Effective Communication:", "Growth and Healing:"]


def test_there_are_three_tips(pack: Pack) -> None:
    blocks = pack.article.section("tips-if-youre-feeling-stuck").blocks
    assert [(block.kind, block.lead) for block in blocks] == [(BlockKind.BULLET, "")] * 3


def test_the_publisher_ends_the_article(pack: Pack) -> None:
    assert [block.text for block in pack.article.sections[-1].blocks[-2:]] == ["Posted in", "Evolve Psychology"]
    assert pack.about.publisher == "Evolve Psychology"
    assert pack.about.title == pack.article.title == "Why Trust Matters in Therapy"


def test_sections_are_found_by_their_ids(pack: Pack) -> None:
    assert pack.article.section("give-it-time").number == 2
    with pytest.raises(KeyError):
        pack.article.section("nowhere")
