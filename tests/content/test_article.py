"""The article is the seed's, word for word, and its parser refuses everything that would not be shown as written."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.content.article import Article, ArticleBlock, BlockKind, Section, read_article, slug
from evolve_desktop.content.pack import Pack

SEED = Path(__file__).parents[1] / "data" / "article.txt"


def sentences(text: str) -> list[str]:
    """Split into sentences, with all white space as single spaces."""
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


def test_the_foot_is_the_last_paragraphs_without_a_full_stop(pack: Pack) -> None:
    assert [block.text for block in pack.article.foot] == ["Posted in", "Evolve Psychology"]
    ends = {"It ends here.": [], "It ends here.\n\n- a point": [], "It ends.\n\nOurs": ["Ours"], "Ours": ["Ours"]}
    for text, foot in ends.items():
        faults: list[str] = []
        assert [block.text for block in read_article(f"# Title\n\n{text}", faults).foot] == foot
        assert not faults
    assert pack.about.title == pack.article.title == "Why Trust Matters in Therapy"


def test_sections_are_found_by_their_ids(pack: Pack) -> None:
    assert pack.article.section("give-it-time").number == 2
    with pytest.raises(KeyError):
        pack.article.section("nowhere")


def refused(line: str) -> list[str]:
    faults: list[str] = []
    read_article(f"# Title\n\n{line}\n", faults)
    return faults


def not_shown(mark: str) -> list[str]:
    return [f"line 3: only headings, paragraphs, bullets and numbered steps are shown, not `{mark}`"]


def test_headings_paragraphs_bullets_and_steps_become_sections() -> None:
    faults: list[str] = []
    text = (
        "# Title\r\nOpening.\r\n\r\n## Part\n\n- **Lead:** with it\n- without\n\n7. **Ask, now!** Like this.\n\nMore.\n"
    )
    assert read_article(text, faults) == Article(
        sections=(
            Section(
                id="title", level=1, title="Title", blocks=(ArticleBlock(kind=BlockKind.PARAGRAPH, text="Opening."),)
            ),
            Section(
                id="part",
                level=2,
                title="Part",
                blocks=(
                    ArticleBlock(kind=BlockKind.BULLET, lead="Lead:", text="with it"),
                    ArticleBlock(kind=BlockKind.BULLET, text="without"),
                ),
            ),
            Section(
                id="ask-now",
                level=3,
                title="Ask, now!",
                number=7,
                blocks=(
                    ArticleBlock(kind=BlockKind.PARAGRAPH, text="Like this."),
                    ArticleBlock(kind=BlockKind.PARAGRAPH, text="More."),
                ),
            ),
        )
    )
    assert not faults


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("![a picture](file:///etc/passwd)", "!["),
        ("A [link](https://example.org).", "]("),
        ("<script>alert(1)</script>", "<"),
        ("Some <b>bold</b> words.", "<"),
        ("<!-- a comment -->", "<"),
        ("<https://example.org>", "<"),
        ("Some `code`.", "`"),
        ("```", "`"),
        ("Some **bold** words.", "**"),
        ("#### Too deep", "#"),
        ("##Too close", "#"),
        ("## A [link](x) in a heading", "]("),
        ("1. A step without a title", "1. "),
        ("2) Another kind of list", "2) "),
        ("1. **`Code`** in a step's title", "`"),
        ("1. **Step** with ![a picture](x)", "!["),
        ("- **A `b`:** bullet", "`"),
        ("- A bullet with <img src=x>", "<"),
    ],
)
def test_what_would_not_be_shown_as_written_is_a_fault_that_names_the_line(line: str, mark: str) -> None:
    assert refused(line) == not_shown(mark)


@pytest.mark.parametrize(
    "line", ["> quoted", "* starred", "| a | b |", "&lt;script&gt;", "1 < 2", "[x]: file:///x", "---"]
)
def test_other_marks_are_harmless_text(line: str) -> None:
    faults: list[str] = []
    article = read_article(f"# Title\n{line}", faults)
    assert [block.text for block in article.sections[0].blocks] == [line]
    assert not faults


@pytest.mark.parametrize("text", ["", "\n \n", "A paragraph first.\n\n# Title", "## A lower heading first"])
def test_an_article_that_does_not_begin_with_its_title_is_refused(text: str) -> None:
    faults: list[str] = []
    read_article(text, faults)
    assert faults == ["line 1: the article begins with its title, marked `#`"]


def test_a_second_title_is_refused() -> None:
    assert refused("# Another title") == ["line 3: the article has only one title, marked `#`"]


def test_a_heading_of_punctuation_only_is_refused() -> None:
    assert refused("## ???") == ["line 3: a heading needs a letter or a digit"]


def test_every_faulty_line_is_reported() -> None:
    assert refused("`a`\n\n`b`") == [*not_shown("`"), not_shown("`")[0].replace("line 3", "line 5")]


@pytest.mark.parametrize(
    ("title", "identity"),
    [("Ask Questions", "ask-questions"), ("It\u2019s Me, Isn't It?", "its-me-isnt-it"), ("Über_uns — 1", "über-uns-1")],
)
def test_a_section_is_named_after_its_heading(title: str, identity: str) -> None:
    assert slug(title) == identity


@given(st.text(alphabet=st.sampled_from("#-*`<>![]()1. \n\r\tabé\u202e")))
def test_any_text_ends_in_an_article_or_in_faults(text: str) -> None:
    faults: list[str] = []
    article = read_article(text, faults)
    assert article.sections or faults
    assert all(section.title and section.id for section in article.sections) or faults


def test_a_heading_and_a_step_may_be_given_an_id_so_that_a_translation_keeps_it() -> None:
    faults: list[str] = []
    article = read_article("# Confianza {#trust}\n\n1. **Pregunta** {#ask} Si dudas.\n\n## Sin id\n", faults)
    assert faults == []
    assert [(section.id, section.title) for section in article.sections] == [
        ("trust", "Confianza"),
        ("ask", "Pregunta"),
        ("sin-id", "Sin id"),
    ]
    assert article.section("ask").blocks[0].text == "Si dudas."
