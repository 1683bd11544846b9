"""Our changelog becomes one that Debian's tools can read."""

from tools.release.debian_changelog import debian_changelog

OURS = """# Changelog

What a reader of the app would notice, newest first.

## 0.2.0 (not released)

- The page is drawn anew, in a line that is far too long to stand in one line of a Debian changelog, as all
  of them are.
- A second change.

## 0.1.0 (2026-01-31)

- The first.
"""
DEBIANS = """evolve-desktop (0.2.0) unstable; urgency=medium

  * The page is drawn anew, in a line that is far too long to stand in one
    line of a Debian changelog, as all of them are.
  * A second change.

 -- Somebody <somebody@example.org>  Fri, 15 Jan 2027 08:00:00 +0000

evolve-desktop (0.1.0) unstable; urgency=medium

  * The first.

 -- Somebody <somebody@example.org>  Sat, 31 Jan 2026 00:00:00 +0000
"""


def test_each_version_becomes_an_entry_and_what_is_not_released_is_dated_today() -> None:
    somebody = "Somebody <somebody@example.org>"
    assert debian_changelog(OURS, package="evolve-desktop", maintainer=somebody, now=1_800_000_000) == DEBIANS
