"""The paper that the person chose in the system's settings, wherever the system keeps that."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from evolve_desktop import files
from evolve_desktop.checkin.page_plan import Paper
from evolve_desktop.gui.services.localization import paper_of_territory

_TERRITORY = re.compile(r"_([A-Z]{2})\b")
_MACOS_FILE = Path("Library", "Preferences", "org.cups.PrintingPrefs.plist")
_MACOS_PAPERS = {"na-letter": Paper.LETTER, "iso-a4": Paper.A4}
_WINDOWS_KEY = r"Control Panel\International"
_WINDOWS_PAPERS = {"1": Paper.LETTER, "9": Paper.A4}  # as in DEVMODE
_MAX_BYTES = 100_000


def chosen_paper(environment: Mapping[str, str]) -> Paper | None:
    """Return the paper that the system's own setting names; None if there is none, or it is neither A4 nor Letter."""
    if sys.platform == "win32":
        return _windows_paper()
    if sys.platform == "darwin":
        return macos_paper(Path(environment.get("HOME", "/")) / _MACOS_FILE)
    return posix_paper(environment)


def posix_paper(environment: Mapping[str, str]) -> Paper | None:
    """Return the paper of the country in LC_PAPER, which desktops set beside the language, or in LC_ALL above it."""
    found = _TERRITORY.search(environment.get("LC_ALL") or environment.get("LC_PAPER") or "")
    return paper_of_territory(found[1]) if found else None


def macos_paper(preferences: Path) -> Paper | None:
    """Return *Default paper size* of *Printers & Scanners*; the file is there once it was changed."""
    import plistlib  # noqa: PLC0415  (with an XML parser, for macOS alone)

    try:
        content = plistlib.loads(files.read(preferences, _MAX_BYTES))
    except (OSError, ValueError, plistlib.InvalidFileException):
        return None
    return _MACOS_PAPERS.get(str(content.get("DefaultPaperID"))) if isinstance(content, dict) else None


def _windows_paper() -> Paper | None:
    """Return the paper of the region that was chosen in the settings."""
    if sys.platform != "win32":
        return None
    import winreg  # noqa: PLC0415  (Windows only)

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:
            return _WINDOWS_PAPERS.get(str(winreg.QueryValueEx(key, "iPaperSize")[0]))
    except OSError:
        return None
