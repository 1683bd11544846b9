"""The lists of sources, which are made from the pack."""

import msgspec

from evolve_desktop.content.pack import Pack
from evolve_desktop.content.sources import item_sources, line_sources, list_sources
from evolve_desktop.content.validation import iter_texts


def test_every_source_of_the_pack_is_listed_under_the_title_of_its_page(pack: Pack) -> None:
    listed = {group.title: "\n".join(group.sources) for group in list_sources(pack)}
    titles = {
        "checklist.toml": pack.checklist.title,
        "red_flags.toml": pack.red_flags.title,
        "help_lines.toml": pack.help_lines.title,
    }
    assert list(listed) == list(titles.values())
    found = 0
    for place, text in iter_texts(pack):
        if text and place.endswith((".source", ".beyond", ".source_url", ".emergency_source")):
            found += 1
            assert text in listed[titles[place.partition(":")[0]]], place
    assert found > 100


def test_a_source_is_listed_once(pack: Pack) -> None:
    for group in list_sources(pack):
        assert len(set(group.sources)) == len(group.sources)


def test_each_source_says_whether_it_is_the_article_and_whose_line_it_is(pack: Pack) -> None:
    _, flags, help_lines = list_sources(pack)
    starts = (f"{pack.about.from_article}: ", f"{pack.about.beyond_article}: ")
    assert all(source.startswith(starts) for source in flags.sources)
    line = pack.help_lines.countries[0].lines[0]
    assert f"{line.name}: {line.source_url}" in help_lines.sources


def test_the_sources_of_a_section_end_with_what_goes_beyond_the_article(pack: Pack) -> None:
    items = tuple(item for item in pack.checklist.items if item.section == "ask-questions")
    sources = item_sources(items, pack.about)
    assert sources[0] == items[0].source
    assert sources[-1].startswith(f"{pack.about.beyond_article}: ")
    assert len(sources) == 3


def test_a_country_without_a_source_of_its_own_adds_none(pack: Pack) -> None:
    nowhere = msgspec.structs.replace(pack.help_lines.anywhere, lines=())
    lines = msgspec.structs.replace(pack.help_lines, countries=(), anywhere=nowhere)
    assert list_sources(msgspec.structs.replace(pack, help_lines=lines))[-1].sources == ()


def test_each_line_is_named_with_its_source(pack: Pack) -> None:
    (judged, *_), later = pack.red_flags.parts[0].flags, pack.red_flags.parts[1].flags
    assert line_sources([judged], pack.about) == (f"{judged.text} From the article: {judged.source}",)
    assert len(line_sources(later, pack.about)) == len(later)
