"""Lays out the files that integrate the app into a Linux desktop: launcher, icons, manual page, description."""

import os
import re
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from evolve_desktop import __version__, desktop_entry
from tools import translations
from tools.release import icons

ROOT = Path(__file__).parents[2]
_LINUX = ROOT / "packaging" / "linux"
_NAME = "evolve-desktop"


def moment() -> int:
    """Return the modification time of all files: SOURCE_DATE_EPOCH, which `make` takes from the commit."""
    return int(os.environ["SOURCE_DATE_EPOCH"])


def filled(form: Path, **more: str) -> str:
    """Return a text with its @WORDS@ filled in."""
    day = datetime.fromtimestamp(moment(), UTC).date().isoformat()
    text = form.read_text(encoding="utf-8")
    for word, value in {"VERSION": __version__, "DATE": day, **more}.items():
        text = text.replace(f"@{word}@", value)
    return text


def share(target: Path) -> None:
    """Fill a folder `share` in the layout of Linux desktops."""
    icons.hicolor(target / "icons" / "hicolor")
    entry = (_LINUX / f"{_NAME}.desktop").read_text(encoding="utf-8").splitlines()
    _put(target / "applications" / f"{_NAME}.desktop", "\n".join(desktop_entry.in_every_language(entry)) + "\n")
    kind = (_LINUX / f"{_NAME}.xml").read_text(encoding="utf-8")
    _put(target / "mime" / "packages" / f"{_NAME}.xml", in_every_language(kind))
    described = filled(_LINUX / f"{_NAME}.metainfo.xml.in")
    _put(target / "metainfo" / f"{_NAME}.metainfo.xml", in_every_language(described))
    for page in _LINUX.glob(f"{_NAME}*.1.in"):
        language = page.name.removeprefix(_NAME).removesuffix(".1.in").removeprefix(".")
        _put(target / "man" / language / "man1" / f"{_NAME}.1", filled(page))


def in_every_language(xml: str) -> str:
    """Return a description of the app, each of its sentences in every language that ships."""

    def others(found: re.Match[str]) -> str:
        indent, tag = found[0].partition("<")[0], found["tag"]
        said = desktop_entry.said_elsewhere(" ".join(found["words"].split()))
        lines = (f'{indent}<{tag} xml:lang="{language}">{escape(words)}</{tag}>' for language, words in said)
        return "\n".join((found[0], *lines))

    return translations.SAID_IN_XML.sub(others, xml)


def settle(folder: Path) -> None:
    """Give every file the same time and plain rights, so that the same content makes the same bytes."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            is_ours = path.name == _NAME and path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if path.is_dir() or is_ours else 0o644)
        os.utime(path, (moment(), moment()), follow_symlinks=False)


def handed_out(dist: Path) -> Path:
    """Return the folder of the downloads."""
    folder = dist / "release"
    folder.mkdir(exist_ok=True)
    return folder


def copy_folder(dist: Path, target: Path) -> None:
    """Copy the built folder; links stay links."""
    shutil.copytree(dist / "evolve", target, symlinks=True)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
