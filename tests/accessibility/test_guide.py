"""The guide and its report as they are heard, and reached without eyes or mouse."""

from collections.abc import Callable, Iterator

import pytest

from evolve_desktop.content.pack import Pack
from tests.accessibility import rules
from tests.accessibility.bus import Bus
from tests.accessibility.reader import Node, Reader, ended


@pytest.fixture(scope="module")
def guide(bus: Bus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Open the guide by its line in the menu, and remember it."""
    app, reader = bus.start_app(tmp_path_factory.mktemp("data")), Reader(bus)
    try:
        reader.show_menu("Help")
        reader.choose("menu item", "Report a problem…")
        yield reader.tree(id="HelpView")
    finally:
        reader.leave()
        app.terminate()
    assert ended(app) == (0, "")


@pytest.mark.parametrize("breaks", [rules.without_a_name, rules.called_the_same, rules.read_twice, rules.too_small])
def test_the_guide_says_what_it_is_made_of(guide: Node, breaks: Callable[[Node], list[str]]) -> None:
    assert sum(rules.is_active(node) for node in guide.walk()) > 1
    assert breaks(guide) == []


def test_its_parts_are_headings_and_the_links_to_them_are_one_group(guide: Node, pack: Pack) -> None:
    text = pack.guide
    parts = [
        part.title for part in (text.steps, text.kept, text.keys, text.ease, text.report, text.sources, text.about)
    ]
    headings = [(node.name, node.attributes["level"]) for node in guide.walk() if node.role == "heading"]
    assert headings[0] == (text.title, "1")
    assert [name for name, level in headings if level == "2"] == parts
    (links,) = [node for node in guide.walk() if node.role == "panel" and node.name == "On this page"]
    assert [node.name for node in links.walk() if node.role == "push button"] == parts


def test_the_report_is_a_field_that_is_read(guide: Node) -> None:
    field = guide.find("report-text")
    assert field.name == "Text of the report"
    assert field.text.startswith("Evolve Desktop ")
    assert "editable" not in field.states
