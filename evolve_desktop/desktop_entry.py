"""The entry in a Linux desktop's menu for an app that no package of the system brought: put there, and taken out."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import platformdirs

from evolve_desktop import files, languages, resource_paths
from evolve_desktop.content.loader import load_window_words
from evolve_desktop.content.window_words import WindowWords
from evolve_desktop.errors import Sentence, UsageError

SAID, SECTION = ("GenericName", "Comment", "Keywords"), "DesktopEntry"
"""The lines of the entry that are words, and where they stand among the words of the window."""

_NAME = "evolve-desktop"
_RESERVED = str.maketrans({'"': r'\\"', "`": r"\\`", "$": r"\\$", "\\": r"\\\\", "%": "%%"})  # escaped twice


def install(say: Callable[[str], None]) -> None:
    """Put the entry and its icon into the person's own menu; raises UsageError if that cannot be."""
    _require_linux()
    entry, icon = _places()
    try:
        for place, data in ((entry, _entry().encode()), (icon, resource_paths.app_icon().read_bytes())):
            place.parent.mkdir(parents=True, exist_ok=True)
            files.write_atomically(place, data)
    except OSError as error:
        raise _refused(error) from error
    command = shlex.join(_command())
    say(Sentence("Evolve is in your menu now. `{command} --remove-desktop-entry` takes it out again.", command=command))


def remove(say: Callable[[str], None]) -> None:
    """Remove the files of `install`; check-ins stay where they are."""
    _require_linux()
    try:
        for place in _places():
            place.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(error) from error
    say(Sentence("Evolve is no longer in your menu. Your check-ins, if you keep any, are where they were."))


def in_every_language(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the entry, and after one that is words the same in every language that ships."""
    for line in lines:
        yield line
        key, _, english = line.partition("=")
        if key in SAID:
            yield from (f"{key}[{language}]={said}" for language, said in said_elsewhere(english))


def said_elsewhere(english: str) -> Iterator[tuple[str, str]]:
    """Yield each other language that ships with what the desktop says in it."""
    for language in languages.shipped():
        words = _words(language)
        said = words.say(SECTION, english) if words else english
        if said != english:
            yield language, said


@cache  # asked for every line that is words
def _words(language: str) -> WindowWords | None:
    return load_window_words(resource_paths.content_pack(language), language)


def _places() -> tuple[Path, Path]:
    """Return where a desktop looks for the entry, and for its icon."""
    share = platformdirs.user_data_path()
    icons = share / "icons" / "hicolor" / "scalable" / "apps"
    return share / "applications" / f"{_NAME}.desktop", icons / f"{_NAME}.svg"


def _entry() -> str:
    """Return the entry that the packages bring as well, with the command by which this program was started."""
    lines = in_every_language(resource_paths.desktop_entry().read_text(encoding="utf-8").splitlines())
    command = " ".join(f'"{part.translate(_RESERVED)}"' for part in _command())
    told = [
        f"Exec={command}{line.removeprefix(f'Exec={_NAME}')}" if line.startswith("Exec=") else line for line in lines
    ]
    if _is_module():
        told.append(f"Path={resource_paths.package().parent}")
    return "\n".join(told) + "\n"


def _command() -> list[str]:
    """Return the command that starts this program from anywhere."""
    if _is_module():
        return [str(Path(sys.executable).absolute()), "-m", "evolve_desktop"]
    return [os.path.abspath(shutil.which(sys.argv[0]) or sys.argv[0])]  # noqa: PTH100  (a link stays, which pipx keeps)


def _is_module() -> bool:
    return Path(sys.argv[0]).name == "__main__.py"


def _require_linux() -> None:
    if sys.platform != "linux":
        raise UsageError("only the desktops of Linux have such an entry. Here the installer brings it.")


def _refused(error: OSError) -> UsageError:
    return UsageError("the menu could not be changed: {reason}.", reason=files.reason_of(error))
