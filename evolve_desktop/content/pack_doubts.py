"""Names what a person should look at in a pack that has no faults: hard sentences, missing words, changed lines."""

from collections.abc import Iterator
from pathlib import Path

from evolve_desktop.content.article import Article
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.content.loader import built_in_pack, load_pack, load_window_words
from evolve_desktop.content.pack import Pack
from evolve_desktop.content.pack_defaults import OPTIONAL_FILES
from evolve_desktop.content.reading_grade import hard_sentences, has_formula
from evolve_desktop.content.validation import iter_texts
from evolve_desktop.content.window_words import WindowWords
from evolve_desktop.errors import Sentence

_MOST_NAMED = 20


def find_doubts(pack: Pack, folder: Path, earlier: Pack | None = None) -> Iterator[str]:
    """Yield a line for each doubt about the pack in a folder; `earlier` is the pack as it was handed out before.

    Nothing of the built-in pack is doubted: whoever wrote this pack cannot change it.
    """
    built_in = built_in_pack(pack.about.language)
    is_translated = built_in.name == pack.about.language.partition("-")[0]
    yield from _changed_lines(pack, earlier)
    if pack.about.title != pack.article.title:
        yield Sentence(
            "pack.toml: about.title is “{title}”, and the article is called “{other}”",
            title=pack.about.title,
            other=pack.article.title,
        )
    yield from _idle_sections(pack.article, pack.checklist)
    if not is_translated:
        yield from _defaults_in_another_language(folder, built_in.name)
    yield from _missing_words(folder, pack.about.language, is_translated=is_translated)
    built_in_words = "" if built_in.resolve() == folder.resolve() else _words_in(built_in)
    yield from _hard_to_read(pack, built_in_words)


def _words_in(folder: Path) -> str:
    return "\n".join(text for _, text in iter_texts(load_pack(folder)))


def _changed_lines(pack: Pack, earlier: Pack | None) -> Iterator[str]:
    if earlier is None or _edition(pack) != _edition(earlier):
        return
    before, now = _lines(earlier), _lines(pack)
    for line_id in before.keys() & now.keys():
        if before[line_id] != now[line_id]:
            yield Sentence(
                "{id}: has other words than before, and the version is still {version}. Count it up in pack.toml: "
                "answers to the old words are taken for answers to the new ones otherwise",
                id=line_id,
                version=pack.about.version,
            )


def _edition(pack: Pack) -> tuple[str, str, str]:
    return pack.about.id, pack.about.language, pack.about.version


def _lines(pack: Pack) -> dict[str, str]:
    """Return the words that a person answers, by their id."""
    flags = {flag.id: flag.text for part in pack.red_flags.parts for flag in part.flags}
    return {item.id: item.text for item in pack.checklist.items} | flags


def _idle_sections(article: Article, checklist: Checklist) -> Iterator[str]:
    """Yield a line for each section below the title that has words, and to which no line of the checklist belongs."""
    used = {item.section for item in checklist.items}
    for section in article.sections[1:]:
        if section.blocks and section.id not in used:
            yield Sentence(
                "article.md: no line of the checklist belongs to “{title}”. In checklist.toml it is called {section}",
                title=section.heading,
                section=section.id,
            )


def _defaults_in_another_language(folder: Path, default_language: str) -> Iterator[str]:
    for name in sorted(OPTIONAL_FILES):
        if not (folder / name).exists():
            yield Sentence(
                "{file}: is not there, so the built-in one is shown, in another language ({language})",
                file=name,
                language=default_language,
            )


def _missing_words(folder: Path, language: str, *, is_translated: bool) -> Iterator[str]:
    """Yield a line for each sentence of the window that would stay English, the first twenty by name."""
    template = load_window_words(built_in_pack("en"), "en") or WindowWords({})
    words = load_window_words(folder, language)
    if words is None:
        if not is_translated:
            yield Sentence(
                "window.toml: is not there, so the window speaks English. "
                "`evolve-desktop new-pack --language {language}` writes one to fill in",
                language=language,
            )
        return
    missing = list(words.find_missing(template))
    for section, english in missing[:_MOST_NAMED]:
        yield Sentence("window.toml: [{section}] is not translated: {english}", section=section, english=english)
    if len(missing) > _MOST_NAMED:
        yield Sentence("window.toml: and {count} more", count=len(missing) - _MOST_NAMED)


def _hard_to_read(pack: Pack, built_in_words: str) -> Iterator[str]:
    if not has_formula(pack.about.language):
        yield Sentence(
            "pack.toml: there is no measure of reading for the language {language}, so no sentence was measured",
            language=pack.about.language,
        )
    for hard in hard_sentences(pack):
        if hard.sentence not in built_in_words:
            yield Sentence(
                "{place}: {scale} {grade}: {sentence}",
                place=hard.place,
                scale=hard.scale,
                grade=hard.grade,
                sentence=hard.sentence,
            )
