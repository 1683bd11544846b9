"""Every page as it is heard: names, groups, headings, labels, and targets a finger finds."""

from collections.abc import Callable, Iterator

import pytest

from evolve_desktop.content.pack import Pack
from tests.accessibility import rules
from tests.accessibility.bus import Bus
from tests.accessibility.reader import Node, Reader, ended

TABS = {"red flags": "Red flags", "my page": "My page", "earlier": "Earlier"}
OTHERS = ["help lines", "for me only", "keeping", "kept", "earlier, kept", "guide"]
PAGES = ["welcome", "top row", "article", "check-in", *TABS, *OTHERS]
TOPIC = "Heron: how we work together"


@pytest.fixture(scope="module")
def pages(bus: Bus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Node]]:
    """Go once through the whole app, answer, open what can be opened, and remember every page."""
    folder = tmp_path_factory.mktemp("data")
    app, reader = bus.start_app(folder), Reader(bus)
    try:
        yield tour(reader)
    finally:
        reader.leave()
        app.terminate()
    assert ended(app) == (0, "")


def tour(reader: Reader) -> dict[str, Node]:
    seen = {"welcome": reader.tree(id="WelcomeView")}
    reader.press("start")
    seen |= {"top row": reader.tree(id="MenuBar"), "article": reader.tree(id="ArticleView")}
    for name in ("C16-yes", "C01-not-yet", "C03-a-little"):
        reader.toggle(name)
    reader.press("C03-add-note")
    reader.press("show-left-out")
    seen["check-in"] = reader.tree(id="tabs")
    for page, tab in TABS.items():
        reader.choose("page tab", tab)
        if page == "red flags":
            open_red_flags(reader)
        if page == "my page":
            reader.write("main-topic", TOPIC)
            reader.waits_until_shown("preview", TOPIC)
        seen[page] = reader.tree(id="tabs")
    reader.press("to-help-lines")
    seen["help lines"] = reader.tree(id="HelpLinesView")
    reader.press("help-back")
    reader.choose("page tab", TABS["my page"])
    reader.press("sheet-for-me")
    seen["for me only"] = reader.tree(id="tabs")
    return seen | keeping(reader) | {"guide": guide(reader)}


def open_red_flags(reader: Reader) -> None:
    for part in ("show-part-2", "show-part-3"):
        reader.press(part)
    for name in ("R03-yes", "R05-yes", "U1-yes", "S05-not-sure", "U2-no", "X08-not-sure"):
        reader.toggle(name)


def keeping(reader: Reader) -> dict[str, Node]:
    reader.press("keeping-more")
    seen = {"keeping": reader.tree(id="StorageView")}
    reader.press("keep-open")
    reader.press("show-copies")
    reader.press("erase")
    reader.hears(least=0)  # while the page is laid out
    seen["kept"] = reader.tree(id="StorageView")
    reader.press("keeping-back")
    reader.choose("page tab", TABS["earlier"])
    seen["earlier, kept"] = reader.tree(id="HistoryView")
    return seen


def guide(reader: Reader) -> Node:
    """Open the guide by the line in the menu for its report."""
    reader.show_menu("Help")
    reader.choose("menu item", "Report a problem…")
    return reader.tree(id="HelpView")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "breaks",
    [
        rules.without_a_name,
        rules.called_the_same,
        rules.read_twice,
        rules.choices_without_a_question,
        rules.too_small,
    ],
)
def test_a_page_says_what_it_is_made_of(pages: dict[str, Node], page: str, breaks: Callable[[Node], list[str]]) -> None:
    assert sum(rules.is_active(node) for node in pages[page].walk()) > 1
    assert breaks(pages[page]) == []


def test_the_headings_of_the_article_are_headings_with_their_levels(pages: dict[str, Node], pack: Pack) -> None:
    headings = [(node.name, node.attributes["level"]) for node in pages["article"].walk() if node.role == "heading"]
    assert headings == [(section.heading, str(section.level)) for section in pack.article.sections]


@pytest.mark.parametrize("page", ["welcome", "check-in", "red flags", "earlier", "help lines", "keeping"])
def test_a_page_has_one_heading_above_the_others(pages: dict[str, Node], page: str) -> None:
    beside_the_article = [node for node in pages[page].walk() if node.id == "pages"]
    (shown,) = beside_the_article or [pages[page]]
    levels = [node.attributes["level"] for node in shown.walk() if node.role == "heading"]
    assert levels[0] == "1"
    assert set(levels[1:]) <= {"2", "3"}


def test_a_reply_row_is_one_group_with_the_name_of_its_line(pages: dict[str, Node], pack: Pack) -> None:
    item = next(item for item in pack.checklist.items if item.id == "C03")
    row = pages["check-in"].find("C03")
    assert (row.role, row.name, row.labels) == ("panel", item.text, (item.text,))
    choices = [node.name for node in row.walk() if node.role == "radio button"]
    assert choices == ["Not yet", "A little", "Mostly", "Yes", "Not for me"]
    assert [node.name for node in row.walk() if "checked" in node.states] == ["A little"]


def test_what_belongs_to_a_line_is_called_after_it(pages: dict[str, Node], pack: Pack) -> None:
    item = next(item for item in pack.checklist.items if item.id == "C03")
    assert pages["check-in"].find("C03-note").name == f"Private note: {item.text}"
    assert pages["check-in"].find("C03-bring").name == f"Bring to therapy: {item.text}"


def test_the_picture_of_the_page_has_its_words(pages: dict[str, Node]) -> None:
    preview = pages["my page"].find("preview")
    assert preview.name == "Preview of the page"
    assert TOPIC in preview.description


def test_the_parts_of_the_guide_are_headings_and_the_links_to_them_are_one_group(
    pages: dict[str, Node], pack: Pack
) -> None:
    text, guide = pack.guide, pages["guide"]
    parts = [
        part.title for part in (text.steps, text.kept, text.keys, text.ease, text.report, text.sources, text.about)
    ]
    headings = [(node.name, node.attributes["level"]) for node in guide.walk() if node.role == "heading"]
    assert headings[0] == (text.title, "1")
    assert [name for name, level in headings if level == "2"] == parts
    (links,) = [node for node in guide.walk() if node.role == "panel" and node.name == "On this page"]
    assert [node.name for node in links.walk() if node.role == "push button"] == parts


def test_the_report_is_a_field_that_is_read(pages: dict[str, Node]) -> None:
    field = pages["guide"].find("report-text")
    assert field.name == "Text of the report"
    assert field.text.startswith("Evolve Desktop ")
    assert "editable" not in field.states
