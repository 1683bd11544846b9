"""The checks of a whole content pack: ids, sections, sources, dates and hidden characters."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum

import msgspec

from evolve_desktop.content.checklist import Part
from evolve_desktop.content.help_lines import Country, HelpLine
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.red_flags import FlagPart, RedFlagCheck, Tier, UnsafeMeaning, WhatNext
from evolve_desktop.content.schema import entry
from evolve_desktop.errors import Sentence

_WARNING = frozenset({UnsafeMeaning.THERAPIST, UnsafeMeaning.DANGER})
_HIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def find_faults(pack: Pack) -> Iterator[str]:
    """Yield a line for each fault: file, field, problem."""
    texts = tuple(iter_texts(pack))
    yield from _hidden_characters(texts)
    yield from _ids_used_twice(texts)
    yield from _checklist_faults(pack)
    yield from _flag_faults(pack)
    yield from _help_line_faults(pack)
    yield from _page_faults(pack)


def iter_texts(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the place (file and field) and the text of every text in the pack."""
    for file, part in (
        ("pack.toml", {"about": pack.about, "page": pack.page, "keeping": pack.keeping, "welcome": pack.welcome}),
        ("article.md", pack.article),
        ("checklist.toml", pack.checklist),
        ("red_flags.toml", pack.red_flags),
        ("help_lines.toml", pack.help_lines),
        ("guide.toml", pack.guide),
    ):
        for field, text in texts_below(msgspec.to_builtins(part)):
            yield f"{file}: {field}", text


def texts_below(value: object, field: str = "", numbered: str = "") -> Iterator[tuple[str, str]]:
    """Yield the field and the text of every text in a table, a list or a text.

    An entry of a list is named by its id, and its id by its number: `numbered` is the name of the value by that.
    """
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for key, below in value.items():
            around = numbered if numbered and key == "id" else field
            yield from texts_below(below, f"{around}.{key}" if around else str(key))
    elif isinstance(value, list | tuple):
        for index, below in enumerate(value):
            yield from texts_below(below, entry(field, index, below), f"{field}[{index}]")


def _hidden_characters(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    for place, text in texts:
        hidden = "" if text.isprintable() else next(filter(_is_hidden, text), "")
        if hidden:
            yield Sentence("{where}: holds the hidden character U+{code}", where=place, code=f"{ord(hidden):04X}")


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in _HIDDEN or unicodedata.bidirectional(character) in _BIDI_CONTROLS


def _ids_used_twice(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    first: dict[str, str] = {}
    for place, text in texts:
        if place.endswith(".id"):
            if text in first:
                yield Sentence(
                    "{where}: {name} is already the id in {other}", where=place, name=f"{text!r}", other=first[text]
                )
            first.setdefault(text, place)


def _checklist_faults(pack: Pack) -> Iterator[str]:
    sections = {section.id for section in pack.article.sections}
    words = " ".join(block.text for section in pack.article.sections for block in section.blocks)
    for index, item in enumerate(pack.checklist.items):
        where = entry("checklist.toml: items", index, item)
        if item.section not in sections:
            yield _no_section(f"{where}.section", item.section, pack)
        if item.article_words not in words:
            yield Sentence(
                "{where}: the article does not say {words}",
                where=f"{where}.article_words",
                words=f"{item.article_words!r}",
            )
    yield from _each_once("checklist.toml: parts", Part, [text.part for text in pack.checklist.parts])


def _no_section(where: str, section: str, pack: Pack) -> str:
    return Sentence(
        "{where}: the article has no section {section}, only {names}",
        where=where,
        section=repr(section),
        names=", ".join(there.id for there in pack.article.sections),
    )


def _flag_faults(pack: Pack) -> Iterator[str]:
    check = pack.red_flags
    if check.section not in {section.id for section in pack.article.sections}:
        yield _no_section("red_flags.toml: section", check.section, pack)
    yield from _each_once("red_flags.toml: parts", Tier, [part.tier for part in check.parts])
    for index, part in enumerate(check.parts):
        for field in ("content_note", "show_label"):
            if part.tier is not Tier.TALK and not getattr(part, field).strip():
                yield Sentence("{where}: is missing", where=f"red_flags.toml: parts[{index}].{field}")
        if part.tier is Tier.STOP and _names_therapist(part.what_next):
            yield Sentence(
                "{where}: part three sends nobody to the therapist", where=f"red_flags.toml: parts[{index}].what_next"
            )
        yield from _what_next_faults(f"red_flags.toml: parts[{index}].what_next", part)
    yield from _unsafe_faults(check)
    for index, route in enumerate(check.complaints):
        if route.verified and not route.source.strip():
            yield Sentence("{where}: is missing", where=f"{entry('red_flags.toml: complaints', index, route)}.source")


def _what_next_faults(where: str, part: FlagPart) -> Iterator[str]:
    flags = {flag.id for flag in part.flags}
    for index, sentence in enumerate(part.what_next.added):
        for flag_id in sentence.after:
            if flag_id not in flags:
                yield Sentence(
                    "{where}: the part has no red flag {name}",
                    where=f"{entry(f'{where}.added', index, sentence)}.after",
                    name=f"{flag_id!r}",
                )
    for index, step in enumerate(part.what_next.steps):
        if step.line_form:
            yield from _form_faults(f"{entry(f'{where}.steps', index, step)}.line_form", step.line_form, ("{line}",))
    if any(step.later for step in part.what_next.steps) and not part.what_next.later_label.strip():
        yield Sentence("{where}: is missing", where=f"{where}.later_label")


def _unsafe_faults(check: RedFlagCheck) -> Iterator[str]:
    yield from _each_once("red_flags.toml: unsafe.choices", UnsafeMeaning, [c.meaning for c in check.unsafe.choices])
    ordinary = {line.id for line in check.ordinary}
    for index, choice in enumerate(check.unsafe.choices):
        if choice.ordinary and choice.ordinary not in ordinary:
            yield Sentence(
                "{where}: no ordinary line has the id {name}",
                where=f"red_flags.toml: unsafe.choices[{index}].ordinary",
                name=f"{choice.ordinary!r}",
            )
        if all(text.to_therapist for text in choice.texts):
            yield Sentence(
                "{where}: needs a line without to_therapist", where=f"red_flags.toml: unsafe.choices[{index}].texts"
            )
        lines = (*choice.texts, *choice.scripts)
        if choice.meaning in _WARNING and (choice.talk_words or any(line.to_therapist for line in lines)):
            yield Sentence(
                "{where}: {name} sends nobody to the therapist",
                where=f"red_flags.toml: unsafe.choices[{index}]",
                name=f"{choice.meaning.value!r}",
            )


def _names_therapist(what_next: WhatNext) -> bool:
    return what_next.to_therapist or any(line.to_therapist for line in what_next.lines)


def _each_once(where: str, kind: type[Enum], found: Sequence[Enum]) -> Iterator[str]:
    for member in kind:
        if (times := found.count(member)) != 1:
            yield Sentence(
                "{where}: {name} stands here {times} times, not once",
                where=where,
                name=f"{member.value!r}",
                times=times,
            )


def _help_line_faults(pack: Pack) -> Iterator[str]:
    lines = pack.help_lines
    for index, country in enumerate(lines.countries):
        yield from _country_faults(entry("help_lines.toml: countries", index, country), country)
    yield from _country_faults("help_lines.toml: anywhere", lines.anywhere)
    for label in ("checked_label", "source_label", "outdated_label"):
        yield from _form_faults(f"help_lines.toml: {label}", getattr(lines, label), ("{date}",))


def _country_faults(where: str, country: Country) -> Iterator[str]:
    if country.emergency and not country.emergency_source.strip():
        yield Sentence("{where}: is missing", where=f"{where}.emergency_source")
    if not country.emergency and not country.no_emergency.strip():
        yield Sentence("{where}: is missing, and no_emergency does not say why", where=f"{where}.emergency")
    if country.emergency_checked_on and not country.emergency_review_by:
        yield Sentence("{where}: needs emergency_review_by beside it", where=f"{where}.emergency_checked_on")
    for field in ("emergency_checked_on", "emergency_review_by"):
        yield from _date_faults(f"{where}.{field}", getattr(country, field))
    for index, line in enumerate(country.lines):
        yield from _line_faults(entry(f"{where}.lines", index, line), line)


def _line_faults(where: str, line: HelpLine) -> Iterator[str]:
    if not (line.call or line.text or line.chat.strip()):
        yield Sentence("{where}: needs call, text or chat", where=where)
    if line.checked_on and not (line.checked_by.strip() and line.review_by):
        yield Sentence("{where}: needs checked_by and review_by beside it", where=f"{where}.checked_on")
    for field in ("checked_on", "review_by"):
        yield from _date_faults(f"{where}.{field}", getattr(line, field))


def _date_faults(where: str, day: str) -> Iterator[str]:
    try:
        if day:
            date.fromisoformat(day)
    except ValueError:
        yield Sentence("{where}: {day} is not a date such as '2026-11-24'", where=where, day=f"{day!r:.40}")


def _page_faults(pack: Pack) -> Iterator[str]:
    yield from _form_faults("pack.toml: page.date", pack.page.date, ("{day}", "{month}", "{year}"))
    yield from _form_faults("pack.toml: page.origin", pack.page.origin, ("{title}", "{date}"))
    yield from _each_once("pack.toml: page.uses", PageUse, [text.use for text in pack.page.uses])


def _form_faults(where: str, form: str, blanks: Sequence[str]) -> Iterator[str]:
    """Yield a fault unless the form has each blank once and no other brace."""
    rest = form
    for blank in blanks:
        rest = rest.replace(blank, "", 1)
    if len(rest) != len(form) - sum(map(len, blanks)) or "{" in rest or "}" in rest:
        yield Sentence("{where}: needs {blanks} once, and no other braces", where=where, blanks=_joined(blanks))


def _joined(blanks: Sequence[str]) -> str:
    joined, *more = blanks
    for blank in more:
        joined = Sentence("{first} and {second}", first=joined, second=blank)
    return joined
