"""The small part of Markdown that is read, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evolve_desktop.content.article import Article, Block, BlockKind, Section, read_article, slug


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
            Section(id="title", level=1, title="Title", blocks=(Block(kind=BlockKind.PARAGRAPH, text="Opening."),)),
            Section(
                id="part",
                level=2,
                title="Part",
                blocks=(
                    Block(kind=BlockKind.BULLET, lead="Lead:", text="with it"),
                    Block(kind=BlockKind.BULLET, text="without"),
                ),
            ),
            Section(
                id="ask-now",
                level=3,
                title="Ask, now!",
                number=7,
                blocks=(
                    Block(kind=BlockKind.PARAGRAPH, text="Like this."),
                    Block(kind=BlockKind.PARAGRAPH, text="More."),
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
