"""Fills in a pack from the built-in one: red flags, help lines and guide, and the words around its own lines."""

from collections.abc import Mapping

Table = Mapping[str, object]

OPTIONAL_FILES = frozenset({"red_flags.toml", "help_lines.toml", "guide.toml"})
"""Files that a pack may leave out: it has those of the built-in pack then."""
_WITHOUT_DEFAULT = {
    "about": {"id", "title", "publisher", "language", "version"},
    "translation": {"translated", "unreviewed", "reviewed_label", "reviewed_by"},
    "checklist.toml": {"title", "items", "all_not_yet"},
}


def fill_in(name: str, own: Table, defaults: Table) -> Table:
    """Return a file of a pack, with the entries that it leaves out from the same file of the built-in pack.

    Only whole entries are filled in, never a field inside one: a line that lacks its source stays a fault.
    """
    if name == "pack.toml":
        parts = {part: _entries(part, own.get(part, {}), words) for part, words in defaults.items()}
        return {**parts, **{part: below for part, below in own.items() if part not in parts}}
    return {**_without(defaults, _WITHOUT_DEFAULT.get(name, set())), **own}


def as_default(red_flags: Table, title: str) -> Table:
    """Return the built-in red flags for another article: lines from the built-in one, `title`, go beyond it."""
    return {key: _beyond(below, title) for key, below in red_flags.items()}


def _entries(part: str, own: object, defaults: object) -> object:
    if not isinstance(own, Mapping) or not isinstance(defaults, Mapping):
        return own
    never = _WITHOUT_DEFAULT["about"] | _WITHOUT_DEFAULT["translation"] if part == "about" else set[str]()
    return {**_without(defaults, never), **own}


def _without(table: Table, names: set[str]) -> dict[str, object]:
    return {key: below for key, below in table.items() if key not in names}


def _beyond(value: object, title: str) -> object:
    if isinstance(value, list):
        return [_beyond(below, title) for below in value]
    if not isinstance(value, Mapping):
        return value
    changed = {key: _beyond(below, title) for key, below in value.items()}
    if changed.get("origin") == "article":
        changed |= {"origin": "beyond", "source": f"{title}: {changed.get('source', '')}"}
    return changed
