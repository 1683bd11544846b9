"""Collects the words of the window for translators and compiles what they wrote; `--pseudo` makes a trial language.

`window.toml` in the folder of the English pack holds every sentence, English on both sides. Every other language has a
file of the same form in its own pack; an empty right side is not translated yet. The app loads `resources/i18n`.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from evolve_desktop import desktop_entry, errors
from evolve_desktop.content.loader import load_window_words
from evolve_desktop.content.plurals import plural_count
from evolve_desktop.content.window_words import WINDOW_FILE, Shown, WindowWords
from evolve_desktop.errors import ContentError
from tools.pseudo_language import pseudo

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "i18n"
PACKS = ROOT / "resources" / "content"
LINUX = ROOT / "packaging" / "linux"
SOURCE = "en"
PSEUDO = "eo"
"""The trial language is called Esperanto, since no system is set to that by accident."""

ERRORS = "Errors"
SAID_IN_XML = re.compile(r"^ *<(?P<tag>summary|p|li|caption|comment)>(?P<words>[^<]+)</(?P=tag)>$", re.MULTILINE)
"""A line or more of what a Linux desktop is told of the app, if they are words."""

OF_QT = {
    "QFileDialog": ("&Look in:", "Files of &type:"),
    "QPrintSettingsOutput": (
        "Double Sided Printing",
        "Long side binding",
        "Off",
        "Page &Set:",
        "Pages",
        "Short side binding",
        (
            "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
            "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
        ),
    ),
}
"""What Qt's own dialogs say in English still in the languages that ship, by the names of its classes."""

_HEAD = """\
# The words of the window. Left of each "=" stands the English, as the app asks for it; right of it, what is shown.
# Translate the right side only. "" is not translated yet: the window then shows the English.
# Keep {words in braces} and %n, which the app fills in. "&" stands before the letter that opens a menu or an entry.
# A list has a text for each plural of the language. The names in [brackets] say where a sentence is used.
"""
_FORMS = {"en": "one; more", "ar": "none; one; two; 3 to 10; 11 to 99; 100 and more"}


class Message(msgspec.Struct, frozen=True):
    """A sentence of the window and where it is used; one that `counts` has plurals."""

    section: str
    english: str
    counts: bool


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools and show its output only if it fails."""
    command = [Path(sys.executable).parent / f"pyside6-{tool}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool}: {done.stdout}{done.stderr}")


def collect() -> list[Message]:
    """Return every sentence of the window and of the packages below it."""
    sources = sorted((ROOT / "evolve_desktop").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        below, found = Path(folder, "below.py"), Path(folder, "found.ts")
        lines = (f"translate({ERRORS!r}, {json.dumps(form)})\n" for form in dict.fromkeys(_forms(sources)))
        below.write_text("".join(lines), encoding="utf-8")
        options = ("-locations", "none", "-source-language", SOURCE, "-target-language", SOURCE, "-ts", found)
        run("lupdate", *(path.relative_to(ROOT) for path in sources), below, *options)
        contexts = ET.parse(found).iter("context")  # noqa: S314  (written by Qt just before)
        messages = [
            Message(name, message.findtext("source", ""), message.get("numerus") == "yes")
            for context in contexts
            for name in [context.findtext("name", "")]
            for message in context.iter("message")
        ]
    messages += (Message(section, english, counts=False) for section, many in OF_QT.items() for english in many)
    messages += (Message(desktop_entry.SECTION, english, counts=False) for english in dict.fromkeys(_desktop()))
    return sorted(messages, key=lambda message: message.section)  # lupdate's own order depends on the folder's name


def _forms(modules: Iterable[Path]) -> Iterator[str]:
    """Yield the form of every `Sentence` and of every error that a person may see."""
    kinds = said_kinds()
    calls = re.compile(rf"\b({'|'.join(sorted(kinds))}|Meta)\(")
    texts = (module.read_text(encoding="utf-8") for module in modules)
    for text in filter(calls.search, texts):  # to parse one takes longer than to look for a call in it
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds and node.args:
                form = node.args[0]
                if isinstance(form, ast.Constant) and isinstance(form.value, str):
                    yield form.value
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "Meta":
                for what in node.keywords:  # what a field of a pack has to be
                    if what.arg == "description" and isinstance(what.value, ast.Constant):
                        yield str(what.value.value)


def said_kinds() -> set[str]:
    """Return the names of the classes whose first argument is a sentence to be translated."""
    said = (errors.Sentence, errors.UserFacingError)
    return {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, said)}


def _desktop() -> Iterator[str]:
    """Yield what a Linux desktop says of the app: in its menu, where programs are installed, and of its files."""
    for line in (LINUX / "evolve-desktop.desktop").read_text(encoding="utf-8").splitlines():
        key, _, english = line.partition("=")
        if key in desktop_entry.SAID:
            yield english
    for name in ("evolve-desktop.metainfo.xml.in", "evolve-desktop.xml"):
        text = (LINUX / name).read_text(encoding="utf-8")
        yield from (" ".join(found["words"].split()) for found in SAID_IN_XML.finditer(text))


def languages() -> list[str]:
    """Return the languages that the app ships, English first."""
    found = sorted(path.name for path in PACKS.iterdir())
    return [SOURCE, *(language for language in found if language != SOURCE)]


def words_of(language: str) -> WindowWords:
    """Return the words that are written for a language so far; ends with its faults if it has any."""
    try:
        return load_window_words(PACKS / language, language) or WindowWords({})
    except ContentError as error:
        sys.exit(f"{language}: {error}")


def write(messages: Iterable[Message], words: WindowWords, language: str) -> None:
    """Write a language's file anew: what is translated stays, what is new is empty, what is gone is left out."""
    forms = _FORMS.get(language, "one; more" if plural_count(language) > 1 else "all")
    lines, section = [_HEAD, f"# Plurals here: {forms}.\n"], ""
    for message in messages:
        if message.section != section:
            section = message.section
            lines.append(f"\n[{section}]\n")
        shown = _quoted(_shown(message, words, language))
        lines.append(f"{json.dumps(message.english, ensure_ascii=False)} = {shown}\n")
    (PACKS / language / WINDOW_FILE).write_text("".join(lines), encoding="utf-8")


def _shown(message: Message, words: WindowWords, language: str) -> Shown:
    found = words.find(message.section, message.english)
    if language == SOURCE and not message.counts:
        return message.english
    return found or (("",) * plural_count(language) if message.counts else "")


def _quoted(shown: Shown) -> str:
    return json.dumps(shown, ensure_ascii=False)


def compiled(messages: Iterable[Message], words: WindowWords, language: str, target: Path) -> Path:
    """Compile the words of a language into what Qt loads; sentences without a translation are left out."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage=SOURCE)
    for message in messages:
        shown = words.find(message.section, message.english)
        if not shown or shown == message.english or message.section == desktop_entry.SECTION:
            continue  # a desktop is no window
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = message.section
        entry = ET.SubElement(context, "message", {"numerus": "yes"} if message.counts else {})
        ET.SubElement(entry, "source").text = message.english
        translation = ET.SubElement(entry, "translation")
        if isinstance(shown, str):
            translation.text = shown
        else:
            for form in shown:
                ET.SubElement(translation, "numerusform").text = form
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "words.ts")
        ET.ElementTree(root).write(source, encoding="utf-8", xml_declaration=True)
        run("lrelease", source, "-qm", target)
    return target


def written() -> list[Message]:
    """Return the sentences of the English file, which are those that are collected once that is up to date."""
    return [Message(name, text, isinstance(shown, tuple)) for name, text, shown in words_of(SOURCE).entries()]


def make_pseudo(folder: Path, messages: Sequence[Message]) -> Path:
    """Write the trial language into a folder and return the file for the app to load."""
    folder.mkdir(parents=True, exist_ok=True)
    sections: dict[str, dict[str, Shown]] = {}
    for message in messages:
        shown = pseudo(message.english)
        sections.setdefault(message.section, {})[message.english] = (shown, shown) if message.counts else shown
    return compiled(messages, WindowWords(sections), PSEUDO, folder / f"evolve_{PSEUDO}.qm")


def untranslated(messages: Iterable[Message], words: WindowWords, language: str) -> list[str]:
    """Return a line for each sentence that a language lacks."""
    return [
        f"{language}: [{message.section}] {message.english}"
        for message in messages
        if not words.find(message.section, message.english)
    ]


def lacking(messages: Iterable[Message]) -> list[str]:
    """Return a line for each sentence that a language that ships lacks."""
    return [line for language in languages() for line in untranslated(messages, words_of(language), language)]


def main() -> None:
    """Update the files of the translators and what the app loads; with `--check`, fail if a sentence is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pseudo", type=Path, metavar="DIR", help="write the trial language into DIR instead")
    parser.add_argument("--check", action="store_true", help="fail if a language that ships lacks a sentence")
    options = parser.parse_args()
    if options.pseudo:
        print(make_pseudo(options.pseudo, collect()))
        return
    messages = collect()
    if options.check:
        sys.exit("\n".join(lacking(messages)) or None)
    for language in languages():
        write(messages, words_of(language), language)
        print(compiled(messages, words_of(language), language, FOLDER / f"evolve_{language}.qm").relative_to(ROOT))


if __name__ == "__main__":
    main()
