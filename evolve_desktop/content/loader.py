"""Loads a content pack from a folder, or raises ContentError with a line for every fault in it."""

import stat
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from evolve_desktop import files
from evolve_desktop.content.app_text import GuideText, KeepingText, WelcomeText
from evolve_desktop.content.article import Article, read_article
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.content.pack import About, Pack
from evolve_desktop.content.page_text import PageText
from evolve_desktop.content.red_flags import RedFlagCheck
from evolve_desktop.content.schema import Record, convert_record
from evolve_desktop.content.validation import find_faults
from evolve_desktop.content.window_words import WINDOW_FILE, Shown, WindowWords, find_word_faults
from evolve_desktop.errors import ContentError

MAX_BYTES = 1_000_000
MAX_LINE = 4_000
MAX_FAULTS = 200

_R = TypeVar("_R", bound=Record)


class _PackFile(Record, frozen=True):
    """The content of pack.toml; each part has its name in the pack."""

    about: About
    page: PageText
    keeping: KeepingText
    welcome: WelcomeText


def load_pack(folder: Path) -> Pack:
    """Return the pack in a folder; raises ContentError with a line for each fault: file, field, what is wrong.

    Nothing outside the folder is opened. Each file is at most 1 MB. The files are checked against each other only if
    all of them can be read.
    """
    if not _is_folder(folder):
        raise ContentError((f"{folder}: is not a folder that can be read",))
    faults: list[str] = []
    own = _table(folder, "pack.toml", _PackFile, faults)
    article = _article(folder, faults)
    checklist = _table(folder, "checklist.toml", Checklist, faults)
    red_flags = _table(folder, "red_flags.toml", RedFlagCheck, faults)
    help_lines = _table(folder, "help_lines.toml", HelpLines, faults)
    guide = _table(folder, "guide.toml", GuideText, faults)
    if not (own and article and checklist and red_flags and help_lines and guide):
        raise _error(faults)
    pack = Pack(
        article=article,
        checklist=checklist,
        red_flags=red_flags,
        help_lines=help_lines,
        guide=guide,
        **msgspec.structs.asdict(own),
    )
    faults += find_faults(pack)
    if faults:
        raise _error(faults)
    return pack


def load_window_words(folder: Path, language: str) -> WindowWords | None:
    """Return the window's words in a folder, None if it has none; raises ContentError with a line for each fault."""
    if not (folder / WINDOW_FILE).exists():
        return None
    words, faults = None, list[str]()
    try:
        words = WindowWords(msgspec.convert(tomllib.loads(_text(folder / WINDOW_FILE)), dict[str, dict[str, Shown]]))
        faults += find_word_faults(words, language)
    except RecursionError:
        faults.append("is nested too deeply")
    except ValueError as error:  # TOML, its form, or the file
        faults.append(str(error))
    if faults:
        raise _error([f"{WINDOW_FILE}: {fault}" for fault in faults])
    return words


def _error(faults: list[str]) -> ContentError:
    left_out = len(faults) - MAX_FAULTS
    more = (f"and {left_out:,} more",) if left_out > 0 else ()
    return ContentError((*faults[:MAX_FAULTS], *more))


def _is_folder(folder: Path) -> bool:
    try:
        return stat.S_ISDIR(folder.stat().st_mode)
    except (OSError, ValueError):
        return False


def _table(folder: Path, name: str, kind: type[_R], faults: list[str]) -> _R | None:
    """Return a TOML file as a record, or None after adding its faults to the list."""
    found: list[str] = []
    record = None
    try:
        record = convert_record(tomllib.loads(_text(folder / name)), kind, found)
    except tomllib.TOMLDecodeError as error:
        found.append(f"is not valid TOML: {error}")
    except RecursionError:
        found.append("is nested too deeply")
    except ValueError as error:
        found.append(str(error))
    faults += [f"{name}: {fault}" for fault in found]
    return record


def _article(folder: Path, faults: list[str]) -> Article | None:
    """Return the article, or None after adding its faults to the list."""
    found: list[str] = []
    article = None
    try:
        article = read_article(_text(folder / "article.md"), found)
    except ValueError as error:
        found.append(str(error))
    faults += [f"article.md: {fault}" for fault in found]
    return None if found else article


def _text(path: Path) -> str:
    """Return the text of an ordinary file; raises ValueError, which says what is wrong with the file."""
    try:
        text = files.as_text(_bytes(path))
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8 text") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise ValueError(f"line {number}: is longer than {MAX_LINE:,} characters")
    return text


def _bytes(path: Path) -> bytes:
    try:
        data = files.read(path, MAX_BYTES)
    except FileNotFoundError:
        raise ValueError("is missing") from None
    except files.NotOrdinaryFileError:
        raise ValueError("is not an ordinary file") from None
    except OSError as error:
        raise ValueError(f"could not be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise ValueError(f"is larger than {MAX_BYTES:,} bytes")
    return data
