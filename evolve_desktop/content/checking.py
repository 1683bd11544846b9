"""What a content pack has to hold together: ids, sections, sources, numbers and harmless text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec

from evolve_desktop.content.checklist import Part
from evolve_desktop.content.help_lines import Country, HelpLine
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.page_text import PageUse
from evolve_desktop.content.red_flags import Tier, UnsafeMeaning

_NUMBER = re.compile(r"\+?\d[\d -]*")
_MONTHS = 12
_DATE_FIELDS = ("{day}", "{month}", "{year}")


def faults_of(pack: Pack) -> tuple[str, ...]:
    """Return a line for each fault: file, field, what is wrong; none for a pack that can be shown."""
    return tuple(
        fault
        for check in (_text_faults, _id_faults, _checklist_faults, _flag_faults, _help_line_faults, _page_faults)
        for fault in check(pack)
    )


def _text_faults(pack: Pack) -> Iterator[str]:
    for file, part in (
        ("pack.toml", {"about": pack.about, "page": pack.page}),
        ("article.md", pack.article),
        ("checklist.toml", pack.checklist),
        ("red_flags.toml", pack.red_flags),
        ("help_lines.toml", pack.help_lines),
    ):
        for field, text in _texts(msgspec.to_builtins(part), ""):
            bad = next((character for character in text if unicodedata.category(character) in {"Cc", "Cf", "Cs"}), None)
            if bad:
                yield f"{file}: {field}: holds the hidden character U+{ord(bad):04X}"


def _texts(value: object, field: str) -> Iterator[tuple[str, str]]:
    """Yield every text below a value with the name of its field."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _texts(below, f"{field}.{key}" if field else str(key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _texts(below, f"{field}[{index}]")


def _id_faults(pack: Pack) -> Iterator[str]:
    flags = pack.red_flags
    steps = [part.step_up.id for part in flags.parts if part.step_up]
    lines = [line.id for country in (*pack.help_lines.countries, pack.help_lines.anywhere) for line in country.lines]
    by_file = {
        "checklist.toml": [item.id for item in pack.checklist.items],
        "red_flags.toml": [f.id for part in flags.parts for f in part.flags] + [o.id for o in flags.ordinary] + steps,
        "help_lines.toml": [country.id for country in pack.help_lines.countries] + lines,
        "pack.toml": [option.id for option in pack.page.what_would_help],
        "article.md": [section.id for section in pack.article.sections],
    }
    seen = Counter(identity for ids in by_file.values() for identity in ids)
    for file, ids in by_file.items():
        for identity in dict.fromkeys(ids):
            if not identity:
                yield f"{file}: id: is empty"
            elif seen[identity] > 1:
                yield f"{file}: id: {identity} is used {seen[identity]} times"


def _checklist_faults(pack: Pack) -> Iterator[str]:
    sections = {section.id for section in pack.article.sections}
    words = " ".join(block.text for section in pack.article.sections for block in section.blocks)
    for item in pack.checklist.items:
        if item.section not in sections:
            yield f"checklist.toml: {item.id}.section: the article has no section {item.section!r}"
        if not item.source.strip():
            yield f"checklist.toml: {item.id}.source: is empty"
        if item.article_words not in words:
            yield f"checklist.toml: {item.id}.article_words: the article does not say {item.article_words!r}"
    yield from _each_once("checklist.toml: parts", Part, [text.part for text in pack.checklist.parts])


def _flag_faults(pack: Pack) -> Iterator[str]:
    check = pack.red_flags
    for line in (*(flag for part in check.parts for flag in part.flags), *check.ordinary):
        if not line.source.strip():
            yield f"red_flags.toml: {line.id}.source: is empty"
    yield from _each_once("red_flags.toml: parts", Tier, [part.tier for part in check.parts])
    yield from _each_once("red_flags.toml: unsafe.choices", UnsafeMeaning, [c.meaning for c in check.unsafe.choices])
    ordinary = {line.id for line in check.ordinary}
    for choice in check.unsafe.choices:
        if choice.ordinary and choice.ordinary not in ordinary:
            yield f"red_flags.toml: unsafe.choices: there is no ordinary line {choice.ordinary!r}"
    for part in check.parts:
        if part.tier is not Tier.TALK and not part.content_note.strip():
            yield f"red_flags.toml: parts: part {part.tier.value} has no content note"
    for route in check.complaints:
        if route.verified and not route.source.strip():
            yield f"red_flags.toml: complaints: {route.place!r} has no source"


def _each_once(where: str, kind: type[Part | Tier | UnsafeMeaning | PageUse], found: list[object]) -> Iterator[str]:
    for member in kind:
        if found.count(member) != 1:
            yield f"{where}: {member.value} stands here {found.count(member)} times, not once"


def _help_line_faults(pack: Pack) -> Iterator[str]:
    for country in (*pack.help_lines.countries, pack.help_lines.anywhere):
        if not country.emergency_source.strip():
            yield f"help_lines.toml: {country.id}.emergency_source: is empty"
        for emergency in country.emergency:
            if not _NUMBER.fullmatch(emergency.number):
                yield f"help_lines.toml: {country.id}.emergency: {emergency.number!r} is not a phone number"
        for line in country.lines:
            yield from _line_faults(country, line)


def _line_faults(country: Country, line: HelpLine) -> Iterator[str]:
    where = f"help_lines.toml: {country.id}.{line.id}"
    for field in ("name", "source_url", "source_type", "source_date"):
        if not getattr(line, field).strip():
            yield f"{where}.{field}: is empty"
    for number in (*line.call, line.text):
        if number and not _NUMBER.fullmatch(number):
            yield f"{where}: {number!r} is not a phone number"
    if not (line.call or line.text or line.chat):
        yield f"{where}: has no way to reach it"
    if line.checked_on and not (line.checked_by and line.review_by):
        yield f"{where}.checked_on: needs checked_by and review_by beside it"


def _page_faults(pack: Pack) -> Iterator[str]:
    if len(pack.page.months) != _MONTHS:
        yield f"pack.toml: page.months: has {len(pack.page.months)} names, not {_MONTHS}"
    if not all(field in pack.page.date for field in _DATE_FIELDS):
        yield "pack.toml: page.date: needs {day}, {month} and {year}"
    yield from _each_once("pack.toml: page.uses", PageUse, [text.use for text in pack.page.uses])
    for label in ("checked_label", "source_label", "outdated_label"):
        if "{date}" not in getattr(pack.help_lines, label):
            yield f"help_lines.toml: {label}: needs {{date}}"
