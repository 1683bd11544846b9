"""Writes a small content pack with notes in it, for somebody who begins one of their own."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from evolve_desktop import files, resource_paths
from evolve_desktop.content.loader import built_in_pack, load_window_words
from evolve_desktop.content.plurals import plural_count
from evolve_desktop.content.window_words import COUNT, WINDOW_FILE
from evolve_desktop.errors import UsageError

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_CODE = 3
_NOTES = (
    "# The words of the window. Left of each = stands the English; yours goes to the right, between quotation marks.\n"
    "# What you leave empty is shown in English. Keep {words in braces} and %n: the app fills them in.\n"
    "# Put & before the letter that opens a menu. A list in [ ] has a text for each plural of your language.\n"
)


def write_new_pack(folder: Path, language: str) -> tuple[str, ...]:
    """Write a small pack into a folder that is new or empty and return the names of its files; raises UsageError."""
    if not _LANGUAGE.fullmatch(language):
        raise UsageError("{language}: is not a language tag, such as en, es or ar", language=language)
    samples = resource_paths.resources() / "new_pack" / built_in_pack(language).name
    written = {
        path.name: path.read_text(encoding="utf-8").replace("{id}", _id_of(folder)).replace("{language}", language)
        for path in sorted(samples.iterdir())
    }
    if built_in_pack(language).name != language.partition("-")[0]:
        written[WINDOW_FILE] = "".join(_empty_words(language))
    try:
        if folder.exists() and any(folder.iterdir()):
            raise UsageError("{path}: is not empty. Please name a new folder; nothing was written", path=str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            files.write_new(folder / name, text.encode(), mode=0o644)
    except OSError as error:
        raise UsageError(
            "{path}: could not be written: {reason}", path=str(folder), reason=files.reason_of(error)
        ) from error
    return tuple(written)


def _id_of(folder: Path) -> str:
    """Return the folder's name as an id: small letters, digits and hyphens; a country has an id of two letters."""
    plain = unicodedata.normalize("NFKD", folder.resolve().name).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return name if len(name) > _LONGEST_CODE else f"{name or 'my'}-pack"


def _empty_words(language: str) -> Iterator[str]:
    """Yield the lines of a file of window words in which nothing is translated yet."""
    template = load_window_words(built_in_pack("en"), "en")
    yield _NOTES
    section = ""
    for name, english, _ in template.entries() if template else ():
        if name != section:
            section = name
            yield f"\n[{json.dumps(name) if ' ' in name else name}]\n"
        empty = json.dumps([""] * plural_count(language)) if COUNT in english else '""'
        yield f"{json.dumps(english, ensure_ascii=False)} = {empty}\n"
