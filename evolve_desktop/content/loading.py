"""A folder becomes a content pack, or a line for every fault that was found in it."""

import stat
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from evolve_desktop.content.article import Article
from evolve_desktop.content.article_reading import read_article
from evolve_desktop.content.checking import faults_of
from evolve_desktop.content.checklist import Checklist
from evolve_desktop.content.help_lines import HelpLines
from evolve_desktop.content.pack import About, Pack
from evolve_desktop.content.page_text import PageText
from evolve_desktop.content.record import Record
from evolve_desktop.content.red_flags import RedFlagCheck
from evolve_desktop.errors import ContentError

MAX_BYTES = 1_000_000

_R = TypeVar("_R", bound=Record)


class _PackFile(Record, frozen=True):
    """What stands in pack.toml."""

    about: About
    page: PageText


def load_pack(folder: Path) -> Pack:
    """Read the pack in a folder; ContentError holds a line for each fault: file, field, what is wrong.

    Nothing outside the folder is opened. Each file is at most 1 MB.
    """
    if not folder.is_dir():
        raise ContentError((f"{folder}: is not a folder",))
    faults: list[str] = []
    own = _read(folder, "pack.toml", _PackFile, faults)
    article = _read(folder, "article.md", Article, faults)
    checklist = _read(folder, "checklist.toml", Checklist, faults)
    red_flags = _read(folder, "red_flags.toml", RedFlagCheck, faults)
    help_lines = _read(folder, "help_lines.toml", HelpLines, faults)
    if not (own and article and checklist and red_flags and help_lines):
        raise ContentError(tuple(faults))
    pack = Pack(
        about=own.about,
        article=article,
        checklist=checklist,
        red_flags=red_flags,
        help_lines=help_lines,
        page=own.page,
    )
    found = faults_of(pack)
    if found:
        raise ContentError(found)
    return pack


def _read(folder: Path, name: str, kind: type[_R], faults: list[str]) -> _R | None:
    """Return one file as a record, or None with its fault added to the list."""
    try:
        text = _text(folder / name)
        plain = read_article(text) if kind is Article else tomllib.loads(text)
        return msgspec.convert(plain, kind, from_attributes=True)
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{name}: is not valid TOML: {error}")
    except msgspec.ValidationError as error:
        faults.append(f"{name}: {_field_first(str(error))}")
    except RecursionError:
        faults.append(f"{name}: is nested too deeply")
    except ValueError as error:
        faults.append(f"{name}: {error}")
    return None


def _text(path: Path) -> str:
    """Return the text of an ordinary file of bounded size; ValueError says what is wrong with it."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            msg = "is not an ordinary file"
            raise ValueError(msg)
        if status.st_size > MAX_BYTES:
            msg = f"is larger than {MAX_BYTES:,} bytes"
            raise ValueError(msg)
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        msg = "is missing"
        raise ValueError(msg) from None
    except UnicodeDecodeError:
        msg = "is not UTF-8 text"
        raise ValueError(msg) from None
    except OSError as error:
        msg = f"could not be read: {error.strerror}"
        raise ValueError(msg) from error


def _field_first(message: str) -> str:
    """Turn msgspec's "what - at `$.field`" round, so that the field comes first."""
    what, _, where = message.partition(" - at `")
    field = where.rstrip("`").removeprefix("$").removeprefix(".")
    return f"{field}: {what}" if field else what
