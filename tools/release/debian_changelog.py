"""Turns CHANGELOG.md into the changelog that a Debian package carries."""

import re
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime

_SECTION = re.compile(r"^## (\S+) \(([^)]+)\)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_CHANGE = re.compile(r"^- (.*?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)
_WIDTH = 78


def debian_changelog(text: str, *, package: str, maintainer: str, now: int) -> str:
    """Return the text of a Debian changelog; what is not released yet is dated `now`, in seconds since 1970."""
    entries = [
        f"{package} ({version}) unstable; urgency=medium\n\n{_changes(body)}\n\n -- {maintainer}  {_day(told, now)}\n"
        for version, told, body in _SECTION.findall(text)
    ]
    return "\n".join(entries)


def _changes(body: str) -> str:
    words = [" ".join(change.split()) for change in _CHANGE.findall(body)]
    lines = (textwrap.wrap(change, _WIDTH, initial_indent="  * ", subsequent_indent="    ") for change in words)
    return "\n".join(line for change in lines for line in change)


def _day(told: str, now: int) -> str:
    try:
        day = datetime.fromisoformat(told).replace(tzinfo=UTC)
    except ValueError:
        day = datetime.fromtimestamp(now, UTC)
    return format_datetime(day)
