"""Lays out the files that integrate the app into a Linux desktop: launcher, icons, manual page, description."""

import os
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path

from evolve_desktop import __version__
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
    _put(target / "applications" / f"{_NAME}.desktop", desktop_entry())
    _put(target / "mime" / "packages" / f"{_NAME}.xml", (_LINUX / f"{_NAME}.xml").read_text(encoding="utf-8"))
    _put(target / "metainfo" / f"{_NAME}.metainfo.xml", filled(_LINUX / f"{_NAME}.metainfo.xml.in"))
    for page in _LINUX.glob(f"{_NAME}*.1.in"):
        language = page.name.removeprefix(_NAME).removesuffix(".1.in").removeprefix(".")
        _put(target / "man" / language / "man1" / f"{_NAME}.1", filled(page))


def desktop_entry() -> str:
    """Return the desktop entry, what is said in it in every language that ships."""
    lines = []
    for line in (_LINUX / f"{_NAME}.desktop").read_text(encoding="utf-8").splitlines():
        lines.append(line)
        key, _, english = line.partition("=")
        if key in translations.SAID_IN_ENTRY:
            lines += (f"{key}[{language}]={said}" for language, said in translations.said_in_entry(english))
    return "\n".join(lines) + "\n"


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
