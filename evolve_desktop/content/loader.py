"""Loads a content pack from a folder, or raises ContentError with a line for every fault in it."""

import stat
import tomllib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from evolve_desktop import files, resource_paths
from evolve_desktop.content.app_text import GuideText, KeepingText, WelcomeText
from evolve_desktop.content.article import Article, read_article
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.content.pack import About, Pack
from evolve_desktop.content.pack_defaults import OPTIONAL_FILES, Table, as_default, fill_in
from evolve_desktop.content.page_text import PageText
from evolve_desktop.content.red_flags import RedFlagCheck
from evolve_desktop.content.schema import Record, convert_record
from evolve_desktop.content.validation import find_faults
from evolve_desktop.content.window_words import WINDOW_FILE, Shown, WindowWords, find_word_faults
from evolve_desktop.errors import ContentError, Sentence

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

    def named(self) -> Self:
        """Return the same with the title and publisher of the pack in the sentences that name it."""
        return msgspec.structs.replace(
            self,
            page=msgspec.structs.replace(self.page, footer=self.about.fill_in(self.page.footer)),
            welcome=msgspec.structs.replace(self.welcome, what=self.about.fill_in(self.welcome.what)),
        )


class _MissingFileError(ValueError):
    """A file of the pack that is not there."""


def load_pack(folder: Path) -> Pack:
    """Return the pack in a folder; raises ContentError with a line for each fault: file, field, reason.

    What the pack leaves out (red flags, help lines, guide, words around its own lines) comes from the built-in pack of
    its language, or else from the English one. Nothing else outside the folder is opened. Each file is at most 1 MB.
    The files are checked against each other only if all of them can be read.
    """
    if not _is_folder(folder):
        raise ContentError((Sentence("{path}: is not a folder that can be read", path=str(folder)),))
    faults: list[str] = []
    reader = _Reader(folder, faults)
    own = reader.table("pack.toml", _PackFile)
    article = _article(folder, faults)
    checklist = reader.table("checklist.toml", Checklist)
    red_flags = reader.table("red_flags.toml", RedFlagCheck)
    help_lines = reader.table("help_lines.toml", HelpLines)
    guide = reader.table("guide.toml", GuideText)
    if not (own and article and checklist and red_flags and help_lines and guide):
        raise _error(faults)
    pack = Pack(
        article=article,
        checklist=checklist,
        red_flags=red_flags.beside(article) if reader.has_default_red_flags else red_flags,
        help_lines=help_lines,
        guide=guide,
        **msgspec.structs.asdict(own.named()),
    )
    if found := tuple(find_faults(pack)):
        raise _error((*faults, *found))
    return pack


def load_about(folder: Path) -> About:
    """Return who wrote a pack's texts, from that one file; raises ContentError."""
    faults: list[str] = []
    own = _Reader(folder, faults).table("pack.toml", _PackFile)
    if own is None:
        raise _error(faults)
    return own.about


def load_window_words(folder: Path, language: str) -> WindowWords | None:
    """Return the window's words in a folder, None if it has none; raises ContentError with a line for each fault."""
    if not (folder / WINDOW_FILE).exists():
        return None
    words, faults = None, list[str]()
    try:
        words = WindowWords(msgspec.convert(tomllib.loads(_text(folder / WINDOW_FILE)), dict[str, dict[str, Shown]]))
        faults += find_word_faults(words, language)
    except RecursionError:
        faults.append(Sentence("is nested too deeply"))
    except ValueError as error:  # TOML, its form, or the file
        faults.append(_reason(error))
    if faults:
        raise _error([Sentence("{file}: {fault}", file=WINDOW_FILE, fault=fault) for fault in faults])
    return words


def _error(faults: Sequence[str]) -> ContentError:
    left_out = len(faults) - MAX_FAULTS
    more = (Sentence("and {count} more", count=left_out),) if left_out > 0 else ()
    return ContentError((*faults[:MAX_FAULTS], *more))


def _reason(error: ValueError) -> str:
    """Return why a text was refused, which can be said in another language if the words are ours."""
    return error.args[0] if error.args and isinstance(error.args[0], Sentence) else str(error)


def _is_folder(folder: Path) -> bool:
    try:
        return stat.S_ISDIR(folder.stat().st_mode)
    except (OSError, ValueError):
        return False


class _Reader:
    """Reads the files of a pack as records, filled in from the built-in pack; adds every fault to `faults`."""

    def __init__(self, folder: Path, faults: list[str]) -> None:
        self._folder = folder
        self._faults = faults
        self._language = "en"
        self.has_default_red_flags = False

    def table(self, name: str, kind: type[_R]) -> _R | None:
        """Return a TOML file as a record, or None after adding its faults to the list."""
        found: list[str] = []
        record = None
        try:
            record = self._record(name, kind, found)
        except tomllib.TOMLDecodeError as error:
            found.append(f"is not valid TOML: {error}")
        except RecursionError:
            found.append(Sentence("is nested too deeply"))
        except ValueError as error:
            found.append(_reason(error))
        self._faults += [Sentence("{file}: {fault}", file=name, fault=fault) for fault in found]
        return record

    def _record(self, name: str, kind: type[_R], found: list[str]) -> _R | None:
        own = self._own(name)
        whole = convert_record(own, kind, [])
        return convert_record(fill_in(name, own, self._defaults(name)), kind, found) if whole is None else whole

    def _own(self, name: str) -> Table:
        try:
            own = tomllib.loads(_text(self._folder / name))
        except _MissingFileError:
            if name not in OPTIONAL_FILES or self._default_pack is None:
                raise
            self.has_default_red_flags |= name == "red_flags.toml"
            return {}
        if name == "pack.toml":
            about = own.get("about")
            self._language = str(about.get("language", "en")) if isinstance(about, Mapping) else "en"
        return own

    def _defaults(self, name: str) -> Table:
        if self._default_pack is None:
            return {}
        defaults = tomllib.loads(_text(self._default_pack / name))
        if name == "red_flags.toml":
            return as_default(defaults, tomllib.loads(_text(self._default_pack / "pack.toml"))["about"]["title"])
        return defaults

    @cached_property
    def _default_pack(self) -> Path | None:
        """The built-in pack with the entries that this one leaves out; None for a pack that is built in itself."""
        is_built_in = self._folder.resolve().parent == resource_paths.content_pack().parent.resolve()
        return None if is_built_in else built_in_pack(self._language)


def built_in_pack(language: str) -> Path:
    """Return the folder of the built-in pack of a language, or of the English one if there is none."""
    shipped = resource_paths.content_pack().parent
    names = (name for name in (language, language.partition("-")[0]) if name.replace("-", "").isalnum())
    return next((shipped / name for name in names if (shipped / name / "pack.toml").is_file()), shipped / "en")


def _article(folder: Path, faults: list[str]) -> Article | None:
    """Return the article, or None after adding its faults to the list."""
    found: list[str] = []
    article = None
    try:
        article = read_article(_text(folder / "article.md"), found)
    except ValueError as error:
        found.append(_reason(error))
    faults += [Sentence("{file}: {fault}", file="article.md", fault=fault) for fault in found]
    return None if found else article


def _text(path: Path) -> str:
    """Return the text of an ordinary file; raises ValueError with the reason if it cannot be read."""
    try:
        text = files.decode_text(_bytes(path))
    except UnicodeDecodeError:
        raise ValueError(Sentence("is not UTF-8 text")) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise ValueError(
                Sentence("line {number}: is longer than {limit} characters", number=number, limit=MAX_LINE)
            )
    return text


def _bytes(path: Path) -> bytes:
    try:
        data = files.read(path, MAX_BYTES)
    except FileNotFoundError:
        raise _MissingFileError(Sentence("is missing")) from None
    except files.NotOrdinaryFileError:
        raise ValueError(Sentence("is not an ordinary file")) from None
    except OSError as error:
        raise ValueError(Sentence("could not be read: {reason}", reason=files.reason_of(error))) from error
    if len(data) > MAX_BYTES:
        raise ValueError(Sentence("is larger than {limit} bytes", limit=MAX_BYTES))
    return data
