"""Every source that a pack names, gathered from the pack itself, so that no list of them is written twice."""

from collections.abc import Iterable, Iterator

import msgspec

from evolve_desktop.content.checklist import Item
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.content.pack import About, Pack
from evolve_desktop.content.red_flags import ComplaintRoute, NextStep
from evolve_desktop.content.schema import Origin, Record, Sourced


class SourceGroup(msgspec.Struct, frozen=True):
    """The sources of one page, under its title."""

    title: str
    sources: tuple[str, ...]


def source_of(line: Sourced, about: About) -> str:
    """Return the source of a line, after a word on whether it is the article."""
    kind = about.from_article if line.origin is Origin.ARTICLE else about.beyond_article
    return f"{kind}: {line.source}"


def line_sources(lines: Iterable[Sourced], about: About) -> tuple[str, ...]:
    """Return each of some lines with its source."""
    return tuple(f"{line.text} {source_of(line, about)}" for line in lines)


def item_sources(items: tuple[Item, ...], about: About) -> tuple[str, ...]:
    """Return the sources of some lines of the checklist, each once; what goes beyond the article comes last."""
    beyond = (f"{about.beyond_article}: {item.beyond}" for item in items if item.beyond)
    return tuple(dict.fromkeys((*(item.source for item in items), *beyond)))


def list_sources(pack: Pack) -> tuple[SourceGroup, ...]:
    """Return the sources of the checklist, of the red flags and of the help lines, in reading order, each once."""
    flags = _sources_below(pack.red_flags, pack.about)
    return (
        SourceGroup(pack.checklist.title, item_sources(pack.checklist.items, pack.about)),
        SourceGroup(pack.red_flags.title, tuple(dict.fromkeys(flags))),
        SourceGroup(pack.help_lines.title, _help_line_sources(pack.help_lines)),
    )


def _sources_below(value: object, about: About) -> Iterator[str]:
    """Yield the source of each line in a record; a step in the app's own wording has none."""
    if isinstance(value, Sourced):
        yield source_of(value, about)
    elif isinstance(value, NextStep | ComplaintRoute) and value.source:
        yield f"{about.beyond_article}: {value.source}"
    elif isinstance(value, Record):
        for field in value.__struct_fields__:
            yield from _sources_below(getattr(value, field), about)
    elif isinstance(value, tuple):
        for below in value:
            yield from _sources_below(below, about)


def _help_line_sources(help_lines: HelpLines) -> tuple[str, ...]:
    sources = []
    for country in (*help_lines.countries, help_lines.anywhere):
        if country.emergency_source:
            sources.append(f"{country.name}: {country.emergency_source}")
        sources += [f"{line.name}: {line.source_url}" for line in country.lines]
    return tuple(dict.fromkeys(sources))
