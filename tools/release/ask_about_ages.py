"""Names the help lines that are too old, and asks about them: python -m tools.release.ask_about_ages CONTENT."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from evolve_desktop.content.help_line_ages import find_aged
from evolve_desktop.content.loader import load_pack

_QUESTION = "Release these help lines all the same? Type yes: "


def may_release(content: Path, today: date, ask: Callable[[str], str] | None) -> bool:
    """Name the help lines of each pack that are too old, and return whether a person agrees to them.

    Without somebody to `ask`, as where a machine builds, all that was named stands in its log, and the release goes on.
    """
    packs = sorted(file.parent for file in content.glob("*/pack.toml"))
    aged = [(pack, reason) for pack in packs for reason in find_aged(load_pack(pack).help_lines, today)]
    if not aged:
        return True
    for pack, reason in aged:
        _say(f"{pack / 'help_lines.toml'}: {reason}")
    if ask is None:
        _say("Nobody is here to be asked: somebody has to decide before this is handed out.")
        return True
    return ask(_QUESTION).strip().lower() == "yes"


def _say(line: str) -> None:
    print(line)


if __name__ == "__main__":
    is_somebody_here = sys.stdin.isatty() and sys.stdout.isatty()
    agreed = may_release(Path(sys.argv[1]), datetime.now().astimezone().date(), input if is_somebody_here else None)
    sys.exit(None if agreed else "Nothing was released.")
